"""
Coreference: which mentions of one document mean the same actor.
"""
