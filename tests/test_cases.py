"""
The cases of language behaviour: none lies in a file that no test reads.
"""

from __future__ import annotations

import re
from fnmatch import fnmatch
from pathlib import Path

import pytest

HERE = Path(__file__).parent
NAMED = re.compile(r"[\"']([\w*-]+\.toml)[\"']")


@pytest.mark.parametrize(
    "cases", sorted(HERE.glob("*/cases/*.toml")), ids=lambda path: f"{path.parts[-3]}/{path.name}"
)
def test_every_file_of_cases_is_read_by_a_test_of_its_stage(cases: Path) -> None:
    """
    A file is named, or matched by a pattern, in the tests of its stage.
    """
    tests = cases.parents[1].rglob("*.py")
    named = {name for test in tests for name in NAMED.findall(test.read_text(encoding="utf-8"))}

    assert any(fnmatch(cases.name, name) for name in named), sorted(named)
