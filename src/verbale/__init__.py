"""
verbale: the record of a negotiation, computed from the news.
"""

__version__ = "0.1.0"
