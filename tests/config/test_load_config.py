from __future__ import annotations

import dataclasses
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mailbot.config import Config, load_config
from mailbot.errors import ConfigError

DOCUMENTED = """
[mailbot]
address = "mentoring@example.org"
address_style = "plus"
data = "data"
schedules = "schedules"
templates = "templates"
key_file = "mailbot.key"
operators = ["ops@example.org"]
[database]
url = "sqlite:///data/mailbot.db"
[imap]
host = "imap.example.org"
port = 993
tls = "required"
auth = "password"
username = "mentoring"
password_file = "imap.password"
folder = "INBOX"
processed_folder = "Processed"
keep_processed = "7 days"
[smtp]
host = "smtp.example.org"
port = 587
tls = "starttls"
auth = "password"
username = "mentoring"
password_file = "smtp.password"
connections = 4
from_style = "proxy"
bounce_style = "verp"
per_minute = 0
per_day = 0
[oauth]
token_url = "https://login.example.org/token"
client_id = "..."
client_secret_file = "oauth.secret"
refresh_token_file = "data/oauth.token"
scope = "..."
[listener]
protocol = "lmtp"
host = "127.0.0.1"
port = 8024
max_message = "25 MB"
[inbound]
trusted_authserv_ids = ["mx.example.org"]
without_verdict = "challenge"
[keep]
raw = "30 days"
sent = "7 days"
"""
SHORTEST = """
[mailbot]
address = "mentoring@example.org"
[listener]
[smtp]
host = "127.0.0.1"
auth = "none"
tls = "none"
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "imap.password").write_text("for imap\n", encoding="utf-8")
    (tmp_path / "smtp.password").write_text("für smtp\r\n", encoding="utf-8-sig")
    (tmp_path / "oauth.secret").write_text("for oauth", encoding="utf-8")
    return tmp_path


def load(folder: Path, text: str, environ: dict[str, str] | None = None) -> Config:
    (folder / "config.toml").write_text(text, encoding="utf-8")
    return load_config(folder / "config.toml", environ or {})


def faults_of(folder: Path, text: str, environ: dict[str, str] | None = None) -> list[str]:
    try:
        load(folder, text, environ)
    except ConfigError as refused:
        return [str(fault).replace(f"{folder}/", "") for fault in refused.faults]
    return []


def test_the_documented_settings_are_read_as_they_stand(folder: Path) -> None:
    config = load(folder, DOCUMENTED)
    assert (config.mailbot.address, config.mailbot.address_style, config.mailbot.relay_domain) == (
        "mentoring@example.org",
        "plus",
        "example.org",
    )
    assert config.mailbot.operators == ("ops@example.org",)
    assert config.imap is not None
    assert (config.imap.host, config.imap.port, config.imap.tls, config.imap.password) == (
        "imap.example.org",
        993,
        "required",
        "for imap",
    )
    assert config.imap.keep_processed == timedelta(days=7)
    assert (config.smtp.port, config.smtp.connections, config.smtp.password) == (587, 4, "für smtp")
    assert config.listener is not None
    assert config.listener.max_message == 25_000_000
    assert config.inbound.trusted_authserv_ids == ("mx.example.org",)
    assert (config.keep.raw, config.keep.sent) == (timedelta(days=30), timedelta(days=7))


def test_relative_paths_begin_at_the_folder_of_the_file(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    elsewhere = folder / "elsewhere"
    elsewhere.mkdir()
    (folder / "config.toml").write_text(DOCUMENTED, encoding="utf-8")
    monkeypatch.chdir(elsewhere)
    config = load_config(Path("../config.toml"), {})
    assert config.folder.samefile(folder)
    assert config.database.url == f"sqlite:///{folder / 'data/mailbot.db'}"
    for path, name in [
        (config.mailbot.data, "data"),
        (config.mailbot.schedules, "schedules"),
        (config.mailbot.templates, "templates"),
        (config.mailbot.key_file, "mailbot.key"),
    ]:
        assert path == folder / name


def test_absolute_paths_and_other_databases_stay(folder: Path) -> None:
    environ = {
        "MAILBOT_MAILBOT__DATA": "/var/lib/mailbot",
        "MAILBOT_DATABASE__URL": "postgresql+psycopg://m@db/mailbot",
    }
    config = load(folder, SHORTEST, environ)
    assert config.mailbot.data == Path("/var/lib/mailbot")
    assert config.database.url == "postgresql+psycopg://m@db/mailbot"
    assert (
        load(folder, SHORTEST, {"MAILBOT_DATABASE__URL": "sqlite:////srv/m.db"}).database.url == "sqlite:////srv/m.db"
    )


def test_what_is_left_out_has_the_documented_defaults(folder: Path) -> None:
    short, full = load(folder, SHORTEST), load(folder, DOCUMENTED)
    assert short.imap is None
    assert short.oauth is None
    assert short.listener == full.listener
    assert short.keep == full.keep
    assert short.database == full.database
    assert short.inbound == dataclasses.replace(full.inbound, trusted_authserv_ids=())
    assert short.mailbot == dataclasses.replace(full.mailbot, operators=())
    expected = {
        "connections": 4,
        "from_style": "proxy",
        "bounce_style": "verp",
        "per_minute": 0,
        "per_day": 0,
        "port": 587,
    }
    assert {key: getattr(short.smtp, key) for key in expected} == expected


@pytest.mark.parametrize(("tls", "port"), [("required", 993), ("starttls", 143)])
def test_the_usual_port_goes_with_the_protection(folder: Path, tls: str, port: int) -> None:
    text = DOCUMENTED.replace("port = 993\n", "").replace('tls = "required"', f'tls = "{tls}"')
    config = load(folder, text)
    assert config.imap is not None
    assert config.imap.port == port


def test_secrets_are_shown_by_no_repr(folder: Path) -> None:
    environ = {"MAILBOT_DATABASE__URL": "postgresql+psycopg://m:for-db@db/mailbot"}
    shown = repr(load(folder, DOCUMENTED.replace('auth = "password"', 'auth = "xoauth2"', 1), environ))
    for secret in ("for imap", "für smtp", "for oauth", "for-db"):
        assert secret not in shown


def test_the_secret_of_oauth_is_read_only_where_it_is_used(folder: Path) -> None:
    with_token = DOCUMENTED.replace('auth = "password"', 'auth = "xoauth2"')
    used, unused = load(folder, with_token), load(folder, DOCUMENTED)
    assert used.oauth is not None
    assert unused.oauth is not None
    assert (used.oauth.client_secret, unused.oauth.client_secret) == ("for oauth", "")
    assert used.imap is not None
    assert (used.imap.password, used.smtp.password) == ("", "")
    (folder / "oauth.secret").unlink()
    assert load(folder, DOCUMENTED).oauth == unused.oauth
    no_secret = with_token.replace('client_secret_file = "oauth.secret"\n', "")
    assert load(folder, no_secret).oauth is not None


def test_every_key_can_be_given_by_the_environment(folder: Path) -> None:
    environ = {
        "MAILBOT_MAILBOT__OPERATORS": "a@example.org, b@example.org",
        "MAILBOT_IMAP__HOST": "::1",
        "MAILBOT_IMAP__PASSWORD": "from outside",
        "MAILBOT_IMAP__PASSWORD_FILE": "absent",
        "MAILBOT_SMTP__PORT": "2525",
        "MAILBOT_LISTENER__MAX_MESSAGE": "1000000",
        "MAILBOT_KEEP__RAW": "0",
        "mailbot_inbound__trusted_authserv_ids": "",
        "MAILBOT_REQUIRE_SERVICES": "1",
        "OTHER__KEY": "x",
    }
    config = load(folder, DOCUMENTED, environ)
    assert config.mailbot.operators == ("a@example.org", "b@example.org")
    assert config.imap is not None
    assert (config.imap.host, config.imap.password) == ("::1", "from outside")
    assert config.smtp.port == 2525
    assert config.listener is not None
    assert config.listener.max_message == 1_000_000
    assert config.keep.raw == timedelta()
    assert config.inbound.trusted_authserv_ids == ()


def test_a_section_may_come_from_the_environment_alone(folder: Path) -> None:
    environ = {"MAILBOT_IMAP__HOST": "localhost", "MAILBOT_IMAP__USERNAME": "m", "MAILBOT_IMAP__PASSWORD": "p"}
    config = load(folder, SHORTEST, environ)
    assert config.imap is not None
    assert config.imap.host == "localhost"


def test_a_config_of_which_nothing_can_come_in_is_refused(folder: Path) -> None:
    assert faults_of(folder, SHORTEST.replace("[listener]", "")) == [
        "config.toml: there is neither [imap] nor [listener]; expected one of them, or no reply could come in",
    ]


def test_a_token_needs_to_be_told_where_it_comes_from(folder: Path) -> None:
    text = SHORTEST.replace('auth = "none"', 'auth = "xoauth2"\nusername = "m"')
    assert faults_of(folder, text) == [
        'config.toml:7: auth: "xoauth2" needs a section [oauth], which is missing',
    ]


@pytest.mark.parametrize("host", ["127.0.0.1", "127.8.8.8", "localhost", "LOCALHOST.", "::1", "[::1]"])
def test_an_unprotected_connection_is_allowed_to_this_machine_alone(folder: Path, host: str) -> None:
    assert faults_of(folder, SHORTEST.replace("127.0.0.1", host)) == []


def slips() -> list[tuple[str, str, list[str]]]:
    blocks = Path(__file__).with_name("slips.txt").read_text(encoding="utf-8").split("\n\n")[1:]

    def lines(block: str, mark: str) -> list[str]:
        return [line[2:] for line in block.splitlines() if line[:2].rstrip() == mark]

    return [("\n".join(lines(b, "-")), "\n".join(lines(b, "+")), lines(b, "!")) for b in blocks]


@pytest.mark.parametrize(("piece", "instead", "named"), slips())
def test_every_slip_is_named_with_its_line_and_what_was_expected(
    folder: Path, piece: str, instead: str, named: list[str]
) -> None:
    assert piece in DOCUMENTED
    assert named
    assert faults_of(folder, DOCUMENTED.replace(piece, instead, 1)) == [fault.lstrip() for fault in named]


@pytest.mark.parametrize(
    ("environ", "named"),
    [
        ({"MAILBOT_SMTP__PRT": "25"}, 'MAILBOT_SMTP__PRT: there is no key "prt" in [smtp]; did you mean "port"?'),
        (
            {"MAILBOT_SMPT__PORT": "25"},
            'MAILBOT_SMPT__PORT: there is no section "smpt" in config.toml; did you mean "smtp"?',
        ),
        (
            {"MAILBOT_SMTP__PORT": "x"},
            "MAILBOT_SMTP__PORT: port: expected a whole number from 1 to 65535, without quotes",
        ),
        (
            {"MAILBOT_SMTP__TLS": "none"},
            (
                'MAILBOT_SMTP__TLS: tls: "none" would send passwords and words in the clear to smtp.example.org; '
                "expected required or starttls"
            ),
        ),
    ],
)
def test_a_slip_in_the_environment_is_named_by_its_variable(folder: Path, environ: dict[str, str], named: str) -> None:
    assert faults_of(folder, DOCUMENTED, environ) == [named]


def test_an_environment_over_a_section_that_is_none_leaves_the_fault_to_the_file(folder: Path) -> None:
    text = "smtp = 3\n" + SHORTEST.partition("[smtp]")[0]
    assert (
        faults_of(folder, text, {"MAILBOT_SMTP__PORT": "25"})[0]
        == "config.toml:1: smtp: expected a section [smtp], not a number"
    )


@pytest.mark.parametrize(
    ("content", "named"),
    [
        (None, "imap.password cannot be read: no such file or directory"),
        (b"", "imap.password should hold the secret alone, on one line"),
        (b"one\ntwo\n", "imap.password should hold the secret alone, on one line"),
        (b"\xff\xfe", "imap.password is not text; expected the secret alone on one line"),
    ],
)
def test_a_password_file_that_holds_no_password_is_named(folder: Path, content: bytes | None, named: str) -> None:
    (folder / "imap.password").unlink()
    if content is not None:
        (folder / "imap.password").write_bytes(content)
    assert faults_of(folder, DOCUMENTED) == [f"config.toml:18: password_file: {named}"]


def test_a_file_that_cannot_be_read_is_named(folder: Path) -> None:
    with pytest.raises(ConfigError, match=r"nowhere\.toml: cannot be read: no such file or directory"):
        load_config(folder / "nowhere.toml", {})


LINES = DOCUMENTED.splitlines()
VALUES = ["1", '""', '"x"', "[]", "[1]", '["x"]', "{}", "true", "1.5", "2027-01-05", "nan", '"-1"', "x"]


@given(st.data())
@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
def test_any_lines_are_settings_or_refused(folder: Path, data: st.DataObject) -> None:
    lines = list(LINES)
    for number in data.draw(st.lists(st.integers(0, len(lines) - 1), max_size=4)):
        key, equals, _ = lines[number].partition("=")
        changed = f"{key}= {data.draw(st.sampled_from(VALUES))}" if equals else data.draw(st.text(max_size=9))
        lines[number] = changed
    environ = data.draw(st.dictionaries(st.sampled_from(["MAILBOT_SMTP__PORT", "MAILBOT_MAILBOT__DATA"]), st.text()))
    text = "\n".join(lines).encode("utf-8", "replace")
    (folder / "config.toml").write_bytes(text)
    try:
        load_config(folder / "config.toml", environ)
    except ConfigError as refused:
        named = refused.faults
    else:
        named = ()
    assert all(fault.message for fault in named)


LIMITED = """
[limits]
message = "10 MB"
decoded = "1 GB"
parts = 50
depth = 5
headers = 300
addresses = 20
messages_per_hour = 10
posts_per_day = 30
"""


def test_limits_are_read_as_people_write_them_and_have_defaults(folder: Path) -> None:
    usual = load(folder, DOCUMENTED).limits
    assert (usual.message, usual.parts, usual.posts_per_day) == (26_214_400, 500, 100)
    assert dataclasses.astuple(load(folder, DOCUMENTED + LIMITED).limits) == (
        10_000_000, 1_000_000_000, 50, 5, 300, 20, 10, 30,
    )  # fmt: skip


def test_limits_and_flags_can_be_given_by_the_environment(folder: Path) -> None:
    environ = {
        "MAILBOT_LIMITS__MESSAGE": "500000",
        "MAILBOT_LIMITS__PARTS": "12",
        "MAILBOT_INBOUND__VERIFY_DKIM": "True",
    }
    config = load(folder, DOCUMENTED, environ)
    assert (config.limits.message, config.limits.parts, config.inbound.verify_dkim) == (500_000, 12, True)
    assert not load(folder, DOCUMENTED).inbound.verify_dkim
    with pytest.raises(ConfigError, match="VERIFY_DKIM: verify_dkim: expected true or false"):
        load(folder, DOCUMENTED, {"MAILBOT_INBOUND__VERIFY_DKIM": "perhaps"})


@pytest.mark.parametrize(
    ("line", "named"),
    [
        ('mesage = "25 MB"', 'unknown key "mesage" in [limits]; did you mean "message"?'),
        ('message = "big"', 'expected a size such as "25 MB"'),
        ("parts = 0", "expected a whole number from 1 to 100000"),
        ("messages_per_hour = 2000", "expected a whole number from 1 to 1999"),
        ("depth = 51", "expected a whole number from 1 to 50"),
        ("posts_per_hour = 3", 'unknown key "posts_per_hour" in [limits]; did you mean "posts_per_day"?'),
    ],
)
def test_slips_in_limits_are_named(folder: Path, line: str, named: str) -> None:
    (fault,) = faults_of(folder, f"{DOCUMENTED}[limits]\n{line}\n")
    assert named in fault
