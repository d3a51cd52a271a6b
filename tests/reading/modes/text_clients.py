"""Replies as programs that only know text build them: Thunderbird's flowed text, mutt, alpine, K-9."""

from __future__ import annotations

import textwrap

from tests.reading.modes.mails import mail, text_form, who


def stuffed(row):
    """A line as format=flowed sends it (RFC 3676 4.4)."""
    return f" {row}" if row.startswith((">", "From ", " ")) else row


def flowed(text, width=72):
    """Each line softly broken at the width: a space before the line end says that it goes on."""
    rows = []
    for row in text.split("\n"):
        pieces = textwrap.wrap(row, width, break_long_words=False, break_on_hyphens=False) or [""]
        rows += [stuffed(piece) + " " for piece in pieces[:-1]] + [stuffed(pieces[-1])]
    return "\n".join(rows)


def quoted_flow(asked, answers, width):
    """The form's paragraphs reflowed behind their marks with soft breaks, and flowed answers."""
    out = []
    for paragraph in asked.paragraphs:
        pieces = textwrap.wrap(paragraph.text, width, break_long_words=False, break_on_hyphens=False)
        out += [f"> {piece} " for piece in pieces[:-1]] + [f"> {pieces[-1]}"]
        if paragraph.kind == "marker" and answers.get(paragraph.number):
            out += ["", flowed(answers[paragraph.number], width), ""]
        out += [">"] * paragraph.gap
    return "\n".join(out)


def thunderbird(asked, answers, *, width=72):
    head = f"On 05/01/2027 08:00, {asked.sheet.sender_name} wrote:\n"
    return mail(asked, head + quoted_flow(asked, answers, width), params={"format": "flowed"})


def delsp(asked, answers, *, width=40):
    """DelSp=yes: the space before a soft break belongs to the break, so words are cut anywhere (RFC 3676 4.1)."""
    out = [f"On 05/01/2027 08:00, {asked.sheet.sender_name} wrote:"]
    for paragraph in asked.paragraphs:
        out += _cut(paragraph.text, width, "> ")
        if paragraph.kind == "marker" and answers.get(paragraph.number):
            out.append("")
            for row in answers[paragraph.number].split("\n"):
                out += _cut(row, width, "")
            out.append("")
        out += [">"] * paragraph.gap
    return mail(asked, "\n".join(out), params={"format": "flowed", "delsp": "yes"})


def _cut(text, width, mark):
    pieces = [text[at : at + width] for at in range(0, len(text), width)] or [""]
    pieces = [piece if mark else stuffed(piece) for piece in pieces]
    return [f"{mark}{piece} " for piece in pieces[:-1]] + [mark + pieces[-1]]


def mutt(asked, answers):
    """The quote cut down to the questions: no introduction, no hint, no closing lines."""
    out = [f"On Tue, Jan 05, 2027 at 08:00:00AM +0000, {asked.sheet.sender_name} wrote:"]
    for paragraph in asked.paragraphs:
        if paragraph.kind == "question":
            out += [f"> {row}" for row in paragraph.rows]
        elif paragraph.kind == "marker":
            answer = answers.get(paragraph.number)
            out += ["", answer, ""] if answer else [">"]
    return mail(asked, "\n".join(out) + "\n")


def only(asked, answers):
    """Only the questions that are answered are still quoted."""
    out = [f"On Tue, 5 Jan 2027, {asked.sheet.sender_name} wrote:", ""]
    for paragraph in asked.paragraphs:
        if paragraph.number in answers and paragraph.kind in ("question", "marker"):
            out += [f"> {row}" for row in paragraph.rows]
            out += ["", answers[paragraph.number], ""] if paragraph.kind == "marker" else [">"]
    return mail(asked, "\n".join(out))


def k9(asked, answers):
    """A mark without a space, everything rewrapped at 66."""
    head = f"\n\nOn 5 January 2027 08:00:00 GMT, {who(asked)} wrote:\n"
    return mail(asked, head + text_form(asked, answers, mark=">", width=66))
