"""How mail programs build a reply: each one from the bytes that were received and the words that were typed."""

from __future__ import annotations

from collections.abc import Callable

from mailbot.demo.clients import apple, mutt, outlook, thunderbird, yahoo
from mailbot.demo.clients.gmail import gmail
from mailbot.demo.clients.received import Received
from mailbot.demo.clients.writing import Moment, Typed, Writer

Client = Callable[[Received, Typed, Writer, Moment], bytes]

CLIENTS: dict[str, Client] = {
    "gmail": gmail,
    "outlook_plain": outlook.outlook_plain,
    "outlook_html": outlook.outlook_html,
    "iphone": apple.iphone,
    "apple_mail": apple.apple_mail,
    "thunderbird": thunderbird.thunderbird,
    "yahoo": yahoo.yahoo,
    "mutt": mutt.mutt,
}

TITLES = {
    "gmail": "Gmail",
    "outlook_plain": "Outlook, plain text",
    "outlook_html": "Outlook",
    "iphone": "iPhone",
    "apple_mail": "Apple Mail",
    "thunderbird": "Thunderbird",
    "yahoo": "Yahoo",
    "mutt": "a terminal",
}

# What only these programs write: none of it may reach anybody else's mailbox.
TRACES = (
    "mail.gmail.com",
    "gmail_quote",
    "Microsoft Outlook",
    "Thread-Index",
    "MsoNormal",
    apple.IPHONE,
    apple.MAC,
    "Apple-Mail",
    "Sent from my iPhone",
    thunderbird.AGENT,
    "mail.yahoo.com",
    yahoo.MAILER,
    mutt.AGENT,
)
