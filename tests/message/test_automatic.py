from __future__ import annotations

import pytest

from mailbot.message.automatic import is_vacation_subject
from mailbot.message.parse import parse
from tests.message.builders import mail


@pytest.mark.parametrize(
    ("header", "reason"),
    [
        ("Auto-Submitted: auto-replied", "auto_submitted"),
        ("Auto-Submitted: auto-generated; x=y", "auto_submitted"),
        ("Auto-Submitted: auto-notified (x)", "auto_submitted"),
        ("Auto-Submitted: no", ""),
        ("Auto-Submitted: No (typed by hand)", ""),
        ("Auto-Submitted:", ""),
        ("Return-Path: <>", "null_return_path"),
        ("Return-Path: <jane@example.net>", ""),
        ("Precedence: bulk", "precedence"),
        ("Precedence: Auto_Reply", "precedence"),
        ("Precedence: first-class", ""),
        ("X-Precedence: auto_reply", "precedence"),
        ("Preference: auto_reply", "precedence"),
        ("X-Autoreply: yes", "auto_reply_header"),
        ("X-Autoreply: no", ""),
        ("X-AutoReply-From: jo@example.net", "auto_reply_header"),
        ("X-Mail-Autoreply: yes", "auto_reply_header"),
        ("X-FC-MachineGenerated: true", "auto_reply_header"),
        ("X-POST-MessageClass: 9; Autoresponder", "auto_reply_header"),
        ("X-POST-MessageClass: 1; Message", ""),
        ("Delivered-To: Autoresponder", "auto_reply_header"),
        ("Delivered-To: autoresponder@example.net", ""),
        ("X-Cron-Env: <USER=root>", "auto_reply_header"),
        ("X-MS-Exchange-Inbox-Rules-Loop: jo@example.net", "auto_reply_header"),
        ("Feedback-ID: i1234:Fastmail", ""),
        ("Return-Path: <noreply@mail.spamarrest.com>", "challenge"),
        ("Return-Path: <spamblocker-challenge@bounce.earthlink.net>", "challenge"),
        ("X-Delivery-Agent: TMDA/1.0", "challenge"),
        ("List-Id: <x.example.org>", "list"),
        ("List-Unsubscribe: <mailto:x@y>", "list"),
        ("X-Auto-Response-Suppress: All", ""),
        ("X-Auto-Response-Suppress: OOF, AutoReply", ""),
        ("Subject: Automatic reply: your form", "subject"),
        ("Subject: Re: your form", ""),
        ("Content-Type: multipart/report; report-type=disposition-notification; boundary=b", "read_receipt"),
        ("Content-Type: multipart/report; report-type=feedback-report; boundary=b", "report"),
        ("Content-Type: multipart/report; boundary=b", "report"),
    ],
)
def test_one_header_decides(header, reason):
    assert parse(mail(header)).automatic == reason


@pytest.mark.parametrize("local", ["MAILER-DAEMON", "postmaster", "no-reply", "noreply+123", "bounces"])
def test_daemons(local):
    assert parse(mail(start=f"From: x <{local}@example.net>")).automatic == "daemon"


@pytest.mark.parametrize(
    "header",
    ["Precedence: bulk", "Return-Path: <>", "X-Autoreply: yes", "List-Id: <x.org>", "Subject: Automatic reply: form"],
)
def test_auto_submitted_no_is_a_person_whatever_stands_beside_it(header):
    assert parse(mail("Auto-Submitted: no", header)).automatic == ""
    assert parse(mail(header)).automatic != ""


OUTLOOK = "Your message\r\n\r\n   To: Jo\r\n   Subject: Your form\r\n\r\nwas read on Friday, 5 March 2027 10:00.\r\n"


@pytest.mark.parametrize(
    ("subject", "body"),
    [
        ("Read: Your form", OUTLOOK),
        ("Not read: Your form", OUTLOOK.replace("was read on", "was deleted without being read on")),
        ("Gelesen: Ihr Formular", "Ihre Nachricht\r\n\r\nAn: Jo\r\n\r\nwurde am Freitag, 5. 3. gelesen.\r\n"),
        ("Lu : votre formulaire", "Votre message\r\n\r\na été lu le vendredi.\r\n"),
        ("Return receipt (displayed) : x", "This is a receipt for the mail you sent to jo@example.net.\r\n"),
    ],
)
def test_read_receipts_in_plain_words(subject, body):
    assert parse(mail(f"Subject: {subject}", body=body)).automatic == "read_receipt"


def test_a_person_may_write_that_something_was_read():
    assert parse(mail("Subject: Re: Read: Your form", body=OUTLOOK)).automatic == ""
    assert parse(mail("Subject: Read: a paper on sepsis", body="I liked it. It was good.\r\n")).automatic == ""


def test_a_receipt_loose_in_a_multipart_is_one():
    part = "--b\r\n\r\nx\r\n--b\r\nContent-Type: message/disposition-notification\r\n\r\nx: y\r\n--b--\r\n"
    assert parse(mail("Content-Type: multipart/mixed; boundary=b", body=part)).automatic == "read_receipt"


def test_the_envelope_speaks_before_the_return_path_header():
    raw = mail("Return-Path: <>")
    assert parse(raw).envelope_sender == ""
    assert parse(raw, envelope_sender="Jane@example.net").envelope_sender == "jane@example.net"
    assert parse(raw, envelope_sender="Jane@example.net").automatic == ""
    assert parse(mail(), envelope_sender="<>").automatic == "null_return_path"
    assert parse(mail()).envelope_sender is None
    assert parse(mail("Return-Path: Jane@Example.net")).envelope_sender == "jane@example.net"
    assert parse(mail("Return-Path: <Jane@Example.net>")).envelope_sender == "jane@example.net"


@pytest.mark.parametrize(
    "subject",
    [
        "Automatic reply: Your form",
        "AutoReply: x",
        "Auto: away",
        "Automated response",
        "Out of office",
        "Out of Office: back on Monday",
        "Out of the office re: form",
        "I am out of the office",
        "I’m currently out of office - back soon",
        "Out of office auto reply: form",
        "Away from my office",
        "Vacation reply: x",
        "Automatische Antwort: Ihr Formular",
        "Abwesenheitsnotiz: Ihr Formular",
        "Abwesenheit",
        "Réponse automatique : votre formulaire",
        "Absence du bureau",
        "Respuesta automática: x",
        "Fuera de la oficina",
        "Risposta automatica: x",
        "Automatisch antwoord: x",
        "Autosvar: x",
        "Automatiskt svar: x",
        "Frånvaro: x",
        "Fravær: x",
        "Ikke på kontoret",
        "Automaattinen vastaus: x",
        "Resposta automática: x",
        "Automatyczna odpowiedź: x",
        "Automatická odpověď: x",
        "Automatikus válasz: x",
        "Răspuns automat: x",
        "Otomatik yanıt: x",
        "Автоответ: x",
        "Автоматический ответ",
        "Αυτόματη απάντηση: x",
        "自動返信: x",
        "自动回复: x",
        "자동 회신: x",
        "מענה אוטומטי: x",
        "رد تلقائي: x",
        "Automātiskā atbilde: x",
        "[Automatyczna odpowiedź] test",
        "Re: blah (Automatic Response)",
        "AUTO: Jo is out of the office",
    ],
)
def test_absence_notes_by_their_subject(subject):
    assert is_vacation_subject(subject)


@pytest.mark.parametrize(
    "subject",
    [
        "",
        "Re: Out of office",
        "How do I cope with being out of office hours on call",
        "Out of office hours on call",
        "On leave next month",
        "Automatic doors at the ward",
        "Automobile",
        "Absence makes the heart grow fonder",
        "My vacation",
        "Afwezige opleider",
        "Your mentee Heron: Dates",
    ],
)
def test_what_people_write_is_left_alone(subject):
    assert not is_vacation_subject(subject)
