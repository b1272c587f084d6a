"""
Sniffing: what a thing is when its name does not tell.
"""

from __future__ import annotations

import re
from dataclasses import replace

from verbale.ingest.decode import decode, looks_binary
from verbale.ingest.found import Found

SIGNATURES = (
    (b"\x1f\x8b", "application/gzip"),
    (b"\x28\xb5\x2f\xfd", "application/zstd"),
    (b"PK\x03\x04", "application/zip"),
    (b"%PDF-", "application/pdf"),
    (b"WARC/", "application/warc"),
)
HTML = re.compile(
    r"^\s*(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|div|p|article|meta)\b",
    re.IGNORECASE | re.DOTALL,
)
FEED = re.compile(
    r"^\s*(?:<\?xml[^>]*>\s*)?(?:<[!?][^>]*>\s*)*<(?:rss|feed|rdf:RDF)\b", re.IGNORECASE
)
MAIL = re.compile(r"^(?:[A-Za-z][A-Za-z0-9\-]*: .*\r?\n(?:[ \t].*\r?\n)*){3,}")
MAIL_NAMES = re.compile(
    r"^(?:from|subject|mime-version|received|message-id|return-path):", re.IGNORECASE | re.MULTILINE
)
TAR_AT, TAR = 257, b"ustar"


def sniff(found: Found) -> Found:
    """Tell the kind of a thing by its first bytes."""
    head = found.head(4096)
    return replace(found, media=_media(head))


def _media(head: bytes) -> str | None:
    for signature, media in SIGNATURES:
        if head.startswith(signature):
            return media
    if head[TAR_AT : TAR_AT + len(TAR)] == TAR:
        return "application/x-tar"
    if looks_binary(head) and head[:4096].count(0) <= len(head) // 4:
        return None
    text = decode(head)
    if HTML.match(text):
        return "text/html"
    if FEED.match(text):
        return "application/rss+xml"
    if text.lstrip().startswith(("{", "[")) and '"' in text:
        return "application/jsonl"
    if MAIL.match(text) and len(set(MAIL_NAMES.findall(text))) > 1:
        return "message/rfc822"
    return "text/plain"
