"""
Answers: what a side says to what was asked or offered, with a verb of answering or without.
"""
