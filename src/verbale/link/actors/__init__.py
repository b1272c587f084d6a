"""
Actors: who is meant, across the pages of a pile.
"""
