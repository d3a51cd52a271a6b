"""Text made comparable: compatibility forms, marks and look-alike letters undone, invisible characters gone.

Case is kept (an ordinary word counts as a name only where it is capitalised); `lowered` takes it away.
"""

from __future__ import annotations

import unicodedata

# Letters that NFKD leaves whole, and Cyrillic and Greek ones that look like Latin ones. Names are folded the same way,
# so a name that is really Cyrillic still matches itself.
_LOOK_ALIKE = dict(
    zip(
        "АВЕКМНОРСТХУІЈЅԚԜавекмнорстхуіјѕԛԝΑΒΕΖΗΙΚΜΝΟΡΤΥΧαεικνορυχıȷɑɡ",
        "ABEKMHOPCTXYIJSQWabekmhopctxyijsqwABEZHIKMNOPTYXaeiknopuxijag",
        strict=True,
    ),
) | {"ß": "ss", "ẞ": "SS", "æ": "ae", "Æ": "Ae", "œ": "oe", "Œ": "Oe", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L"}
_LOOK_ALIKE |= {"đ": "d", "Đ": "D", "ð": "d", "Ð": "D", "þ": "th", "Þ": "Th"}
_LOOK_ALIKE |= dict.fromkeys("\u2018\u2019\u02bc\u02b9\u00b4`\u2032\uff07", "'")
_LOOK_ALIKE |= dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-")
_MOST_LETTERS = 8192  # kept folded; a text of every letter that there is must not fill the memory
_INVISIBLE = frozenset({"Mn", "Me", "Cf"})


class _Folding(dict[int, str]):
    """What each character becomes, worked out when first met: str.translate asks only once for each."""

    def __missing__(self, code: int) -> str:
        letter = chr(code)
        apart = _LOOK_ALIKE.get(letter) or "".join(
            _LOOK_ALIKE.get(piece, piece)
            for piece in unicodedata.normalize("NFKD", letter)
            if unicodedata.category(piece) not in _INVISIBLE
        )
        if len(self) < _MOST_LETTERS:
            self[code] = apart
        return apart


_FOLDING = _Folding()


def folded(text: str) -> str:
    """The text in its comparable form, case kept; shorter or longer than the text where that was not ASCII."""
    return text if text.isascii() else text.translate(_FOLDING)


def lowered(text: str) -> str:
    """Folded text in lower case, character for character as long as before."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(_low(letter) for letter in text)


def _low(letter: str) -> str:
    low = letter.lower()
    return low if len(low) == 1 else letter


def positions(text: str) -> list[int]:
    """For each character of `folded(text)` where it came from in the text; and the text's length at the end."""
    if text.isascii():
        return list(range(len(text) + 1))
    origin = [at for at, letter in enumerate(text) for _ in _FOLDING[ord(letter)]]
    return [*origin, len(text)]
