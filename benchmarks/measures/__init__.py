"""Measures: what the program costs, each a function that gives its figures as lines."""
