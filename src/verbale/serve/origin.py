"""
Origin: whether a request comes from a page of this server, as the browser tells it.
"""

from __future__ import annotations

from urllib.parse import urlsplit

from fastapi import Request


def came_from_us(request: Request, *, unsaid: bool) -> bool:
    """
    Whether the page that sent a request is ours.

    A browser says so with every post; `unsaid` is the answer for what is no browser.
    """
    origin = request.headers.get("origin")
    if origin is None:
        site = request.headers.get("sec-fetch-site")
        return unsaid if site is None else site == "same-origin"
    try:
        return urlsplit(origin).netloc == request.headers.get("host")
    except ValueError:
        return False
