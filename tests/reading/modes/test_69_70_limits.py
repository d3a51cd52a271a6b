"""Clipped quotes, and what hangs other parsers: all of it comes back, complete."""

from __future__ import annotations

import pytest

from mailbot.message.parse import parse
from mailbot.model.answer import AnswerState
from mailbot.reading.answers import read_reply
from mailbot.reading.posts import new_words
from tests.reading.modes import gmail
from tests.reading.modes.answers import answers
from tests.reading.modes.check import exact_or_asked, read, recovered
from tests.reading.modes.mails import divs, esc, html_form, mail, numbered, text_form
from tests.reading.modes.questionnaires import FORMS, asked

CLIP = "[Message clipped]  View entire message"
UNSEEN = (AnswerState.BLANK, AnswerState.MISSING)


def clipped(one, typed, last):
    """The reply as far as question `last`: what stood below was never quoted."""
    text = text_form(one, typed)
    following = next(p.rows[0] for p in one.paragraphs if p.kind == "question" and p.number == last + 1)
    return text[: text.index(f"> {following}")]


@pytest.mark.parametrize("clip", [f"\n{CLIP}\n", "", "\n[Nachricht gekürzt]  Vollständige Nachricht ansehen\n"])
@pytest.mark.parametrize("last", [2, 4])
@pytest.mark.parametrize("form", FORMS)
def test_mode_69_a_clipped_quote_leaves_the_rest_unanswered(form, last, clip):
    one = asked(form)
    typed = {n: text for n, text in answers(one, "plain").items() if n <= last}
    raw = mail(one, gmail.text_head(one) + clipped(one, typed, last) + clip)
    if clip:  # what follows the last answer may be more of it
        exact_or_asked(one, raw, typed, most=len(one.questions) - last + 1)
    else:
        reading = recovered(one, raw, typed)
        assert all(answer.state in UNSEEN for answer in reading.answers[last:])


@pytest.mark.parametrize("last", [1, 3, 5])
@pytest.mark.parametrize("form", FORMS)
def test_mode_69_no_quote_at_all_and_some_answers(form, last):
    one = asked(form)
    typed = {n: text.replace("\n", "; ") for n, text in answers(one, "plain").items() if n <= last}
    reading = recovered(one, mail(one, numbered(typed)), typed)
    assert {answer.state for answer in reading.answers[last:]} <= {AnswerState.MISSING}


@pytest.mark.parametrize("form", FORMS)
def test_mode_69_a_page_clipped_inside_the_form(form):
    one = asked(form)
    typed = {n: text for n, text in answers(one, "plain").items() if n <= 3}
    body = html_form(one, typed, lambda text: f"</blockquote>{divs(text)}{gmail.QUOTE}")
    cut = body.rindex("<p", 0, body.index(f"<b>5. {esc(one.questions[4].ask)[:8]}"))
    reading = recovered(one, mail(one, None, gmail.quoted(one, body[:cut])), typed)
    assert all(answer.state in UNSEEN for answer in reading.answers[3:])


HOSTILE = {
    "1 MB of marks": ("plain", ">\n" * 500_000),
    "1 MB of quoted letters": ("plain", "> q\n" * 250_000),
    "500k newlines": ("plain", "\n" * 500_000),
    "On, 50k times": ("plain", "On " * 50_000),
    "On, 50k lines": ("plain", "On \n" * 50_000),
    "5k attributions without a verb": ("plain", "On Mon, a <a@b.test> " * 5_000),
    "5k lines of them": ("plain", "On Mon, 2 Nov 2026, a <a@b.test>\n" * 5_000),
    "From: 20k times": ("plain", "From: a\n" * 20_000),
    "200 kB of dashes": ("plain", "-" * 200_000),
    "200 kB of underscores": ("plain", "_" * 200_000),
    "200 kB of spaces": ("plain", " " * 200_000),
    "one line of 200 kB": ("plain", "a" * 200_000),
    "one line of words": ("plain", "word " * 40_000),
    "20k marks deep": ("plain", ">" * 20_000 + " deep"),
    "20k numbered lines": ("plain", "".join(f"{n % 9 + 1}. x\n" for n in range(20_000))),
    "2k lists": ("plain", "1. a\n2. b\n3. c\n\n" * 2_000),
    "3k nested tags": ("html", "<div>" * 3_000 + "deep" + "</div>" * 3_000),
    "2k nested quotes": ("html", "<blockquote>" * 2_000 + "deep" + "</blockquote>" * 2_000),
    "200k breaks": ("html", "<br>" * 200_000),
    "10k open tags": ("html", "<b><i>" * 10_000),
    "a list of 20k": ("html", "<ol>" + "<li>x" * 20_000 + "</ol>"),
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_mode_70_what_hangs_others_comes_back_complete(kind):
    part, text = HOSTILE[kind]
    one = asked("northern-surgery")
    head = b"From: a@b.test\r\nTo: c@d.test\r\nMIME-Version: 1.0\r\n"
    raw = head + f"Content-Type: text/{'html' if part == 'html' else 'plain'}; charset=utf-8\r\n\r\n{text}".encode()
    bodies = parse(raw).bodies
    reading = read_reply(one.sheet, bodies, writer_names=("Noor Quillon",))
    assert [answer.question for answer in reading.answers] == [q.id for q in one.questions]
    assert isinstance(new_words(bodies, parent="\n".join(one.sheet.lines), writer_names=("Noor",)), str)


@pytest.mark.parametrize(
    "kind", ["On, 50k times", "200 kB of dashes", "one line of 200 kB", "20k marks deep", "2k lists"]
)
def test_mode_70_an_answer_above_it_is_exact_or_asked_about(kind):
    one = asked("german")
    raw = b"From: a@b.test\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n"
    typed = {n: text.replace("\n", "; ") for n, text in answers(one, "plain").items()}
    reading = read(one, raw + f"{numbered(typed)}\n\n{HOSTILE[kind][1]}".encode())
    for answer, text in zip(reading.answers[:-1], typed.values(), strict=False):  # the last may hold it all
        assert answer.text == text or answer.state is AnswerState.UNCLEAR
