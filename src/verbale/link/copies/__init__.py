"""
Copies: pages, and passages of pages, that repeat another page's words.
"""
