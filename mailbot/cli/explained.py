"""One explained message as the JSON object of `mailbot explain`."""

from __future__ import annotations

import base64
from collections import Counter
from typing import Any

from mailbot.decide.trust import is_theirs
from mailbot.model.answer import Answer
from mailbot.model.context import ConfirmTarget, FormTarget, InboundContext, ThreadTarget
from mailbot.model.effect import Disposition, QueueMessage
from mailbot.model.inbound import InboundMessage, Verdict
from mailbot.model.people import Pair, Participant
from mailbot.model.programme import Role


def as_json(message: InboundMessage, context: InboundContext, decided: Disposition, *, sample: bool) -> dict[str, Any]:
    """The object without its file and its time; with `sample` nobody's identity is in it."""
    target = context.target
    pair = target.pair if isinstance(target, FormTarget | ThreadTarget) else None
    reading = decided.reading
    return {
        "disposition": decided.kind.value,
        "reason": decided.reason,
        "sender": None if sample else _sender(message, context),
        "pair": None if sample or pair is None else pair.mentee.participant,
        "round": target.round.number if isinstance(target, FormTarget) and not sample else None,
        "answers": {answer.question: _answer(answer) for answer in reading.answers} if reading else {},
        "unplaced": reading.unplaced if reading else "",
        "new_text": decided.new_text,
        "withheld": _withheld(decided),
        "outgoing": [_outgoing(one, pair) for one in decided.effects if isinstance(one, QueueMessage)],
        "bounce": _bounce(message),
    }


def unreadable(reason: str) -> dict[str, Any]:
    """The object of bytes that are no message, or that could not be handled."""
    return {
        "disposition": "malformed",
        "reason": reason,
        "sender": None,
        "pair": None,
        "round": None,
        "answers": {},
        "unplaced": "",
        "new_text": "",
        "withheld": [],
        "outgoing": [],
        "bounce": None,
    }


def _sender(message: InboundMessage, context: InboundContext) -> dict[str, Any] | None:
    person = _expected(context)
    if person is None:
        return None
    by = []
    if context.target is not None:
        by.append(context.target.by)
    if is_theirs(message, context, person):
        by.append("address")
    if message.verdict is Verdict.PASS:
        by.append("dmarc")
    if context.challenged:
        by.append("confirmed")
    verified = "address" in by and message.verdict is not Verdict.FAIL and ("dmarc" in by or "confirmed" in by)
    return {"participant": person.participant, "role": person.role.value, "verified": verified, "by": by}


def _expected(context: InboundContext) -> Participant | None:
    """Who the message should be from, by where it was sent."""
    match context.target:
        case FormTarget() as target:
            return target.pair.mentee
        case ThreadTarget() as target:
            return target.pair.side(target.side)
        case ConfirmTarget() as target:
            return target.person
        case _:
            return context.writers[0] if context.writers else None


def _answer(answer: Answer) -> dict[str, Any]:
    shown: dict[str, Any] = {"state": answer.state.value, "text": answer.text}
    if answer.value is not None:
        shown["value"] = answer.value
    if answer.items:
        shown["items"] = list(answer.items)
    if answer.evidence:
        shown["evidence"] = list(answer.evidence)
    return shown


def _withheld(decided: Disposition) -> list[dict[str, Any]]:
    counts = Counter((hit.kind, hit.where) for hit in decided.withheld)
    return [{"kind": kind, "where": where, "count": count} for (kind, where), count in counts.items()]


def _outgoing(message: QueueMessage, pair: Pair | None) -> dict[str, Any]:
    role = "stranger" if message.to_person is None else "participant"
    if pair is not None:
        role = next((one.value for one in Role if pair.side(one).id == message.to_person), role)
    raw = base64.b64encode(message.message.raw).decode("ascii")
    return {"to_role": role, "template": message.template, "raw_base64": raw}


def _bounce(message: InboundMessage) -> dict[str, Any] | None:
    if not message.delivery:
        return None
    first = message.delivery[0]
    return {"recipient": first.recipient, "status": first.status, "permanent": first.permanent}
