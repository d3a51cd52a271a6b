"""What each part of a post answers."""

from __future__ import annotations

import pytest

from mailbot.message.plain_lines import plain_lines
from mailbot.model.inbound import Bodies
from mailbot.reading.post_passages import as_letter
from mailbot.reading.posts import new_words, passages
from tests.reading import correspondence as mail

NAMES = ("Zoë Müller",)
TYPED = ("It goes well, thank you.", "Nobody yet.\nCould you?", "I will be there at 10:30")


def read(client, style, typed=TYPED):
    return passages(mail.bodies(client, typed, style), mail.PARENT_TEXT, (), NAMES)


def squeezed(found):
    return [(" ".join(passage.answers.split()), passage.words) for passage in found]


@pytest.mark.parametrize("client", mail.CLIENTS)
def test_words_between_our_lines_stand_with_the_line_above_them(client):
    inline = squeezed(read(client, "inline"))
    assert inline == [(mail.PARENT[1], TYPED[0]), (mail.PARENT[2], TYPED[1]), (mail.PARENT[3], TYPED[2])]
    mixed = squeezed(read(client, "mixed"))
    assert mixed == [("", TYPED[0]), (mail.PARENT[1], TYPED[1]), (mail.PARENT[2], TYPED[2])]


@pytest.mark.parametrize("style", ["top", "bottom"])
@pytest.mark.parametrize("client", mail.CLIENTS)
def test_words_beside_the_quote_answer_all_of_it(client, style):
    assert [passage.answers for passage in read(client, style)] == [""]


@pytest.mark.parametrize("style", mail.STYLES)
def test_together_they_are_the_new_words(style):
    bodies = mail.bodies("thunderbird", TYPED, style)
    found = passages(bodies, mail.PARENT_TEXT, (), NAMES)
    words = new_words(bodies, parent=mail.PARENT_TEXT, writer_names=NAMES)
    assert "\n\n".join(passage.words for passage in found) == words


def said(text):
    return passages(Bodies(plain=tuple(plain_lines(text))), mail.PARENT_TEXT, (), NAMES)


def test_words_on_the_line_of_ours():
    block = "\n".join(mail._block("en"))
    found = said(f"{block}\n\n{mail.PARENT[1]} yes\n\n{mail.PARENT[2]}")
    assert squeezed(found) == [(mail.PARENT[1], "yes")]


def test_as_a_letter_each_stands_below_what_it_answers():
    assert as_letter(read("outlook bare", "mixed")).split("\n\n") == [
        TYPED[0],
        f"> {mail.PARENT[1]}",
        TYPED[1],
        f"> {mail.PARENT[2]}",
        TYPED[2],
    ]


def test_what_is_answered_is_shown_only_so_far():
    parent = "words of ours " * 100
    text = f"On 02/03/2026 09:12, Heron wrote:\n> {parent}\nyes\n> and more of what we sent to you"
    bodies = Bodies(plain=tuple(plain_lines(text)))
    found = passages(bodies, f"{parent}\nand more of what we sent to you")
    assert found[0].words == "yes"
    assert found[0].answers.endswith("words of …")
    assert len(found[0].answers) <= 602


def test_nothing_is_answered_where_our_message_is_not_quoted():
    assert [passage.answers for passage in passages(Bodies(plain=tuple(plain_lines("> a\n\nb\n\n> c\n\nd"))), "")] == [
        "",
        "",
    ]
    assert passages(Bodies(), mail.PARENT_TEXT) == ()
