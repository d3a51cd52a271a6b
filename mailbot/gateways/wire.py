"""Line ends on the wire: a bare CR or LF is how messages are smuggled (CVE-2023-51764), in and out."""

from __future__ import annotations

import re

_BARE = re.compile(rb"\r(?!\n)|(?<!\r)\n")


def has_bare_line_end(raw: bytes) -> bool:
    r"""Whether there is a CR or LF that is not part of a CRLF: all else matches `(?:[^\r\n]|\r\n)*`."""
    return _BARE.search(raw) is not None
