"""Others whom a writer's own mail program sent the message to: nothing of ours goes there, nothing comes back."""

from __future__ import annotations

from mailbot.decide.case import Case
from mailbot.message.addressing import domain_of, proxy_token
from mailbot.model.context import Service
from mailbot.model.people import Pair, Participant
from mailbot.model.programme import Role


def copied_to(case: Case, writer: Participant) -> int:
    """How many addresses in To and Cc are neither ours nor the writer's own; whose they are is not asked."""
    sender = case.message.sender
    theirs = {address.lower() for address in writer.identity.addresses} | {sender.key if sender is not None else ""}
    others = {address.lower() for address in case.message.addressed_to} - theirs
    return sum(not _is_ours(case.desk.service, address) for address in others)


def other_conversations(case: Case, pair: Pair, writer: Participant) -> int:
    """How many of the writer's other conversations it was sent to at once: a message goes into one only."""
    theirs = {one.token(role) for one in case.context.pairs for role in Role if one.side(role).id == writer.id}
    addresses = (*case.message.addressed_to, *case.message.recipients)  # by LMTP one transaction may name several
    named = {found[1] for one in addresses if (found := proxy_token(case.desk.service, one))}
    return len(named & theirs - {pair.token(role) for role in Role})


def _is_ours(service: Service, address: str) -> bool:
    """The mailbox with anything behind a plus, or any address of the relay's own domain."""
    local, domain = address.rpartition("@")[0].partition("+")[0], domain_of(address)
    if service.address_style == "catchall" and domain == service.relay_domain.lower():
        return True
    own_local, _, own_domain = service.address.lower().rpartition("@")
    return (local, domain) == (own_local, own_domain)
