"""The year, walked through by hand: the clock moves, the daemon ticks, people read their mail and answer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from mailbot.daemon import Daemon
from mailbot.demo.clients import CLIENTS
from mailbot.demo.clients.received import read
from mailbot.demo.clients.writing import Moment, Typed
from mailbot.demo.clock import Clock
from mailbot.demo.mail_program import Inbox, submit
from mailbot.demo.people import Cast, Person
from mailbot.demo.servers import Servers
from mailbot.demo.story import Written

_MOST_TICKS = 40  # in a row, before "it does not become quiet" is a finding


@dataclass(slots=True)
class Walk:
    """Everybody at their desks. `letters` is what each person's IMAP server gave them, oldest first."""

    cast: Cast
    servers: Servers
    clock: Clock
    daemon: Daemon
    tell: Callable[[str], None] = lambda _: None
    letters: dict[str, list[bytes]] = field(default_factory=dict)
    written: list[Written] = field(default_factory=list)
    sent: list[tuple[str, bytes]] = field(default_factory=list)  # (who, what they sent), for the page
    held: int = 0
    puzzles: list[str] = field(default_factory=list)  # where a person waited for mail that did not come
    _inboxes: dict[str, Inbox] = field(default_factory=dict)

    def open_inboxes(self) -> None:
        """Everybody logs in to their IMAP mailbox."""
        for person in self.cast.people:
            self._inboxes[person.id] = Inbox(person.account, self.servers.imap_port)
            self.letters[person.id] = []

    def close_inboxes(self) -> None:
        """Everybody logs out."""
        for inbox in self._inboxes.values():
            inbox.close()

    def settle(self) -> None:
        """The daemon has nothing left to do now, and everybody has fetched their mail."""
        for _ in range(_MOST_TICKS):
            done = self.daemon.tick()
            self.held += done.held
            if not (done.accepted or done.processed or done.held or done.refused or done.dispatched or done.sent):
                break
        else:
            self.puzzles.append(f"On {self.clock():%d %B} the daemon found work in each of {_MOST_TICKS} passes.")
        for id_, inbox in self._inboxes.items():
            self.letters[id_] += [letter.raw for letter in inbox.fetch_new()]

    def advance(self, *, days: int = 0, hours: int = 0) -> None:
        """Time passes, and the daemon does what became due."""
        self.clock.forward(timedelta(days=days, hours=hours))
        self.settle()

    def move_to(self, instant: datetime) -> None:
        """As `advance`, to a given instant; nothing moves when that has passed."""
        self.clock.move_to(max(instant, self.clock()))
        self.settle()

    def reply(self, person: Person, client: str, to: bytes, typed: Typed) -> None:
        """The person presses Reply on those bytes, types, and sends, logged in as themselves."""
        parent = read(to)
        moment = Moment(at=self.clock(), serial=len(self.sent) + 1)
        raw = CLIENTS[client](parent, typed, person.writer, moment)
        self.submit(person, raw, to=parent.reply_to)

    def submit(self, person: Person, raw: bytes, *, to: str, logged_in: bool = True) -> None:
        """The bytes go to the smart host as that person's mail."""
        account = person.account
        submit(
            raw,
            port=self.servers.smtp_port,
            host=account.host,
            to=(to,),
            envelope_from=account.address,
            account=account if logged_in else None,
        )
        self.sent.append((person.id, raw))
