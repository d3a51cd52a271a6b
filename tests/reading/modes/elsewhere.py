"""Replies of Yahoo, Samsung, Lotus Notes, Proton, GMX and others, and the form pasted into a new message."""

from __future__ import annotations

from email.message import EmailMessage
from email.policy import SMTP

from tests.reading.modes.mails import ADDRESS, WRITER, broken, divs, esc, html_form, mail, text_form, who


def yahoo(asked, answers):
    """No quote marks and no blockquote; classes with a hash in front."""
    line = f"On Tuesday, 5 January 2027 at 08:00:00 GMT, {who(asked)} wrote:"
    body = html_form(asked, answers, lambda text: f'<div dir="ltr" data-setdir="false">{broken(text)}</div>')
    page = (
        '<div class="ydp1fa95f4dyahoo-style-wrap" style="font-family:Helvetica;font-size:16px;"><div><br></div></div>'
        '<div id="yahoo_quoted_8472634500" class="yahoo_quoted"><div style="color:#26282a;">'
        f"<div>{esc(line)}</div><div><br></div><div><br></div>"
        f'<div><div id="yiv4711"><div><div style="max-width:620px">{body}</div></div></div></div></div></div>'
    )
    return mail(asked, f"\n    {line}\n \n {text_form(asked, answers, mark=' ')}", page)


def yahoo_phone(asked, answers):
    body = html_form(asked, answers, lambda text: f"<div>{broken(text)}</div>")
    page = (
        '<div id="ymail_android_signature"><a href="https://more.att.com/">Sent from Yahoo Mail on Android</a></div>'
        f'<p class="yahoo-quoted-begin">On Tue, 5 Jan 2027 at 8:00, {esc(asked.sheet.sender_name)}</p>'
        f'<p class="yahoo-quoted-begin">&lt;{asked.sheet.sender_address}&gt; wrote:</p>'
        f'<blockquote class="iosymail">{body}</blockquote>'
    )
    return mail(asked, None, page)


def samsung(asked, answers, *, device="Sent from my Galaxy", page=True):
    rows = (
        ("From", who(asked)),
        ("Date", "05/01/2027 08:00 (GMT+00:00)"),
        ("To", f"{WRITER} <{ADDRESS}>"),
        ("Subject", asked.sheet.subject),
    )
    head = "\n".join(["-------- Original message --------", *(f"{name}: {value} " for name, value in rows), ""])
    body = html_form(asked, answers, lambda text: f'<div dir="auto">{broken(text)}</div>')
    html = (
        f'<div dir="auto"><br></div><div id="composer_signature" dir="auto"><div style="color:#575757">{device}</div>'
        f'</div><div dir="auto"><br></div><div><br></div><div style="color:#000000"><!-- originalMessage --><div>'
        f"-------- Original message --------</div>{''.join(f'<div>{n}: {esc(v)} </div>' for n, v in rows)}"
        f"<div><br></div></div>{body}"
    )
    text = f"\n\n{device}\n\n{head}\n{text_form(asked, answers, mark='')}"
    return mail(asked, text, html if page else None)


def lotus(asked, answers):
    """No sentence and no marks: who, when, Sent by, To, cc, Subject."""
    head = (
        f"\n\n\n\n{asked.sheet.sender_name} <{asked.sheet.sender_address}>@internet on 01/05/2027 08:00:03 AM\n\n"
        f"Sent by:    mailer@example.org\n\n\nTo:    {WRITER}/Ward 7/Riverside@Riverside\ncc:\n\n"
        f"Subject:    {asked.sheet.subject}\n\n\n"
    )
    return mail(asked, head + text_form(asked, answers, mark=""))


def lotus_web(asked, answers):
    head = f"-----{asked.sheet.sender_name} wrote: -----\n\n"
    rows = f"To: {WRITER}\nFrom: {who(asked)}\nDate: 01/05/2027 08:00AM\nSubject: {asked.sheet.subject}\n\n"
    return mail(asked, head + rows + text_form(asked, answers, mark=""))


def proton(asked, answers):
    """The signature stands before the quote; some marks have a space in front."""
    line = f"On Tuesday, January 5th, 2027 at 8:00 AM, {who(asked)} wrote:"
    body = html_form(asked, answers, lambda text: f"</blockquote>{divs(text)}<blockquote>")
    page = (
        '<div class="protonmail_signature_block"><div>Sent with <a href="https://proton.me">Proton Mail</a> secure '
        f'email.</div></div><div class="protonmail_quote">------- Original Message -------<br>{esc(line)}<br><br>'
        f'<blockquote class="protonmail_quote" type="cite">{body}</blockquote><br></div>'
    )
    text = "\n".join(
        f" {row}" if number % 3 == 0 and row[:1] == ">" else row
        for number, row in enumerate(text_form(asked, answers).split("\n"))
    )
    head = f"Sent with Proton Mail secure email.\n\n------- Original Message -------\n{line}\n\n"
    return mail(asked, head + text, page)


def gmx(asked, answers):
    head = f"<b>Gesendet:</b>&nbsp;Dienstag, 05. Januar 2027 um 08:00 Uhr<br><b>Von:</b>&nbsp;{esc(who(asked))}<br>"
    rest = f"<b>An:</b>&nbsp;{ADDRESS}<br><b>Betreff:</b>&nbsp;{esc(asked.sheet.subject)}"
    body = html_form(asked, answers, lambda text: f"<div>{broken(text)}</div>")
    page = (
        '<html><head></head><body><div style="font-family: Verdana;font-size: 12.0px;"><div>&nbsp;</div>'
        '<div name="quote" style="margin:10px 5px 5px 10px; padding: 10px 0 10px 10px; border-left:2px solid #C3D9E5;">'
        f'<div style="margin:0 0 10px 0;">{head}{rest}</div><div name="quoted-content">{body}</div></div></div></body>'
    )
    return mail(asked, None, page)


def new_message(asked, answers, *, page=False):
    """The whole form copied into a message of its own: no In-Reply-To, another subject, no quote."""
    made = EmailMessage(policy=SMTP)
    made["From"] = f"{WRITER} <{ADDRESS}>"
    made["To"] = "mentoring@example.org"
    made["Subject"] = "my answers"
    made["Message-ID"] = "<new.1@example.net>"
    made.set_content(text_form(asked, answers, mark=""), cte="quoted-printable")
    if page:
        body = html_form(asked, answers, lambda text: f"<p>{broken(text)}</p>")
        made.add_alternative(f"<html><body>{body}</body></html>", subtype="html", cte="quoted-printable")
    return bytes(made)
