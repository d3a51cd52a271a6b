"""OAuth 2 as pure values: what is asked of a token server (RFC 6749, 7636, 8628) and what its answers mean."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urlencode

from mailbot.errors import PermanentFailure, TemporaryFailure

_DEVICE_GRANT = "urn:ietf:params:oauth:grant-type:device_code"
_FINAL = frozenset(
    {"invalid_grant", "invalid_client", "unauthorized_client", "invalid_scope", "unsupported_grant_type",
     "access_denied", "expired_token", "invalid_request"}
)  # fmt: skip
_SHORTEST_LIFE_SECONDS = 60.0
_LONGEST_SECONDS = 86_400.0


@dataclass(frozen=True, slots=True, kw_only=True)
class OAuthClient:
    """Who we are to the token server; an empty secret is a public client."""

    client_id: str
    client_secret: str = field(default="", repr=False)
    scope: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Grant:
    """What a token server gave: `refresh_token` is "" where the old one stays good."""

    access_token: str = field(repr=False)
    lifetime_seconds: float
    refresh_token: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class DeviceCode:
    """What a person types where, to log a program in (RFC 8628)."""

    device_code: str = field(repr=False)
    user_code: str
    verification_url: str
    interval_seconds: float
    lifetime_seconds: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Endpoints:
    """Where a login starts; "" where it is not known."""

    device_url: str = ""
    authorization_url: str = ""


def known_endpoints(token_url: str) -> Endpoints:
    """The endpoints that go with the token URL of Microsoft or Google."""
    if token_url.startswith("https://login.microsoftonline.com/") and token_url.endswith("/token"):
        base = token_url.removesuffix("token")
        return Endpoints(device_url=f"{base}devicecode", authorization_url=f"{base}authorize")
    if token_url.startswith("https://oauth2.googleapis.com/"):
        # Google's device flow does not give out the mail scope.
        return Endpoints(authorization_url="https://accounts.google.com/o/oauth2/v2/auth")
    return Endpoints()


def refresh_form(client: OAuthClient, refresh_token: str) -> dict[str, str]:
    """The form that asks for an access token (RFC 6749 6)."""
    return _with_client(client, {"grant_type": "refresh_token", "refresh_token": refresh_token})


def code_form(client: OAuthClient, *, code: str, verifier: str, redirect_url: str) -> dict[str, str]:
    """The form that turns the browser's code into tokens (RFC 6749 4.1.3, RFC 7636 4.5)."""
    form = {"grant_type": "authorization_code", "code": code, "code_verifier": verifier, "redirect_uri": redirect_url}
    return _with_client(client, form)


def device_start_form(client: OAuthClient) -> dict[str, str]:
    """The form that asks for a device code (RFC 8628 3.1)."""
    return {"client_id": client.client_id, "scope": client.scope}


def device_form(client: OAuthClient, device_code: str) -> dict[str, str]:
    """The form that asks whether the person is done (RFC 8628 3.4)."""
    return _with_client(client, {"grant_type": _DEVICE_GRANT, "device_code": device_code})


def challenge(verifier: str) -> str:
    """The S256 challenge of a verifier (RFC 7636 4.2).

    >>> challenge("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk")
    'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM'
    """
    return base64.urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest()).rstrip(b"=").decode()


def authorization_link(client: OAuthClient, url: str, *, redirect_url: str, state: str, verifier: str) -> str:
    """The link that a person opens to log in; the last two keys make Google give a refresh token each time."""
    query = {
        "response_type": "code", "client_id": client.client_id, "redirect_uri": redirect_url, "scope": client.scope,
        "state": state, "code_challenge": challenge(verifier), "code_challenge_method": "S256",
        "access_type": "offline", "prompt": "consent",
    }  # fmt: skip
    return f"{url}{'&' if '?' in url else '?'}{urlencode(query)}"


def read_device_code(status: int, answer: Mapping[str, object]) -> DeviceCode:
    """The device code of an answer; the failures of `read_grant`."""
    _refuse_errors(status, answer)
    url = answer.get("verification_uri") or answer.get("verification_url")  # Google's name for it
    codes = (answer.get("device_code"), answer.get("user_code"), url)
    if not all(isinstance(code, str) and code for code in codes):
        raise TemporaryFailure("The token server's answer was not understood.")
    return DeviceCode(
        device_code=str(codes[0]),
        user_code=str(codes[1]),
        verification_url=str(codes[2]),
        interval_seconds=_number(answer.get("interval"), otherwise=5.0),
        lifetime_seconds=_number(answer.get("expires_in"), otherwise=900.0),
    )


def read_grant(status: int, answer: Mapping[str, object]) -> Grant:
    """The tokens of an answer; PermanentFailure when a person must log in again, else TemporaryFailure."""
    _refuse_errors(status, answer)
    access, refresh = answer.get("access_token"), answer.get("refresh_token", "")
    if not isinstance(access, str) or not access or not isinstance(refresh, str):
        raise TemporaryFailure("The token server's answer was not understood.")
    lifetime = max(_SHORTEST_LIFE_SECONDS, _number(answer.get("expires_in"), otherwise=300.0))
    return Grant(access_token=access, refresh_token=refresh, lifetime_seconds=lifetime)


def still_waiting(answer: Mapping[str, object]) -> float | None:
    """How many seconds more to leave between two questions while the person types; None when it is decided."""
    return {"authorization_pending": 0.0, "slow_down": 5.0}.get(str(answer.get("error", "")))


def _refuse_errors(status: int, answer: Mapping[str, object]) -> None:
    if status == 200:  # noqa: PLR2004 - RFC 6749 5.1 knows no other
        return
    error = str(answer.get("error"))
    if error in _FINAL:
        raise PermanentFailure(f"The token server refuses us ({error}): please run `mailbot login` again.")
    raise TemporaryFailure(f"The token server gave no token (status {status}).")


def _with_client(client: OAuthClient, form: dict[str, str]) -> dict[str, str]:
    form["client_id"] = client.client_id
    if client.client_secret:
        form["client_secret"] = client.client_secret
    if client.scope and form["grant_type"] == "refresh_token":
        form["scope"] = client.scope
    return form


def _number(value: object, *, otherwise: float) -> float:
    try:
        return min(max(0.0, float(str(value))), _LONGEST_SECONDS)
    except ValueError:
        return otherwise
