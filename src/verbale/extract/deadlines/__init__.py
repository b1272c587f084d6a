"""
Deadlines: the last day for something, told as such or implied.
"""
