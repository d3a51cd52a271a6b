"""Authentication-Results taken apart (RFC 8601 2.2): quoted strings, comments and white space wherever they may stand.

Much in this header is chosen by whoever sends: the return path, the domain of a signature. A server that copies it
unquoted lets `d=victim.org(.evil.org` look like a value with a comment behind it. So a value that touches a comment,
words that belong to nothing and a property given twice spoil their result; a quote or comment that never ends spoils
the header.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_METHOD = re.compile(r"[a-z0-9-]{1,40}")
_WORD = re.compile(r'[^;= \t("]+')
_CONTROL = re.compile(r"[\x00-\x08\x0a-\x1f\x7f]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """One method's result with its properties, all in lower case: `dkim=pass header.d=example.org`."""

    method: str
    result: str
    properties: dict[str, str]
    spoiled: bool = False  # it can be read in more than one way


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    """One header: who wrote it ("" where it does not say), and what was found."""

    server: str
    results: tuple[Result, ...] = ()
    damaged: bool = False


# Its kind, and its text: ";" "=" " ", "(" for a comment, "w" for a word, '"' for a quoted string.
_Token = tuple[str, str]


class _Damaged(Exception):
    """It has no end."""


def read_stamp(value: str) -> Stamp:
    """The header's value as a stamp; of a damaged one only who wrote it."""
    sections: list[list[_Token]] = [[]]
    damaged = _CONTROL.search(value) is not None
    try:
        for token in _tokens(value.lower()):
            if token[0] == ";":
                sections.append([])
            else:
                sections[-1].append(token)
    except _Damaged:
        damaged = True
    first = sections[0]
    nameless = any(kind == "=" for kind, _ in first)  # Exchange Online begins with the first result
    server = "" if nameless else _server(first)
    if damaged:
        return Stamp(server=server, damaged=True)
    found = []
    for section in sections if nameless else sections[1:]:
        result = _result(_Reader(section))
        if result is not None:
            found.append(result)
        elif not nameless and _lone_words(section) not in ("", "none"):
            return Stamp(server=server, damaged=True)
    return Stamp(server=server, results=tuple(found))


def _server(tokens: list[_Token]) -> str:
    """The authserv-id; "?" for one that says more than a name and version 1."""
    reader = _Reader(tokens)
    name, version = reader.value()[0], reader.value()[0]
    return name if name and version in ("", "1") and reader.at_end() else "?"


def _lone_words(section: list[_Token]) -> str:
    return " ".join(text for kind, text in section if kind in ("w", '"'))


def _result(reader: _Reader) -> Result | None:
    """The result of one section; None for "none", for an empty section and for a lone word (Exchange Online of old)."""
    method = reader.name()
    if method is None:
        return None
    method, slash, version = method.partition("/")
    result, _ = reader.value()
    spoiled = not _METHOD.fullmatch(method) or (slash != "" and version.strip() != "1")
    properties: dict[str, str] = {}
    while (name := reader.name()) is not None:
        text, touched = reader.value()
        spoiled |= touched or properties.setdefault(name, text) != text
    spoiled |= not reader.at_end()
    return Result(method=method, result=result, properties=properties, spoiled=spoiled)


class _Reader:
    """Walks over one section's tokens."""

    def __init__(self, tokens: list[_Token]) -> None:
        self._tokens = tokens
        self._at = 0

    def _kind(self, ahead: int = 0) -> str:
        return self._tokens[self._at + ahead][0] if self._at + ahead < len(self._tokens) else ""

    def _skip(self) -> None:
        while self._kind() in (" ", "("):
            self._at += 1

    def at_end(self) -> bool:
        """Whether nothing but white space and comments is left."""
        self._skip()
        return not self._kind()

    def name(self) -> str | None:
        """The word before the next "=", both passed; None, and nothing passed, when there is no such."""
        self._skip()
        began = self._at
        if self._kind() == "w":
            word = self._tokens[self._at][1]
            self._at += 1
            self._skip()
            if self._kind() == "=":
                self._at += 1
                return word
        self._at = began
        return None

    def value(self) -> tuple[str, bool]:
        """What stands here up to the next white space, quotes undone, and whether a comment touches it."""
        before = self._at
        self._skip()
        if self._at > before and self._begins_a_pair():  # "smtp.mailfrom= smtp.helo=x": the first is empty
            return "", False
        touched = self._at > before and self._tokens[self._at - 1][0] == "(" and self._kind() != ""
        text = ""
        while self._kind() in ("w", '"', "="):
            text += self._tokens[self._at][1]
            self._at += 1
        return text, touched or self._kind() == "("

    def _begins_a_pair(self) -> bool:
        return self._kind() == "w" and (self._kind(1) == "=" or (self._kind(1) == " " and self._kind(2) == "="))


def _tokens(value: str) -> Iterator[_Token]:
    """One pass over the value, each character once."""
    position = 0
    while position < len(value):
        letter = value[position]
        if letter == "(":
            end = _comment_end(value, position)
            yield "(", ""
        elif letter == '"':
            end, text = _quoted(value, position)
            yield '"', text
        elif letter in ";=":
            end = position + 1
            yield letter, letter
        elif letter in " \t":
            end = position + 1
            yield " ", ""
        else:
            word = _WORD.match(value, position)
            assert word is not None  # noqa: S101 - every letter that ends a word has its case above
            end = word.end()
            yield "w", word[0]
        position = end


def _quoted(value: str, start: int) -> tuple[int, str]:
    """Where the quoted string ends, and its text with quoted pairs undone."""
    letters: list[str] = []
    position = start + 1
    while position < len(value):
        letter = value[position]
        if letter == '"':
            return position + 1, "".join(letters)
        if letter == "\\":
            position += 1
        letters.append(value[position : position + 1])
        position += 1
    raise _Damaged


def _comment_end(value: str, start: int) -> int:
    """Behind the comment; a quote left open in it says that its text was not the server's own."""
    depth = quotes = 0
    position = start
    while position < len(value):
        letter = value[position]
        if letter == "\\":
            position += 1
        elif letter == '"':
            quotes += 1
        elif letter in "()":
            depth += 1 if letter == "(" else -1
            if depth == 0 and quotes % 2 == 0:
                return position + 1
            if depth == 0:
                raise _Damaged
        position += 1
    raise _Damaged
