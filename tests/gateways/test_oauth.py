from __future__ import annotations

import multiprocessing
import stat
import threading
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mailbot.errors import PermanentFailure, TemporaryFailure
from mailbot.gateways.failures import LoginRefused
from mailbot.gateways.imap_connection import ImapSettings
from mailbot.gateways.imap_mailbox import ImapMailbox
from mailbot.gateways.oauth import OAuthSettings, RefreshedTokens
from mailbot.gateways.oauth_file import read_refresh_token, write_refresh_token
from mailbot.gateways.oauth_http import post_form
from mailbot.gateways.oauth_login import log_in_by_browser, log_in_by_device
from mailbot.gateways.oauth_protocol import (
    DeviceCode,
    Endpoints,
    OAuthClient,
    authorization_link,
    challenge,
    known_endpoints,
    read_device_code,
    read_grant,
)
from mailbot.gateways.smtp_connection import SmtpSettings
from mailbot.gateways.smtp_submission import SmtpSubmission
from mailbot.gateways.tls import TlsMode
from tests.gateways.mailboxes import fresh_name
from tests.gateways.scripted_smtp import scripted
from tests.services import tokens
from tests.services.dovecot import Dovecot
from tests.services.postfix import Postfix
from tests.services.process import free_port
from tests.services.tokens import CLIENT_ID, CLIENT_SECRET, TokenServer

CLIENT = OAuthClient(client_id=CLIENT_ID, client_secret=CLIENT_SECRET, scope="mail offline_access")


@pytest.fixture
def server() -> Iterator[TokenServer]:
    """A token server that is this test's alone, so that its knobs can be turned."""
    with tokens.start() as found:
        yield found


def settings_for(server: TokenServer, folder: Path, **changes: Any) -> OAuthSettings:
    found: dict[str, Any] = {
        "token_url": server.token_url, "client": CLIENT, "refresh_token_file": folder / "data" / "oauth.token",
        "device_url": server.device_url, "authorization_url": f"{server.url}/authorize",
    }  # fmt: skip
    return OAuthSettings(**{**found, **changes})


def logged_in(server: TokenServer, folder: Path, **changes: Any) -> OAuthSettings:
    settings = settings_for(server, folder, **changes)
    settings.refresh_token_file.parent.mkdir(exist_ok=True)
    write_refresh_token(settings.refresh_token_file, server.new_refresh_token("u"))
    return settings


def test_a_token_is_fetched_once_and_again_when_it_is_refused(server: TokenServer, tmp_path: Path) -> None:
    source = RefreshedTokens(logged_in(server, tmp_path))
    first = source.access_token()
    assert source.access_token() == first
    assert source.access_token(refused="another") == first
    second = source.access_token(refused=first)
    assert second != first
    assert [request["grant_type"] for request in server.requests] == ["refresh_token", "refresh_token"]


def test_a_token_is_not_used_to_its_last_second(
    server: TokenServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = [1000.0]
    monkeypatch.setattr("mailbot.gateways.oauth.time.monotonic", lambda: now[0])
    source = RefreshedTokens(logged_in(server, tmp_path))
    first = source.access_token()
    now[0] += 3539
    assert source.access_token() == first
    now[0] += 2
    assert source.access_token() != first


def test_a_rotated_refresh_token_is_kept_with_mode_0600(server: TokenServer, tmp_path: Path) -> None:
    server.rotate = True
    settings = logged_in(server, tmp_path)
    before = read_refresh_token(settings.refresh_token_file)
    source = RefreshedTokens(settings)
    token = source.access_token()
    after = read_refresh_token(settings.refresh_token_file)
    assert after != before
    assert stat.S_IMODE(settings.refresh_token_file.stat().st_mode) == 0o600
    assert source.access_token(refused=token) != token
    assert sorted(path.name for path in settings.refresh_token_file.parent.iterdir()) == [
        "oauth.token",
        "oauth.token.lock",
    ]


def _refresh_many(settings: OAuthSettings, turns: int, results: Any) -> None:
    found = [RefreshedTokens(settings).access_token() for _ in range(turns)]
    results.put(found)


def test_processes_that_refresh_at_once_never_kill_each_others_login(server: TokenServer, tmp_path: Path) -> None:
    server.rotate = True
    settings = logged_in(server, tmp_path)
    context = multiprocessing.get_context("spawn")
    results = context.Queue()
    processes = [context.Process(target=_refresh_many, args=(settings, 5, results)) for _ in range(3)]
    for process in processes:
        process.start()
    found = [token for _ in processes for token in results.get(timeout=60)]
    for process in processes:
        process.join(timeout=60)
    assert len(set(found)) == 15
    assert server.refresh_tokens.keys() == {read_refresh_token(settings.refresh_token_file)}


def test_threads_share_one_refresh(server: TokenServer, tmp_path: Path) -> None:
    source = RefreshedTokens(logged_in(server, tmp_path))
    found: list[str] = []
    threads = [threading.Thread(target=lambda: found.append(source.access_token())) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=30)
    assert len(found) == 8
    assert len(set(found)) == 1
    assert len(server.requests) == 1


def test_whose_fault_it_is(server: TokenServer, tmp_path: Path) -> None:
    settings = settings_for(server, tmp_path)
    with pytest.raises(PermanentFailure, match="mailbot login"):
        RefreshedTokens(settings).access_token()
    write_refresh_token(settings.refresh_token_file, "unknown")
    with pytest.raises(PermanentFailure, match=r"invalid_grant.*mailbot login"):
        RefreshedTokens(settings).access_token()
    stranger = OAuthClient(client_id="stranger")
    with pytest.raises(PermanentFailure, match="invalid_client"):
        RefreshedTokens(logged_in(server, tmp_path, client=stranger)).access_token()
    source = RefreshedTokens(logged_in(server, tmp_path))
    for status in (503, 429, 500):
        server.fail_status = status
        with pytest.raises(TemporaryFailure, match=f"status {status}"):
            source.access_token()
    assert source.access_token()
    gone = logged_in(server, tmp_path, token_url=f"http://127.0.0.1:{free_port()}/token")
    with pytest.raises(TemporaryFailure, match="nothing listens"):
        RefreshedTokens(gone).access_token()


@pytest.mark.parametrize("url", ["http://login.example.org/token", "ftp://127.0.0.1/token", "file:///etc/passwd", ""])
def test_tokens_travel_by_https_or_on_this_machine(url: str, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="https://"):
        post_form(url, {})
    if url:
        with pytest.raises(ValueError, match="https://"):
            OAuthSettings(token_url=url, client=CLIENT, refresh_token_file=tmp_path / "t")


def test_a_redirect_is_not_followed_and_nonsense_is_no_answer() -> None:
    with scripted({"greeting": "HTTP/1.0 302 Found\r\nLocation: http://192.0.2.1/\r\nContent-Length: 0\r\n"}) as other:
        assert post_form(f"http://127.0.0.1:{other.port}/", {}) == (302, {})
    with scripted({"greeting": "HTTP/1.0 200 OK\r\nContent-Length: 9\r\n\r\nnot json"}) as other:
        assert post_form(f"http://127.0.0.1:{other.port}/", {}) == (200, {})
    with scripted({"greeting": "220 this is SMTP"}) as other, pytest.raises(TemporaryFailure):
        post_form(f"http://127.0.0.1:{other.port}/", {})


def test_login_by_device_ends_with_the_token_in_its_file(server: TokenServer, tmp_path: Path) -> None:
    server.pending = 2
    settings = settings_for(server, tmp_path)
    shown: list[DeviceCode] = []
    slept: list[float] = []
    log_in_by_device(settings, show=shown.append, sleep=slept.append)
    assert [code.user_code for code in shown] == ["ABCD-EFGH"]
    assert shown[0].device_code not in repr(shown[0])
    assert slept == [0.0, 0.0, 0.0]
    assert RefreshedTokens(settings).access_token()


def test_login_by_device_gives_up_in_the_end(
    server: TokenServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.pending = 1000
    now = [0.0]
    monkeypatch.setattr("mailbot.gateways.oauth_login.time.monotonic", lambda: now[0])

    def sleep(_seconds: float) -> None:
        now[0] += 20

    with pytest.raises(PermanentFailure, match="in time"):
        log_in_by_device(settings_for(server, tmp_path), show=lambda _code: None, sleep=sleep)


def follow(link: str, answers: list[int], **changes: str) -> None:
    """What a browser does: it comes back to the redirect URL with the state and a code."""
    query = {name: values[0] for name, values in parse_qs(urlsplit(link).query).items()}
    back = "&".join(f"{name}={value}" for name, value in {"state": query["state"], **changes}.items())
    try:
        with urllib.request.urlopen(f"{query['redirect_uri']}?{back}", timeout=20) as answer:
            answers.append(answer.status)
    except urllib.error.HTTPError as error:
        with error:
            answers.append(error.code)


def test_login_by_browser_takes_only_the_answer_to_its_own_link(server: TokenServer, tmp_path: Path) -> None:
    settings = settings_for(server, tmp_path)
    answers: list[int] = []
    threads: list[threading.Thread] = []

    def show(link: str) -> None:
        query = {name: values[0] for name, values in parse_qs(urlsplit(link).query).items()}
        assert query["code_challenge_method"] == "S256"
        code = server.new_code("u", query["code_challenge"])

        def browse() -> None:
            follow(link, answers, state="forged", code="evil")
            follow(link, answers, code=code)

        threads.append(threading.Thread(target=browse))
        threads[0].start()

    log_in_by_browser(settings, show=show, wait_seconds=30)
    threads[0].join(timeout=30)
    assert answers == [400, 200]
    assert RefreshedTokens(settings).access_token()


def test_login_by_browser_that_is_refused_or_forgotten(server: TokenServer, tmp_path: Path) -> None:
    settings = settings_for(server, tmp_path)
    threads: list[threading.Thread] = []

    def refuse(link: str) -> None:
        threads.append(threading.Thread(target=follow, args=(link, []), kwargs={"error": "access_denied"}))
        threads[0].start()

    with pytest.raises(PermanentFailure, match="refused in the browser"):
        log_in_by_browser(settings, show=refuse, wait_seconds=30)
    threads[0].join(timeout=30)
    with pytest.raises(TemporaryFailure, match="Nobody logged in"):
        log_in_by_browser(settings, show=lambda _link: None, wait_seconds=0.05)


def test_a_login_without_refresh_token_is_no_login(server: TokenServer, tmp_path: Path) -> None:
    settings = settings_for(server, tmp_path)
    server.stingy = True
    with pytest.raises(PermanentFailure, match="no refresh token"):
        log_in_by_device(settings, show=lambda _code: None, sleep=lambda _seconds: None)


def test_known_providers_have_their_endpoints() -> None:
    microsoft = known_endpoints("https://login.microsoftonline.com/common/oauth2/v2.0/token")
    assert microsoft.device_url == "https://login.microsoftonline.com/common/oauth2/v2.0/devicecode"
    assert microsoft.authorization_url == "https://login.microsoftonline.com/common/oauth2/v2.0/authorize"
    assert known_endpoints("https://oauth2.googleapis.com/token").authorization_url.startswith(
        "https://accounts.google"
    )
    assert known_endpoints("https://login.example.org/token") == Endpoints()


def test_the_link_holds_the_challenge_and_never_the_verifier() -> None:
    assert challenge("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk") == "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"
    for url, start in (
        ("https://a.example/x", "https://a.example/x?"),
        ("https://a.example/x?y=1", "https://a.example/x?y=1&"),
    ):
        link = authorization_link(CLIENT, url, redirect_url="http://127.0.0.1:1/", state="s", verifier="verifier-words")
        assert link.startswith(start + "response_type=code&")
        assert "verifier-words" not in link
        assert CLIENT_SECRET not in link + repr(CLIENT)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=True) | st.text(),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(), inner, max_size=2),
    max_leaves=4,
)
NAMES = (
    "access_token",
    "refresh_token",
    "expires_in",
    "error",
    "device_code",
    "user_code",
    "verification_uri",
    "interval",
)


@given(st.integers(100, 599) | st.just(200), st.dictionaries(st.sampled_from(NAMES), JSON))
def test_any_answer_at_all_is_read_or_is_one_of_our_failures(status: int, answer: dict[str, object]) -> None:
    for read in (read_grant, read_device_code):
        try:
            read(status, answer)
        except (TemporaryFailure, PermanentFailure):
            continue


def test_dovecot_and_postfix_take_the_tokens_that_were_refreshed(
    postfix: Postfix, dovecot: Dovecot, token_server: TokenServer, tmp_path: Path
) -> None:
    user = fresh_name()
    settings = settings_for(token_server, tmp_path)
    settings.refresh_token_file.parent.mkdir()
    write_refresh_token(settings.refresh_token_file, token_server.new_refresh_token(user))
    source = RefreshedTokens(settings)
    authority = dovecot.certificates.authority
    box = ImapMailbox(
        ImapSettings(
            host="localhost", port=dovecot.imaps_port, tls=TlsMode.REQUIRED, username=user, authority_file=authority
        ),
        source,
    )
    assert box.highest_uid() == 0
    token_server.access_tokens.pop(source.access_token())  # revoked before its time
    box.close()
    assert box.highest_uid() == 0
    box.close()
    token_server.access_tokens.pop(source.access_token())
    submission = SmtpSubmission(
        SmtpSettings(
            host="localhost", port=postfix.port, tls=TlsMode.STARTTLS, username=user, authority_file=authority
        ),
        source,
    )
    to = f"{user}@elsewhere.example"
    submission.send(envelope_from="a@example.org", envelope_to=to, raw=b"Subject: x\r\n\r\nwords\r\n")
    assert postfix.sink.for_address(to)
    submission.close()


def test_a_login_that_has_run_out_leaves_the_mail_waiting(server: TokenServer, tmp_path: Path) -> None:
    with scripted({"EHLO": "250-smart\r\n250 AUTH XOAUTH2"}) as smart:
        submission = SmtpSubmission(
            SmtpSettings(host="127.0.0.1", port=smart.port, tls=TlsMode.NONE, username="u"),
            RefreshedTokens(settings_for(server, tmp_path)),
        )
        with pytest.raises(LoginRefused, match="mailbot login"):
            submission.send(envelope_from="a@example.org", envelope_to="b@example.net", raw=b"x\r\n")
