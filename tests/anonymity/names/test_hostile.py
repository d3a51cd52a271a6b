"""Texts made to hide a name, and texts made to hang: every one is done, and in a time that grows with its length."""

from __future__ import annotations

import base64

import pytest

from mailbot.anonymity.names.encoded import decoded
from mailbot.anonymity.scrub import scrubbed
from tests.anonymity.people import person

JANE = person(
    "Jane Featherstone", addresses=("jane.featherstone@leeds.example",), domains=("leeds.example",), who="jane"
)
KATHERINE = person("Katherine Ollerenshaw", who="katherine")
KATE = person("Kate Braithwaite", who="kate")
MAY = person("May Ward", who="may")
WRITER = ((JANE, "your mentor"),)


@pytest.mark.parametrize(
    "text",
    [
        "--",
        ">",
        "...",
        "- -- --- ?? !!",
        "\u200b",
        "' '",
        "",
        " ".join(f"a{number}-{number}b" for number in range(4000)),  # many different odd pieces
        " ".join(f"Jane{number}!" for number in range(4000)),
        " ".join(f"featherstone{chr(97 + number % 26)}{number}x" for number in range(3000)),
        "a b c d " * 12_000,
        "J a n e " * 8_000,
        "x@" * 40_000,
        "jane@" * 12_000,
        "www.a." * 12_000,
        "leeds.example/" * 6_000,
        "x" * 200_000,
        "JaneFeatherstone" * 4_000,
        "=4A" * 30_000,
        "&#74;" * 20_000,
        "Dr " * 40_000,
        "J." * 40_000,
        "Hi " * 40_000,
        "\nJF" * 20_000,
        "<b>" * 40_000,
        "\u202e\u0301" * 40_000,
        "Jane\n" * 10_000,
        "May " * 20_000,
    ],
    ids=lambda text: repr(text[:12]),
)
def test_it_ends(text):
    assert "featherstone" not in scrubbed(text, (*WRITER, (MAY, "somebody"))).lower()


def test_many_different_disguises_are_all_found():
    text = " ".join(
        f"Jane{number}! xfeatherstone{'abcdefghijklmnopqrst'[number]} J-a-n-e{'.' * number}" for number in range(20)
    )
    read = scrubbed(text, WRITER).lower()
    assert "jane" not in read
    assert "featherstone" not in read
    assert "j-a-n-e" not in read


def test_a_very_long_piece_is_looked_at_in_parts():
    assert "jane" not in scrubbed("x-" * 60 + "jane-" * 10 + "JaneCV", WRITER).lower()


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("J=E4ne", "J\u00e4ne"),
        ("J=C3=A4ne", "J\u00e4ne"),
        ("J%C3%A4ne%20x", "J\u00e4ne x"),
        ("J&auml;ne &#74; &#x4A;", "J\u00e4ne J J"),
        ("=?utf-8?q?J=C3=A4ne_X?=", "J\u00e4ne X"),
        ("=?UTF-8?B?" + base64.b64encode("J\u00e4ne".encode()).decode() + "?=", "J\u00e4ne"),
    ],
)
def test_what_an_encoded_text_means(text, meant):
    found = decoded(text)
    assert found is not None
    assert found[0] == meant
    assert found[1].start(0) == 0
    assert found[1].end(len(meant)) == len(text)


@pytest.mark.parametrize("text", ["a = b & c, 5 % of it", "plain", "&nothing; 5%", "=?utf-8?b?a?="])
def test_a_text_that_means_itself_is_not_decoded(text):
    assert decoded(text) is None


@pytest.mark.parametrize(
    "text", ["name=Jane&mentor=Jane", "J&#97;ne", "%4A%61%6E%65", "=?utf-8?q?=4Aane?= wrote", "Jane=20"]
)
def test_encoded_names_go_like_others(text):
    assert "jane" not in scrubbed(text, WRITER).lower()


def test_a_short_form_that_is_another_persons_name_is_that_persons():
    people = ((KATHERINE, "your mentor"), (KATE, "somebody"))
    assert scrubbed("I met Kate and Katherine.", people) == "I met somebody and your mentor."
    assert scrubbed("I met Kate.", people[:1]) == "I met your mentor."


def test_whom_a_shared_name_means():
    writer, reader = person("Anna Berger", who="w"), person("Anna Lindqvist", who="r")
    people = ((writer, "your mentee"), (reader, "my mentor"))
    text = "Dear Anna,\n\nthank you.\n\nBest wishes,\nAnna"
    assert scrubbed(text, people) == "Dear mentor,\n\nthank you.\n\nBest wishes,\nYour mentee"


def test_what_stands_far_away_is_found_too():
    far = "Nothing to see in this sentence. " * 40
    text = f"Jane came. {far}Then Featherstone went. {far}\nJane"
    assert scrubbed(text, WRITER) == f"Your mentor came. {far}Then your mentor went. {far}\nYour mentor"


def test_a_role_word_that_is_a_name_ends_too():
    heron = person("Heron Braithwaite", who="h")
    assert scrubbed("I met Heron.", ((heron, "Heron"),)) == "I met Heron."


def test_many_long_words_in_marks_are_found_where_they_stand():
    text = " ".join(f"(xfeatherstone{letter},yfeatherstone{letter})" for letter in "abcdefghijklmnop")
    assert "featherstone" not in scrubbed(text, WRITER)


def test_a_small_pronoun_in_a_greeting_is_a_word():
    assert (
        scrubbed("Thanks, he was kind. Hi he said.", ((person("He Zhang"), "somebody"),))
        == "Thanks, he was kind. Hi he said."
    )


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("김철수", "김철수는 친절하다"),
        ("王伟", "我和王伟Jane去了"),
        ("Jane Wu", "我和Jane去了"),
        ("محمد علي", "قال ومحمد علي"),
        ("דניאל כהן", "אמרתי לדניאל כהן"),
        ("Иван Петров", "Спасибо, Иван Петров!"),
        ("Ιωάννης Παπαδόπουλος", "Ευχαριστώ, ΙΩΆΝΝΗΣ ΠΑΠΑΔΌΠΟΥΛΟΣ"),
        ("राजेश कुमार", "धन्यवाद राजेश कुमार"),
        ("田中 さくら", "田中さくらさんと田中先生"),
    ],
)
def test_names_of_other_scripts_in_their_own_text(name, text):
    read = scrubbed(text, ((person(name), "X"),))
    assert "X" in read
    assert not any(word in read for word in name.split() if word != "Ιωάννης")


def test_ordinary_words_far_apart_are_looked_at_again():
    far = "Nothing to see in this sentence. " * 40
    text = f"I told Mark. {far}Then Mark Baker left; mark it. {far}\nMark"
    read = f"I told somebody. {far}Then somebody left; mark it. {far}\nSomebody"
    assert scrubbed(text, ((person("Mark Baker"), "somebody"),)) == read


def test_a_word_that_a_name_is_glued_to_goes_too():
    assert scrubbed("See JaneXyz, JaneFeatherstoneCV.", WRITER) == "See your mentor."
