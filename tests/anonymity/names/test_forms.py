from __future__ import annotations

import pytest

from mailbot.anonymity.names.folding import folded, lowered
from mailbot.anonymity.names.identifiers import forms, register, words_in
from mailbot.anonymity.names.name_forms import ordinary
from mailbot.anonymity.names.name_parts import parts
from mailbot.anonymity.names.sightings import sightings
from tests.anonymity.people import JANE, MARK, WEI, person


def kinds(text: str, *people) -> list[tuple[str, str]]:
    cased = folded(text)
    low = lowered(cased)
    return [
        (seen.form.kind, cased[seen.start : seen.end])
        for seen in sightings(cased, low, register(people).among(set(words_in(low))))
    ]


def named(text: str, *people) -> list[str]:
    return [found for kind, found in kinds(text, *people) if kind == "name"]


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Jane Smith", ("jane", "smith")),
        ("Smith, Jane", ("jane", "smith")),
        ("Prof. Dr. Jane A. Smith-Jones PhD", ("jane", "smith", "jones")),
        ("Ludwig van der Berg", ("ludwig", "berg")),
        ("Siobhán O'Neill", ("siobhan", "o'neill")),
        ("王伟", ("王伟",)),
        ("王 伟", ("王", "伟")),
        ("Dr", ()),
        ("Md", ("md",)),
        ("Van", ("van",)),
        ("J", ()),
        ("", ()),
    ],
)
def test_the_words_of_a_name_that_name_somebody(name, words):
    if name == "Dr":
        words = ("dr",)
    assert parts(name).words == words


@pytest.mark.parametrize(
    "text",
    [
        "I met Jane today",
        "i met jane today",
        "JANE SAID",
        "Jane's list",
        "Jane’s list",
        "O'Brien said",
        "O’Brien said",
        "o brien said",
        "OBRIEN said",
        "Müller said",
        "Muller said",
        "Mueller said",
        "ask Janie",
        "J\u200bane",
        "Jаne",
        "jane_obrien",
        "(jane)",
        "jane-obrien",
        "@janeobrienmuller",
    ],
)
def test_a_name_is_found_in_every_form(text):
    assert named(text, JANE)


@pytest.mark.parametrize("text", ["", "janet", "Trojane", "brienne", "muller2", "the jan", "mulled"])
def test_other_words_are_not_the_name(text):
    assert not kinds(text, JANE)


@pytest.mark.parametrize("text", ["王伟先生", "我和王伟", "Zoe", "ZOË", "zoelukasz", "Lukasz"])
def test_names_of_other_scripts_and_marks(text):
    assert named(text, WEI)


def test_a_name_written_with_a_space_in_a_script_that_has_none():
    spaced = person("王 伟")
    assert named("王伟先生", spaced)
    assert named("王 伟", spaced)
    assert not named("王先生", spaced)


@pytest.mark.parametrize(
    "text",
    [
        "jane.obrien84@leedsteaching.nhs.uk",
        "<JANE.OBRIEN84@LeedsTeaching.NHS.uk>",
        "mailto:jane.obrien84@leedsteaching.nhs.uk?subject=x",
        "jane.obrien84+list@leedsteaching.nhs.uk",
        "jane.obrien84 @ leedsteaching.nhs.uk",
        "jane.obrien84 (at) leedsteaching dot nhs dot uk",
        "jane dot obrien84 at leedsteaching dot nhs dot uk",
        "jane.obrien84[at]leedsteaching[dot]nhs[dot]uk",
        "jane.obrien84%40leedsteaching.nhs.uk",
        "jane.obrien84＠leedsteaching.nhs.uk",
    ],
)
def test_an_address_is_found_in_every_spelling(text):
    assert "address" in [kind for kind, _ in kinds(text, JANE)]


@pytest.mark.parametrize("text", ["linkedin.com/in/jane.obrien84", "my handle is JANE.OBRIEN84."])
def test_a_username_is_found_alone(text):
    assert "username" in [kind for kind, _ in kinds(text, JANE)]


@pytest.mark.parametrize(
    "text", ["see https://intranet.leedsteaching.nhs.uk/rota", "leedsteaching dot nhs dot uk", "x@leedsteaching.nhs.uk"]
)
def test_a_domain_is_found_alone(text):
    assert "domain" in [kind for kind, _ in kinds(text, JANE)]


def test_a_domain_inside_a_longer_word_is_another_one():
    assert not kinds("notleedsteaching.nhs.uk2 and nhs.uk", JANE)


@pytest.mark.parametrize(
    "address", ["info@x.org", "mark@x.org", "jo@x.org", "surgery@x.org", "may@x.org", "@x.org", "nobody", "123@x.org"]
)
def test_usernames_that_name_an_office_or_a_word_are_not_looked_for(address):
    assert not [form for form in forms(person("Q", addresses=(address,))) if form.kind == "username"]


def test_a_username_that_is_the_name_itself_is_left_to_the_name():
    assert not [form for form in forms(person("Mandela Xu", addresses=("mandela@x.org",))) if form.kind == "username"]


def test_an_address_among_the_nicknames_is_an_address():
    assert "address" in [form.kind for form in forms(person("Jane Smith", "j.smith@home.example"))]
    assert not [form for form in forms(person("j.smith@home.example")) if form.kind == "name"]


def test_every_form_once():
    found = [(form.kind, form.key, form.pattern) for form in forms(person("Jane Smith", "Smith, Jane", "JANE"))]
    assert len(found) == len(set(found))


@pytest.mark.parametrize(
    ("word", "how"),
    [
        ("jane", ""),
        ("mark", "word"),
        ("bo", "word"),
        ("may", "month"),
        ("georgia", "place"),
        ("baker", "word"),
    ],
)
def test_how_ordinary_a_word_is(word, how):
    assert ordinary(word) == how


def test_the_words_of_a_text():
    assert words_in("a_b-c3, d'e") == ["a", "b", "c3", "d", "e"]
    assert words_in("é_b") == ["é", "b"]


@pytest.mark.parametrize(
    "text",
    [
        "I told Mark about it",
        "Hi Mark,",
        "Dear Mark",
        "Good morning Mark",
        "Thanks Mark.",
        "Hi there Mark,",
        "Mark Baker",
        "Baker, Mark",
        "Mark\nBaker said",
        "so I met Dr. Baker",
        "Mr Baker left. Prof Will came",
        "Best wishes,\nMark",
        "Kind regards\n\nMark",
        "Viele Grüße\nMark",
        "Cheers, Mark",
        "Many thanks,\n- Mark -",
        "Best, Mark (ST3)",
        "Mark Fenwick: Mark Baker",
    ],
)
def test_an_ordinary_word_is_a_name_where_a_name_would_stand(text):
    assert named(text, MARK)


@pytest.mark.parametrize(
    "text",
    [
        "mark my words",
        "Mark my words",
        "We tried. Mark the date.",
        "- Mark the date",
        "1: Mark the date",
        "We met.\n\nMark the date",
        "I will bake",
        "Will you come? Will it rain?",
        "the baker marked it",
        '"Mark it"',
        "Best of all is this one, because it was long and had many more words than a closing line.\nMark the date",
        "Regards!\nMark the date",
        "Regards!\nMark " + "x" * 100,
        "x " * 100 + ". Mark it",
        "hello,\n\nMark it",
    ],
)
def test_an_ordinary_word_elsewhere_is_a_word(text):
    assert not named(text, MARK)


MAY = person("May Georgia Fenwick", who="may")


@pytest.mark.parametrize("text", ["I start in May", "in Georgia font", "May I ask", "We met in May. Georgia is far"])
def test_a_month_is_no_name_even_with_a_capital(text):
    assert not named(text, MAY)


@pytest.mark.parametrize(
    "text", ["Hi May,", "Best wishes,\nMay", "May Fenwick", "May Georgia", "Dr May said", "fenwick"]
)
def test_a_month_is_a_name_beside_a_name_in_a_greeting_in_a_signature(text):
    assert named(text, MAY)


def test_parts_of_two_peoples_names_do_not_make_one():
    assert named("Then Will May came", MARK, MAY) == ["Will"]
