"""
Meetings: talks, calls and visits, with who took part, where and when.
"""
