"""SEND: the writer's own word that what was kept back may go as it is."""

from __future__ import annotations

import re

from mailbot.decide.case import Case, ends
from mailbot.decide.introductions import partner_name
from mailbot.model.context import FormTarget, ThreadTarget
from mailbot.model.effect import Disposition, Kind, ReleaseHeld
from mailbot.model.programme import Role
from mailbot.model.withheld import Waiting
from mailbot.wording.letters import NotSent

_WORD = re.compile(r"[^\W_]+")
_FEW = 8
_SHORT = 24
_NOT = ("not", "don", "dont")  # "Don't send it"
_BESIDE_SEND = frozenset("send please pls it them this as is they are yes ok okay thanks thank you now anyway".split())  # noqa: SIM905
_SIGN_OFF = frozenset(
    "thanks thank you many best kind warm regards wishes cheers yours sincerely all the with dr mr mrs ms".split()  # noqa: SIM905
)


def says_send(words: str) -> bool:
    """Whether the first line means SEND and nothing else: "Yes, please send it as it is"."""
    first = next((line for line in words.splitlines() if line.strip()), "")
    said = _WORD.findall(first.casefold())
    return "send" in said and len(said) <= _FEW and _BESIDE_SEND.issuperset(said)


def speaks_of_send(words: str) -> bool:
    """Whether a short answer has SEND in it all the same: "Hi, SEND, thanks". It is asked about, never passed on."""
    alone = any(_WORD.findall(line.casefold()) == ["send"] for line in words.splitlines())
    said = _WORD.findall(words)
    low = {word.casefold() for word in said}
    refused = len(said) <= _FEW and "send" in low and not low.isdisjoint(_NOT)
    return refused or (len(said) <= _SHORT and (alone or "SEND" in said))


def says_more(words: str, names: tuple[str, ...]) -> bool:
    """Whether anything but a sign-off stands below the first line: then it may be a correction."""
    lines = [line for line in words.splitlines() if line.strip()][1:]
    signed = {word for name in names for word in _WORD.findall(name.casefold())}
    return not (_SIGN_OFF | signed).issuperset(_WORD.findall(" ".join(lines).casefold()))


def unclear(case: Case, target: FormTarget | ThreadTarget) -> Disposition:
    """SEND above other words: neither is done, since the one would let go what the other corrects."""
    return _not_sent(case, target, "send_unclear", None, unclear=True)


def send_waiting(case: Case, target: FormTarget | ThreadTarget) -> Disposition:
    """What waits is read again and goes as it is: that reading tells the writer; or they are told here why not."""
    waiting = _meant(case, target)
    if waiting is None:
        return _not_sent(case, target, "nothing_waiting", None)
    if waiting.firm:
        return _not_sent(case, target, "send_refused", waiting)
    return ends(Kind.COMMAND, "send", ReleaseHeld(inbox=waiting.inbox, refuse=False, reason="send", insist=True))


def _meant(case: Case, target: FormTarget | ThreadTarget) -> Waiting | None:
    """What our letter that is answered is about; else, where none of our letters is answered, the newest here.

    A second SEND to a letter about words that have gone must not send others.
    """
    waiting = case.context.waiting
    round_id = target.round.id if isinstance(target, FormTarget) else None
    answered = [one for one in waiting if one.answered]
    here = [] if _answers_a_letter(case, target) else [one for one in waiting if one.round == round_id]
    return next(iter((*answered, *here)), None)


def _answers_a_letter(case: Case, target: FormTarget | ThreadTarget) -> bool:
    """Whether it cites something that is neither the form itself nor a post of the other side."""
    cited = case.message.in_reply_to or case.message.references
    if isinstance(target, FormTarget):
        return bool(cited) and target.round.message_id not in case.message.in_reply_to
    return bool(cited) and not target.parent


def _not_sent(
    case: Case, target: FormTarget | ThreadTarget, reason: str, waiting: Waiting | None, *, unclear: bool = False
) -> Disposition:
    side = Role.MENTEE if isinstance(target, FormTarget) else target.side
    letter = NotSent(
        about=case.about,
        partner=partner_name(target.pair, side),
        waiting=waiting is not None,
        patient=waiting is not None and waiting.patient,
        unclear=unclear,
    )
    if isinstance(target, FormTarget):
        told = case.reply(target.pair.mentee, letter, proxy=("f", target.round.token), round_id=target.round.id)
    else:
        thread = target.thread.id if target.thread is not None else None
        told = case.reply(target.pair.side(side), letter, proxy=("t", target.pair.token(side)), thread=thread)
    return ends(Kind.COMMAND, reason, told)
