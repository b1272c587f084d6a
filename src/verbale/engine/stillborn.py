"""
Workers that are born when their build has been stopped.

They find nobody left to tell them what to do; their traceback would stand under the
one sentence that the build itself said. Loaded by the process that starts workers, and by it
alone: what it sets holds for all that it starts.
"""

from __future__ import annotations

import sys
from pickle import UnpicklingError
from types import TracebackType

# What a worker meets whose parent went while telling it what to do.
GONE = (EOFError, ConnectionError, UnpicklingError)


def _tell(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    if not issubclass(kind, GONE):
        sys.__excepthook__(kind, error, trace)


sys.excepthook = _tell
