"""The number that a line begins with, in whatever notation: "1.", "Q1 -", "(1)", "１．", "①", "٣)", "1st question:"."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

HEAD = 48  # characters in which a line's number must stand
ENCLOSED = "\u20e3"  # stands behind a number whose sign is its own delimiter: a keycap, "①"
_MOST = 99
_INVISIBLE = frozenset("\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u00ad\ufe0f\ufe0e\u2066\u2067\u2068\u2069\u061c") | {
    chr(code) for code in range(0x202A, 0x202F)
}
_SIGNS = str.maketrans(
    "\u2010\u2011\u2012\u2013\u2014\u2212\u00ba\u00aa\u3001\u3002\u2192\u21d2\u27a1\u2794\uff0d\u200a",
    "------\u00b0\u00b0,.>>>>- ",
)
# Words that mean "question", "answer" or "number", and the small words between them.
_THINGS = (
    "question questions q qu qn ques quest answer answers ans a response reply point pt item number num no nr n part "
    "frage fragen antwort antworten nummer punkt réponse reponse numéro numero pregunta respuesta punto pergunta "
    "resposta ponto número domanda risposta vraag antwoord fråga svar spørgsmål spørsmål pytanie odpowiedź kysymys "
    "vastaus otázka odpověď soru cevap kérdés válasz întrebarea răspuns вопрос ответ питання відповідь ερώτηση "
    "απάντηση سؤال جواب שאלה תשובה 问题 問題 质问 質問 答案 回答 問 问 答 問い 答え 질문 답변 답"
)
_SMALL_WORDS = (
    "to for on of the my re regarding about correction zu zur auf für meine à a la le de pour sur al alla till til op "
    "mijn mi"
)
NUMBERED_THINGS = frozenset(_THINGS.split())
_LINKS = frozenset(_SMALL_WORDS.split())
_PLAIN_LEADS = frozenset(("q", "#", "question", "answer", "frage", "antwort"))
_CONCERNING = frozenset(("re", "zu", "ad", "regarding", "concerning", "for", "on"))
_FIRST_DIGITS = re.compile(r"[0-9]+")
_BULLET = re.compile(r"[-*+\u2022\u00b7\u25cf\u25aa]\s{1,3}(?=\S)")
_ORDINAL = re.compile(r"\u00b0|(?:st|nd|rd|th|er|ère|ème|eme|re|e|ste|de|te)(?![^\W_])", re.IGNORECASE)
_THING = re.compile(r"\s?([^\W\d_]{1,12})", re.IGNORECASE)
_DELIMITER = re.compile(r"\s?(?:[.):\]>|=/,;~\u2026]|-(?!\d)){1,3}|\s?-(?=\d)")
_MINUTES = re.compile(r"[0-5][0-9](?![0-9])")
_EMPHASIS = "*_"
_ANSWER_SIGNS = "->=~/|"  # with which answers begin too


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """A number at the start of a line: its style, where the words behind it begin, how sure it is one."""

    number: int
    style: str
    end: int
    led: bool = False  # a word for "question" or "answer" stands in front
    strange: bool = False  # a word in front that is not known: "Thema 1:"
    tight: bool = False  # the words follow without a blank
    digit: bool = False  # and begin with a digit: "2.4" could be one number
    part: bool = False  # "1a)": a part of a question
    bare_style: str = ""  # the style, if its last sign is the answer's own: "Q3 > 3 years" among "Q2 yes"
    bare_end: int = 0

    @property
    def stands_alone(self) -> bool:
        """Whether one such line is enough: "Q2 4" is, "No 2 papers yet" is not."""
        words, _, mark = self.style.rpartition(" ")
        return self.strong and (not self.led or bool(words) or mark in _PLAIN_LEADS)

    @property
    def plain_lead(self) -> bool:
        """Whether the word in front can be nothing else: "no 8" can end a sentence, "question 8" seldom does."""
        words = self.style.rpartition(" ")[0] or self.style
        return not self.led or words in _PLAIN_LEADS or len(words) > 3  # noqa: PLR2004

    @property
    def strong(self) -> bool:
        """Whether answers seldom begin so: "3 years" and "4 - good" do, "3." and "Q3" do not."""
        mark = self.style.rpartition(" ")[2].lstrip(f"([{ENCLOSED}")
        return self.led or (mark[:1] in tuple(".):]") and not mark.startswith("..") and not self.strange)


def head_of(text: str) -> Head | None:
    """The number that the line begins with; None if it begins otherwise."""
    plain, places = _plain(text[:HEAD])
    found = _FIRST_DIGITS.search(plain)
    if found is None or len(found[0]) > 2 or not 1 <= int(found[0]) <= _MOST:  # noqa: PLR2004 - nobody asks 100 questions
        return None
    lead = _lead(plain[: found.start()])
    if lead is None:
        return None
    bracket, words = lead
    at, thing = _past_ordinal(plain, found.end())
    if at < 0:
        return None
    words = words or thing
    emphasis = sum(plain[: found.start()].count(sign) for sign in _EMPHASIS)
    return _with_delimiter(plain, places, at, int(found[0]), (bracket, words, emphasis))


def plain_signs(text: str) -> str:
    """The text with digits, blanks and marks of every script as ASCII has them, and nothing invisible."""
    return "".join(char if char.isascii() else _plain_sign(char) for char in text)


def _plain(head: str) -> tuple[str, list[int]]:
    """The characters in their plain form, and for each the place in the line that it came from."""
    chars: list[str] = []
    places: list[int] = []
    for place, char in enumerate(head):
        plain = char if char.isascii() else _plain_sign(char)
        chars.append(plain)
        places += [place] * len(plain)
    return "".join(chars), [*places, len(head)]


@lru_cache(maxsize=1024)
def _plain_sign(char: str) -> str:
    if char in _INVISIBLE:
        return ""
    if char.isspace():
        return " "
    number = unicodedata.numeric(char, None)
    category = unicodedata.category(char)
    if number is not None and category in ("Nd", "No") and number == int(number) and 0 <= number <= _MOST:
        return str(int(number)) + (ENCLOSED if category == "No" else "")
    folded = char.translate(_SIGNS)
    return folded if folded != char else unicodedata.normalize("NFKC", char)


def _lead(before: str) -> tuple[str, str] | None:
    """The bracket and the words in front of the number; None if something else stands there."""
    bullet = _BULLET.match(before.lstrip() + "1")
    words = (before.lstrip()[bullet.end() :] if bullet else before).strip(f" \t{_EMPHASIS}")
    bracket = ""
    if words[:1] in ("(", "["):
        bracket, words = words[0], words[1:].strip()
    words = words.rstrip(f"{_EMPHASIS} ").replace("\u00b0", " ").replace(".", " ")
    hashed = words.endswith("#")
    words = " ".join(words.removesuffix("#").casefold().split())
    if not words:
        return bracket, "#" if hashed else ""
    if not all(part.isalpha() or "'" in part for part in words.split()):
        return None
    one_letter = len(words) == 1 and words != "q" and before[-1:].isspace()  # "a 3", "I 2": no label
    return None if one_letter else (bracket, words)


def _past_ordinal(plain: str, at: int) -> tuple[int, str]:
    """Behind "1st question", with the word for what is counted; -1 for "3rd year" and "2nd of May"."""
    ordinal = _ORDINAL.match(plain, at)
    if ordinal is None:
        return at, ""
    at = ordinal.end()
    thing = _THING.match(plain, at)
    if thing is None or (ordinal[0] == "\u00b0" and (len(thing[1]) < 4 or thing[1].casefold() not in NUMBERED_THINGS)):  # noqa: PLR2004 - "5º No."
        return at, "ordinal"
    return (thing.end(), thing[1].casefold()) if thing[1].casefold() in NUMBERED_THINGS else (-1, "")


def _with_delimiter(plain: str, places: list[int], at: int, number: int, before: tuple[str, str, int]) -> Head | None:
    bracket, words, emphasis = before
    enclosed = plain.startswith(ENCLOSED, at)
    at += enclosed
    number_end = at
    part = re.match(r"\s?[a-h](?=[).:])", plain[at:])
    at = _past_emphasis(plain, at + (part.end() if part else 0), emphasis)
    found = _DELIMITER.match(plain, at)
    mark = found[0].strip() if found else ""
    at = _past_emphasis(plain, found.end() if found else at, emphasis)
    rest = plain[at : at + 1]
    if mark == ":" and _MINUTES.match(plain, at):
        return None  # "9:30"
    known = words == "#" or is_known_lead(words)
    tight = bool(rest) and not rest.isspace()
    if tight and not mark and not enclosed:
        return None  # "3rd", "2x", "10%"
    if bracket and not mark.startswith((")", "]")):
        return None
    if words and not known and not mark:
        return None  # "In 3 weeks", "I would say 4"
    while plain[at : at + 1].isspace():
        at += 1
    style = _style(bracket, words, mark, enclosed=enclosed)
    bare_style, bare_end = _bare(plain, number_end, found, style, mark)
    return Head(
        number=number,
        style=style,
        end=places[at],
        led=bool(words) and known,
        strange=bool(words) and not known,
        tight=tight and not enclosed,
        digit=tight and rest.isdigit() and not enclosed and mark[-1:] not in (")", "]"),
        part=part is not None,
        bare_style=bare_style,
        bare_end=places[bare_end],
    )


def _bare(plain: str, at: int, found: re.Match[str] | None, style: str, mark: str) -> tuple[str, int]:
    """The style and the end without the delimiter's last sign, if that can be how the answer begins."""
    if found is None or mark[-1:] not in tuple(_ANSWER_SIGNS):
        return "", 0
    if len(mark) > 1:
        return style.removesuffix(mark[1:]), found.start() + found[0].index(mark) + 1
    if plain[at : at + 1].isspace():
        return style.removesuffix(mark).strip() or " ", found.start() + found[0].index(mark)
    return "", 0


def _past_emphasis(plain: str, at: int, most: int) -> int:
    """Behind the "**" that ends a number in bold; those of a bold answer stay with it."""
    stop = at + most
    while at < stop and plain[at : at + 1] in tuple(_EMPHASIS):
        at += 1
    return at


def _style(bracket: str, words: str, mark: str, *, enclosed: bool) -> str:
    if enclosed:
        return ENCLOSED + mark
    return f"{words} {bracket}{mark}".strip() or " "


def is_known_lead(words: str) -> bool:
    """Whether the words are a way to say "question" or "answer" before a number."""
    parts = words.replace("'", " ").split()
    if not parts:
        return False
    named = any(part in NUMBERED_THINGS or part == "ordinal" for part in parts)
    return (named and all(part in NUMBERED_THINGS | _LINKS or part == "ordinal" for part in parts)) or (
        parts[-1] in _CONCERNING and len(parts) == 1
    )
