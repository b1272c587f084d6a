"""
The record file: one SQLite database, written by a build and read by questions.
"""

from verbale.store.dumping import canonical_hash
from verbale.store.opening import open_record
from verbale.store.reading import View
from verbale.store.writing import Store, write_record

__all__ = ["Store", "View", "canonical_hash", "open_record", "write_record"]
