"""The accounting invariant: what came in is processed, held, refused or shunted, and what was queued was sent."""

from __future__ import annotations

from collections.abc import Mapping

from mailbot.demo.accounts import mailbox_of
from mailbot.demo.checks.evidence import Evidence

_ENDS = ("processed", "held", "refused", "shunted")


def every_message_is_accounted_for(evidence: Evidence) -> tuple[str, ...]:
    """Where mailbot's counts differ from what the smart host saw going to it and coming from it."""
    bot = evidence.cast.bot.address
    inbox, outbox = evidence.counts["inbox"], evidence.counts["outbox"]
    delivered = sum(p.outcome == "delivered" and mailbox_of(p.envelope_to) == bot for p in evidence.passages)
    submitted = sum(p.account == bot for p in evidence.passages)
    ended = sum(inbox[state] for state in _ENDS)
    nowhere = sum(p.outcome == "5.1.1" for p in evidence.passages)
    faults: list[str] = []
    if nowhere:
        faults.append(f"{nowhere} messages went to addresses that do not exist.")
    if ended != delivered:
        faults.append(f"{delivered} messages came in, but {ended} are accounted for ({_list(inbox, _ENDS)}).")
    if inbox["received"]:
        faults.append(f"{inbox['received']} messages were taken in and never decided.")
    if inbox["shunted"]:
        faults.append(f"{inbox['shunted']} messages could not be handled and were put aside.")
    waiting = outbox["queued"] + outbox["sending"]
    if waiting:
        faults.append(f"{waiting} messages still wait to be sent.")
    if outbox["sent"] != submitted:
        faults.append(f"mailbot says that it sent {outbox['sent']} messages; the smart host took {submitted} from it.")
    return tuple(faults)


def _list(counts: Mapping[str, int], names: tuple[str, ...]) -> str:
    return ", ".join(f"{counts[name]} {name}" for name in names)
