"""One parser in a process of its own: `contender.py NAME < texts.json` prints what it makes of each text, and how fast.

Run with the Python that has the parser: ours for mailbot, that of the throwaway environment for the others. Of each
of the others the call is the one that its own documentation gives for "the latest reply".
"""

from __future__ import annotations

import json
import resource
import sys
import time
from collections.abc import Callable
from email import message_from_bytes
from pathlib import Path
from typing import Any

_HEAD = b"MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n"
Reply = dict[str, Any]  # "text", and for mailbot perhaps "parent" and "names"


def mailbot(*, told: bool) -> Callable[[Reply], str]:
    sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
    from mailbot.message.body_text import read_bodies
    from mailbot.reading.posts import new_words

    def read(reply: Reply) -> str:
        bodies = read_bodies(message_from_bytes(_HEAD + reply["text"].encode()))  # as it comes, its caps with it
        parent = reply.get("parent", "") if told else ""
        return new_words(bodies, parent=parent, writer_names=tuple(reply.get("names", ())))

    return read


def mail_parser_reply() -> Callable[[Reply], str]:
    from mailparser_reply import EmailReplyParser
    from mailparser_reply.constants import MAIL_LANGUAGES

    parser = EmailReplyParser(languages=list(MAIL_LANGUAGES))

    def read(reply: Reply) -> str:
        replies = parser.read(reply["text"]).replies
        return replies[0].body if replies else ""  # without the signature: the better of its two readings

    return read


def quotequail() -> Callable[[Reply], str]:
    import quotequail as library

    def read(reply: Reply) -> str:
        return "\n".join(text for shown, text in library.quote(reply["text"], quote_intro_line=True) if shown)

    return read


def quotequail_unwrap() -> Callable[[Reply], str]:
    import quotequail as library

    def read(reply: Reply) -> str:
        parts = library.unwrap(reply["text"])
        if parts is None:
            return str(reply["text"])
        return "\n\n".join(parts[key] for key in ("text_top", "text_bottom") if parts.get(key))

    return read


def email_reply_parser() -> Callable[[Reply], str]:
    from email_reply_parser import EmailReplyParser

    return lambda reply: str(EmailReplyParser.parse_reply(reply["text"]))


CONTENDERS: dict[str, Callable[[], Callable[[Reply], str]]] = {
    "mailbot": lambda: mailbot(told=False),
    "mailbot, parent known": lambda: mailbot(told=True),
    "mail-parser-reply": mail_parser_reply,
    "quotequail quote": quotequail,
    "quotequail unwrap": quotequail_unwrap,
    "email-reply-parser": email_reply_parser,
}


def main() -> None:
    read = CONTENDERS[sys.argv[1]]()
    found = []
    for reply in json.load(sys.stdin):
        started = time.process_time()
        try:
            outcome = {"words": read(reply)}
        except Exception as error:  # noqa: BLE001 - an exception is a result here
            outcome = {"error": repr(error)}
        found.append(outcome | {"seconds": time.process_time() - started})
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    json.dump({"found": found, "megabytes": peak}, sys.stdout)


if __name__ == "__main__":
    main()
