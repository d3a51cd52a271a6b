"""Names are exchanged once, by mailbot, when both sides of a pair have said YES; a YES alone reveals nothing."""

from __future__ import annotations

from mailbot.decide.desk import Desk
from mailbot.decide.introductions import in_conversation, partner_name
from mailbot.decide.outcomes import Outcome
from mailbot.model.context import ConfirmTarget
from mailbot.model.effect import ChangeReveal, Effect, NoteNamesExchanged
from mailbot.model.people import Pair, PairState
from mailbot.model.programme import Programme, Role
from mailbot.wording.letters import About, ClosedPair, Letter, Names, RevealOffered, RevealStanding


def settle_reveal(target: ConfirmTarget, programme: Programme, desk: Desk, *, agreed: bool) -> Outcome:
    """The rows of a YES or a NO: the other side is asked, or, when it has said YES before, both are told."""
    pair, role, about = target.pair, target.person.role, About.of(programme)
    if pair is None or pair.state is not PairState.LIVE:
        partner = "Your mentor" if role is Role.MENTEE else "Your mentee"
        return Outcome(effects=(), letter=ClosedPair(about=about, partner=partner), reason="pair_not_open")
    partner = partner_name(pair, role)
    if pair.revealed or not agreed:
        standing = "done" if pair.revealed else "refused"
        letter: Letter = RevealStanding(about=about, partner=partner, standing=standing)
        return Outcome(effects=(), letter=letter, reason=f"reveal_{standing}")
    yes = ChangeReveal(pair=pair.id, role=role, agreed=True, at=desk.now)
    if not pair.side(role.other).may_receive:
        # Their address is not confirmed now: nothing goes there, and once it is, either of the two sends REVEAL again.
        letter = RevealStanding(about=about, partner=partner, standing="waiting")
        return Outcome(effects=(yes,), letter=letter, reason="reveal_yes")
    if role.other not in pair.reveal:
        offered = RevealOffered(about=about, partner=partner_name(pair, role.other))
        letter = RevealStanding(about=about, partner=partner, standing="waiting")
        return Outcome(
            effects=_told(pair, role.other, offered, programme, desk, yes), letter=letter, reason="reveal_yes"
        )
    exchanged = NoteNamesExchanged(pair=pair.id, at=desk.now)
    other = _told(pair, role.other, _names(pair, role.other, about), programme, desk, yes, exchanged)
    return Outcome(effects=other, letter=_names(pair, role, about), reason="names_exchanged")


def _names(pair: Pair, reader: Role, about: About) -> Names:
    return Names(about=about, partner=partner_name(pair, reader), role=reader, name=pair.side(reader.other).name)


def _told(
    pair: Pair, role: Role, letter: Letter, programme: Programme, desk: Desk, *rows: Effect
) -> tuple[Effect, ...]:
    event = f"{letter.template}:{pair.id}:{desk.mint.row_id()}"
    return (*rows, in_conversation(desk, programme, pair, role, letter, event=event))
