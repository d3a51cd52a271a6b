"""What surrounds many replies and is nobody's answer: greeting, sign-off, a telephone's line, a footer."""

from __future__ import annotations

from dataclasses import replace

GREETINGS = (
    "Hi,",
    "Hello Maria,",
    "Dear all,",
    "Good evening,",
    "Hallo zusammen,",
    "Hi, please find my answers below.",
)
SIGN_OFFS = (
    "Best wishes,\nZoë",
    "Thanks,\nZoë",
    "Kind regards\nZoë Müller",
    "Viele Grüße\nZoë",
    "Zoë",
    "Regards,\n\nZoë Müller",
)
DEVICES = ("Sent from my iPhone", "Get Outlook for Android", "Von meinem iPhone gesendet", "Sent from Samsung Mobile")
FOOTERS = (
    "This email and any attachments are confidential and intended only for the person to whom they are addressed.",
    "-- \nZoë Müller\nCore trainee, Northern Hospital\nTel. 0191 498 0001",
)


def dressed(reply, rng):
    """The reply, a third of them with something round it. Kinds that type at the top end the top themselves."""
    chance = rng.random()
    if chance < 0.65:
        return reply
    if chance < 0.8:
        top = rng.choice(GREETINGS) + (f"\n\n{reply.top}" if reply.top else "")
        return replace(reply, top=top)
    if chance < 0.92:
        return _ended(reply, rng.choice(SIGN_OFFS))
    return _ended(reply, rng.choice(DEVICES + FOOTERS))


def _ended(reply, words):
    if reply.bottom:
        return replace(reply, bottom=f"{reply.bottom}\n\n{words}")
    return replace(reply, top=f"{reply.top}\n\n{words}" if reply.top else words)
