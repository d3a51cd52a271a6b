"""A person's own "I wrote:", answers between the lines of a letter, threads five deep."""

from __future__ import annotations

import pytest

from tests.reading.modes.conversations import ADDRESS, PARENTS, quoted, said, said_in_html
from tests.reading.modes.mails import divs, esc

LINE = f"On Mon, 2 Nov 2026 at 10:11, Your mentor <{ADDRESS}> wrote:"
OWN = (
    "On Monday I wrote: the plan is good.",
    "On Monday at 10:30 I wrote:\nthe plan is good",
    "See https://example.org/what-she-wrote: it is worth a look.",
    "Look at https://example.org/2026/11/02/he-wrote for this",
    "From: my heart, thanks",
    "To: be or not to be\nis what we read",
    "As the letter of 2.11.2026 said, my trainer wrote:\nvery good, keep on",
    "Am Montag um 10:30 schrieb ich:\nes ist gut",
    "Subject: to change, we meet on Friday",
    "She wrote: yes. On 3/3/2026 he wrote: no.",
    "> is the sign that I mean",
    "Date: 5 May. Time: noon. Place: the library.",
)


@pytest.mark.parametrize("parent", PARENTS)
@pytest.mark.parametrize("words", OWN)
def test_mode_72_a_persons_own_words_are_kept(words, parent):
    before = PARENTS[parent]
    if not words.startswith(">"):
        assert said(words) == words
        assert said(words, before) == words
        assert said(f"Hello.\n\n{words}\n\nSee you soon", before) == f"Hello.\n\n{words}\n\nSee you soon"
        assert said(f"{words}\n\n{LINE}\n{quoted(before)}", before) == words
    assert (
        said_in_html(f"{divs(words)}<br><div>{esc(LINE)}</div><blockquote>{divs(before)}</blockquote>", before) == words
    )


REPLIES = ("Well.", "It is hard on Mondays,\nand better on Fridays.", "Yes!\n\nWith the best mark.")


@pytest.mark.parametrize("mark", ["> ", ">", "| ", ""])
@pytest.mark.parametrize("parent", PARENTS)
def test_mode_73_every_paragraph_between_the_lines_in_order(parent, mark):
    before = PARENTS[parent]
    paragraphs = before.split("\n\n")
    rows, typed = [LINE], []
    for number, paragraph in enumerate(paragraphs):
        rows += [quoted(paragraph, mark), ""]
        if len(paragraph) > 12 and number < len(REPLIES):
            rows += [REPLIES[number], ""]
            typed.append(REPLIES[number])
    assert said("\n".join(rows), before) == "\n\n".join(typed)
    assert said("\n".join(["Hello!", "", *rows, "", "Bye for now"]), before) == "\n\n".join(
        ["Hello!", *typed, "Bye for now"]
    )


@pytest.mark.parametrize("parent", PARENTS)
def test_mode_73_between_split_quotes_in_html(parent):
    before = PARENTS[parent]
    page, typed = [f"<div>{esc(LINE)}</div>"], []
    for number, paragraph in enumerate(before.split("\n\n")):
        page.append(f"<blockquote>{divs(paragraph)}</blockquote>")
        if len(paragraph) > 12 and number < len(REPLIES):
            page.append(divs(REPLIES[number]))
            typed.append(REPLIES[number])
    assert said_in_html("<div><br></div>".join(page), before) == "\n\n".join(typed)


def block(sender, day):
    return f"From: {sender}\nSent: {day:02d} November 2026 10:11\nTo: somebody\nSubject: Re: the rota"


@pytest.mark.parametrize("rule", ["", "_" * 32 + "\n", "-----Original Message-----\n"])
@pytest.mark.parametrize("parent", PARENTS)
def test_mode_74_an_unquoted_thread_five_deep(parent, rule):
    before = PARENTS[parent]
    hops = [
        f"{rule}{block(f'Your mentor <{ADDRESS}>' if hop % 2 == 0 else 'Noor <noor@example.net>', 9 - hop)}\n\n"
        f"{before if hop == 0 else f'Words of hop number {hop} that were written long ago.'}\n"
        for hop in range(5)
    ]
    for words in ("Fine.", "Much better.\n\nI passed the exam on 3.3.2026, they wrote to me.", "No, thank you"):
        assert said(f"{words}\n\n" + "\n\n".join(hops), before) == words
        assert said(f"{words}\n\n" + "\n\n".join(hops)) == words


@pytest.mark.parametrize("parent", PARENTS)
def test_mode_74_a_quoted_thread_five_deep(parent):
    before = PARENTS[parent]
    text = "the very first words"
    for hop in range(4):
        text = f"words of hop {hop}\n\n{LINE}\n{quoted(text)}"
    text = f"{before}\n\n{LINE}\n{quoted(text)}"
    assert said(f"Fine.\n\n{LINE}\n{quoted(text)}", before) == "Fine."
    assert said(f"Fine.\n\n{LINE}\n{quoted(text)}") == "Fine."
