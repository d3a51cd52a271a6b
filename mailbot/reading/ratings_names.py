"""The names of a scale's points or a choice's options, found in an answer."""

from __future__ import annotations

from collections.abc import Sequence

from mailbot.reading.folding import squared
from mailbot.reading.ratings_tokens import Token, plain_answer, tokens_of
from mailbot.reading.ratings_words import SMALL

_SHORTEST = 4  # letters of a name's beginning that stand for all of it
_AROUND = " \t\n*_.,!;:\"'\u201c\u201d\u2018\u2019()[]"


class Names:
    """The names in order; their values count from 1."""

    __slots__ = ("_forms", "_squared", "_words")

    def __init__(self, names: Sequence[str]) -> None:
        self._squared = [squared(name.strip(_AROUND)) for name in names]
        self._words = [tuple(token.text for token in tokens_of(plain_answer(name))) for name in names]
        # "Werkstatt" says "in der Werkstatt", where no other option can be meant by it.
        bare = [_without_small(words) for words in self._words]
        unlike = [words if bare.count(words) == 1 and words not in self._words else () for words in bare]
        self._forms = [*enumerate(self._words, 1), *enumerate(unlike, 1)]

    @property
    def have_numbers(self) -> bool:
        """Whether a number can be meant as part of a name of another value: "3 days" as the second, "1 to 2"."""
        return any(
            token.isdigit() and (at > 0 or int(token) != value)
            for value, words in enumerate(self._words, 1)
            for at, token in enumerate(words)
        )

    @property
    def are_numbers(self) -> bool:
        """Whether the names are nothing but numbers, as on a scale from 0 to 10: then a number is a name."""
        return all(name.isdigit() for name in self._squared)

    def whole(self, text: str) -> int | None:
        """The value of the name that is the whole text."""
        words = squared(text.strip(_AROUND))
        hits = [value for value, name in enumerate(self._squared, 1) if name == words and words]
        return hits[0] if len(hits) == 1 else None

    def at(self, tokens: Sequence[Token], start: int) -> tuple[int, int]:
        """The value of the longest name that begins there, and where it ends; zeros if there is none."""
        best = (0, 0)
        for value, words in self._forms:
            end = start + len(words)
            if words and end > best[1] and tuple(token.text for token in tokens[start:end]) == words:
                best = (value, end)
        return best

    def among(self, tokens: Sequence[Token], start: int) -> set[int]:
        """The values of all names from there on."""
        found: set[int] = set()
        at = start
        while at < len(tokens):
            value, end = self.at(tokens, at)
            if value:
                found.add(value)
            at = max(end, at + 1)
        return found

    def begun(self, tokens: Sequence[Token]) -> int | None:
        """The value of the one name that begins with these words, or with all but a small one in front."""
        words = [token.text for token in tokens if token.kind in ("word", "number")]
        for skipped in range(len(words)):
            rest = tuple(words[skipped:])
            hits = [
                value
                for value, name in enumerate(self._words, 1)
                if rest in (_spoken(name)[: len(rest)], _spoken(_without_small(name))[: len(rest)])
            ]
            if len(hits) == 1 and len("".join(rest)) >= _SHORTEST:
                return hits[0]
            if rest[0] not in SMALL:
                return None
        return None


def _without_small(words: tuple[str, ...]) -> tuple[str, ...]:
    """Without the small words in front, unless too little is left to know it by."""
    at = 0
    while at < len(words) and words[at] in SMALL:
        at += 1
    return words[at:] if len("".join(words[at:])) >= _SHORTEST else words


def _spoken(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(word for word in words if word[:1].isalnum())
