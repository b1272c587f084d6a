"""
Boxes: labels between two paragraphs that are furniture because of what they stand beside.

"Old mill to become museum" may be a sub-heading; under "Recommended for you" it is a
link. A sub-heading stands alone before its paragraph, a box is several lines of which
some are known.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from verbale.ingest.forms import REASONS
from verbale.ingest.lines import Line
from verbale.ingest.noise import is_label, is_verse, opens_list, speaks_to_reader

BOX = "in a box"
# Beside these a line may still be a sub-heading: they stand alone between paragraphs.
LONERS = (
    *("advert", "no words", "picture caption", "date line", "another language"),
    *(REASONS["section"], REASONS["related"]),
)
LONGEST = 14  # words of a label; a longer line without full stop is prose cut short
MOST_LABELS = 4  # for each known line; a longer list is a list of the story's
LONGEST_CALL = 16  # words of a sentence in a box


def in_boxes(lines: Sequence[Line], reasons: Sequence[str | None], spared: set[int]) -> list[int]:
    """The lines that stand in boxes though nothing speaks against them alone."""
    found: list[int] = []
    for run in _runs(lines, reasons, spared):
        known = [i for i in run if reasons[i] is not None and not _may_be_story(reasons[i])]
        labels = [i for i in run if reasons[i] is None and i not in spared]
        if not known or not labels or is_verse([lines[i] for i in labels]):
            continue
        if len(labels) > MOST_LABELS * len(known) or _is_list(lines, labels):
            continue
        if len(labels) == 1 and labels[0] == run[-1] and _heads(lines, reasons, known):
            continue
        found += labels
    found += _calls(lines, reasons, spared)
    return sorted(set(found))


def _is_list(lines: Sequence[Line], labels: list[int]) -> bool:
    """Whether the labels are a list of the story's: led to by a colon, or with bullets."""
    before = labels[0] - 1
    if before >= 0 and lines[before].text.endswith(":"):
        return True
    return any(lines[i].bullet for i in labels)


def _may_be_story(reason: str | None) -> bool:
    return reason in ("no words", REASONS["section"])


def _heads(lines: Sequence[Line], reasons: Sequence[str | None], known: list[int]) -> bool:
    """Whether what stands before a lone label leaves it a sub-heading."""
    return all(reasons[i] in LONERS and not opens_list(lines[i], reasons[i]) for i in known)


def _runs(
    lines: Sequence[Line], reasons: Sequence[str | None], spared: set[int]
) -> Iterator[list[int]]:
    """Stretches of lines without a sentence of the story in them."""
    run: list[int] = []
    for line in lines:
        label = is_label(line) and len(line.words) <= LONGEST
        if line.i in spared or (reasons[line.i] is None and not label):
            if run:
                yield run
            run = []
        else:
            run.append(line.i)
    if run:
        yield run


def _calls(lines: Sequence[Line], reasons: Sequence[str | None], spared: set[int]) -> list[int]:
    """Sentences to the reader between two lines of furniture."""
    found = []
    for line in lines:
        if reasons[line.i] is not None or line.i in spared or not 0 < line.i < len(lines) - 1:
            continue
        if reasons[line.i - 1] is None or reasons[line.i + 1] is None:
            continue
        if len(line.words) <= LONGEST_CALL and not line.quoted and speaks_to_reader(line):
            found.append(line.i)
    return found
