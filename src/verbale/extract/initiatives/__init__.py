"""
Initiatives: whose idea a thing is told to have been.
"""
