"""
Details: place, time, condition, kind of paper, level and ordinal of an act.
"""
