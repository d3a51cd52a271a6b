"""The settings of config.toml, one dataclass a section, one field a key; all paths absolute, all defaults filled in.

Fields marked secret are never keys of the file: they come from the `*_file` beside them or from the environment, and
no repr shows them. config.example.toml explains every key.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

from mailbot.model.limits import Limits


def secret() -> str:
    """A field for a password: not a key of the file, not in the repr."""
    return field(default="", repr=False, metadata={"secret": True})  # type: ignore[return-value,no-any-return,unused-ignore]


@dataclass(frozen=True, slots=True, kw_only=True)
class MailbotSettings:
    """[mailbot]: the one mailbox and the folders."""

    address: str
    address_style: str  # "plus" | "catchall"
    relay_domain: str  # where proxy addresses live; the address's own domain with "plus"
    data: Path
    schedules: Path
    templates: Path  # overrides; need not exist
    key_file: Path
    operators: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DatabaseSettings:
    """[database]: `url` as SQLAlchemy takes it, SQLite's path absolute; it may hold a password."""

    url: str = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class ImapSettings:
    """[imap]: the mailbox that is read."""

    host: str
    port: int
    tls: str  # "required" | "starttls" | "none"
    auth: str  # "password" | "xoauth2"
    username: str
    password_file: Path | None
    folder: str
    processed_folder: str
    keep_processed: timedelta
    password: str = secret()


@dataclass(frozen=True, slots=True, kw_only=True)
class SmtpSettings:
    """[smtp]: the smart host."""

    host: str
    port: int
    tls: str  # "required" | "starttls" | "none"
    auth: str  # "password" | "xoauth2" | "none"
    username: str
    password_file: Path | None
    connections: int
    from_style: str  # "proxy" | "reply_to"
    bounce_style: str  # "verp" | "message_id"
    per_minute: int  # 0 is no limit
    per_day: int  # 0 is no limit
    password: str = secret()


@dataclass(frozen=True, slots=True, kw_only=True)
class OauthSettings:
    """[oauth]: only where auth is "xoauth2"; the refresh token's file is written by `mailbot login`."""

    token_url: str
    client_id: str
    client_secret_file: Path | None
    refresh_token_file: Path
    scope: str
    client_secret: str = secret()


@dataclass(frozen=True, slots=True, kw_only=True)
class ListenerSettings:
    """[listener]: the second intake."""

    protocol: str  # "lmtp" | "smtp"
    host: str
    port: int  # 0 is any free one
    max_message: int  # bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class InboundSettings:
    """[inbound]: whose verdicts on senders are believed."""

    trusted_authserv_ids: tuple[str, ...]
    without_verdict: str  # "challenge" | "accept"
    verify_dkim: bool  # signatures are verified by us where there is no verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class KeepSettings:
    """[keep]: how long what is no longer needed stays."""

    raw: timedelta
    sent: timedelta


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """All of config.toml; `folder` is where it stands. Of `imap` and `listener` at least one is there."""

    file: Path
    folder: Path
    mailbot: MailbotSettings
    database: DatabaseSettings
    imap: ImapSettings | None
    smtp: SmtpSettings
    oauth: OauthSettings | None
    listener: ListenerSettings | None
    inbound: InboundSettings
    limits: Limits
    keep: KeepSettings


SECTIONS = {
    "mailbot": MailbotSettings,
    "database": DatabaseSettings,
    "imap": ImapSettings,
    "smtp": SmtpSettings,
    "oauth": OauthSettings,
    "listener": ListenerSettings,
    "inbound": InboundSettings,
    "limits": Limits,
    "keep": KeepSettings,
}
