"""Posts of a conversation as replies to a letter of ours, in text."""

from __future__ import annotations

from mailbot.message.html_lines import html_lines
from mailbot.message.plain_lines import plain_lines
from mailbot.model.inbound import Bodies
from mailbot.reading.posts import new_words

NAMES = ("Noor Quillon",)
ADDRESS = "mentoring+t-abcdefghijklmnopqrstuvwx@example.org"
PARENTS = {
    "english": (
        "How are you getting on with the new rota?\n\nOK?\n\nAnd what about the exam in March, did you pass?\n\nGo well"
    ),
    "german": (
        "Wie läuft es mit dem neuen Dienstplan, seit alle zurück sind?\n\nGut?\n\n"
        "Und wie war die Prüfung im März, haben Sie bestanden?"
    ),
    "greek": "Πώς πάει το νέο πρόγραμμα βαρδιών;\n\nΚαι τι έγινε με τις εξετάσεις του Μαρτίου;\n\nΚαλή δύναμη",
}
SAID = (
    "Fine.",
    "Much better, thank you.\n\nI passed!",
    "No, thank you",
    "On Monday I wrote: the plan is good.",
    "3) is the option",
    "Gut, danke. Bis bald!",
    "- one\n- two",
)


def quoted(parent, mark="> "):
    return "\n".join((mark + line).rstrip() for line in parent.split("\n"))


def said(text, parent="", names=NAMES):
    return new_words(Bodies(plain=tuple(plain_lines(text))), parent=parent, writer_names=names)


def said_in_html(page, parent="", names=NAMES):
    return new_words(Bodies(html=tuple(html_lines(page)[0])), parent=parent, writer_names=names)
