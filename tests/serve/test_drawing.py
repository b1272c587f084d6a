"""
Drawings: places on the sheet, the same for the same rows.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from hypothesis import example, given
from hypothesis import strategies as st

from verbale.ask.timeline import timeline
from verbale.model.answer import ActRow, Step
from verbale.model.finding import SharedIssue, SidingRow
from verbale.model.interval import UNKNOWN, Interval
from verbale.serve.drawing.network import HEIGHT, WIDTH, draw_network
from verbale.serve.drawing.scale import MOST_TICKS, Scale
from verbale.serve.drawing.strips import draw_strip, strip_scale
from verbale.serve.drawing.timeline import draw_timeline
from verbale.serve.drawing.zoom import zoom_from
from verbale.store import open_record

DAYS = st.dates(date(1, 1, 1), date(9999, 12, 31))


@given(DAYS, DAYS)
def test_any_two_days_make_an_axis(one: date, other: date) -> None:
    """
    Few strokes, in order, and days further on stand further to the right.
    """
    first, last = sorted((one, other))

    scale = Scale.around(Interval(first, last), 0, 1000)

    assert scale is not None
    places = [tick.x for tick in scale.ticks()]
    assert places == sorted(places)
    assert len(places) <= MOST_TICKS + 2
    assert 0 <= scale.at(first) <= scale.at(last) <= scale.after(last) <= 1000


def _acts(record: Path) -> list[ActRow]:
    with open_record(record) as view:
        return timeline(view)


def test_bars_of_one_lane_do_not_touch(record_file: Path) -> None:
    """
    A hundred acts of one day stand in a hundred rows.
    """
    act = _acts(record_file)[0]
    rows = [replace(act, id=f"a{number}") for number in range(60)]

    chart = draw_timeline(rows, "party", UNKNOWN)

    assert chart is not None
    (lane,) = chart.lanes
    assert len({bar.y for bar in lane.bars}) == 60
    assert chart.height > lane.y + lane.height - 1


def test_what_is_told_of_other_years_is_counted_and_not_drawn(record_file: Path) -> None:
    """
    One act of a century ago does not press all others into a corner.
    """
    act = _acts(record_file)[0]
    old = replace(act, id="old", date=Interval(date(1931, 1, 1), date(1931, 12, 31)))
    pages = Interval(date(2031, 3, 1), date(2031, 3, 31))

    chart = draw_timeline([act, old], "party", pages)

    assert chart is not None
    assert (chart.before, chart.after) == (1, 0)
    assert [bar.row.id for lane in chart.lanes for bar in lane.bars] == [act.id]


def test_the_days_wanted_are_the_days_drawn(record_file: Path) -> None:
    """
    An act that reaches beyond them ends at the edge; days without an act are an empty sheet.
    """
    rows = _acts(record_file)
    wanted = Interval(date(2031, 3, 9), date(2031, 3, 10))
    far = Interval(date(2050, 1, 1), date(2050, 1, 31))

    near, empty = (draw_timeline(rows, "party", UNKNOWN, days) for days in (wanted, far))

    assert near is not None and empty is not None
    assert (near.first, near.last) == (date(2031, 3, 9), date(2031, 3, 10))
    assert all(bar.x + bar.width <= near.width for lane in near.lanes for bar in lane.bars)
    assert (empty.lanes, empty.first, empty.last) == ((), date(2050, 1, 1), date(2050, 1, 31))


@example(date(1, 1, 1), date(1, 1, 2))
@example(date(9999, 12, 1), date(9999, 12, 31))
@given(DAYS, DAYS)
def test_from_any_days_there_is_a_way_closer_wider_and_aside(one: date, other: date) -> None:
    """
    No step leaves the calendar, and one closer lies inside, one wider around.
    """
    first, last = sorted((one, other))

    zoom = zoom_from(first, last)

    if zoom.closer:
        assert zoom.shown.first < zoom.closer.first <= zoom.closer.last < zoom.shown.last
    if zoom.wider:
        assert zoom.wider.first <= zoom.shown.first <= zoom.shown.last <= zoom.wider.last
    for each in (zoom.earlier, zoom.later, zoom.wider):
        assert each is None or each.first <= each.last
    assert draw_timeline([], "party", UNKNOWN, Interval(first, last)) is not None


def test_a_life_is_drawn_in_its_own_order() -> None:
    """
    A step whose day is told as earlier than the one before it does not run backwards.
    """
    life = [
        Step(Interval.day(date(2031, 3, 10)), "a1", (), state="put"),
        Step(Interval(None, date(2031, 3, 8)), "a2", (), state="rejected"),
        Step(UNKNOWN, "a3", (), state="reiterated"),
    ]

    strip = draw_strip(life, strip_scale([life], UNKNOWN))

    assert strip is not None
    assert [state for _, state, _ in strip.dots] == ["put", "rejected"]
    assert strip.dots[0][0] <= strip.dots[1][0]
    assert all(each.width >= 0 for each in strip.stretches)


def _pair(one: int, other: int) -> SidingRow:
    shared = SharedIssue("toll", "toll", "insists", "insists")
    return SidingRow(f"P{one}", f"P{other}", (shared,), (), f"p{one:02}", f"p{other:02}")


def test_the_network_is_the_same_each_time_and_keeps_to_its_sheet() -> None:
    """
    No chance in it; names that would not fit are counted.
    """
    rows = [_pair(one, other) for one in range(30) for other in range(one + 1, 30)]

    drawn = draw_network(rows)

    assert drawn is not None
    assert drawn == draw_network(rows)
    assert drawn.left_out == 12
    assert all(0 < point.x < WIDTH and 0 < point.y < HEIGHT for point in drawn.points)
    assert draw_network([]) is None
