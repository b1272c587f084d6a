"""
Demands: what somebody is told to ask of somebody, in all the forms pages give it.
"""
