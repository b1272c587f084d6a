"""
Acts: one thing done, put together from all its tellings.
"""
