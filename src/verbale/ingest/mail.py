"""
E-mail files of newsletters: the text part, or the HTML part where it has no other.
"""

from __future__ import annotations

import email
import email.policy
import io
from collections.abc import Iterator
from email.message import EmailMessage, MIMEPart
from email.utils import parseaddr, parsedate_to_datetime
from functools import partial

from verbale.errors import DocumentError
from verbale.ingest.found import Found, Told

# The standard library's parser raises all of these on damaged headers.
BROKEN = (AttributeError, ValueError, IndexError, TypeError, KeyError, LookupError)


class MailReader:
    """Reads a saved e-mail."""

    name = "eml"

    def accepts(self, found: Found) -> bool:
        """Take .eml."""
        return found.media == "message/rfc822" if found.media else found.suffixes[:1] == (".eml",)

    def read(self, found: Found) -> Iterator[Found]:
        """Yield the letter as a page; subject, sender and date are its metadata."""
        message = email.message_from_bytes(found.read(), policy=email.policy.default)
        if not isinstance(message, EmailMessage):
            raise DocumentError("Not an e-mail.")
        try:
            part = message.get_body(("html", "plain"))
            text = _content(part)
        except BROKEN as error:
            raise DocumentError(f"The e-mail is damaged: {type(error).__name__}.") from error
        if part is None or not text:
            raise DocumentError("The e-mail holds no text.")
        sender, _ = parseaddr(_header(message, "From") or "")
        told = Told(
            title=_header(message, "Subject"),
            outlet=sender or None,
            published=_day(message),
        )
        media = part.get_content_type()
        if media == "text/plain" and told.title:
            text = f"{told.title}\n\n{text}"
        yield found.member(
            "body", partial(io.BytesIO, text.encode("utf-8", "replace")), media=media, told=told
        )


def _header(message: EmailMessage, name: str) -> str | None:
    try:
        value = str(message.get(name, ""))
    except BROKEN:  # a header that cannot be read tells nothing
        return None
    return " ".join(value.split()) or None


def _content(part: MIMEPart | None) -> str | None:
    if part is None:
        return None
    try:
        content = part.get_content()
    except (LookupError, KeyError, ValueError):  # an encoding nobody knows
        payload = part.get_payload(decode=True)
        content = payload.decode("latin-1") if isinstance(payload, bytes) else None
    return content if isinstance(content, str) else None


def _day(message: EmailMessage) -> str | None:
    try:
        return parsedate_to_datetime(_header(message, "Date") or "").date().isoformat()
    except (TypeError, ValueError, IndexError):
        return None
