"""Yes or no, in the languages met so far; in doubt neither."""

from __future__ import annotations

import re

from mailbot.reading.folding import collapsed

_YES = frozenset("yes y yep yeah ja oui si sí sim tak jo kyllä igen ano áno evet da да ναι はい 是 예 نعم".split())  # noqa: SIM905 - a list of words
_NO = frozenset("no n nope nein non nee não nie nei nej ei nem ne hayır nu нет ні όχι いいえ 不是 아니요 لا".split())  # noqa: SIM905
_FIRST = re.compile(r"[^\W\d_]{1,6}(?=$|[\s,.;:!()–—-])")


def yes_or_no(text: str) -> int | None:
    """1 for yes, 0 for no, None where the answer begins with neither or says both ("no idea", "yes and no")."""
    found = _FIRST.match(text)
    if not found:
        return None
    word, rest = found[0].casefold(), text[found.end() :]
    others = set(collapsed(rest).split())
    if (word not in _YES and word not in _NO) or others & (_YES if word in _NO else _NO) or not ends_word(rest):
        return None
    return int(word in _YES)


def ends_word(rest: str) -> bool:
    """Whether a word stands by itself before this: "four, good" does, "one of my colleagues" does not."""
    return not rest.strip() or rest.lstrip(" \t")[0] in ".,;:!-–—(\r\n"
