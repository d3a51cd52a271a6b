"""An OAuth 2 server on loopback: token, device and introspection endpoints (RFC 6749, 8628, 7662) in memory."""

from __future__ import annotations

import base64
import hashlib
import itertools
import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs

CLIENT_ID = "mailbot-client"
CLIENT_SECRET = "client secret"


@dataclass(slots=True, kw_only=True)
class TokenServer:
    """What it knows, and the knobs that tests turn. Refresh tokens are used up once when `rotate` is on."""

    url: str = ""
    rotate: bool = False
    expires_in: int = 3600
    stingy: bool = False  # a login brings no refresh token
    pending: int = 0  # how often the device endpoint still says authorization_pending
    fail_status: int = 0  # the next answers of /token have this status instead
    refresh_tokens: dict[str, str] = field(default_factory=dict)  # token -> user
    access_tokens: dict[str, str] = field(default_factory=dict)
    codes: dict[str, tuple[str, str]] = field(default_factory=dict)  # authorization code -> user, code challenge
    requests: list[dict[str, str]] = field(default_factory=list)
    _numbers: Iterator[int] = field(default_factory=itertools.count)
    _lock: threading.RLock = field(default_factory=threading.RLock)

    @property
    def token_url(self) -> str:
        return f"{self.url}/token"

    @property
    def device_url(self) -> str:
        return f"{self.url}/device"

    @property
    def introspection_url(self) -> str:
        return f"{self.url}/introspect"

    def new_refresh_token(self, user: str) -> str:
        """A refresh token as a login would have brought it."""
        with self._lock:
            token = f"refresh-{next(self._numbers)}-{user}"
            self.refresh_tokens[token] = user
            return token

    def new_access_token(self, user: str) -> str:
        """An access token that introspection calls active."""
        with self._lock:
            token = f"access-{next(self._numbers)}-{user}"
            self.access_tokens[token] = user
            return token

    def new_code(self, user: str, challenge: str) -> str:
        """An authorization code, as the browser brings it back (RFC 7636 challenge, S256)."""
        with self._lock:
            code = f"code-{next(self._numbers)}"
            self.codes[code] = (user, challenge)
            return code

    def answer(self, path: str, form: dict[str, str]) -> tuple[int, dict[str, object]]:
        """The status and the JSON of one request."""
        with self._lock:
            if path == "/introspect":
                user = self.access_tokens.get(form.get("token", ""))
                return 200, {"active": True, "username": user} if user else {"active": False}
            self.requests.append(form)
            if path == "/device":
                return 200, {
                    "device_code": "device-1", "user_code": "ABCD-EFGH", "interval": 0, "expires_in": 60,
                    "verification_uri": f"{self.url}/activate",
                }  # fmt: skip
            if self.fail_status:
                status, self.fail_status = self.fail_status, 0
                return status, {"error": "temporarily_unavailable"}
            if form.get("client_id") != CLIENT_ID or form.get("client_secret", CLIENT_SECRET) != CLIENT_SECRET:
                return 401, {"error": "invalid_client"}
            return self._grant(form)

    def _grant(self, form: dict[str, str]) -> tuple[int, dict[str, object]]:
        grant = form.get("grant_type", "")
        if grant == "refresh_token":
            token = form.get("refresh_token", "")
            user = self.refresh_tokens.get(token, "")
            if self.rotate:
                self.refresh_tokens.pop(token, None)
            return self._tokens(user, with_refresh=self.rotate)
        if grant == "authorization_code":
            user, challenge = self.codes.pop(form.get("code", ""), ("", ""))
            digest = hashlib.sha256(form.get("code_verifier", "").encode()).digest()
            proven = base64.urlsafe_b64encode(digest).rstrip(b"=").decode() == challenge
            return self._tokens(user if proven else "", with_refresh=True)
        if grant == "urn:ietf:params:oauth:grant-type:device_code":
            if self.pending:
                self.pending -= 1
                return 400, {"error": "authorization_pending"}
            return self._tokens("device", with_refresh=True)
        return 400, {"error": "unsupported_grant_type"}

    def _tokens(self, user: str, *, with_refresh: bool) -> tuple[int, dict[str, object]]:
        if not user:
            return 400, {"error": "invalid_grant"}
        body: dict[str, object] = {
            "access_token": self.new_access_token(user), "token_type": "Bearer", "expires_in": self.expires_in,
        }  # fmt: skip
        if with_refresh and not self.stingy:
            body["refresh_token"] = self.new_refresh_token(user)
        return 200, body


@contextmanager
def start() -> Iterator[TokenServer]:
    """The server on a free loopback port."""
    state = TokenServer()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:  # http.server finds it by this name
            length = int(self.headers.get("Content-Length", "0"))
            form = {name: values[0] for name, values in parse_qs(self.rfile.read(length).decode()).items()}
            status, body = state.answer(self.path, form)
            raw = json.dumps(body).encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(raw)))
            self.end_headers()
            self.wfile.write(raw)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the base class's name
            """Say nothing: tokens are in there."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    state.url = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield state
    finally:
        server.shutdown()
        server.server_close()
        thread.join(timeout=10)
