"""Letters that are drawn like Latin ones, and what they are taken for.

Names are folded by the same table as texts, so a name that is really Cyrillic or Greek still matches itself.
"""

from __future__ import annotations

import re
import unicodedata

_DRAWN_ALIKE = dict(
    zip(
        # Cyrillic
        "АВЕКМНОРСТХУІЈЅԚԜҮҺЬавекмнорстхуіјѕԛԝүһԁѵӏєґ"
        # Greek; small nu is drawn like v
        "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧαβγεικηνορτυχωσϲϳ"
        # Armenian, Coptic, Cherokee, Lisu letters that are drawn like Latin ones
        "օոսհցգԱՏՕⲟⲣᎪᎫᎬᎷᎻᎢᏚᏞᎠᏢᏒꓮꓙꓠꓰꓢꓟꓲꓔꓧ",
        "ABEKMHOPCTXYIJSQWYHbabekmhopctxyijsqwyhdvlerABEZHIKMNOPTYXabyeiknvoptuxwocjonuhgqUSOopAJEMHTSLDPRAJNESMITH",
        strict=True,
    )
)
_APART = {"ß": "ss", "ẞ": "SS", "æ": "ae", "Æ": "Ae", "œ": "oe", "Œ": "Oe", "ŋ": "n", "Ŋ": "N", "ı": "i", "ȷ": "j"}
_APART |= {"ð": "d", "Ð": "D", "þ": "th", "Þ": "Th", "ə": "e", "Ə": "E", "ɑ": "a", "ɡ": "g", "ſ": "s", "ʻ": "'"}
_APART |= dict.fromkeys("\u2018\u2019\u201b\u02bb\u02bc\u02b9\u02bd\u00b4`\u2032\u2035\uff07\u05f3\u1fbd", "'")
_APART |= dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2043\u30fb\u00b7\u058a", "-")
# Blanks that are no white space, and letters and marks that show nothing.
_APART |= {"\u2800": " "}
_APART |= dict.fromkeys("\u115f\u1160\u3164\uffa0\ufffc\u17b4\u17b5", "")
_INVISIBLE = frozenset({"Mn", "Me", "Cf"})
# LATIN SMALL LETTER L WITH STROKE, LATIN LETTER SMALL CAPITAL J, NEGATIVE SQUARED LATIN CAPITAL LETTER J,
# REGIONAL INDICATOR SYMBOL LETTER J, LATIN SMALL LETTER TURNED A ...
_NAMED = re.compile(
    r"(?:(?:NEGATIVE )?(?:CIRCLED|SQUARED) |PARENTHESIZED |MODIFIER |CROSSED )?"
    r"(?:REGIONAL INDICATOR SYMBOL |LATIN (?:(SMALL|CAPITAL|LETTER SMALL CAPITAL) )?)"
    r"(?:LETTER )?(?:SCRIPT |TURNED |REVERSED |INVERTED |DOTLESS |BARRED |SIDEWAYS )?([A-Z])(?: WITH .+)?",
)


def taken_for(letter: str) -> str:
    """What one character is taken for: its Latin look-alike, its base letter, or nothing where it shows nothing."""
    known = _APART.get(letter)
    if known is not None:
        return known
    return "".join(map(_piece, unicodedata.normalize("NFKD", letter)))


def _piece(piece: str) -> str:
    if unicodedata.category(piece) in _INVISIBLE:
        return ""
    known = _DRAWN_ALIKE.get(piece) or _APART.get(piece)
    if known is not None:
        return known
    if piece.isascii():
        return piece
    named = _NAMED.fullmatch(unicodedata.name(piece, ""))
    if named is None:
        return piece
    return named[2].lower() if named[1] == "SMALL" else named[2]
