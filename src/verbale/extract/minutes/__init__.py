"""
Minutes: who proposed, backed and opposed what, in the sentences that minutes are made of.
"""
