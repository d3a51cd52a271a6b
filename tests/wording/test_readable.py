"""Rules that hold for every email: readable in any client, by anybody, and kind."""

from __future__ import annotations

import re

import pytest
from selectolax.lexbor import LexborHTMLParser

from mailbot.wording.letters import LETTERS, Post
from tests.wording.cases import CASES, SOURCES, TRICKY, WORDING
from tests.wording.seen import seen_blocks, squeezed

RENDERED = {name: WORDING.words(letter, "en") for name, letter in CASES.items()}
PLAIN = [name for name in CASES if "tricky" not in name and "unplaced" not in name]
REMINDERS = [name for name in CASES if CASES[name].template in ("reminder", "nudge", "mentor_quiet")]
LONG_WORD = max(TRICKY.split(), key=len)

every = pytest.mark.parametrize("name", CASES)


def test_every_letter_has_a_case_and_a_template_and_every_template_a_letter():
    stems = {letter.template for letter in LETTERS}
    assert {letter.template for letter in CASES.values()} == stems
    assert {f"{stem}.en.j2" for stem in stems} | {"base.en.j2"} == set(SOURCES)
    assert len(stems) == len(LETTERS)


@every
def test_the_subject_says_what_to_do_in_20_to_50_characters(name):
    if isinstance(CASES[name], Post) and CASES[name].topic:
        assert "\n" not in RENDERED[name].subject  # typed by a person, so of any length
    else:
        assert 20 <= len(RENDERED[name].subject) <= 50


@every
def test_text_lines_have_at_most_72_columns(name):
    too_long = [line for line in RENDERED[name].text.split("\n") if len(line) > 72 and LONG_WORD not in line]
    assert too_long == []


@every
def test_no_line_ends_in_a_space_and_none_is_a_signature_mark(name):
    lines = RENDERED[name].text.split("\n")
    assert [line for line in lines if line != line.rstrip() or line == "--"] == []


@every
def test_both_parts_say_the_same_words(name):
    words = RENDERED[name]
    assert squeezed(" ".join(seen_blocks(words.html))) == squeezed(words.text)


@pytest.mark.parametrize("name", PLAIN)
def test_sentences_have_at_most_25_words(name):
    for block in seen_blocks(RENDERED[name].html):
        for sentence in re.split(r"(?<=[.?:;])\s", block):
            assert len(sentence.split()) <= 25, sentence


@pytest.mark.parametrize("name", PLAIN)
def test_nothing_is_shouted(name):
    assert "!" not in RENDERED[name].text
    assert "!" not in RENDERED[name].subject


@pytest.mark.parametrize("name", REMINDERS)
def test_reminders_press_nobody(name):
    assert not re.search(r"\b(must|overdue|failed|required|have to|need to)\b", RENDERED[name].text, re.IGNORECASE)


@pytest.mark.parametrize("name", CASES)
def test_no_template_asks_more_than_it_may(name):
    assert "you must" not in RENDERED[name].text.casefold()


@every
def test_the_footer_has_at_most_four_lines_of_its_own(name):
    tree = LexborHTMLParser(RENDERED[name].html)
    foot = tree.css('div[style*="border-top"] p')
    assert len(foot) <= 4
    assert len(foot) >= 1 or "Reference: " in RENDERED[name].text


@every
def test_html_fetches_nothing_and_holds_only_plain_paragraphs(name):
    tree = LexborHTMLParser(RENDERED[name].html)
    allowed = {"html", "head", "meta", "title", "body", "div", "p", "br", "b", "h2", "-text", "-doctype"}
    assert {node.tag for node in tree.root.traverse(include_text=False)} <= allowed
    attributes = {attribute for node in tree.css("*") for attribute in node.attributes}
    assert attributes <= {"lang", "charset", "name", "content", "style", "dir"}
    assert "url(" not in RENDERED[name].html


@every
def test_html_names_its_language_and_a_title(name):
    tree = LexborHTMLParser(RENDERED[name].html)
    assert tree.css_first("html").attributes["lang"] == "en"
    assert squeezed(tree.css_first("title").text()) == RENDERED[name].subject


@every
def test_letters_are_large_and_in_the_readers_own_colours(name):
    html = RENDERED[name].html
    assert all(int(size) >= 14 for size in re.findall(r"font-size:(\d+)px", html))
    styles = ";".join(re.findall(r'style="([^"]*)"', html))
    properties = {declaration.partition(":")[0] for declaration in styles.split(";")}
    # No colour of words or ground is set, so that contrast is the client's own in light and dark.
    assert not properties & {"color", "background", "background-color", "opacity"}
    assert 'name="color-scheme" content="light dark"' in html


@every
def test_an_email_is_small(name):
    words = RENDERED[name]
    assert len(words.text.encode()) + len(words.html.encode()) < 50_000


@every
def test_no_drawing_and_no_boxes_to_tick(name):
    assert not re.search(r"\[ ?\]|={3,}|-{3,}|_{3,}|\*{3,}", RENDERED[name].text)
