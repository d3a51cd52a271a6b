"""The page that shows every email runs nothing, fetches nothing and hides nothing."""

from __future__ import annotations

from selectolax.lexbor import LexborHTMLParser

from mailbot.wording.preview_page import preview_page
from tests.wording.cases import CASES, WORDING

RAW = b"From: Your mentor <mentoring+t-x@example.org>\r\nSubject: <b>x</b>\r\n\r\nthe body \xff"
EMAILS = [(name, WORDING.words(letter, "en"), RAW) for name, letter in CASES.items()]


def test_every_email_is_on_the_page_with_both_parts_as_they_are():
    page = LexborHTMLParser(preview_page(EMAILS))
    sections = page.css("section")
    assert len(sections) == len(EMAILS)
    for section, (name, words, _) in zip(sections, EMAILS, strict=True):
        assert section.css_first(".name").text() == name
        assert section.css_first("h2").text() == words.subject
        assert section.css_first("figure pre").text().rstrip("\n") == words.text.rstrip("\n")
        assert section.css_first("iframe").attributes["srcdoc"] == words.html
        assert (
            section.css_first("details pre").text() == RAW.decode("ascii", "replace").replace("\r", "").split("\n\n")[0]
        )


def test_the_page_runs_and_fetches_nothing():
    page = LexborHTMLParser(preview_page(EMAILS))
    assert page.css("script, link, img, object, embed, form, base") == []
    assert all(frame.attributes["sandbox"] in (None, "") for frame in page.css("iframe"))
    assert "default-src 'none'" in page.html
    assert {a.attributes["href"][:1] for a in page.css("a")} == {"#"}


def test_each_link_leads_to_its_email():
    page = LexborHTMLParser(preview_page(EMAILS))
    links = [a.attributes["href"].removeprefix("#") for a in page.css("nav a")]
    assert links == [section.attributes["id"] for section in page.css("section")]


def test_a_page_of_no_emails_is_a_page_with_its_title():
    page = LexborHTMLParser(preview_page([], title="Nothing <yet>"))
    assert page.css_first("h1").text() == "Nothing <yet>"
    assert "0 emails" in page.css_first("nav p").text()
