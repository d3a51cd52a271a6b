"""config.toml to one frozen Config, every fault reported at once with its key and line."""

from __future__ import annotations

from mailbot.config.loading import load_config
from mailbot.config.settings import (
    Config,
    DatabaseSettings,
    ImapSettings,
    InboundSettings,
    KeepSettings,
    ListenerSettings,
    MailbotSettings,
    OauthSettings,
    SmtpSettings,
)

__all__ = [
    "Config",
    "DatabaseSettings",
    "ImapSettings",
    "InboundSettings",
    "KeepSettings",
    "ListenerSettings",
    "MailbotSettings",
    "OauthSettings",
    "SmtpSettings",
    "load_config",
]
