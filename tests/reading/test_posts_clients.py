"""Posts from every client, in every style and language: what was typed comes back whole, and nothing else does."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mailbot.message.plain_lines import plain_lines
from mailbot.model.inbound import Bodies
from mailbot.reading.posts import new_words
from tests.reading import correspondence as mail
from tests.reading.attribution_lines import LABELS

NAMES = ("Zoë Müller",)
TYPED = (
    "It goes well, thank you. The nights are long but bearable.",
    "No, nobody yet. Could you?\nOr do you know somebody",
    "I will be there at 10:30",
)
LABELLED = ("outlook", "outlook bare", "owa", "outlook html", "owa html", "gmx html")


def read(bodies, parent=mail.PARENT_TEXT):
    return " ".join(new_words(bodies, parent=parent, writer_names=NAMES).split())


def joined(typed):
    return " ".join(" ".join(typed).split())


@pytest.mark.parametrize("style", mail.STYLES)
@pytest.mark.parametrize("client", mail.CLIENTS)
def test_what_was_typed_comes_back_where_the_parent_is_known(client, style):
    assert read(mail.bodies(client, TYPED, style)) == joined(TYPED)


@pytest.mark.parametrize(
    ("client", "style"),
    [(c, s) for c in mail.CLIENTS for s in mail.STYLES if s == "top" or mail.CLIENTS[c].marks],
)
def test_marks_and_openers_do_where_it_is_not(client, style):
    assert read(mail.bodies(client, TYPED, style), parent="") == joined(TYPED)


@pytest.mark.parametrize("language", LABELS)
@pytest.mark.parametrize("client", LABELLED)
def test_header_lines_in_every_language(client, language):
    for style in ("top", "mixed"):
        assert read(mail.bodies(client, TYPED, style, language)) == joined(TYPED)
    assert read(mail.bodies(client, TYPED, "top", language), parent="") == joined(TYPED)


SETTINGS = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
WORDS = st.text(st.sampled_from("abcdefgh ijk äöü ß, é"), min_size=8, max_size=70)
PARAGRAPHS = st.lists(
    WORDS.map(lambda text: f"Typed {' '.join(text.split())} so."), min_size=1, max_size=3, unique=True
)


@SETTINGS
@given(client=st.sampled_from(list(mail.CLIENTS)), style=st.sampled_from(mail.STYLES), typed=PARAGRAPHS)
def test_any_words_at_all(client, style, typed):
    assert read(mail.bodies(client, typed, style)) == joined(typed)


@SETTINGS
@given(typed=PARAGRAPHS, hops=st.integers(1, 5), known=st.booleans())
def test_an_outlook_thread_of_any_depth_gives_the_newest(typed, hops, known):
    blocks = "\n\n".join(
        "\n".join([*mail._block("en", date=f"0{9 - hop} March 2026 09:12"), "", f"Words of hop {hop}, as it was."])
        for hop in range(hops)
    )
    text = "\n\n".join([*typed, blocks])
    parent = "Words of hop 0, as it was." if known else ""
    assert read(Bodies(plain=tuple(plain_lines(text))), parent=parent) == joined(typed)


def test_words_typed_under_an_earlier_message_of_ours_are_kept():
    hops = [
        "We should meet in the week after Easter, if you can.",
        "The audit is due at the end of the month, you know.",
    ]
    text = "\n\n".join(["Thanks", *mail._block("en"), hops[0], "\n".join(mail._block("en")), hops[1], "It is done."])
    bodies = Bodies(plain=tuple(plain_lines(text.replace("\n\nSent", "\nSent").replace("\n\nTo", "\nTo"))))
    both = new_words(bodies, parent=hops[0], earlier=(hops[1],), writer_names=NAMES)
    assert both.split("\n\n") == ["Thanks", "It is done."]
    assert new_words(bodies, parent=hops[0], writer_names=NAMES) == "Thanks"


@pytest.mark.parametrize("mark", ["> ", ">", ">> ", "| ", "  > "])
def test_a_parent_that_came_back_changed_is_still_a_quote(mark):
    changed = mail.PARENT_TEXT.replace(
        "https://example.org/meetings", "https://safe.test/?u=https://example.org/meetings"
    )
    quote = "\n".join(f"{mark}{row}" for row in changed.replace("longer", "longr").split("\n"))
    text = f"Fine.\n\nOn 02/03/2026 09:12, {mail.NAME} wrote:\n{quote}"
    assert read(Bodies(plain=tuple(plain_lines(text)))) == "Fine."
    unmarked = f"Fine.\n\n-----Original Message-----\n{chr(10).join(mail._block('en'))}\n\n{changed}"
    assert read(Bodies(plain=tuple(plain_lines(unmarked)))) == "Fine."
