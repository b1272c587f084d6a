"""
Figures: the numbers that pages tell, and where they differ.
"""
