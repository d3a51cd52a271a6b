"""Yes or no, in the languages met so far; in doubt, neither."""

from __future__ import annotations

from collections.abc import Sequence

from mailbot.reading.folding import squared
from mailbot.reading.ratings_tokens import Token

_YES_WORDS = "yes y yep yeah yup ja jo jep oui ouais si sí sì sim tak ano evet igen kyllä да так ναι نعم כן はい 是"
_NO_WORDS = "no n nope nein nö nee non não nie ne nej nei ei hayır nem нет ні όχι لا לא いいえ 否"
# What may follow "no" without a comma: it can be the first word of anything ("no idea").
_BEFORE_WORDS = "oh well so hmm um ah sorry unfortunately sadly luckily also leider zum glück naja bueno pues"
_BEHIND_NO_WORDS = (
    "i we he she it they not never nothing sorry thanks thank because but ich wir er sie es noch leider danke aber "
    "weil je nous pas merci mais parce yo nosotros todavía gracias pero io noi ancora grazie ma ik we nog bedankt maar "
    "jeszcze dziękuję ale"
)
_BOTH_WORDS = "and or und oder et ou y o e en of lub och eller"
_YES = frozenset(map(squared, _YES_WORDS.split()))
_NO = frozenset(map(squared, _NO_WORDS.split()))
_BEFORE = frozenset(map(squared, _BEFORE_WORDS.split()))
_BEHIND_NO = frozenset(map(squared, _BEHIND_NO_WORDS.split()))
_BOTH = frozenset(map(squared, _BOTH_WORDS.split()))


def yes_or_no(tokens: Sequence[Token]) -> int | None:
    """1 for yes, 0 for no; None where it says both, neither or something else."""
    at = 0
    while at < len(tokens) and (tokens[at].kind in ("sign", "line") or tokens[at].text in _BEFORE):
        at += 1
    word = tokens[at].text if at < len(tokens) else ""
    if word not in _YES and word not in _NO:
        return None
    rest = tokens[at + 1 :]
    others = _NO if word in _YES else _YES
    if any(token.text in others for token in rest):
        return None
    if rest and rest[0].kind == "sign" and rest[0].text in ("?", "/"):
        return None
    if rest and rest[0].kind in ("word", "number"):
        follows = rest[0].text not in _BOTH if word in _YES else rest[0].text in _BEHIND_NO
        return int(word in _YES) if follows else None
    return int(word in _YES)
