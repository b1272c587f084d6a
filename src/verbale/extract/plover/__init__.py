"""
PLOVER: the category and mode of an act, derived and never forced.
"""
