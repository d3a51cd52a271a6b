"""The few words that a person can send as a whole line, and nothing else: "I want to stop worrying" is a post."""

from __future__ import annotations

from enum import StrEnum


class Command(StrEnum):
    """What a person asks of mailbot itself."""

    ACCEPT = "accept"
    DECLINE = "decline"
    STOP = "stop"
    RESUME = "resume"
    PAUSE = "pause"
    HELP = "help"
    YES = "yes"
    NO = "no"
    SEND = "send"
    RECALL = "recall"
    REVEAL = "reveal"
    STOP_REVEAL = "stop reveal"


_WORDS = {
    "accept": Command.ACCEPT,
    "i accept": Command.ACCEPT,
    "decline": Command.DECLINE,
    "i decline": Command.DECLINE,
    "stop": Command.STOP,
    "unsubscribe": Command.STOP,
    "resume": Command.RESUME,
    "pause": Command.PAUSE,
    "help": Command.HELP,
    "yes": Command.YES,
    "no": Command.NO,
    "send": Command.SEND,
    "send it": Command.SEND,
    "send anyway": Command.SEND,
    "send as it is": Command.SEND,
    "recall": Command.RECALL,
    "reveal": Command.REVEAL,
    "stop reveal": Command.STOP_REVEAL,
}
_SIGN_OFF_LINES = 4
_SIGN_OFF_WORDS = 5


def command_in(text: str, subject: str, *, new_subject: bool) -> Command | None:
    """The command that the first written line is, whole; None when it is not one.

    An empty body with a command as its subject counts too (List-Unsubscribe by mailto, RFC 2369 3.2), but only where
    the subject was typed for it (`new_subject`), never in the "Re: ..." of an answer.
    """
    first = next((line for line in text.splitlines() if line.strip()), None)
    if first is None:
        return _WORDS.get(_bare(subject)) if new_subject else None
    rest = [line.split() for line in text.splitlines() if line.strip()][1:]
    # "No" above three paragraphs begins a letter; below a command stands a short sign-off at most.
    if len(rest) > _SIGN_OFF_LINES or any(len(words) > _SIGN_OFF_WORDS for words in rest):
        return None
    return _WORDS.get(_bare(first))


def _bare(line: str) -> str:
    """The line in lower case without the marks that phones and habits put round a word."""
    return " ".join(line.strip().strip(".!,;:*_\"'()[]<> \u201c\u201d\u2018\u2019").casefold().split())
