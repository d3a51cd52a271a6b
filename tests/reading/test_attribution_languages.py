"""Lines that open a quote, in the languages and the orders that mail programs write them."""

from __future__ import annotations

import textwrap

import pytest

from mailbot.message.plain_lines import plain_lines
from mailbot.model.inbound import Bodies
from mailbot.reading.attribution import KnownSender, attribution
from mailbot.reading.posts import new_words
from tests.reading.attribution_lines import BARE, GMAIL, LABELS, NAMED
from tests.reading.correspondence import ADDRESS, NAME, PARENT, PARENT_TEXT

LINES = [*GMAIL.values(), *NAMED.values(), *BARE.values()]
QUOTE = "\n".join(f"> {row}" for row in PARENT)


def said(text, parent=""):
    return new_words(Bodies(plain=tuple(plain_lines(text))), parent=parent, writer_names=("Zoë Müller",))


@pytest.mark.parametrize("line", LINES)
def test_above_a_marked_quote(line):
    line = line.format(n=NAME, a=ADDRESS)
    for width in (200, 72, 40):
        wrapped = "\n".join(textwrap.wrap(line, width, break_long_words=False))
        assert said(f"Fine.\n\n{wrapped}\n{QUOTE}") == "Fine."
        assert said(f"{wrapped}\n\n{QUOTE}\n\nFine.") == "Fine."


@pytest.mark.parametrize("line", [*GMAIL.values(), *NAMED.values()])
def test_above_a_quote_without_marks(line):
    assert said(f"Fine.\n\n{line.format(n=NAME, a=ADDRESS)}\n\nwhatever it was\n\nand more") == "Fine."


@pytest.mark.parametrize("line", LINES)
def test_above_the_known_parent_without_marks(line):
    line = line.format(n=NAME, a=ADDRESS)
    assert said(f"Fine.\n\n{line}\n\n{PARENT_TEXT}\n\nAnd below.", PARENT_TEXT) == "Fine.\n\nAnd below."


SENDER = KnownSender(address=ADDRESS, name="yourmentorheron", subject="abouttherota")


@pytest.mark.parametrize("line", LINES)
def test_above_a_form(line):
    text = f"1. four\n\n{line.format(n=NAME, a=ADDRESS)}\n\nwhat follows"
    assert attribution(text.split("\n"), SENDER) == (2, 3)


def outside(text):
    """What is left of a text without its attribution."""
    lines = text.split("\n")
    start, end = attribution(lines, SENDER)
    return [line for line in [*lines[:start], *lines[end:]] if line]


@pytest.mark.parametrize("labels", [*LABELS.values(), ("Neznám", "Kiam", "Al", "Temo"), ("Zzz zz", "Y", "X", "W")])
def test_header_lines_above_a_form(labels):
    values = (f"{NAME} <{ADDRESS}>", "02 March 2026 09:12", "zoe@corp.test", "Re: About the rota")
    block = "\n".join(f"{label}: {value}" for label, value in zip(labels, values, strict=True))
    assert outside(f"1. four\n\n{block}\n\nwhat follows") == ["1. four", "what follows"]
    assert outside(f"1. four\n\n{'_' * 32}\n{block}\n\nwhat follows") == ["1. four", "what follows"]
    if labels in LABELS.values():
        assert said(f"Fine.\n\n{block}\n\nwhatever it was") == "Fine."


@pytest.mark.parametrize(
    "line",
    [
        "-----Original Message-----",
        "-----Ursprüngliche Nachricht-----",
        "-------- Message d'origine --------",
        "------------------ 原始邮件 ------------------",
        "---------- Forwarded message ---------",
        "Begin forwarded message:",
        "Anfang der weitergeleiteten Nachricht:",
        "-------- Oprindelig meddelelse --------",
        "---------- Пересланное сообщение ----------",
    ],
)
def test_a_divider_opens_a_quote_whatever_follows(line):
    assert said(f"Fine.\n\n{line}\n\nwhatever it was") == "Fine."
    assert said(f"Fine.\n\n{line}\n> whatever it was\n\nbelow") == "Fine.\n\nbelow"


LOTUS = f"{NAME} <{ADDRESS}>@corp.test on 10/16/2002 08:41:03 AM"
NOTES = "To:    Zoe\ncc:\nSubject:    About the rota"


RMAIL = (
    f"Date: Tue, 05 Jan 2027 08:00:00 +0000\nFrom: {NAME}\n <{ADDRESS}>\nAuto-Submitted: auto-generated\n"
    'Content-Type: multipart/alternative; boundary="=_6"\n\n\n[1:text/plain Hide]\n'
)
NEXTCLOUD = f'"{NAME}" <mentoring+f-another@example.org> – January 5, 2027 8:00 AM'


def test_raw_headers_and_a_line_without_a_colon_above_a_form():
    assert outside(f"1. four\n\n{RMAIL}\nwhat follows") == ["1. four", "what follows"]
    assert outside(f"1. four\n\n{NEXTCLOUD}\n\nwhat follows") == ["1. four", "what follows"]
    assert said(f"Fine.\n\n{NEXTCLOUD}\n> what follows") == "Fine."


def test_the_name_alone_on_the_line_above():
    assert outside(f'1. four\n\n"{NAME}"\n<{ADDRESS}> writes:\n\nwhat follows') == ["1. four", "what follows"]
    assert outside(f"1. four\n\nfive\n<{ADDRESS}> writes:\n\nwhat follows") == ["1. four", "five", "what follows"]
    assert outside(f"<{ADDRESS}> writes:\n\nwhat follows") == ["what follows"]


def test_lotus_notes_above_a_form():
    block = f"{LOTUS}\nSent by:    mailer@example.org\n\n{NOTES}"
    assert outside(f"1. four\n\n{block}\n\nwhat follows") == ["1. four", "what follows"]
    block = f"-----{NAME} wrote: -----\nTo: Zoe\nFrom: {ADDRESS}\nSubject: x"
    assert outside(f"1. four\n\n{block}\n\nwhat follows") == ["1. four", "what follows"]


@pytest.mark.parametrize(
    "block",
    [
        f"From: {NAME} <{ADDRESS}> Sent: 02 March 2026 09:12 To: Zoe Subject: rota",
        f"*From:* {NAME} [mailto:\n{ADDRESS}]\n*Sent:* 02 March 2026 09:12\n*To:* a@b.test,\n  c@d.test\n*Subject:* x",
        "Date: Fri, 2 Mar 2026 09:12:00 +0000\nTo: zoe@corp.test",
        "__________\n\nFrom: Heron\nSubject: rota",
        "From: Heron\nSent: Monday\n\nSubject: rota",
        "====\n\nMessage du : 02/03/2026 09:12\nDe : Heron <heron@corp.test>\nA : zoe@corp.test\nSujet : rota",
    ],
)
def test_blocks_that_came_back_odd(block):
    assert said(f"Fine.\n\n{block}\n\nwhatever it was") == "Fine."


@pytest.mark.parametrize(
    "text",
    [
        "From: Heron\nwho said\nthat\nSubject: to change",
        "From: Heron\nSubject: to change",
        f"{'x' * 450} on 2/3/2026 09:12 jane@corp.test wrote:\nyes",
    ],
)
def test_blocks_that_are_none(text):
    assert said(text) == text


def test_a_block_has_an_end():
    lines = ["a", *["From: x"] * 60]
    assert attribution(lines, KnownSender()) == (1, 31)
    assert attribution(["a", "Subject: y", *["From: x@y.test"] * 60], KnownSender()) == (1, 31)


def test_the_known_parent_can_stand_above_what_opens_an_older_quote():
    text = f"Fine.\n\n{PARENT_TEXT}\n\n-----Original Message-----\n\nolder words"
    assert said(text, PARENT_TEXT) == "Fine."


def test_a_line_of_the_parent_that_is_not_there_is_not_missed():
    parent = f"{PARENT[1]}\nquite another line than any of those below, and long\n{PARENT[2]}"
    assert said(f"Fine.\n\n{PARENT[1]}\nso it is, and I have nothing to say to it\n{PARENT[2]}", parent) == (
        "Fine.\n\nso it is, and I have nothing to say to it"
    )
