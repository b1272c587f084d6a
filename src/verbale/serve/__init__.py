"""
Serving: a record for people in a browser, for programs, for agents.
"""
