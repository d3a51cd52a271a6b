"""Channels outside the typed words: headers, parts, names of files, what hides in HTML. Each plants one mark."""

from __future__ import annotations

import re
from collections.abc import Callable
from email import message_from_bytes
from email.message import Message
from email.mime.base import MIMEBase
from email.mime.message import MIMEMessage
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from email.policy import compat32

from tests.anonymity.test_channels import CHANNELS

Plant = Callable[[bytes, str], bytes]
SENTINEL = "Qzxwvkjy"  # no word of ours or of anybody holds it


def _with_header(name: str, value: str) -> Plant:
    def plant(raw: bytes, mark: str) -> bytes:
        line = f"{name}: {value.format(mark)}\n".encode()
        if name.lower() in ("message-id", "in-reply-to", "references", "subject", "reply-to", "cc", "date"):
            # A second one of these would only make the message odd: theirs takes the place of what was there.
            raw = re.sub(rb"(?im)^" + name.encode() + rb":[^\n]*\n(?:[ \t][^\n]*\n)*", b"", raw, count=1)
        return line + raw

    return plant


def _sender(value: str) -> Plant:
    def plant(raw: bytes, mark: str) -> bytes:
        return re.sub(rb"(?im)^From:[^\n]*\n(?:[ \t][^\n]*\n)*", f"From: {value.format(mark)}\n".encode(), raw, count=1)

    return plant


def _with_part(make: Callable[[str], Message]) -> Plant:
    def plant(raw: bytes, mark: str) -> bytes:
        old = message_from_bytes(raw, policy=compat32)
        mixed = MIMEMultipart("mixed")
        for name, value in old.items():
            if not name.lower().startswith(("content-", "mime-version")):
                mixed[name] = value
        inner = Message()
        for name, value in old.items():
            if name.lower().startswith("content-"):
                inner[name] = value
        inner.set_payload(old.get_payload())
        mixed.attach(inner)
        mixed.attach(make(mark))
        return mixed.as_bytes()

    return plant


def _file(main: str, sub: str, name: str, content: str) -> Callable[[str], Message]:
    def make(mark: str) -> Message:
        part = MIMEBase(main, sub, name=name.format(mark))
        part.set_payload(content.format(mark))
        part["Content-Disposition"] = f'attachment; filename="{name.format(mark)}"; creation-date="{mark}"'
        part["Content-ID"] = f"<{mark}@01DA>"
        part["Content-Description"] = mark
        part["X-Attachment-Id"] = mark
        part["Content-Location"] = f"file:///home/{mark}/x"
        return part

    return make


def _forwarded(mark: str) -> Message:
    inner = MIMEText(f"words of {mark}")
    inner["From"] = f"{mark} <{mark}@host.example>"
    inner["Subject"] = mark
    return MIMEMessage(inner)


def _boundary(raw: bytes, mark: str) -> bytes:
    found = re.search(rb'boundary="?([^"\s;]+)', raw)
    return raw.replace(found[1], f"----=_{mark}_PROD.OUTLOOK".encode()) if found else raw


def _around(raw: bytes, mark: str) -> bytes:
    found = re.search(rb'boundary="?([^"\s;]+)', raw)
    if not found:
        return raw
    head, blank, body = raw.partition(b"\r\n\r\n" if b"\r\n\r\n" in raw else b"\n\n")
    return head + blank + f"preamble {mark}\n".encode() + body + f"\nepilogue {mark}\n".encode()


def _into_html(before: str, inserted: str) -> Plant:
    """Something hidden put in front of a tag of the HTML part; plain messages stay as they are."""

    def plant(raw: bytes, mark: str) -> bytes:
        message = message_from_bytes(raw, policy=compat32)
        for part in message.walk():
            if part.get_content_type() == "text/html":
                content = part.get_payload(decode=True)
                assert isinstance(content, bytes)
                text = content.decode(part.get_content_charset("utf-8"), "replace")
                at = text.lower().rfind(before)
                text = text[: max(at, 0)] + inserted.format(mark) + text[max(at, 0) :]
                del part["Content-Transfer-Encoding"]
                part.set_payload(text, "utf-8")
        return message.as_bytes()

    return plant


HEADERS: dict[str, Plant] = {name: _with_header(name, value) for name, value in CHANNELS if name != "Subject"}


def _every_header(raw: bytes, mark: str) -> bytes:
    for plant in HEADERS.values():
        raw = plant(raw, mark)
    return raw


STRUCTURE: dict[str, Plant] = {
    "every header": _every_header,
    "subject tag": _with_header("Subject", "AW: [{0}] Re: Your mentor"),
    "display name": _sender('"{0}" <writer@host.example>'),
    "display name in a comment": _sender("writer@host.example ({0})"),
    "encoded display name": _sender("=?utf-8?q?{0}?= <writer@host.example>"),
    "time zone": _with_header("Date", "Mon, 4 Jan 2027 23:01:02 +1245 ({0})"),
    "boundary": _boundary,
    "preamble and epilogue": _around,
    "pdf": _with_part(_file("application", "pdf", "{0}_CV.pdf", "%PDF-1.4 {0}")),
    "picture": _with_part(_file("image", "jpeg", "IMG_{0}.jpg", "JFIF {0}")),
    "document": _with_part(_file("application", "msword", "{0}.doc", "{0}")),
    "signature of S/MIME": _with_part(_file("application", "pkcs7-signature", "smime.p7s", "{0}")),
    "public key": _with_part(_file("application", "pgp-keys", "{0}.asc", "{0}")),
    "signature of PGP": _with_part(_file("application", "pgp-signature", "signature.asc", "{0}")),
    "visiting card": _with_part(_file("text", "vcard", "{0}.vcf", "FN:{0}")),
    "calendar": _with_part(_file("text", "calendar", "invite.ics", "ORGANIZER;CN={0}:mailto:{0}@host.example")),
    "Outlook's own": _with_part(_file("application", "ms-tnef", "winmail.dat", "{0}")),
    "rich text": _with_part(_file("application", "rtf", "letter.rtf", "{{\\rtf1{{\\info{{\\author {0}}}}}}}")),
    "external body": _with_part(_file("message", "external-body", "x", "Content-Type: text/plain\n\n{0}")),
    "message inside": _with_part(_forwarded),
    "comment": _into_html("</body", "<!-- {0} -->"),
    "comment for Outlook": _into_html("</body", "<!--[if mso]><p>{0}</p><![endif]-->"),
    "hidden text": _into_html("</body", '<div style="display:none">{0}</div>'),
    "picture from afar": _into_html("</body", '<img src="https://t.example/{0}.gif" width="1" height="1">'),
    "picture inside": _into_html("</body", '<img src="cid:{0}@01DA">'),
    "style": _into_html("</body", "<style>.{0} {{ color: red }}</style>"),
    "script": _into_html("</body", "<script>var a = '{0}'</script>"),
    "class": _into_html("</body", '<span class="{0}" id="{0}" data-x="{0}"></span>'),
}
