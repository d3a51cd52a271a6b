"""Pages made to hold the parser up lose what holds it up, and no word."""

from __future__ import annotations

import pytest

from mailbot.message.html_lines import html_lines
from mailbot.message.html_mending import mended

LOOSE = "".join(f"<div><font a={number}>w{number}</div>" for number in range(400))
MANY = " ".join(f"a{number}=1" for number in range(3_000))


@pytest.mark.parametrize(
    "page",
    [
        "<p>short</p>",
        "<b>never closed" + "<p>x</p>" * 2_000,
        "<div><b>bold</div>" * 5 + "<p>x</p>" * 2_000,
        "<p><b>one</b> <i>two</i></p>" * 1_000,
        "<b><p>one</b></p><br></u>" * 1_000,
        f'<a href="{"x" * 50_000}">y</a>',
        "<!" + "x" * 3_000,
    ],
    ids=range(7),
)
def test_what_people_send_stays_as_it_is(page):
    assert mended(page) == page


def test_formatting_that_is_left_open_again_and_again_is_closed():
    page = mended(LOOSE + "<p>x</p>" * 500)
    assert page.count("</font>") == 394
    lines, _ = html_lines(page)
    assert [line.text for line in lines][:400] == [f"w{number}" for number in range(400)]


@pytest.mark.parametrize("name", ["p", "x-" + "y" * 50])
def test_a_tag_of_hundreds_of_attributes_keeps_its_name_and_its_words(name):
    page = mended(f"<{name} {MANY}>words</{name}>")
    assert "a1=" not in page
    assert [line.text for line in html_lines(page)[0]] == ["words"]
