"""
Warnings: what a side says will follow, told as such or by a condition.
"""
