"""The first week: everybody on the roster is invited by mail and accepts by mail, each from their own program."""

from __future__ import annotations

from mailbot.demo.clients.received import read
from mailbot.demo.clients.writing import Typed
from mailbot.demo.walk import Walk

_CLIENTS = {"m01": "gmail", "m02": "outlook_plain", "m03": "thunderbird", "s1": "outlook_html", "s2": "apple_mail"}


def join(walk: Walk) -> None:
    """Everybody has answered the invitation with the one word that it asks for."""
    walk.settle()
    for person in walk.cast.members:
        asked = next((raw for raw in walk.letters[person.id] if "+c-" in read(raw).reply_to), None)
        if asked is None:
            walk.puzzles.append(f"{person.account.name} waited in vain for an invitation.")
            continue
        walk.reply(person, _CLIENTS[person.id], asked, Typed(above="ACCEPT"))
        walk.advance(hours=7)
