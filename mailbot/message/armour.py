"""PGP's clear signature taken off a text: what was signed can be read by everybody (RFC 9580 7)."""

from __future__ import annotations

_BEGIN = "-----BEGIN PGP SIGNED MESSAGE-----"
_SIGNATURE = "-----BEGIN PGP SIGNATURE-----"
_END = "-----END PGP SIGNATURE-----"


def without_armour(text: str) -> str:
    """The text without the lines that sign it, its escaped dashes undone; any other text as it is."""
    if not (_BEGIN in text and _SIGNATURE in text and _END in text):
        return text
    kept: list[str] = []
    headers = signed = signature = False
    for row in text.splitlines():
        mark = row.strip()
        if mark == _BEGIN:
            headers = signed = True
        elif mark == _SIGNATURE and signed:
            signature, signed = True, False
        elif mark == _END and signature:
            signature = False
        elif headers:
            headers = bool(mark)  # "Hash: SHA512", then an empty line
        elif not signature:
            kept.append(row.removeprefix("- ") if signed else row)
    return "\n".join(kept)
