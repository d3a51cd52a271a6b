"""Answers in a file: asked for again, counted as nothing, and read as soon as they stand in the email itself."""

from __future__ import annotations

from email.message import EmailMessage

from tests.flows.test_machines import FIRST_FORM, ZOE
from tests.flows.town import Town, reply_address, text_of, written

PHILIPPA = "philippa@northgate.test"


def with_file(raw: bytes, name: str) -> bytes:
    """The same message with a file beside its words."""
    head, _, body = raw.partition(b"\r\n\r\n")
    carrier = EmailMessage()
    carrier.set_content(body.decode())
    carrier.add_attachment(b"PK" * 9_000, maintype="application", subtype="octet-stream", filename=name)
    kept = [line for line in head.split(b"\r\n") if not line.lower().startswith((b"content-", b"mime-"))]
    return b"\r\n".join(kept) + b"\r\n" + bytes(carrier).replace(b"\n", b"\r\n")


def test_a_form_answered_in_a_file_is_asked_for_again_and_then_read(town: Town) -> None:
    town.tick()
    town.at(FIRST_FORM).tick()
    form = town.last(ZOE)
    address = reply_address(form)
    before = len(town.letters(PHILIPPA))
    town.deliver(with_file(written(ZOE, address, "Please see attached.", answers=form), "My answers.docx"))
    assert town.tick().refused == 1
    told = " ".join(text_of(town.last(ZOE)).split())
    assert "a Word document called “My answers.docx”" in told
    assert len(town.letters(PHILIPPA)) == before
    town.deliver(written(ZOE, address, "1. 4\n2. first list\n3. a post", answers=form))
    assert town.later(hours=1).tick().processed == 1
    assert "first list" in text_of(town.last(PHILIPPA))
    assert "answers.docx" not in text_of(town.last(PHILIPPA))
