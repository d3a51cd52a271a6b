"""How a gateway proves who it is: a password, or an OAuth access token that is fetched when needed."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Protocol


@dataclass(frozen=True, slots=True, kw_only=True)
class Password:
    """A password; it never shows in a repr or a traceback."""

    secret: str = field(repr=False)


class AccessTokens(Protocol):
    """Where access tokens come from (gateways/oauth.py)."""

    def access_token(self, *, refused: str = "") -> str:
        """A token that should work now; never the one in `refused`, which a server has just turned down.

        TemporaryFailure when the token server does not answer, PermanentFailure when a new login is needed.
        """


Credential = Password | AccessTokens


def xoauth2_response(username: str, access_token: str) -> str:
    """The client's first and only word in SASL XOAUTH2, before base64 (Google's and Microsoft's definition)."""
    return f"user={username}\x01auth=Bearer {access_token}\x01\x01"
