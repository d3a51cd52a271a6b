"""Each section of config.toml, read and checked alone."""

from __future__ import annotations

from datetime import timedelta
from urllib.parse import urlsplit

from mailbot.config.environment import variable_for
from mailbot.config.settings import (
    ImapSettings,
    InboundSettings,
    KeepSettings,
    ListenerSettings,
    MailbotSettings,
    OauthSettings,
    SmtpSettings,
)
from mailbot.config.values import Beside, is_loopback, parse_host, parse_size, read_tls
from mailbot.model.limits import Limits
from mailbot.schedule.addresses import parse_address
from mailbot.schedule.tables import Table

_HOST = 'a host such as "mail.example.org"'
_PORT = {"lowest": 1, "highest": 65_535}


def read_mailbot(table: Table, beside: Beside) -> MailbotSettings:
    """[mailbot]."""
    address = table.parsed("address", parse_address, "", required="the address of the one mailbox")
    local, _, domain = address.partition("@")
    if "+" in local:
        table.fault("address", "expected an address without a plus part: mailbot adds its own")
    style = table.one_of("address_style", ("plus", "catchall"), "plus")
    relay_domain = table.parsed("relay_domain", _parse_domain, "")
    if style == "catchall" and not table.given("relay_domain"):
        table.missing("relay_domain", 'with address_style = "catchall", a domain such as "relay.example.org"')
    if style == "plus" and table.given("relay_domain"):
        table.fault("relay_domain", 'counts only with address_style = "catchall"; leave it out or change the style')
    settings = MailbotSettings(
        address=address,
        address_style=style,
        relay_domain=relay_domain or domain,
        data=beside.path(table, "data", "data"),
        schedules=beside.path(table, "schedules", "schedules"),
        templates=beside.path(table, "templates", "templates"),
        key_file=beside.path(table, "key_file", "mailbot.key"),
        operators=table.parsed_list("operators", parse_address),
    )
    table.finish()
    return settings


def read_imap(table: Table, beside: Beside) -> ImapSettings:
    """[imap]."""
    host = table.parsed("host", parse_host, "", required=_HOST)
    tls = read_tls(table, host, "required")
    auth = table.one_of("auth", ("password", "xoauth2"), "password")
    password, password_file = beside.secret(
        table, "password", wanted=auth == "password", variable=variable_for("imap", "password")
    )
    settings = ImapSettings(
        host=host,
        port=table.integer("port", 993 if tls == "required" else 143, **_PORT),
        tls=tls,
        auth=auth,
        username=table.text("username", expected="the name that the account logs in with"),
        password_file=password_file,
        folder=table.text("folder", "INBOX") or "INBOX",
        processed_folder=table.text("processed_folder", "Processed") or "Processed",
        keep_processed=table.duration("keep_processed", timedelta(days=7)),
        password=password,
    )
    if settings.folder == settings.processed_folder:
        table.fault("processed_folder", "expected another folder than the one that is read")
    table.finish()
    return settings


def read_smtp(table: Table, beside: Beside) -> SmtpSettings:
    """[smtp]."""
    host = table.parsed("host", parse_host, "", required=_HOST)
    tls = read_tls(table, host, "starttls")
    auth = table.one_of("auth", ("password", "xoauth2", "none"), "password")
    password, password_file = beside.secret(
        table, "password", wanted=auth == "password", variable=variable_for("smtp", "password")
    )
    name = "the name that the account logs in with"
    settings = SmtpSettings(
        host=host,
        port=table.integer("port", 465 if tls == "required" else 587, **_PORT),
        tls=tls,
        auth=auth,
        username=table.text("username", "") if auth == "none" else table.text("username", expected=name),
        password_file=password_file,
        connections=table.integer("connections", 4, lowest=1, highest=64),
        from_style=table.one_of("from_style", ("proxy", "reply_to"), "proxy"),
        bounce_style=table.one_of("bounce_style", ("verp", "message_id"), "verp"),
        per_minute=table.integer("per_minute", 0, lowest=0, highest=1_000_000),
        per_day=table.integer("per_day", 0, lowest=0, highest=100_000_000),
        password=password,
    )
    table.finish()
    return settings


def read_oauth(table: Table, beside: Beside, *, used: bool) -> OauthSettings:
    """[oauth]; its secret is read only if it is `used`, and may be absent: some providers give mail programs none."""
    secret, secret_file = beside.secret(
        table, "client_secret", wanted=used and bool(table.given("client_secret_file")), variable=""
    )
    settings = OauthSettings(
        token_url=table.parsed("token_url", _parse_token_url, "", required="the provider's token address, https://..."),
        client_id=table.text("client_id", expected="the id that the provider gave to this installation"),
        client_secret_file=secret_file,
        refresh_token_file=beside.path(table, "refresh_token_file", "data/oauth.token"),
        scope=table.text("scope", ""),
        client_secret=secret,
    )
    table.finish()
    return settings


def read_listener(table: Table) -> ListenerSettings:
    """[listener]."""
    settings = ListenerSettings(
        protocol=table.one_of("protocol", ("lmtp", "smtp"), "lmtp"),
        host=table.parsed("host", parse_host, "127.0.0.1"),
        port=table.integer("port", 8024, lowest=0, highest=65_535),
        max_message=table.parsed("max_message", parse_size, 25_000_000),
    )
    table.finish()
    return settings


def read_inbound(table: Table) -> InboundSettings:
    """[inbound]."""
    settings = InboundSettings(
        trusted_authserv_ids=table.texts("trusted_authserv_ids"),
        without_verdict=table.one_of("without_verdict", ("challenge", "accept"), "challenge"),
        verify_dkim=table.boolean("verify_dkim", default=False),
    )
    table.finish()
    return settings


def read_limits(table: Table) -> Limits:
    """[limits]; more than 1,999 messages of one writer are not counted."""
    usual = Limits()
    settings = Limits(
        message=table.parsed("message", parse_size, usual.message),
        decoded=table.parsed("decoded", parse_size, usual.decoded),
        parts=table.integer("parts", usual.parts, lowest=1, highest=100_000),
        depth=table.integer("depth", usual.depth, lowest=1, highest=50),
        headers=table.integer("headers", usual.headers, lowest=20, highest=100_000),
        addresses=table.integer("addresses", usual.addresses, lowest=1, highest=100_000),
        messages_per_hour=table.integer("messages_per_hour", usual.messages_per_hour, lowest=1, highest=1_999),
        posts_per_day=table.integer("posts_per_day", usual.posts_per_day, lowest=1, highest=1_999),
    )
    table.finish()
    return settings


def read_keep(table: Table) -> KeepSettings:
    """[keep]."""
    settings = KeepSettings(
        raw=table.duration("raw", timedelta(days=30)),
        sent=table.duration("sent", timedelta(days=7)),
    )
    table.finish()
    return settings


def _parse_domain(text: str) -> str:
    try:
        return parse_address(f"postmaster@{text}").partition("@")[2]
    except ValueError:
        raise ValueError(f'expected a domain such as "relay.example.org", not "{text}"') from None


def _parse_token_url(text: str) -> str:
    parts = urlsplit(text)
    if parts.hostname and (parts.scheme == "https" or (parts.scheme == "http" and is_loopback(parts.hostname))):
        return text
    raise ValueError(f'expected an address that begins with "https://", not "{text}"')
