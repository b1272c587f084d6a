"""
One build on one file at a time.

The lock is a file of the system's temporary folder, held open: it leaves nothing
beside the record, and a killed build lets go of it by dying.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
from pathlib import Path
from typing import IO

from verbale.errors import RecordError


def lock(path: Path) -> IO[bytes]:
    """Hold the record for writing until the returned file is closed."""
    key = hashlib.sha256(os.fsencode(path.resolve())).hexdigest()[:24]
    owner = os.getuid() if hasattr(os, "getuid") else 0
    place = Path(tempfile.gettempdir()) / f"verbale-{owner}-{key}.lock"
    try:
        held = place.open("ab")
    except OSError as error:
        raise RecordError(f"The lock {str(place)!r} cannot be made: {error.strerror}.") from error
    try:
        import fcntl
    except ImportError:  # not a POSIX system: SQLite's own locks are all there is
        return held
    try:
        fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        held.close()
        raise RecordError(
            f"Another build is writing {str(path)!r}; wait for it, or name another file."
        ) from error
    return held
