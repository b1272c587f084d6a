"""
Engines: how the per-document stages are run, here or on many machines.

An engine takes documents and yields what was read from each, in any order, as soon
as it is done. What one page comes to does not depend on the engine.
"""

from verbale.engine.fingerprint import code_fingerprint
from verbale.engine.local import read_documents
from verbale.engine.reading import ReadPage, read_document

__all__ = ["ReadPage", "code_fingerprint", "read_document", "read_documents"]
