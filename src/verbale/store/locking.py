"""
One build on one file at a time.

The lock is a file of the system's temporary folder, held open: it leaves nothing
beside the record, and a killed build lets go of it by dying. Who takes it away, when
done, holds it; who gets it afterwards looks whether it is still the one that is there.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
from pathlib import Path
from typing import IO

from verbale.errors import RecordError


def lock(path: Path) -> IO[bytes]:
    """Hold the record for writing until what is returned is given to `unlock`."""
    key = hashlib.sha256(os.fsencode(path.resolve())).hexdigest()[:24]
    owner = os.getuid() if hasattr(os, "getuid") else 0
    place = Path(tempfile.gettempdir()) / f"verbale-{owner}-{key}.lock"
    try:
        import fcntl
    except ImportError:  # not a POSIX system: SQLite's own locks are all there is
        return _opened(place)
    while True:
        held = _opened(place)
        try:
            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            held.close()
            raise RecordError(
                f"Another build is writing {str(path)!r}; wait for it, or name another file."
            ) from error
        if _is_at(held, place):
            return held
        held.close()  # the holder before has just taken the file away; ask for a new one


def unlock(held: IO[bytes]) -> None:
    """Take the lock's file away while it is still ours, and let go of it."""
    if os.name == "posix" and _is_at(held, Path(held.name)):
        Path(held.name).unlink(missing_ok=True)
    held.close()


def _opened(place: Path) -> IO[bytes]:
    try:
        return place.open("ab")
    except OSError as error:
        raise RecordError(f"The lock {str(place)!r} cannot be made: {error.strerror}.") from error


def _is_at(held: IO[bytes], place: Path) -> bool:
    """Whether the file that is held open is the one that stands there by its name."""
    try:
        return os.path.samestat(os.fstat(held.fileno()), place.stat())
    except FileNotFoundError:
        return False
