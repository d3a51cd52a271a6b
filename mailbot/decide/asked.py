"""What a person asks of mailbot itself in a conversation, in the order in which it counts."""

from __future__ import annotations

from mailbot.decide.case import Case
from mailbot.decide.commands import Command
from mailbot.decide.pair_requests import PAIR_COMMANDS, ask_of_pair
from mailbot.decide.requests import CONVERSATION_COMMANDS, carry_out, not_from_one_who_left
from mailbot.decide.sending import says_more, says_send, send_waiting, speaks_of_send, unclear
from mailbot.decide.trust import has_left
from mailbot.model.context import FormTarget, ThreadTarget
from mailbot.model.effect import Disposition, Kind
from mailbot.model.programme import Role


def asked(case: Case, target: FormTarget | ThreadTarget, command: Command | None, words: str) -> Disposition | None:
    """The command carried out, or the word to somebody who has left; None when it is words for the other side."""
    if isinstance(target, FormTarget):
        side, proxy, kind = Role.MENTEE, ("f", target.round.token), Kind.FORM_REPLY
    else:
        side, proxy, kind = target.side, ("t", target.pair.token(target.side)), Kind.POST
    writer = target.pair.side(side)
    if command in CONVERSATION_COMMANDS:
        return carry_out(case, writer, command, pairs=case.context.pairs, proxy=proxy)
    if has_left(writer):
        return not_from_one_who_left(case, writer, kind, proxy=proxy)
    if command is Command.YES and _answers_an_offer(target, side):
        command = Command.REVEAL
    if command in PAIR_COMMANDS:
        return ask_of_pair(case, target.pair, side, command)
    is_answer = any(one.answered for one in case.context.waiting)
    if command is Command.SEND or (is_answer and says_send(words)):
        return unclear(case, target) if says_more(words, case.names_of(writer)) else send_waiting(case, target)
    return unclear(case, target) if is_answer and speaks_of_send(words) else None


def _answers_an_offer(target: FormTarget | ThreadTarget, side: Role) -> bool:
    """Whether YES is meant for "would be glad to exchange names": no post of the other side is answered with it."""
    waits = target.pair.reveal == {side.other} and not target.pair.revealed
    return waits and isinstance(target, ThreadTarget) and not target.parent
