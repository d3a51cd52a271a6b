"""What servers add to a reply: notices in the quote, footers of several lines below it."""

from __future__ import annotations

import pytest

from tests.reading import forms, shapes
from tests.reading.replies import read, unclear

SHEET = forms.surgery_sheet()
QUOTED = shapes.quoted_text(SHEET.questions, {1: "A course", 2: "4"})


@pytest.mark.parametrize(
    ("below", "left"),
    [
        ("Scanned for viruses.\nwww.scanner.test", ""),
        ("staff mailing list\n<staff@lists.test>\nhttps://lists.test/staff", ""),
        ("--\nYou received this message because you are in the group.\nTo unsubscribe write to x@y.test", ""),
        ("My page is new:\nwww.page.test", "My page is new:\nwww.page.test"),
        ("On a mailing list now.\nAnd a poster!", "And a poster!"),
        ("www.page.test\n\nScanned for viruses.", "www.page.test"),
    ],
)
def test_what_servers_add_below_the_form_goes_whole_and_only_that(below, left):
    assert read(SHEET, shapes.message(f"{QUOTED}\n\n{below}")).unplaced == left


@pytest.mark.parametrize(
    ("inside", "left"), [("CAUTION: external sender", ""), ("[2:text/html Show]", "[2:text/html Show]")]
)
def test_a_notice_inside_the_quote_is_not_handed_on(inside, left):
    reading = read(SHEET, shapes.message(f"> {inside}\n>\n{QUOTED}"))
    assert not unclear(reading)
    assert reading.unplaced == left
