"""
Statements of the record: what one page tells, joined where pages share its words.
"""
