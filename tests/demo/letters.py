"""Messages as mailbot lays them out, made by hand so that the clients and checks are tried without mailbot."""

from __future__ import annotations

from email.message import EmailMessage
from email.policy import SMTP

QUESTIONS = (
    "Which skills have you practised or gained in the past two months?",
    "How satisfied are you with your training?",
    "What went well in the past two months? Please give at least two points.",
)


def form(
    *,
    to="ann@hill.example",
    reference="7F3A-K2QM-9XDB-LR4T",
    sender="mentoring+f-abc@programme.example",
    reply_to=None,
):
    text = "Dear colleague,\n\nyour form for this round is below. Press Reply and write under each question.\n\n\n"
    html = "<p>Dear colleague,</p><p>your form for this round is below.</p>"
    for number, ask in enumerate(QUESTIONS, 1):
        text += f"{number}. {ask}\n\n(a hint for {number})\n\nAnswer {number}:\n\n\n"
        html += f"<p><b>{number}. {ask}</b></p><p>(a hint for {number})</p><p>Answer {number}:</p>"
    last = f"Reference: {reference} (please leave this line in your reply)"
    return letter(
        to=to,
        sender=sender,
        subject="Your form, round 1",
        text=f"{text}To stop, write STOP.\n\n{last}\n",
        html=f"{html}<p>To stop, write STOP.</p><p>{last}</p>",
        reply_to=reply_to,
    )


def letter(
    *, to, sender, subject, text, html="", reply_to=None, name="Mentoring", message_id="<form1@programme.example>"
):
    message = EmailMessage(policy=SMTP)
    message["From"] = f"{name} <{sender}>"
    message["To"] = to
    if reply_to:
        message["Reply-To"] = f"{name} <{reply_to}>"
    message["Subject"] = subject
    message["Date"] = "Tue, 07 Jan 2025 08:00:00 +0000"
    message["Message-ID"] = message_id
    message["References"] = "<earlier@programme.example>"
    message.set_content(text)
    message.add_alternative(f"<html><body>{html or f'<p>{text}</p>'}</body></html>", subtype="html")
    message.set_boundary("made-by-hand")
    return message.as_bytes()
