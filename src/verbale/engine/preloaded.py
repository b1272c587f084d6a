"""
What workers have in common, loaded once: importing this module loads the packaged model.

The process that workers are forked from imports it, so that each of them is ready at
once and the model stands in memory once.
"""

from verbale.annotate import load_parser
from verbale.engine import reading

__all__ = ["reading"]

load_parser()
