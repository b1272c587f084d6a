"""
Stances: where somebody is told to stand on a matter, without asking or answering anything.
"""
