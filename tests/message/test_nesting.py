"""Pages too deep to parse in time are cut, and say so; long and flat ones are read whole."""

from __future__ import annotations

import pytest

from mailbot.message.body_text import read_bodies
from mailbot.message.nesting import MAX_DEPTH, within_depth
from mailbot.message.structure import read_tree


def html_message(page: str) -> bytes:
    return b"From: a@example.org\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page.encode()


@pytest.mark.parametrize(
    "page",
    [
        "",
        "<div>" * MAX_DEPTH + "x",
        "<div>x</div>" * MAX_DEPTH * 2,
        "x<br>" * MAX_DEPTH * 2,
        "</div>x" * MAX_DEPTH * 2,
        "1 < 2 " * MAX_DEPTH * 2,
        "<DIV>x</div>" * MAX_DEPTH * 2,
    ],
    ids=["empty", "just deep enough", "flat", "line breaks", "closed without need", "no tags", "upper case"],
)
def test_a_page_within_the_depth_stays_whole(page):
    assert within_depth(page) == page


@pytest.mark.parametrize("tags", ["<ol><li>", "<div>", "<b><div></b>", '<i style="x">', "<o:p>"])
def test_a_page_that_is_too_deep_is_cut_in_front_of_a_tag(tags):
    kept = within_depth(tags * MAX_DEPTH * 3)
    assert (tags * MAX_DEPTH * 3).startswith(kept)
    assert 0 < len(kept) <= len(tags) * MAX_DEPTH
    assert within_depth(kept) == kept


def test_a_reply_that_was_cut_so_says_it():
    root, _ = read_tree(html_message("<p>4</p>" + "<ol><li>" * 60_000 + "5"))
    bodies = read_bodies(root)
    assert bodies.defects == ("body_cut",)
    assert bodies.html[0].text == "4"
    assert all(line.text != "5" for line in bodies.html)
