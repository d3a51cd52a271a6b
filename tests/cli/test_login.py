"""`mailbot login`: a code to type elsewhere, or plain words where a login cannot start here."""

from __future__ import annotations

import pytest

from mailbot.gateways.oauth_protocol import Endpoints
from tests.cli.desk import Desk
from tests.services.tokens import TokenServer

SECTION = '\n[oauth]\ntoken_url = "{url}"\nclient_id = "mailbot-client"\nscope = "mail"\n'


def with_oauth(desk: Desk, url: str) -> None:
    path = desk.folder / "config.toml"
    path.write_text(path.read_text() + SECTION.format(url=url))


def test_a_code_is_shown_and_the_token_ends_in_its_file(
    desk: Desk, token_server: TokenServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_oauth(desk, token_server.token_url)
    monkeypatch.setattr(
        "mailbot.daemon.login.known_endpoints", lambda _url: Endpoints(device_url=token_server.device_url)
    )
    said = desk.says("login")
    assert "type the code ABCD-EFGH" in said
    assert "Next: `mailbot doctor`" in said
    token = desk.folder / "data" / "oauth.token"
    assert token.stat().st_mode & 0o777 == 0o600
    assert token.read_text().strip() not in said


def test_a_provider_whose_login_is_not_known(desk: Desk, token_server: TokenServer) -> None:
    with_oauth(desk, token_server.token_url)
    said = desk.says("login", code=2)
    assert "oauth.token: where a login starts is known for Microsoft and Google only" in said
