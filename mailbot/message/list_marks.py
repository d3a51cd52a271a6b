"""The marks of list items, which are drawn and stand nowhere in the text: "3. ", "c. ", "iii. ", "- "."""

from __future__ import annotations

_LETTERS = frozenset({"lower-alpha", "lower-latin", "upper-alpha", "upper-latin", "a", "A"})
_ROMANS = frozenset({"lower-roman", "upper-roman", "i", "I"})
_BULLETS = frozenset({"disc", "circle", "square"})
_ROMAN_PARTS = ((50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_LAST_LETTER = 26
_LAST_ROMAN = 89


def list_mark(number: int | None, marker: str) -> str:
    """What is drawn before an item: by its number (None: bullets) and the marker that its list asks for."""
    kinds = marker.split()
    kind = kinds[0] if kinds else ""
    if "none" in kinds:
        return ""
    if number is None or kind in _BULLETS:
        return "- "
    written = str(number)
    if kind in _LETTERS and 0 < number <= _LAST_LETTER:
        written = chr(ord("a") + number - 1)
    elif kind in _ROMANS and 0 < number <= _LAST_ROMAN:
        written = _roman(number)
    return f"{written.upper() if kind[:1] in ('A', 'I') or kind.startswith('upper') else written}. "


def _roman(number: int) -> str:
    found = ""
    for value, letters in _ROMAN_PARTS:
        while number >= value:
            found += letters
            number -= value
    return found
