"""
Attribution: who is reported to have said, held or wanted what.
"""
