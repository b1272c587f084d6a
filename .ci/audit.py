"""
Known vulnerabilities of the pinned dependencies, asked of the OSV database.

    python .ci/audit.py requirements/run.txt requirements/dev.txt

Sends the names and versions in the lock files, nothing else. There are three answers and
three exit codes: 0 none is known, 1 some are (each is named), 3 NOT AUDITED: the database
could not be asked. The third is not the first: a CI without a network has audited nothing,
and says so.
"""

from __future__ import annotations

import json
import os
import re
import sys
import urllib.error
import urllib.request
from pathlib import Path

DATABASE = "https://api.osv.dev/v1/querybatch"
PINNED = re.compile(r"^([A-Za-z0-9][A-Za-z0-9._-]*)==([^\s;\\]+)", re.MULTILINE)
AT_ONCE = 500  # the database takes 1,000
PATIENCE = 30  # seconds
NONE, SOME, NOT_AUDITED = 0, 1, 3


def pinned(locks: list[Path]) -> list[tuple[str, str]]:
    """Each package and version of the lock files, once."""
    return sorted({found for lock in locks for found in PINNED.findall(lock.read_text())})


def known(packages: list[tuple[str, str]], database: str) -> dict[str, list[str]]:
    """The vulnerabilities known of each package, by their ids."""
    told: dict[str, list[str]] = {}
    for first in range(0, len(packages), AT_ONCE):
        asked = packages[first : first + AT_ONCE]
        queries = [
            {"package": {"name": name, "ecosystem": "PyPI"}, "version": version}
            for name, version in asked
        ]
        request = urllib.request.Request(
            database,
            data=json.dumps({"queries": queries}).encode(),
            headers={"Content-Type": "application/json"},
        )
        with urllib.request.urlopen(request, timeout=PATIENCE) as answer:
            results = json.load(answer)["results"]
        if len(results) != len(asked):
            raise ValueError("the database answered for other packages than it was asked")
        for (name, version), result in zip(asked, results, strict=True):
            ids = [each["id"] for each in result.get("vulns") or []]
            if ids:
                told[f"{name} {version}"] = ids
    return told


def main(arguments: list[str]) -> int:
    """Audit, say what came of it, and give the exit code."""
    packages = pinned([Path(argument) for argument in arguments])
    if not packages:
        print("NOT AUDITED: no pinned package was found in the files named.")
        return NOT_AUDITED
    try:
        told = known(packages, os.environ.get("OSV_DATABASE", DATABASE))
    except (OSError, ValueError, KeyError, TypeError) as error:
        print(f"NOT AUDITED: the database of vulnerabilities could not be asked ({error}).")
        return NOT_AUDITED
    for package, ids in told.items():
        print(f"{package}: {', '.join(ids)}")
    print(f"Audited {len(packages)} pinned packages: {len(told)} with known vulnerabilities.")
    return SOME if told else NONE


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
