"""
The record file: one SQLite database, written by a build and read by questions.
"""

from verbale.store.reading import View

__all__ = ["View"]
