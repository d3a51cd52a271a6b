"""Bytes of a body part -> text, whatever the part says about itself. Never an exception."""

from __future__ import annotations

# Seven-bit or zero-filled encodings: their bytes are valid UTF-8 too, so here the declaration is all there is.
_DECLARATION_FIRST = ("iso-2022-", "iso2022", "hz", "utf-7", "utf7", "utf-16", "utf16", "utf-32", "utf32")
# Codecs that Python knows but no mail is written in; some of them take quadratic time.
_NEVER = frozenset({"idna", "punycode", "undefined", "unicode_escape", "raw_unicode_escape", "mbcs", "oem"})


def decoded(raw: bytes, declared: str | None) -> tuple[str, str]:
    """The text and the charset that gave it: strict UTF-8, then the declared one, then Windows-1252.

    UTF-8 comes first because clients declare us-ascii, iso-8859-1 or Big5 over UTF-8 bytes, and no text in
    those charsets is valid UTF-8 by accident. What not even Windows-1252 knows is read as Latin-1.
    """
    name = (declared or "").strip().strip("\"'").lower()
    order = ["utf-8", name, "cp1252"]
    if name.startswith(_DECLARATION_FIRST):
        order = [name, "utf-8", "cp1252"]
    for charset in order:
        if not charset or charset.replace("-", "_") in _NEVER:
            continue
        try:
            return raw.decode(charset), charset
        except (UnicodeError, LookupError, ValueError):
            continue
    return raw.decode("latin-1"), "latin-1"
