"""
Time expressions: found by a grammar over words, kept as formulas.
"""
