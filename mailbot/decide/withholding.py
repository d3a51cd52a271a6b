"""Words that may not pass as they are: they stay sealed with us, and their writer is asked, never anybody else."""

from __future__ import annotations

from datetime import date

from mailbot.decide.case import Case, ends
from mailbot.decide.copies import copied_to
from mailbot.decide.introductions import partner_name
from mailbot.decide.notices import local_time
from mailbot.decide.screening import Sighting
from mailbot.decide.waiting_words import expire_after
from mailbot.model.context import ThreadTarget
from mailbot.model.effect import Disposition, HoldForReview, InboxState, Kind, Withhold
from mailbot.model.people import Participant
from mailbot.model.withheld import POST_PLACE
from mailbot.wording.letters import HeldPost


def hold_post(case: Case, target: ThreadTarget, sightings: tuple[Sighting, ...]) -> Disposition:
    """The post waits; its writer is told each place, and how it goes on."""
    pair, side, now = target.pair, target.side, case.desk.now
    writer = pair.side(side)
    patient, firm = any(one.patient for one in sightings), any(one.firm for one in sightings)
    reason = "patient_found" if patient else "identifiers_found"
    held = HoldForReview(inbox=case.context.inbox, reason=reason)
    waits = Withhold(
        inbox=case.context.inbox,
        person=writer.id,
        pair=pair.id,
        round=None,
        places=(POST_PLACE,),
        patient=patient,
        firm=firm,
        at=now,
    )
    letter = HeldPost(
        about=case.about,
        partner=partner_name(pair, side),
        findings=tuple(one.finding for one in sightings),
        until_on=until_on(case, writer, patient=patient),
        patient=patient,
        firm=firm,
        copied=copied_to(case, writer),
    )
    told = case.reply(
        writer,
        letter,
        proxy=("t", pair.token(side)),
        event=f"{case.event}:{case.desk.mint.row_id()}",
        thread=target.thread.id if target.thread is not None else None,
    )
    return ends(Kind.POST, reason, held, waits, told, state=InboxState.HELD, author=writer.id)


def until_on(case: Case, writer: Participant, *, patient: bool) -> date:
    """The day on which words that nobody speaks for any more are given up."""
    return local_time(case.desk.now + expire_after(patient=patient), writer, case.programme).date()
