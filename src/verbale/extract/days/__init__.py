"""
Days: on which day a page tells an act to have been done, where its own words leave it open.
"""
