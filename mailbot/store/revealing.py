"""Names that both of a pair want to exchange: who has said YES, and that it was done."""

from __future__ import annotations

from sqlalchemy import bindparam, select, update

from mailbot.errors import StoreConflict
from mailbot.model.people import ConfirmationPurpose
from mailbot.model.programme import Role
from mailbot.model.withheld import ChangeReveal, NoteNamesExchanged
from mailbot.store.tables import CONFIRMATION, PAIR
from mailbot.store.work import Work

_NOT_YET = update(PAIR).where(PAIR.c.id == bindparam("which"), PAIR.c.revealed_at.is_(None))
_SIDE = {Role.MENTEE: ("mentee", "mentee_reveal_at"), Role.MENTOR: ("mentor", "mentor_reveal_at")}


def change_reveal(work: Work, effect: ChangeReveal) -> None:
    """That side has said YES, or has taken it back. StoreConflict when the names were exchanged meanwhile."""
    person, column = _SIDE[effect.role]
    moment = effect.at if effect.agreed else None
    if not work.changed(_NOT_YET, {"which": effect.pair, column: moment, "changed_at": effect.at}):
        raise StoreConflict(f"the names of pair {effect.pair} were exchanged meanwhile")
    if effect.agreed:
        return
    whose = select(PAIR.c[person]).where(PAIR.c.id == effect.pair).scalar_subquery()
    work.connection.execute(  # a YES that comes later decides nothing
        update(CONFIRMATION)
        .where(CONFIRMATION.c.person == whose, CONFIRMATION.c.purpose == ConfirmationPurpose.REVEAL.value)
        .where(CONFIRMATION.c.pair == effect.pair, CONFIRMATION.c.settled_at.is_(None))
        .values(settled_at=effect.at)
    )


def note_names_exchanged(work: Work, effect: NoteNamesExchanged) -> None:
    """It was done, this once. StoreConflict when it was done before."""
    if not work.changed(_NOT_YET, {"which": effect.pair, "revealed_at": effect.at, "changed_at": effect.at}):
        raise StoreConflict(f"the names of pair {effect.pair} were exchanged before")
