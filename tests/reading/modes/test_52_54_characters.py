"""Invisible characters, typographic ones, marks of direction: in the quoted form and in answers."""

from __future__ import annotations

import pytest

from tests.reading.modes import gmail, outlook
from tests.reading.modes.answers import answers
from tests.reading.modes.check import read, recovered
from tests.reading.modes.mails import mail, numbered, text_form
from tests.reading.modes.questionnaires import FORMS, asked

SPACES = {
    "no-break": "\u00a0",
    "narrow no-break": "\u202f",
    "figure": "\u2007",
    "thin": "\u2009",
    "ideographic": "\u3000",
}
INVISIBLE = {
    "zero width space": "\u200b",
    "zero width non-joiner": "\u200c",
    "zero width joiner": "\u200d",
    "word joiner": "\u2060",
    "byte order mark": "\ufeff",
    "soft hyphen": "\u00ad",
    "variation selector": "\ufe0f",
}


def with_form(one, typed, change):
    """The reply with every quoted line of the form changed."""
    mark = "> "
    rows = text_form(one, typed, mark=mark).split("\n")
    own = {row for text in typed.values() for row in text.split("\n")}
    return "\n".join(mark + change(row[2:]) if row.startswith(mark) and row not in own else row for row in rows)


@pytest.mark.parametrize("space", SPACES)
@pytest.mark.parametrize("form", FORMS)
def test_mode_52_other_spaces_in_the_form(form, space):
    one = asked(form)
    typed = answers(one, "awkward")
    recovered(one, mail(one, with_form(one, typed, lambda row: row.replace(" ", SPACES[space]))), typed)


@pytest.mark.parametrize("char", INVISIBLE)
@pytest.mark.parametrize("form", FORMS)
def test_mode_52_invisible_characters_in_the_form(form, char):
    one = asked(form)
    typed = answers(one, "prose")
    sign = INVISIBLE[char]
    every = with_form(one, typed, lambda row: row[:3] + sign + row[3:9] + sign + row[9:])
    recovered(one, mail(one, every), typed)
    ends = with_form(one, typed, lambda row: f"{sign}{row}{sign}")
    recovered(one, mail(one, ends), typed)


@pytest.mark.parametrize("char", [*SPACES.values(), *INVISIBLE.values()])
@pytest.mark.parametrize("form", FORMS)
def test_mode_52_in_answers_they_are_kept_or_normalised(form, char):
    one = asked(form)
    typed = answers(one, "plain")
    words = next(n for n, text in typed.items() if " " in text and "\n" not in text)
    typed[words] = f"a{char}course in{char} suturing"
    reading = read(one, mail(one, text_form(one, typed)))
    text = reading.answers[words - 1].text
    plain = " ".join(typed[words].replace(char, " " if char in SPACES.values() else "").split())
    for sign in INVISIBLE.values():
        text = text.replace(sign, "")
    for sign in SPACES.values():
        text = text.replace(sign, " ")
    assert " ".join(text.split()) == plain


TYPOGRAPHY = {
    "quotes": str.maketrans({"'": "\u2019", '"': "\u201d", "„": '"', "“": '"'}),
    "dashes": str.maketrans({"-": "\u2013"}),
    "long dashes": str.maketrans({"-": "\u2014", "–": "-"}),
}


@pytest.mark.parametrize("table", TYPOGRAPHY)
@pytest.mark.parametrize("form", FORMS)
def test_mode_53_typographic_signs_in_the_form(form, table):
    one = asked(form)
    typed = answers(one, "prose")
    recovered(one, mail(one, with_form(one, typed, lambda row: row.translate(TYPOGRAPHY[table]))), typed)


LETTERS = [
    *(("...", "…"), ("fi", "ﬁ"), ("fl", "ﬂ"), ("ff", "ﬀ"), ("st", "ﬆ"), ("ü", "u\u0308")),
    *(("1", "１"), ("?", "？"), ("ß", "ss"), ("(", "（")),
]


@pytest.mark.parametrize(("plain", "changed"), LETTERS)
@pytest.mark.parametrize("form", FORMS)
def test_mode_53_joined_and_wide_letters_in_the_form(form, plain, changed):
    one = asked(form)
    typed = answers(one, "prose")
    recovered(one, mail(one, with_form(one, typed, lambda row: row.replace(plain, changed))), typed)


BIDI = (
    "\u200e",
    "\u200f",
    "\u202a{}\u202c",
    "\u202b{}\u202c",
    "\u202d{}\u202c",
    "\u2066{}\u2069",
    "\u2067{}\u2069",
    "\u2068{}\u2069",
)
HEBREW = "למדתי לתפור, ו-3 פעמים הייתי עוזר ראשון (בית חולים)"
ARABIC = "تعلمت الخياطة الجراحية، ٣ مرات، وهذا جيد"
MIXED = "הקורס ATLS היה טוב"


@pytest.mark.parametrize("mark", BIDI)
@pytest.mark.parametrize("form", FORMS)
def test_mode_54_marks_of_direction_around_the_numbers(form, mark):
    one = asked(form)
    typed = {**answers(one, "plain"), 1: HEBREW if not one.questions[0].options else "2"}
    wrapped = mark if "{}" in mark else mark + "{}" + mark

    def around(row):
        number, dot, rest = row.partition(". ")
        return f"{wrapped.format(number)}{dot}{rest}" if number.isdigit() else wrapped.format(row)

    recovered(one, mail(one, with_form(one, typed, around)), typed)
    rows = numbered(answers(one, "plain"), wrapped.format("{}") + ". {}", join="\n\n")
    recovered(one, gmail.above(one, rows), answers(one, "plain"))


@pytest.mark.parametrize(
    "text", [HEBREW, ARABIC, MIXED, f"{HEBREW}\n\n{MIXED}", "\u200f" + HEBREW, f"\u2067{ARABIC}\u2069"]
)
@pytest.mark.parametrize("client", [gmail.split, outlook.coloured, outlook.text_mail])
@pytest.mark.parametrize("form", FORMS)
def test_mode_54_hebrew_and_arabic_answers_are_exact(form, client, text):
    one = asked(form)
    words = [q.number for q in one.questions if q.kind.value in ("text", "goal")]
    typed = {**answers(one, "plain"), words[0]: text, words[-1]: text}
    reading = read(one, client(one, typed))
    shown = text.split("\n\n")
    for number in (words[0], words[-1]):
        assert [part for part in reading.answers[number - 1].text.split("\n") if part] == shown
