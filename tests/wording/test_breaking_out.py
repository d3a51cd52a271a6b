"""What people write is data: it never becomes a template, a tag, a header or a block of ours."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from mailbot.model.programme import Role
from mailbot.wording.letters import Post
from tests.wording.cases import ABOUT, CASES, WORDING
from tests.wording.seen import seen_blocks, squeezed

MARKED = st.text(
    st.sampled_from("ab 1.\n\r\t<>&\"'{}%#|=\\/-\x00\x0b\x1d\x1e\x1f\x85\u2028\u202e\xa0\ud800\u05d0\U0001f600"),
    max_size=80,
)


def post(text: str, subject: str = "") -> Post:
    return Post(about=ABOUT, reader=Role.MENTOR, partner="Your mentee Heron", text=text, subject=subject)


def test_template_marks_and_tags_come_out_as_they_were_typed():
    words = WORDING.words(CASES["post-tricky"], "en")
    assert "{{7*7}} {% raw %} <script>alert(1)</script>" in words.text
    assert "{{7*7}} {% raw %} &lt;script&gt;alert(1)&lt;/script&gt;" in words.html
    assert "<script" not in words.html
    assert words.subject == "Your mentee Heron: {{7*7}} <b>bold</b> Bcc: x@example.org"


def test_words_from_right_to_left_find_their_own_direction():
    assert '<p dir="auto"' in WORDING.words(CASES["post-tricky"], "en").html


def test_a_persons_lines_stay_lines_and_their_indent_stays():
    text = "One:\n  - two\n\tthree\n\n\n  four\n\n"
    assert WORDING.words(post(text), "en").text.startswith("One:\n  - two\n    three\n\n  four\n\n\nYour mentee")


def test_two_spaces_that_a_person_typed_stay_when_the_line_is_wrapped():
    text = WORDING.words(post("one  two " + "three " * 20), "en").text
    assert text.startswith("one  two " + "three " * 9 + "three\nthree three")


def test_a_long_address_stays_whole_on_a_line_of_its_own():
    address = "https://example.org/" + "a" * 80
    text = WORDING.words(post(f"look here: {address} and then {address}"), "en").text
    assert text.split("\n")[:4] == ["look here:", address, "and then", address]


@given(text=MARKED, subject=MARKED)
def test_no_words_at_all_break_the_email(text, subject):
    words = WORDING.words(post(text, subject), "en")
    assert "\n" not in words.subject
    assert not set(words.text) & set("\x00\x0b\x1d\x1e\x1f\r\x85\u2028")
    words.text.encode()
    words.html.encode()
    assert squeezed(" ".join(seen_blocks(words.html))) == squeezed(words.text)
    tags = {node.tag for node in LexborHTMLParser(words.html).body.traverse(include_text=False)}
    assert tags <= {"body", "div", "p", "br"}
    assert words.text.count("Only the two of you are shown what you write to each other.") == 1
