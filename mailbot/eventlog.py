"""One function per business event: the only place that words a log line.

Every line has row ids, names of rules and counts; never an address, a subject, a token or a word that anybody wrote.
One search for an inbox id tells the whole life of a message.
"""

from __future__ import annotations

import logging
import sys
from typing import TextIO

import structlog

_log = structlog.get_logger("mailbot")


def configure(*, stream: TextIO | None = None, as_json: bool = False) -> None:
    """Send the log to that stream (standard error when None), as key=value or as JSON lines."""
    renderer = (
        structlog.processors.JSONRenderer()
        if as_json
        else structlog.processors.LogfmtRenderer(key_order=["timestamp", "level", "event"])
    )
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            renderer,
        ],
        wrapper_class=structlog.make_filtering_bound_logger(logging.INFO),
        logger_factory=structlog.WriteLoggerFactory(file=stream or sys.stderr),
        cache_logger_on_first_use=False,
    )


def taken_in(*, inbox: str, source: str, size_bytes: int) -> None:
    """A message is safely ours (T1)."""
    _log.info("taken_in", inbox=inbox, source=source, size_bytes=size_bytes)


def settled(*, inbox: str, kind: str, reason: str, state: str, effects: int) -> None:
    """A message was decided (T2)."""
    _log.info("settled", inbox=inbox, kind=kind, reason=reason, state=state, effects=effects)


def kept_back(*, inbox: str, kind: str, count: int) -> None:
    """Something in a message may not pass as it is, or was masked: how often, and of what kind; never what it says."""
    _log.info("kept_back", inbox=inbox, kind=kind, count=count)


def shunted(*, inbox: str, error_id: str, error: str) -> None:
    """A message could not be handled and was put aside; `error` is the exception's type, never its text."""
    _log.error("shunted", inbox=inbox, error_id=error_id, error=error)


def failure_place(*, error_id: str, frames: tuple[str, ...]) -> None:
    """Where in our code an unexpected failure happened: file:line names, no values."""
    _log.error("failure_place", error_id=error_id, frames=" < ".join(frames))


def dispatched(*, enrolment: str, occurrence: int, form: str) -> None:
    """A form was queued."""
    _log.info("dispatched", enrolment=enrolment, occurrence=occurrence, form=form)


def skipped(*, enrolment: str, occurrence: int, reason: str) -> None:
    """A form was due and not sent."""
    _log.info("skipped", enrolment=enrolment, occurrence=occurrence, reason=reason)


def sent(*, outbox: str, template: str, attempts: int) -> None:
    """The smart host said 250."""
    _log.info("sent", outbox=outbox, template=template, attempts=attempts)


def deferred(*, outbox: str, template: str, attempts: int, status: str, retry_seconds: int) -> None:
    """The smart host could not take it now."""
    _log.warning(
        "deferred", outbox=outbox, template=template, attempts=attempts, status=status, retry_seconds=retry_seconds
    )


def failed(*, outbox: str, template: str, attempts: int, status: str) -> None:
    """Given up, for good."""
    _log.error("failed", outbox=outbox, template=template, attempts=attempts, status=status)


def mailbox_unreachable(*, error: str, retry_seconds: int) -> None:
    """IMAP did not answer; mail stays where it is until it does."""
    _log.warning("mailbox_unreachable", error=error, retry_seconds=retry_seconds)


def old_mail_ignored(*, count: int) -> None:
    """First start on a mailbox that holds older mail: counted and left alone."""
    _log.info("old_mail_ignored", count=count)


def uidvalidity_changed() -> None:
    """The server numbered the mailbox anew: everything is fetched again and told apart by content."""
    _log.warning("uidvalidity_changed")


def reloaded(*, programmes: int, people: int) -> None:
    """The schedules were read and are in force."""
    _log.info("reloaded", programmes=programmes, people=people)


def reload_refused(*, faults: int) -> None:
    """The schedules have faults; the last good version stays in force and the coordinator is told."""
    _log.warning("reload_refused", faults=faults)


def slow_transaction(*, seconds: float) -> None:
    """A transaction was open for more than 250 ms."""
    _log.warning("slow_transaction", seconds=round(seconds, 3))


def purged(*, rows: int) -> None:
    """Bytes that were kept long enough are gone."""
    _log.info("purged", rows=rows)


def original_destroyed(*, inbox: str) -> None:
    """Nothing is left of a message in which a patient may have been named, here or in the mailbox."""
    _log.info("original_destroyed", inbox=inbox)


def round_put_off(*, error: str) -> None:
    """The database did not answer or is full: the round is done again in a few seconds."""
    _log.warning("round_put_off", error=error)


def round_failed(*, error: str, frames: tuple[str, ...]) -> None:
    """A part of the daemon met something unforeseen; `error` is the exception's type, and the next round comes."""
    _log.error("round_failed", error=error, frames=" < ".join(frames))


def started(*, version: str, parts: str) -> None:
    """The daemon runs."""
    _log.info("started", version=version, parts=parts)


def stopped() -> None:
    """The daemon ended as asked."""
    _log.info("stopped")
