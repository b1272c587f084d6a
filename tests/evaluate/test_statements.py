"""The PolNeAR scorer: right words, right source, kinds by the marks in the text."""

from pathlib import Path
from typing import Any

import pytest

from verbale.errors import ConfigError
from verbale.evaluate.statements import run, score

TEXT = "“We will not sign,” Minister Vella said. Borg wants more time, an aide to the envoy said."
GOLD: dict[str, Any] = {
    "id": "a1",
    "text": TEXT,
    "attributions": [
        {"source": [[20, 34]], "content": [[0, 19]]},
        {"source": [[63, 83]], "content": [[41, 61]]},
    ],
}


def test_what_is_found_whole_scores_a_hundred() -> None:
    """
    The gold attributions handed back as found are all right.
    """
    figures = score([(GOLD, GOLD["attributions"])])

    assert figures["end_to_end"] == figures["direct"] == figures["indirect"] == 100
    assert figures["source_accuracy"] == 100


def test_punctuation_does_not_count() -> None:
    """
    Dropping the quotation marks changes nothing.
    """
    found = [{"source": [[20, 34]], "content": [[1, 17]]}]

    assert score([(GOLD, found)])["direct"] == 100


def test_the_wrong_source_is_no_hit() -> None:
    """
    Content alone is half of it: with Borg as its source the quotation is not right.
    """
    borg = TEXT.index("Borg")
    found = [{"source": [[borg, borg + 4]], "content": [[0, 19]]}]

    figures = score([(GOLD, found)])

    assert figures["end_to_end"] == 0
    assert figures["source_accuracy"] == 0


def test_too_much_content_is_no_hit() -> None:
    """
    Less than half of the words shared, and the statement is not found.
    """
    found = [{"source": [[20, 34]], "content": [[0, len(TEXT)]]}]

    assert score([(GOLD, found)])["end_to_end"] == 0


def test_missing_data_says_where_to_get_it(tmp_path: Path) -> None:
    """
    A folder without the benchmark stops with a sentence that names the file.
    """
    with pytest.raises(ConfigError, match="polnear_dev"):
        run(tmp_path)


def test_the_scorer_agrees_with_the_shared_one() -> None:
    """
    On the development pages our figures are those of the benchmark's own scorer.
    """
    data = Path(__file__).parents[3] / "shared" / "bench" / "statements"
    if not data.is_dir():
        pytest.skip("PolNeAR is not here; docs/benchmarks.md tells where to get it")
    import importlib.util
    import json

    spec = importlib.util.spec_from_file_location("score", data / "score.py")
    assert spec is not None
    assert spec.loader is not None
    theirs = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(theirs)
    lines = (data / "polnear_dev.jsonl").read_text(encoding="utf-8").splitlines()
    pages = [json.loads(line) for line in lines][:20]
    # Half of the gold, with every third source taken away: some right, some wrong.
    found = {
        page["id"]: [
            {**row, "source": [] if number % 3 == 0 else row["source"]}
            for number, row in enumerate(page["attributions"][::2])
        ]
        for page in pages
    }

    ours = score((page, found[page["id"]]) for page in pages)

    wanted = theirs.score(
        {page["id"]: page for page in pages},
        {name: {"attributions": rows} for name, rows in found.items()},
    )
    assert ours["end_to_end"] == pytest.approx(100 * wanted["end_to_end"]["F1"], abs=0.1)
    for kind in ("direct", "indirect", "mixed"):
        theirs_f1 = 100 * wanted["by_type"][kind]["end_to_end"]["F1"]
        assert ours[kind] == pytest.approx(theirs_f1, abs=0.1)
    source = 100 * wanted["source_acc_given_content"]
    assert ours["source_accuracy"] == pytest.approx(source, abs=0.1)
