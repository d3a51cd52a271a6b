"""What is longer than anybody types becomes shorter where nobody has typed, or says that it was cut."""

from __future__ import annotations

import base64

import pytest

from mailbot.message import body_limits, body_parts, body_text
from mailbot.message.body_limits import (
    LONG,
    MOST_CHARACTERS,
    MOST_LINES,
    MOST_OF_PAGE,
    MOST_TAGS,
    light_page,
    light_text,
    page_within,
    text_within,
)
from mailbot.message.parse import parse
from tests.message.builders import mail

PICTURE = "data:image/png;base64," + base64.b64encode(b"picture " * 30_000).decode()
LINES = "\n".join(PICTURE[at : at + 76] for at in range(0, len(PICTURE), 76))


def lines(raw, kind="plain"):
    return [line.text for line in getattr(parse(raw).bodies, kind)]


@pytest.mark.parametrize(
    ("page", "light"),
    [
        (f'a<img src="{PICTURE}">b', 'a<img src="">b'),
        (f"a<img src={PICTURE} alt=x>b", "a<img src= alt=x>b"),
        (f"a<i style='background:url({PICTURE})'>b", "a<i style='background:url()'>b"),
        (f'a<img src="{LINES}">b', 'a<img src="">b'),
        (f"a<style>{'p {} ' * LONG}</style>b<style>c", "ab<style>c"),
        (f"a<!--{'x' * LONG}-->b", "ab"),
        ("a" + "<br>" * LONG + "b", "a" + "<br>" * 50 + "b"),
        (f"no data: {'x' * LONG}", f"no data: {'x' * LONG}"),
        ("<!-- short -->", "<!-- short -->"),
    ],
    ids=["quoted", "bare", "style", "in lines", "styles", "comment", "breaks", "words", "short"],
)
def test_what_holds_no_words_goes_from_a_page(page, light):
    kept = light_page(page)
    assert kept == light or len(kept.replace("<br>", "")) == len(light.replace("<br>", "")) < len(kept) < 500


@pytest.mark.parametrize(
    ("text", "light"),
    [
        (f"a [{PICTURE}] b", "a [] b"),
        ("a\n" + "> \n" * LONG + "b", "a\n" + "> \n" * 50 + "b"),
        ("a\n" * LONG, "a\n" * LONG),
        ("\n" * 500, "\n" * 500),
        ("\n" * (body_limits.MOST_LOOKED_THROUGH + 1), "\n" * (body_limits.MOST_LOOKED_THROUGH + 1)),
    ],
    ids=["picture", "empty lines", "lines with words", "short", "very long"],
)
def test_what_holds_no_words_goes_from_a_text(text, light):
    assert light_text(text) == light


@pytest.mark.parametrize(
    ("cut", "text"),
    [
        (text_within, "x\n" * (MOST_LINES - 1)),
        (text_within, "x" * MOST_CHARACTERS),
        (page_within, "<p>" * MOST_TAGS),
        (page_within, "x" * MOST_OF_PAGE),
    ],
)
def test_what_is_just_short_enough_stays_whole(cut, text):
    assert cut(text) == text


@pytest.mark.parametrize(
    ("cut", "text", "most", "begins"),
    [
        (text_within, "first\n" + "word " * 9 * MOST_CHARACTERS + "\nlast", MOST_CHARACTERS, ""),
        (text_within, "first\n" + "word\n" * MOST_CHARACTERS + "last", MOST_CHARACTERS, "\n"),
        (text_within, "first\n" + f"{'x' * 50}\n" * MOST_CHARACTERS + "last", MOST_CHARACTERS, "\n"),
        (page_within, "first" + "<p>x</p>" * MOST_OF_PAGE + "last", MOST_OF_PAGE, "<"),
        (page_within, "first" + f"<p>{'x' * 500}</p>" * 9_000 + "last", MOST_OF_PAGE, "<"),
    ],
    ids=["one line", "many lines", "long lines", "many tags", "few tags"],
)
def test_of_what_is_too_long_the_middle_goes(cut, text, most, begins):
    kept = cut(text)
    assert len(kept) <= most
    assert kept.startswith("first")
    assert kept.endswith("last")
    assert not begins or len(kept.split(begins)) > 2


def test_a_long_mail_says_that_it_was_cut_and_keeps_both_ends():
    words = "\n".join(f"line {number}" for number in range(90_000))
    message = parse(mail(body=f"1. first\r\n{words}\r\n9. last"))
    kept = [line.text for line in message.bodies.plain]
    assert (kept[0], kept[-1]) == ("1. first", "9. last")
    assert message.defects == message.bodies.defects == ("body_cut",)


def test_a_picture_pasted_before_an_answer_cuts_nothing():
    page = f'<p>1. first</p><img src="{PICTURE * 20}"><p>9. last</p>'
    message = parse(mail("Content-Type: text/html", body=page))
    assert [line.text for line in message.bodies.html] == ["1. first", "", "9. last"]
    assert message.defects == ()


def test_half_a_million_empty_lines_cut_nothing():
    message = parse(mail(body="1. first\n" + "\n" * 500_000 + "9. last"))
    assert [line.text for line in message.bodies.plain if line.text] == ["1. first", "9. last"]
    assert message.defects == ()


def test_a_line_longer_than_all_that_is_read_is_cut(monkeypatch):
    monkeypatch.setattr(body_text, "MOST_CHARACTERS", 10)
    message = parse(mail("Content-Type: text/html", body="abcdefghijklmnop<br>end"))
    assert [line.text for line in message.bodies.html] == ["abcdefg", "end"]
    assert message.defects == ("body_cut",)


def test_all_text_parts_together_have_a_limit(monkeypatch):
    monkeypatch.setattr(body_parts, "MAX_CHARACTERS", 5)
    raw = mail("Content-Type: multipart/mixed; boundary=b", body="--b\n\nabc\n--b\n\ndef\n--b--\n")
    assert lines(raw) == ["abc"]
    assert parse(raw).defects == ("body_cut",)
