"""A Draft into the bytes of a message. Composed anew, from an allow-list: what the Draft does not name is not sent.

    Date, From, To, Reply-To, Subject, Message-ID, In-Reply-To, References, Auto-Submitted, X-Auto-Response-Suppress,
    List-Id, List-Unsubscribe, X-Loop, MIME-Version, Content-Type; then one text part and one HTML part, both UTF-8,
    and the files that were made anew, if any.

Built by hand: the stdlib's EmailMessage costs 3.6 times as much and its boundaries say what wrote them.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime

from mailbot.message.encoded_words import checked, mailbox, tokens, unstructured
from mailbot.message.transfer import file_part, text_part
from mailbot.model.outbound import Attachment, Automation, Draft

MAX_REFERENCES = 50  # the first and the newest; about 4 kB
_ADDRESS = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]{0,252})")
_MESSAGE_ID = re.compile(r"<[!-;=?-~]{1,900}>")
_BOUNDARY = re.compile(r"[A-Za-z0-9'()+_,./:=?-]{1,69}")  # RFC 2046 allows 70; ours around it has one more
_FILE_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9.-]{0,59}")
_CONTENT_TYPE = re.compile(r"[a-z]{1,20}/[a-z0-9.+-]{1,100}")
_TOKEN = re.compile(r"[!-~]{1,900}")
_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def compose(draft: Draft) -> bytes:
    """The final bytes: CRLF only, seven bits, lines of at most 998. ValueError, ours, for a value that cannot be sent.

    CR, LF and NUL are refused in every header value; an address must be plain ASCII (RFC 5321, no SMTPUTF8).
    """
    return "".join(_headers(draft)).encode("ascii") + _with_files(draft, _words(draft))


def _words(draft: Draft) -> bytes:
    """The text, and the HTML beside it, from Content-Type on."""
    text = text_part("plain", draft.words.text)
    html = text_part("html", draft.words.html) if draft.words.html else b""
    if not html and not draft.attachments:
        return text
    boundary = _matching(_BOUNDARY, draft.boundary, "boundary").encode("ascii")
    if boundary in text or boundary in html:
        raise ValueError("the boundary stands in the text")
    return _multipart(b"alternative", boundary, [text, html]) if html else text


def _with_files(draft: Draft, words: bytes) -> bytes:
    """The words with the files behind them. Base64 holds no "-", so that no file can hold a boundary."""
    if not draft.attachments:
        return words
    outer = b"m" + draft.boundary.encode("ascii")  # not behind it: some parsers look at a boundary's beginning only
    return _multipart(b"mixed", outer, [words, *map(_file, draft.attachments)])


def _file(attachment: Attachment) -> bytes:
    name = _matching(_FILE_NAME, attachment.filename, "file name")
    kind = _matching(_CONTENT_TYPE, attachment.content_type, "content type")
    return file_part(kind, name, attachment.content)


def _multipart(subtype: bytes, boundary: bytes, parts: list[bytes]) -> bytes:
    return b"".join(
        (
            b'Content-Type: multipart/%s; boundary="%s"\r\n\r\n' % (subtype, boundary),
            *(b"--%s\r\n%s\r\n" % (boundary, part) for part in parts),
            b"--%s--\r\n" % boundary,
        ),
    )


def _headers(draft: Draft) -> list[str]:
    lines = [
        f"Date: {_date(draft.date)}\r\n",
        mailbox("From", draft.from_name, _address(draft.from_address)),
        mailbox("To", draft.to_name, _address(draft.to_address)),
    ]
    if draft.reply_to:
        lines.append(mailbox("Reply-To", "", _address(draft.reply_to)))
    lines += [
        unstructured("Subject", draft.words.subject),
        tokens("Message-ID", [_message_id(draft.message_id)]),
    ]
    if draft.in_reply_to:
        lines.append(tokens("In-Reply-To", [_message_id(draft.in_reply_to)]))
    if draft.references:
        chosen = draft.references[:1] + draft.references[1:][-(MAX_REFERENCES - 1) :]
        lines.append(tokens("References", [_message_id(reference) for reference in chosen]))
    if draft.automation is not Automation.NONE:
        lines.append(f"Auto-Submitted: {draft.automation.value}\r\n")
        lines.append("X-Auto-Response-Suppress: All\r\n")
    if draft.list_id:
        lines.append(tokens("List-Id", [f"<{_matching(_TOKEN, draft.list_id.strip('<>'), 'List-Id')}>"]))
    if draft.unsubscribe:
        lines.append(tokens("List-Unsubscribe", [f"<{_matching(_TOKEN, draft.unsubscribe, 'List-Unsubscribe')}>"]))
    if draft.loop_mark:
        lines.append(tokens("X-Loop", [_matching(_TOKEN, draft.loop_mark, "X-Loop")]))
    lines.append("MIME-Version: 1.0\r\n")
    return lines


def _date(when: datetime) -> str:
    """RFC 5322 3.3, in UTC, so that it tells no zone; %a and %b would follow the locale."""
    if when.tzinfo is None:
        raise ValueError("the date needs its zone")
    utc = when.astimezone(UTC)
    return f"{_DAYS[utc.weekday()]}, {utc.day:02} {_MONTHS[utc.month - 1]} {utc.year:04} {utc:%H:%M:%S} +0000"


def _address(value: str) -> str:
    return _matching(_ADDRESS, value, "address")


def _message_id(value: str) -> str:
    return _matching(_MESSAGE_ID, value, "Message-ID")


def _matching(pattern: re.Pattern[str], value: str, what: str) -> str:
    if not pattern.fullmatch(checked(value)):
        raise ValueError(f"this {what} cannot stand in a header")
    return value
