"""How a reply travels: a mail program, its quoting, and what happens to the form's characters, composed at random."""

from __future__ import annotations

import re
from dataclasses import replace
from email.message import EmailMessage
from email.policy import SMTP

from tests.reading.trouble.page import Page, page_of
from tests.reading.trouble.plain import Plain, text_of
from tests.reading.trouble.questionnaires import RECIPIENT, SENDER_ADDRESS

MARKS = ("> ", "> ", "> ", ">", "| ", ">> ", " > ", ": ", "Noa> ")
SMOOTH = str.maketrans({"'": "’", '"': "”", "-": "–"})
ROUGH = str.maketrans({"’": "'", "“": '"', "”": '"', "–": "-", "…": "..."})


def carried(reply, rng):
    """The raw message, and what carried it in a few words."""
    reply = _with_other_characters(reply, rng)
    name = reply.form.sheet.sender_name
    if reply.plain_only or (not reply.page_only and rng.random() < 0.5):
        label, plain, lines = _program_of_text(reply, rng, name)
        return _message(reply, text_of(reply, plain, lines), None, flowed=plain.flowed), label
    page = _page(reply, rng)
    lines = (
        []
        if page.shape == "bare" or not reply.blocks
        else _headers(reply, name)
        if page.shape in ("outlook", "owa")
        else [_wrote(rng, name)]
    )
    part = "none" if page.shape == "outlook" else rng.choice(("same", "same", "same", "stale", "none", "empty"))
    part = "same" if part == "stale" and not reply.blocks else part
    label = f"{page.shape}/{page.where}/{page.numbers}/text:{part}"
    return _message(reply, _alternative(reply, rng, page, lines, part), page_of(reply, page, lines)), label


def _program_of_text(reply, rng, name):
    style = reply.style or rng.choices(("marked", "flowed", "k9", "outlook", "inside"), (5, 2, 2, 3, 1))[0]
    lines = [_wrote(rng, name)]
    plain = Plain(
        mark=rng.choice(MARKS),
        width=rng.choice((72, 72, 72, 76, 60, 38)),
        pad=rng.random() < 0.4,
        lead=rng.choice((0, 0, 1)),
        typed_width=rng.choice((0, 72, 76)),
        squeeze=rng.random() < 0.06,
        bold=rng.choice(("", "", "*")),
    )
    match style:
        case "flowed":
            plain = replace(plain, mark="> ", flowed=True, typed_width=0)
        case "k9":
            plain = replace(plain, mark=">", width=rng.choice((40, 66)))
        case "outlook":
            plain = replace(plain, mark="", width=76)
            lines = ["", rng.choice(("-----Original Message-----", "_" * 32)), *_headers(reply, name), ""]
        case "marks":
            plain = replace(plain, mark="> ", typed_width=0)
        case "narrow":
            plain = replace(plain, mark="> ", width=20, typed_width=30)
        case "inside":
            plain = replace(plain, mark="> ", typed_mark="> ")
    if reply.fresh or not reply.blocks:
        return f"text/new/{style}", replace(plain, mark=rng.choice(("", "", "  ")), typed_mark="", flowed=False), []
    if reply.forwarded:
        lines = ["", "---------- Forwarded message ---------", *_headers(reply, name), ""]
        plain = replace(plain, mark="", typed_mark="", flowed=False)
    return f"text/{style}", plain, lines


def _page(reply, rng):
    shape = (
        "bare"
        if reply.fresh or not reply.blocks
        else rng.choice(("gmail", "gmail", "outlook", "owa", "apple", "yahoo", "bare"))
    )
    return Page(
        shape=shape,
        where=rng.choice(("split", "split", "inside", "within")),
        numbers=rng.choices(("text", "ol", "ones", "gone"), (12, 2, 1, 1))[0],
        flat=rng.random() < 0.2,
        room=rng.choices(("instead", "before", "after"), (4, 4, 1))[0],
    )


def _alternative(reply, rng, page, lines, part):
    if part == "none":
        return None
    if part == "empty":
        return "\n"
    marked = page.shape in ("gmail", "apple") and not reply.fresh
    split = marked and page.where == "split"
    plain = Plain(
        mark="> " if marked else "",
        typed_mark="" if split or not marked else "> ",
        width=rng.choice((70, 76)),
        pad=rng.random() < 0.5,
        bold="*" if page.shape == "gmail" else "",
        typed_width=76,
    )
    return text_of(reply, plain, lines, untouched=part == "stale")


def _wrote(rng, name):
    return rng.choice(
        (
            f"On Sun, Nov 1, 2026 at 8:00\u202fAM {name} <{SENDER_ADDRESS}> wrote:",
            f"On Sun, Nov 1, 2026 at 8:00 AM {name} <\n{SENDER_ADDRESS}> wrote:\n",
            f"On 01/11/2026 08:00, {name} wrote:",
            f"Am 01.11.26 um 08:00 schrieb {name}:",
            f"Le dim. 1 nov. 2026 à 08:00, {name} <{SENDER_ADDRESS}> a écrit :",
            f"El dom, 1 nov 2026 a las 8:00, {name} (<{SENDER_ADDRESS}>) escribió:",
        )
    )


def _headers(reply, name):
    return [
        f"From: {name} <{SENDER_ADDRESS}>",
        "Sent: 01 November 2026 08:00",
        f"To: {RECIPIENT} <zoe@corp.test>",
        f"Subject: {reply.form.sheet.subject}",
    ]


def _with_other_characters(reply, rng):
    """The form's characters as some programs change them: spaces, quotes, hyphens; never what was typed."""
    change = rng.choices((None, _nbsp, _smooth, _rough, _soft, _doubled), (10, 1, 1, 1, 1, 1))[0]
    if change is None:
        return reply
    said = [typed.text for typed in reply.typed.values() if len(typed.text) > 3]
    blocks = [
        b
        if not b.depth or (b.role not in ("marker", "intro", "closing") and any(text in b.text for text in said))
        else replace(b, text=change(b.text, rng), markup="" if b.role in ("question", "marker") else b.markup)
        for b in reply.blocks
    ]
    return replace(reply, blocks=blocks)


def _nbsp(text, rng):
    return re.sub(" ", lambda _: rng.choice((" ", " ", "\u00a0")), text)


def _smooth(text, _rng):
    return text.translate(SMOOTH)


def _rough(text, _rng):
    return text.translate(ROUGH)


def _soft(text, rng):
    return re.sub(r"(?<=\w{4})(?=\w{3})", lambda _: rng.choice(("", "", "\u00ad")), text)


def _doubled(text, _rng):
    return re.sub(r"(?<=[.?]) ", "  ", text)


def _message(reply, plain, page, *, flowed=False):
    message = EmailMessage(policy=SMTP)
    message["From"] = f"{RECIPIENT} <zoe@corp.test>"
    message["To"] = f"{reply.form.sheet.sender_name} <{SENDER_ADDRESS}>"
    message["Subject"] = reply.subject or f"{'Fwd' if reply.forwarded else 'Re'}: {reply.form.sheet.subject}"
    message["Message-ID"] = "<reply.1@corp.test>"
    if not reply.fresh:
        message["In-Reply-To"] = "<form.1.k5tq2v7mhx@example.org>"
    if plain is not None:
        message.set_content(plain, params={"format": "flowed"} if flowed else None, cte="quoted-printable")
    if page is not None and plain is not None:
        message.add_alternative(page, subtype="html", cte="quoted-printable")
    elif page is not None:
        message.set_content(page, subtype="html", cte="quoted-printable")
    if message.is_multipart():
        message.set_boundary("=_0123456789abcdef")  # the library's own would differ each time
    return bytes(message)
