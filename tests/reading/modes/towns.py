"""The fake world of the flows with questionnaires of ours: forms really sent, answers really stored."""

from __future__ import annotations

from datetime import UTC, datetime

from mailbot.decide.clues import clues_of
from mailbot.message.parse import parse
from mailbot.model.ids import InboxId
from tests.flows import town as flows
from tests.flows.town import found_town, reply_address, written
from tests.reading.modes.questionnaires import schedule

ZOE, PHILIPPA = "zoe@quillfeather.test", "philippa@northgate.test"
FIRST_FORM = datetime(2027, 1, 5, 8, 0, tzinfo=UTC)
SECOND_FORM = datetime(2027, 3, 5, 8, 0, tzinfo=UTC)
FORMS = ("northern-surgery", "german", "made-up-1")


def programme_of(form):
    """The town's programme with the questions of another questionnaire."""
    head, _, _ = flows.PROGRAMME.partition("[[question]]")
    _, mark, questions = schedule(form).partition("[[question]]")
    return head + (mark + questions).replace("{", "{{").replace("}", "}}")


def founded(folder, form, monkeypatch):
    """A town where that questionnaire has just gone out."""
    monkeypatch.setattr(flows, "PROGRAMME", programme_of(form))
    town = found_town(folder)
    town.tick()
    town.at(FIRST_FORM).tick()
    return town


def round_of(town, letter):
    """The round that a reply to this letter would be about, with its answers as they stand."""
    message = parse(written(ZOE, reply_address(letter), "?", answers=letter))
    now = town.hour[0]
    with town.world.store.begin() as unit:
        known = unit.context(
            InboxId("look"),
            clues=clues_of(message, town.world.service),
            message_id=message.message_id,
            received_at=now,
            now=now,
        )
    return known.target.round


def standing(town, letter):
    """The answers that stand, by number: state and text."""
    current = round_of(town, letter)
    found = {answer.question: (answer.state.value, answer.text) for answer in current.answers}
    return {q.number: found[q.id] for q in current.sheet.questions if q.id in found}


def reply(town, letter, text, *, sender=ZOE, **headers):
    """Delivers a reply to a letter an hour later; what the tick counted."""
    town.deliver(written(sender, reply_address(letter), text, answers=letter, **headers))
    return town.later(hours=1).tick()
