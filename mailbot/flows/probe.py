"""`mailbot doctor` mails itself and looks at what came back: which of our settings does this provider really keep?"""

from __future__ import annotations

import time
from dataclasses import asdict, dataclass

from mailbot.errors import TemporaryFailure
from mailbot.flows.ports import Mailbox
from mailbot.flows.world import World
from mailbot.message.addressing import proxy_address, proxy_token
from mailbot.message.compose import compose
from mailbot.message.parse import parse
from mailbot.model.ids import MessageId, Token
from mailbot.model.inbound import InboundMessage
from mailbot.model.mint import Mint
from mailbot.model.outbound import Automation, Draft, Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Probe:
    """What came back of a message to ourselves; everything False when it did not come back in time."""

    arrived: bool = False
    plus_part: bool = False  # the address that it was sent to can be read from it
    sender: bool = False  # From is still the proxy address
    envelope_sender: bool = False  # Return-Path is still the VERP address
    message_id: bool = False
    own_verdict: bool = False  # our receiving server added its Authentication-Results

    def faults(self, world: World) -> tuple[str, ...]:
        """Settings that this provider does not keep, in plain words with the setting to change."""
        if not self.arrived:
            return ()
        service, found = world.service, []
        if not self.plus_part:
            found.append(
                'mail to the "+" addresses arrives without the "+" part; '
                'threads are then found by Message-ID only. Consider address_style = "catchall"'
            )
        if service.from_style == "proxy" and not self.sender:
            found.append('the smart host changed our From; set [smtp] from_style = "reply_to"')
        if service.bounce_style == "verp" and not self.envelope_sender:
            found.append('the smart host changed our envelope sender; set [smtp] bounce_style = "message_id"')
        if not self.message_id and service.bounce_style == "message_id":
            found.append("the smart host replaced our Message-ID, so bounces cannot be told apart")
        return tuple(found)

    def as_json(self) -> dict[str, bool]:
        """For data/doctor.json, which `check` reads."""
        return asdict(self)


def probe(world: World, mint: Mint, *, seconds: float) -> Probe:
    """Send one message to ourselves and wait for it. TemporaryFailure or PermanentFailure when a server refuses."""
    mailbox, service = world.mailbox, world.service
    if mailbox is None:
        raise TemporaryFailure("There is no [imap] mailbox to look for the message in.")
    token = Token(mint.token())
    draft = Draft(
        template="probe",
        to_address=proxy_address(service, "c", token),
        to_name="",
        from_name="mailbot doctor",
        from_address=proxy_address(service, "f", token) if service.from_style == "proxy" else service.address,
        reply_to="",
        envelope_from=proxy_address(service, "b", token) if service.bounce_style == "verp" else service.address,
        words=Words(
            subject="mailbot doctor: a test message to itself",
            text="This message checks the settings. It can be deleted.\n",
            html="<p>This message checks the settings. It can be deleted.</p>",
        ),
        message_id=MessageId(mint.message_id(service.relay_domain)),
        boundary=mint.boundary(),
        date=world.now(),
        automation=Automation.GENERATED,
        loop_mark=service.loop_key,
    )
    above = mailbox.highest_uid()
    world.submission.send(envelope_from=draft.envelope_from, envelope_to=draft.to_address, raw=compose(draft))
    found = _wait_for(world, mailbox, draft, token, above=above, until=time.monotonic() + seconds)
    return found if found is not None else Probe()


def _wait_for(world: World, mailbox: Mailbox, draft: Draft, token: Token, *, above: int, until: float) -> Probe | None:
    while time.monotonic() < until:
        for fetched in mailbox.fetch_above(above, limit=20):
            above = fetched.uid
            message = parse(fetched.raw, trusted_authserv_ids=world.trusted_authserv_ids)
            if message.subject == draft.words.subject and token.encode() in fetched.raw.lower():
                mailbox.move_to_processed([fetched.uid])
                return _compare(world, draft, token, message, fetched.raw)
        mailbox.wait(2.0)
    return None


def _compare(world: World, draft: Draft, token: Token, message: InboundMessage, raw: bytes) -> Probe:
    head = raw.split(b"\r\n\r\n", 1)[0].lower()
    returned = b"return-path: <" + draft.envelope_from.lower().encode() + b">"
    return Probe(
        arrived=True,
        plus_part=any(proxy_token(world.service, address) == ("c", token) for address in message.recipients),
        sender=message.sender is not None and message.sender.key == draft.from_address.lower(),
        envelope_sender=returned in head or b"return-path:" not in head,
        message_id=message.message_id == draft.message_id,
        own_verdict=any(
            b"authentication-results: " + name.lower().encode() in head for name in world.trusted_authserv_ids
        ),
    )
