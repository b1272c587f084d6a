"""
Replies: which demand or proposal an act answers, and on whom a demand is.
"""
