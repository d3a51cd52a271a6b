"""Everybody who has a mailbox in the little world, and what their mail program and machine give away about them."""

from __future__ import annotations

from dataclasses import dataclass

AUTHSERV_ID = "mx.postroom.example"  # the smart host, as it signs Authentication-Results (RFC 8601 2.5)


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """One mailbox. `role` is bot, mentee, mentor, coordinator or stranger; `host` is the machine that they write on."""

    address: str
    password: str
    name: str
    role: str
    host: str

    @property
    def local_part(self) -> str:
        """What stands before the @."""
        return self.address.partition("@")[0]

    @property
    def domain(self) -> str:
        """What stands behind the @: in this world each person has one of their own."""
        return self.address.partition("@")[2]


def mailbox_of(recipient: str) -> str:
    """The address of the mailbox that serves a recipient: lower case, without its plus part (RFC 5233)."""
    local, _, domain = recipient.lower().rpartition("@")
    return f"{local.partition('+')[0]}@{domain}"
