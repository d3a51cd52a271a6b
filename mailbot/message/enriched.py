"""A text/enriched part (RFC 1896) as plain text: old Eudora, Apple's first Mail and Emacs send nothing else."""

from __future__ import annotations

import re

_TAG = re.compile(r"<<|<(/?)([a-zA-Z-]{1,60})>")
_NEWLINES = re.compile(r"\n{1,9}")


def plain_of_enriched(source: str) -> str:
    """The words with their paragraphs: one line end is a blank, of several one is dropped (RFC 1896 2)."""
    pieces: list[str] = []
    at = silent = 0
    for tag in _TAG.finditer(source):
        if not silent:
            pieces.append(_filled(source[at : tag.start()]))
        at = tag.end()
        if tag[0] == "<<":
            pieces.append("<")
        elif tag[2].lower() == "param":  # what stands in it is a colour or a font
            silent = not tag[1]
    return "".join([*pieces, _filled(source[at:])])


def _filled(words: str) -> str:
    return _NEWLINES.sub(lambda found: found[0][1:] or " ", words)
