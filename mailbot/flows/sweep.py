"""What time itself brings: held messages asked about again or closed, and bytes kept long enough destroyed."""

from __future__ import annotations

from datetime import datetime

from mailbot import eventlog
from mailbot.decide.reasking import reask
from mailbot.decide.reports import trouble_report
from mailbot.decide.waiting_words import given_up_unsaid, remind
from mailbot.errors import MailbotError, StoreConflict, TemporaryFailure
from mailbot.flows.destruction import destroy_originals
from mailbot.flows.world import World
from mailbot.model.effect import InboxState
from mailbot.model.ids import InboxId
from mailbot.model.withheld import Waiting
from mailbot.store.store import Unit

MOST_ROWS = 1000


def sweep(world: World) -> int:
    """How many rows lost their bytes; the questions that were due are queued."""
    now = world.now()
    _ask_again(world, now)
    _remind(world, now)
    _tell_operators(world, now)
    with world.store.begin() as unit:
        purged = unit.purge(now=now, keep_raw=world.keeping.raw, keep_sent=world.keeping.sent)
    if purged:
        eventlog.purged(rows=purged)
    destroy_originals(world)
    if world.mailbox is not None:
        world.mailbox.expunge_processed(now - world.keeping.processed)
    return purged


def _ask_again(world: World, now: datetime) -> None:
    with world.store.begin() as unit:
        for held in unit.held_to_ask(now=now):
            programme = world.catalogue.programmes.get(held.person.programme)
            if programme is None:
                continue
            effects = reask(
                world.desk(now),
                programme,
                held.person,
                inbox=held.inbox,
                confirmation=held.confirmation,
                asked=held.asked,
                held_at=held.held_at,
            )
            unit.apply(effects, now=now)


def _remind(world: World, now: datetime) -> None:
    """Writers are reminded of words that wait for them, or told that they went nowhere; one by one."""
    with world.store.begin() as unit:
        waiting = unit.words_that_wait(now=now)
    for inbox in waiting:
        try:
            _remind_of(world, inbox, now)
        except StoreConflict:
            continue  # another clock was faster
        except TemporaryFailure:
            raise
        except MailbotError as error:  # one that cannot be worded or opened must not keep the others waiting
            eventlog.round_failed(error=type(error).__name__, frames=(f"remind {inbox}",))
            with world.store.begin() as unit:
                _give_up(unit, unit.waiting_words(inbox), now)


def _give_up(unit: Unit, waiting: Waiting | None, now: datetime) -> None:
    """Words of which nothing can be said to their writer still end when it is time: a patient's above all."""
    if waiting is not None:
        unit.apply(given_up_unsaid(waiting, now), now=now)


def _remind_of(world: World, inbox: InboxId, now: datetime) -> None:
    with world.store.begin() as unit:
        due = unit.withheld_due(inbox)
        if due is None:
            return
        programme = world.catalogue.programmes.get(due.pair.programme)
        if programme is None:
            _give_up(unit, due.waiting, now)
            return
        effects = remind(
            world.desk(now),
            programme,
            due.pair,
            due.side,
            due.waiting,
            reminded=due.reminded,
            thread=due.thread,
            round=due.round,
        )
        unit.apply(effects, now=now)


def _tell_operators(world: World, now: datetime) -> None:
    """Shunted messages are reported once a day for as long as there are any: UNIQUE(event, template, address)."""
    try:
        with world.store.begin() as unit:
            shunted = tuple(row.inbox for row in unit.held(limit=MOST_ROWS) if row.state == InboxState.SHUNTED)
            if shunted:
                unit.apply(trouble_report(shunted, world.desk(now)), now=now)
    except StoreConflict:
        return  # told today
