"""
Dating: the days of pages, acts and sayings, each with its reasons.
"""
