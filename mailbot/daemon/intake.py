"""The two ways in: the IMAP mailbox, watched by IDLE, and the listener behind an MTA."""

from __future__ import annotations

import threading
from collections.abc import Callable

from mailbot import eventlog
from mailbot.config import Config
from mailbot.errors import MailbotError
from mailbot.flows.accept import accept_mailbox, accept_raw
from mailbot.flows.known_tokens import KnownTokens
from mailbot.flows.world import World
from mailbot.gateways.smtp_listener import Arrival, Listener, ListenerSettings

WAIT_SECONDS = 60.0
BACKOFF_SECONDS = (5, 15, 30, 60, 120, 300)


def watch_mailbox(world: World, *, stop: threading.Event, mail_came: Callable[[], None]) -> None:
    """Fetch whenever the server rings, until `stop`; while it does not answer, mail stays where it is."""
    failures = 0
    while not stop.is_set():
        if world.mailbox is None:
            stop.wait(WAIT_SECONDS)
            continue
        try:
            if accept_mailbox(world):
                mail_came()
            failures = 0
            if not stop.is_set():
                world.mailbox.wait(WAIT_SECONDS)
        except MailbotError as error:
            seconds = BACKOFF_SECONDS[min(failures, len(BACKOFF_SECONDS) - 1)]
            failures += 1
            if not stop.is_set():
                eventlog.mailbox_unreachable(error=str(error), retry_seconds=seconds)
            stop.wait(seconds)


def listener_of(config: Config, world: World, mail_came: Callable[[], None]) -> Listener | None:
    """The running listener, None where none is configured."""
    if config.listener is None:
        return None

    def accept(arrival: Arrival) -> None:
        accept_raw(
            world,
            arrival.raw,
            source=config.listener.protocol if config.listener else "",
            envelope_sender=arrival.envelope_sender,
            recipients=arrival.envelope_recipients,
        )
        mail_came()

    settings = ListenerSettings(
        protocol="lmtp" if config.listener.protocol == "lmtp" else "smtp",
        host=config.listener.host,
        port=config.listener.port,
        max_message_bytes=config.listener.max_message,
    )
    listener = Listener(settings, accept, KnownTokens(world))
    listener.start()
    return listener
