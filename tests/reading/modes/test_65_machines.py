"""Auto-replies, receipts and bounces that quote the form: no answers, no reply."""

from __future__ import annotations

import pytest

from mailbot.model.effect import InboxState, Kind
from tests.flows.town import reply_address, written
from tests.reading.modes.answers import answers
from tests.reading.modes.decided import decided
from tests.reading.modes.mails import envelope, numbered, text_form
from tests.reading.modes.questionnaires import FORMS, asked
from tests.reading.modes.towns import FORMS as TOWNS
from tests.reading.modes.towns import ZOE, founded, standing

AWAY = "I am away until Monday.\n\n1. In urgent cases call 0191 498 0001\n2. Otherwise wait\n\n"
SUBJECTS = (
    "Automatic reply: {}",
    "Out of Office: {}",
    "Automatische Antwort: {}",
    "Abwesenheitsnotiz: {}",
    "Réponse automatique : {}",
    "Respuesta automática: {}",
    "Risposta automatica: {}",
    "Automatisch antwoord: {}",
    "Autosvar: {}",
    "Автоответ: {}",
    "Auto: {}",
)
HEADERS = (
    ("Auto-Submitted", "auto-replied"),
    ("Auto-Submitted", "auto-replied (vacation)"),
    ("X-Autoreply", "yes"),
    ("Precedence", "auto_reply"),
    ("Precedence", "bulk"),
    ("Return-Path", "<>"),
)


def is_nothing(disposition, *kinds):
    assert disposition.kind in kinds
    assert disposition.reading is None
    assert disposition.effects == ()
    assert disposition.state is InboxState.PROCESSED


@pytest.mark.parametrize("subject", SUBJECTS)
@pytest.mark.parametrize("form", FORMS)
def test_mode_65_an_absence_note_by_its_subject(form, subject):
    one = asked(form)
    made = envelope(one, subject.format(one.sheet.subject))
    made.set_content(AWAY + text_form(one, answers(one, "plain")))
    is_nothing(decided(form, bytes(made)), Kind.AUTO_REPLY)


@pytest.mark.parametrize(("name", "value"), HEADERS)
@pytest.mark.parametrize("form", FORMS)
def test_mode_65_an_absence_note_by_its_header(form, name, value):
    one = asked(form)
    made = envelope(one)
    made[name] = value
    made.set_content(AWAY + text_form(one, {}))
    is_nothing(decided(form, bytes(made)), Kind.AUTO_REPLY)


def report(one, kind, machine):
    """A receipt (RFC 8098) or a bounce (RFC 3464) that holds the whole form."""
    original = one.raw.decode("ascii")
    return (
        f"From: {'Mail Delivery System <MAILER-DAEMON@mx.test>' if kind == 'delivery-status' else ZOE}\r\n"
        f"To: {one.sheet.sender_address}\r\nSubject: Read: {one.sheet.subject}\r\nMIME-Version: 1.0\r\n"
        f'Content-Type: multipart/report; report-type={kind}; boundary="b"\r\n\r\n'
        f"--b\r\nContent-Type: text/plain\r\n\r\n{AWAY}\r\n--b\r\nContent-Type: message/{kind}\r\n\r\n{machine}\r\n"
        f"--b\r\nContent-Type: message/rfc822\r\n\r\n{original}\r\n--b--\r\n"
    ).encode()


@pytest.mark.parametrize("form", FORMS)
def test_mode_65_a_read_receipt(form):
    one = asked(form)
    told = f"Final-Recipient: rfc822;{ZOE}\r\nDisposition: manual-action/MDN-sent-manually; displayed\r\n"
    is_nothing(decided(form, report(one, "disposition-notification", told)), Kind.AUTO_REPLY)


@pytest.mark.parametrize("status", ["5.1.1", "4.2.2", "5.7.1"])
@pytest.mark.parametrize("form", FORMS)
def test_mode_65_a_bounce_with_the_form_attached(form, status):
    one = asked(form)
    action = "failed" if status[0] == "5" else "delayed"
    told = (
        f"Reporting-MTA: dns; mx.test\r\n\r\nFinal-Recipient: rfc822; {ZOE}\r\nAction: {action}\r\nStatus: {status}\r\n"
    )
    is_nothing(decided(form, report(one, "delivery-status", told)), Kind.BOUNCE)


@pytest.mark.parametrize("form", FORMS)
def test_mode_65_a_person_whose_program_says_it_is_no_machine_is_read(form):
    one = asked(form)
    made = envelope(one, f"Re: {one.sheet.subject} (out of office next week)")
    made["Auto-Submitted"] = "no"
    made["X-Auto-Response-Suppress"] = "All"
    made.set_content(numbered({n: t.replace("\n", "; ") for n, t in answers(one, "plain").items()}))
    disposition = decided(form, bytes(made))
    assert disposition.kind is Kind.FORM_REPLY
    assert disposition.reading.has_answers


@pytest.mark.parametrize("form", TOWNS)
def test_mode_65_nothing_is_stored_and_nobody_is_written_to(form, tmp_path, monkeypatch):
    town = founded(tmp_path, form, monkeypatch)
    letter = town.last(ZOE)
    sent = len(town.submission.sent)
    quoted = "\n".join(f"> {line}" for line in town.last(ZOE).get_body(("plain",)).get_content().splitlines())
    town.deliver(written(ZOE, reply_address(letter), AWAY + quoted, answers=letter, Auto_Submitted="auto-replied"))
    town.deliver(written(ZOE, reply_address(letter), AWAY + quoted, answers=letter, subject="Automatic reply: form 1"))
    assert town.later(hours=1).tick().processed == 2
    assert standing(town, letter) == {}
    assert len(town.submission.sent) == sent
    town.close()
