"""Access tokens for auth = "xoauth2": fetched with the refresh token when one is needed, shared by all threads."""

from __future__ import annotations

import threading
import time
from dataclasses import dataclass
from pathlib import Path

from mailbot.gateways.oauth_file import locked, read_refresh_token, write_refresh_token
from mailbot.gateways.oauth_http import post_form, refuse_open_http
from mailbot.gateways.oauth_protocol import Grant, OAuthClient, read_grant, refresh_form

_SPARE_SECONDS = 60.0  # a token is not used in its last minute, nor past half of a short life


@dataclass(frozen=True, slots=True, kw_only=True)
class OAuthSettings:
    """[oauth]; ValueError when a URL is not https and not on this machine."""

    token_url: str
    client: OAuthClient
    refresh_token_file: Path
    device_url: str = ""
    authorization_url: str = ""
    timeout_seconds: float = 30.0

    def __post_init__(self) -> None:
        for url in filter(None, (self.token_url, self.device_url, self.authorization_url)):
            refuse_open_http(url)


class RefreshedTokens:
    """The AccessTokens of one account (credentials.py); IMAP and SMTP share one of these."""

    def __init__(self, settings: OAuthSettings) -> None:
        self._settings = settings
        self._lock = threading.Lock()
        self._token = ""
        self._good_until = 0.0  # of time.monotonic

    def access_token(self, *, refused: str = "") -> str:
        """A token that should work; TemporaryFailure without the token server, PermanentFailure without a login."""
        with self._lock:
            if not self._token or self._token == refused or time.monotonic() >= self._good_until:
                grant = self._refreshed()
                self._token = grant.access_token
                spare = min(_SPARE_SECONDS, grant.lifetime_seconds / 2)
                self._good_until = time.monotonic() + grant.lifetime_seconds - spare
            return self._token

    def _refreshed(self) -> Grant:
        settings = self._settings
        with locked(settings.refresh_token_file):
            refresh_token = read_refresh_token(settings.refresh_token_file)
            form = refresh_form(settings.client, refresh_token)
            grant = read_grant(*post_form(settings.token_url, form, timeout_seconds=settings.timeout_seconds))
            if grant.refresh_token and grant.refresh_token != refresh_token:
                write_refresh_token(settings.refresh_token_file, grant.refresh_token)
            return grant
