"""
The command itself, run as a user runs it: output, numbers, and one line for what is wrong.
"""

from __future__ import annotations

import json
import os
import re
import resource
import subprocess
import sys
from pathlib import Path

import pytest

from verbale.cli import COMMANDS, run

LISTINGS = {
    "documents": "id path url title outlet relevant published page_date page_date_trusted dating "
    "copy_of text",
    "statements": "id document speaker on_behalf_of addressee channel kind cue content date start "
    "end",
    "timeline": "id type plover date actors addressees place track issue modality summary sources "
    "independent_sources conflicts",
    "rounds": "id track place date level participants state sources",
    "proposals": "id title kind by to state disclosure history",
    "demands": "id by to issue content status verdict since history sources",
    "positions": "party issue stance since quote basis contested sources",
    "deadlines": "id set_by on by hardness consequence state sources",
    "conflicts": "id about field values",
    "actors": "id name variants kind office party",
    "problems": "path stage message",
}


def verbale(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "verbale", *map(str, arguments)],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@pytest.mark.parametrize("listing", LISTINGS)
def test_json_is_a_list_of_objects_with_the_promised_fields(
    listing: str, record_file: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    """
    Whatever the listing finds, also nothing.
    """
    code = run([listing, str(record_file), "--json"])

    rows = json.loads(capfdbinary.readouterr().out)
    assert code == 0
    assert isinstance(rows, list)
    assert all(set(LISTINGS[listing].split()) <= row.keys() for row in rows)


@pytest.mark.parametrize("listing", LISTINGS)
def test_every_listing_takes_every_filter(listing: str, record_file: Path) -> None:
    """
    The same words narrow every question.
    """
    filters = "--as-of 2031-03-12 --known 2031-03-12 --party Norland --issue toll "
    filters += "--from 2031-03-01 --to 2031-04-01 --limit 5"

    done = run([listing, str(record_file), *filters.split()])

    assert done == 0


def test_a_pipe_gets_plain_lines(record_file: Path) -> None:
    """
    Tab-separated, a heading first, a row a line, whatever the page holds.
    """
    done = verbale("timeline", record_file)

    lines = done.stdout.splitlines()
    assert done.returncode == 0
    assert lines[0].split("\t") == ["date", "type", "modality", "summary", "sources", "id"]
    assert len(lines) == 5
    assert {line.count("\t") for line in lines} == {5}


def test_hostile_characters_never_reach_the_terminal(record_file: Path) -> None:
    """
    Text that would turn the line round is shown by number.
    """
    connection_free = verbale("documents", record_file)
    explained = verbale("explain", record_file, "d3")

    for text in (connection_free.stdout, explained.stdout):
        assert "\u202e" not in text
        assert "\x1b" not in text


def test_show_is_one_screen(record_file: Path) -> None:
    """
    Who, about what, and what is open.
    """
    done = verbale("show", record_file)

    assert done.stdout.startswith("Isle Union – Norland\n")
    assert (
        "open demand: Norland to Isle Union: free passage for its ferries: rejected" in done.stdout
    )
    assert len(done.stdout.splitlines()) < 40


def test_explain_goes_down_to_the_sentence(record_file: Path) -> None:
    """
    With the place it stands in.
    """
    done = verbale("explain", record_file, "a2")

    assert "“The Isle Union rejected the demand.” [d1:160-195, pages/d1.txt]" in done.stdout


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["timeline", "FILE", "--as-of", "yesterday"], 2, "--as-of takes a day as YYYY-MM-DD"),
        (["timeline", "FILE", "--party", "Norlund"], 2, "Did you mean 'Norland'?"),
        (["timeline", "FILE", "--nope"], 2, "Unknown option"),
        (["timelin", "FILE"], 2, "timeline"),
        (["timeline"], 2, "FILE"),
        (["timeline", "none.verbale"], 2, "There is no file 'none.verbale'"),
        (["explain", "FILE", "zz"], 2, "nothing with the id 'zz'"),
        (["changes", "FILE", "--between", "2031-03-12", "2031-03-01"], 2, "earlier day first"),
        (["changes", "FILE", "--between", "2031-03-12"], 2, "`verbale changes --help` tells"),
        (["show", str(Path(__file__).parent)], 1, "--to FILE` makes one of the pages in it"),
        (["brief", "FILE", "-o", "brief.pdf"], 2, "A brief ends in one of .html"),
        (["export", "FILE", "--format", "xml", "-o", "a"], 2, "verbale writes: csv, jsonl"),
        (["export", "FILE", "--format", "jsonl", "-o", "FILE"], 2, "is the record itself"),
        (["build", "--to", "FILE"], 2, "Name the pages to read"),
        (["build", "--nope", "pages", "--to", "FILE"], 2, "Unknown option: --nope"),
        (["timeline", __file__], 1, "is not a verbale record"),
    ],
)
def test_what_is_wrong_is_one_line_with_the_way_out(
    arguments: list[str],
    code: int,
    message: str,
    record_file: Path,
    capfd: pytest.CaptureFixture[str],
) -> None:
    """
    On stderr, with the number that says whose mistake it is; the record is as it was.
    """
    before = record_file.read_bytes()

    done = run([str(record_file) if each == "FILE" else each for each in arguments])

    out, err = capfd.readouterr()
    assert (done, out) == (code, "")
    assert err.startswith("verbale: ")
    assert message in err
    assert err.count("\n") == 1
    assert record_file.read_bytes() == before


def test_a_reader_that_leaves_early_is_no_error(record_file: Path) -> None:
    """
    `verbale documents FILE | head -1` ends quietly.
    """
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        [sys.executable, "-m", "verbale", "documents", str(record_file)],
        stdout=writing,
        stderr=subprocess.PIPE,
        check=False,
    )
    os.close(writing)

    assert (done.returncode, done.stderr) == (0, b"")


def test_a_terminal_set_to_ascii_gets_its_lines_too(record_file: Path) -> None:
    """
    Output is UTF-8 whatever the locale says.
    """
    done = subprocess.run(
        [sys.executable, "-m", "verbale", "statements", str(record_file)],
        env={**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"},
        capture_output=True,
        check=False,
    )

    assert done.returncode == 0
    assert b"Ada Brandt" in done.stdout


def test_dump_prints_one_hash(record_file: Path) -> None:
    """
    The flag may stand before the file or after it.
    """
    first = verbale("dump", "--canonical", record_file).stdout
    second = verbale("dump", record_file, "--canonical").stdout

    assert first == second
    assert len(first.strip()) == 64


def test_help_names_every_command() -> None:
    """
    In the order a newcomer needs them.
    """
    text = verbale("--help").stdout

    places = [text.index(f" {name} ") for name, _, _ in COMMANDS]
    assert places == sorted(places)


@pytest.mark.parametrize("name", [name for name, _, _ in COMMANDS])
def test_every_command_has_help(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """
    A command that cannot be imported would fail here; every option says what it is for.
    """
    monkeypatch.setenv("COLUMNS", "200")

    text = verbale(name, "--help").stdout

    options = re.findall(r"│[* ]*(--\S+)[^│]*?(?:  +([^│]*?))? *│", text)
    assert text.startswith("Usage: verbale")
    assert [option for option, about in options if not about or about.startswith("[")] == []


@pytest.mark.parametrize(("arguments", "seconds"), [(["--help"], 0.3), (["timeline", "FILE"], 0.6)])
def test_starting_is_quick(arguments: list[str], seconds: float, record_file: Path) -> None:
    """
    Nothing heavy is imported before it is needed: CPU time, best of three.
    """
    times = []
    for _ in range(3):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        verbale(*(str(record_file) if each == "FILE" else each for each in arguments))
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        times.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)

    assert min(times) <= seconds


@pytest.mark.parametrize("width", [60, 200])
def test_no_id_is_cut_on_any_terminal(
    width: int,
    record_file: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """
    A table where it fits; where it does not, a row over several lines.
    """
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    monkeypatch.setenv("COLUMNS", str(width))

    code = run(["timeline", str(record_file)])

    shown = re.sub(r"\x1b\[[0-9;]*m", "", capsys.readouterr().out)
    assert code == 0
    assert all(act in shown.split() for act in ("a1", "a2", "a3", "a4"))
    assert all(len(line.rstrip()) <= width for line in shown.splitlines())


def test_a_brief_without_a_place_to_write_is_printed(record_file: Path, tmp_path: Path) -> None:
    """
    What is printed is what "-o brief.md" writes.
    """
    written = tmp_path / "brief.md"

    printed = verbale("brief", record_file)
    verbale("brief", record_file, "-o", written)

    assert printed.returncode == 0
    assert printed.stdout.startswith("# ")
    assert printed.stdout == written.read_text(encoding="utf-8")


def test_a_record_may_be_named_with_the_letter_that_others_use(tmp_path: Path) -> None:
    """
    "-o" names what is written, in build as in brief and export.
    """
    page = tmp_path / "page.txt"
    page.write_text("Malta rejected the offer of Norway on 3 May 2031.", encoding="utf-8")

    done = verbale("build", page, "-o", tmp_path / "talks.verbale", "--quiet")

    assert done.returncode == 0, done.stderr
    assert (tmp_path / "talks.verbale").is_file()
