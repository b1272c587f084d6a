"""
Issues: the matters of a negotiation, and which words name which of them.
"""
