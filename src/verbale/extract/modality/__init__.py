"""
Modality: whether an act is told as done, planned, possible, supposed, denied, feared or asked for.
"""
