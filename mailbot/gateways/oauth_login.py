"""`mailbot login`: a person logs in once, by a code on any device or in a browser on this machine.

Both ways end with the refresh token in its file; nothing of it is shown.
"""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, HTTPServer
from urllib.parse import parse_qs, urlsplit

from mailbot.errors import PermanentFailure, TemporaryFailure
from mailbot.gateways.oauth import OAuthSettings
from mailbot.gateways.oauth_file import locked, write_refresh_token
from mailbot.gateways.oauth_http import post_form
from mailbot.gateways.oauth_protocol import (
    DeviceCode,
    Grant,
    authorization_link,
    code_form,
    device_form,
    device_start_form,
    read_device_code,
    read_grant,
    still_waiting,
)

_DONE_PAGE = b"<!doctype html><title>mailbot</title><p>mailbot is logged in. You can close this page.</p>"
_FAILED_PAGE = b"<!doctype html><title>mailbot</title><p>This was not the answer that mailbot waits for.</p>"


def log_in_by_device(
    settings: OAuthSettings, *, show: Callable[[DeviceCode], None], sleep: Callable[[float], None] = time.sleep
) -> None:
    """Return when the person has typed the code that `show` was given, and the token is in its file.

    PermanentFailure when they refuse or take too long.
    """
    start = post_form(settings.device_url, device_start_form(settings.client), timeout_seconds=settings.timeout_seconds)
    code = read_device_code(*start)
    show(code)
    interval, deadline = code.interval_seconds, time.monotonic() + code.lifetime_seconds
    form = device_form(settings.client, code.device_code)
    while time.monotonic() < deadline:
        sleep(interval)
        status, answer = post_form(settings.token_url, form, timeout_seconds=settings.timeout_seconds)
        slower = still_waiting(answer)
        if slower is None:
            _keep(settings, read_grant(status, answer))
            return
        interval += slower
    raise PermanentFailure("The code was not typed in time: please run `mailbot login` again.")


def log_in_by_browser(
    settings: OAuthSettings, *, show: Callable[[str], None], wait_seconds: float = 300.0, port: int = 0
) -> None:
    """Return when the person has followed the link that `show` was given, and the token is in its file.

    The browser comes back to a port of loopback (RFC 8252 7.3), which is closed afterwards.
    """
    state, verifier = secrets.token_urlsafe(24), secrets.token_urlsafe(48)
    with HTTPServer(("127.0.0.1", port), _Redirect) as server:
        redirect_url = f"http://127.0.0.1:{server.server_port}/"
        link = authorization_link(
            settings.client, settings.authorization_url, redirect_url=redirect_url, state=state, verifier=verifier
        )
        show(link)
        code = _awaited_code(server, state, wait_seconds)
    form = code_form(settings.client, code=code, verifier=verifier, redirect_url=redirect_url)
    _keep(settings, read_grant(*post_form(settings.token_url, form, timeout_seconds=settings.timeout_seconds)))


def _keep(settings: OAuthSettings, grant: Grant) -> None:
    if not grant.refresh_token:
        raise PermanentFailure(
            "The token server gave no refresh token: the scope of [oauth] lacks offline_access, or its like."
        )
    with locked(settings.refresh_token_file):
        write_refresh_token(settings.refresh_token_file, grant.refresh_token)


class _Redirect(BaseHTTPRequestHandler):
    """Takes the browser's answers; those without our state change nothing."""

    timeout = 10.0
    expected_state = ""
    code = ""
    error = ""

    def do_GET(self) -> None:
        """The page that the person ends on."""
        query = {name: values[0] for name, values in parse_qs(urlsplit(self.path).query).items()}
        kind = type(self)
        ours = secrets.compare_digest(query.get("state", "").encode(), kind.expected_state.encode())
        if ours:
            kind.code, kind.error = query.get("code", ""), query.get("error", "")
        done = ours and bool(kind.code)
        self.send_response(200 if done else 400)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(_DONE_PAGE if done else _FAILED_PAGE)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class's name
        """Say nothing: the code is in the URL."""


def _awaited_code(server: HTTPServer, state: str, wait_seconds: float) -> str:
    """The code that came with our state; anything else that knocks is answered and ignored."""

    class Answers(_Redirect):
        """The answers to this one link."""

        expected_state = state

    server.RequestHandlerClass = Answers
    deadline = time.monotonic() + wait_seconds
    while not Answers.code and not Answers.error:
        server.timeout = deadline - time.monotonic()
        if server.timeout <= 0:
            raise TemporaryFailure("Nobody logged in by that link: please run `mailbot login` again.")
        server.handle_request()
    if not Answers.code:
        raise PermanentFailure("The login was refused in the browser.")
    return Answers.code
