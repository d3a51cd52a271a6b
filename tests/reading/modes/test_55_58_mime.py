"""Charsets declared wrongly, alternatives that disagree, text in several parts."""

from __future__ import annotations

import itertools
from email.mime.image import MIMEImage
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText

import pytest

from mailbot.model.answer import AnswerState
from tests.reading.modes import apple, gmail, outlook
from tests.reading.modes.answers import answers
from tests.reading.modes.check import ASKED, exact_or_asked, read, recovered
from tests.reading.modes.mails import broken, divs, envelope, html_form, mail, text_form
from tests.reading.modes.questionnaires import FORMS, asked

LATIN_FORMS = [form for form in FORMS if form != "greek"]
TYPED = "Prüfung bestanden – „sehr gut“ für 5 €"


def typed_in(one, text):
    words = [q.number for q in one.questions if q.kind.value in ("text", "goal")]
    return {**answers(one, "plain"), words[0]: text, words[-1]: text}


def declared(one, text, charset, codec, *, kind="plain"):
    """The message says one charset and its bytes are of another."""
    head = bytes(envelope(one)).split(b"\r\n\r\n")[0]
    kind_line = f"Content-Type: text/{kind}; charset={charset}\r\n" if charset else f"Content-Type: text/{kind}\r\n"
    more = f"\r\nMIME-Version: 1.0\r\n{kind_line}Content-Transfer-Encoding: 8bit\r\n\r\n".encode()
    return head + more + text.encode(codec).replace(b"\n", b"\r\n")


@pytest.mark.parametrize(
    "charset", ["big5", "us-ascii", "iso-8859-1", "", "x-unknown", "utf-8", "windows-1251", "utf8"]
)
@pytest.mark.parametrize("form", FORMS)
def test_mode_55_bytes_of_utf_8_under_any_name(form, charset):
    one = asked(form)
    typed = typed_in(one, TYPED)
    reading = recovered(one, declared(one, text_form(one, typed), charset, "utf-8"), typed)
    assert TYPED in {answer.text for answer in reading.answers}
    page = f"<html><body>{html_form(one, typed, lambda text: f'<p>{broken(text)}</p>')}</body></html>"
    recovered(one, declared(one, page, charset, "utf-8", kind="html"), typed)


@pytest.mark.parametrize("charset", ["iso-8859-1", "us-ascii", "windows-1252", "", "utf-8", "x-unknown"])
@pytest.mark.parametrize("form", LATIN_FORMS)
def test_mode_55_bytes_of_windows_under_any_name(form, charset):
    one = asked(form)
    typed = typed_in(one, TYPED)
    recovered(one, declared(one, text_form(one, typed), charset, "cp1252"), typed)


@pytest.mark.parametrize("plain", ["", "\n", "HTML only", "This message needs an HTML viewer.", "stale"])
@pytest.mark.parametrize("style", ["prose", "awkward"])
@pytest.mark.parametrize("form", FORMS)
def test_mode_56_answers_in_the_html_alone(form, style, plain):
    one = asked(form)
    typed = answers(one, style)
    body = html_form(one, typed, lambda text: f"</blockquote>{divs(text)}{gmail.QUOTE}")
    text = gmail.text_head(one) + text_form(one, {}) if plain == "stale" else plain
    reading = recovered(one, mail(one, text, gmail.quoted(one, body)), typed)
    assert reading.part == "html"


@pytest.mark.parametrize("form", FORMS)
def test_mode_57_the_richer_part_wins(form):
    one = asked(form)
    typed = answers(one, "plain")
    numbers = "".join(f"<li>{broken(text)}</li>" for text in typed.values())
    page = gmail.quoted(one, html_form(one, {}, str), above=f"<ol>{numbers}</ol>")
    bare = "\n".join(text.replace("\n", " ") for text in typed.values())
    recovered(one, mail(one, f"{bare}\n\n{gmail.text_head(one)}{text_form(one, {})}", page), typed)


@pytest.mark.parametrize("form", FORMS)
def test_mode_57_where_both_say_something_else_it_is_asked_about(form):
    one = asked(form)
    typed = answers(one, "prose")
    changed = {**typed, 1: "Quite another thing" if not one.questions[0].options else "1"}
    body = html_form(one, typed, lambda text: f"</blockquote>{divs(text)}{gmail.QUOTE}")
    reading = read(one, mail(one, gmail.text_head(one) + text_form(one, changed), gmail.quoted(one, body)))
    assert reading.answers[0].state is ASKED
    assert "text and HTML differ" in reading.answers[0].evidence
    assert all(a.state in (AnswerState.ANSWERED, AnswerState.BLANK) for a in reading.answers[1:])


def with_images(one, pieces, *, html=False):
    """Apple Mail: an image between two answers parts the text into several parts."""
    made = MIMEMultipart("mixed")
    for name, value in envelope(one).items():
        if name.lower() not in ("mime-version", "content-type"):
            made[name] = value
    for number, piece in enumerate(pieces):
        if number:
            image = MIMEImage(b"\x89PNG\r\n\x1a\n" + bytes(40), "png", name=f"image{number}.png")
            image.add_header("Content-Disposition", "inline", filename=f"image{number}.png")
            made.attach(image)
        made.attach(MIMEText(piece, "html" if html else "plain", "utf-8"))
    return bytes(made)


@pytest.mark.parametrize("style", ["prose", "plain", "awkward"])
@pytest.mark.parametrize("form", FORMS)
def test_mode_58_text_in_several_parts(form, style):
    one = asked(form)
    typed = answers(one, style)
    text = f"> {apple.ON_MAC}\n> \n{text_form(one, typed)}"
    cuts = [0, text.index("> 2. "), text.index("> 4. "), len(text)]
    pieces = [text[start:end] for start, end in itertools.pairwise(cuts)]
    recovered(one, with_images(one, pieces), typed)


@pytest.mark.parametrize("form", FORMS)
def test_mode_58_html_in_several_parts(form):
    one = asked(form)
    typed = answers(one, "plain")
    body = html_form(one, typed, lambda text: f"</blockquote><div>{broken(text)}</div><blockquote>")
    cut = body.index("<b>3. ")
    start = body.rindex("<p", 0, cut)
    pieces = [f"<html><body>{part}</body></html>" for part in (body[:start], body[start:])]
    recovered(one, with_images(one, pieces, html=True), typed)


@pytest.mark.parametrize(
    "text", ["[cid:image001.png@01DB5F3A.7C2E4B10]", "[image: image.png]", "[cid:ii_m5x1]", "<image.png>", "[Image]"]
)
@pytest.mark.parametrize("form", FORMS)
def test_mode_58_the_place_of_an_image_is_no_answer(form, text):
    one = asked(form)
    typed = answers(one, "plain")
    shown = {n: words if n != 4 else f"{words}" for n, words in typed.items()}
    rows = text_form(one, shown)
    raw = mail(one, rows + f"\n\n{text}\n")
    recovered(one, raw, typed)
    between = {**typed, 3: ""}
    marked = text_form(one, between).replace("> Answer 3:\n", f"> Answer 3:\n\n{text}\n\n")
    assert text in marked
    recovered(one, mail(one, marked), between)


def test_mode_57_struck_in_one_part_only():
    one = asked("german")
    typed = {2: "4"}
    page = outlook.word(one, outlook.word_form(one, typed, lambda _: "<p><s>2</s> 4</p>"))
    exact_or_asked(one, mail(one, text_form(one, {2: "2 4"}, mark=""), page), typed, most=1)
