"""
Names: where a name stands, how far it reaches and what it says of its bearer.
"""
