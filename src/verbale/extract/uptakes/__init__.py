"""
Uptakes: clauses that say what becomes of a matter, whoever may have asked for it.
"""
