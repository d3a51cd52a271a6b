"""A Config turned into the world that the flows work in."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime

from mailbot.config import Config
from mailbot.daemon.login import oauth_settings
from mailbot.errors import ConfigError
from mailbot.flows.ports import Mailbox, Submission
from mailbot.flows.world import Keeping, Limits, World
from mailbot.gateways.credentials import Credential, Password
from mailbot.gateways.dkim_verdict import DkimVerdict, package_faults
from mailbot.gateways.imap_connection import ImapSettings
from mailbot.gateways.imap_mailbox import ImapMailbox
from mailbot.gateways.oauth import RefreshedTokens
from mailbot.gateways.schedule_files import load_catalogue
from mailbot.gateways.schedule_folder import ScheduleFolder
from mailbot.gateways.smtp_connection import SmtpSettings
from mailbot.gateways.smtp_submission import SmtpSubmission
from mailbot.gateways.template_files import template_sources
from mailbot.gateways.tls import TlsMode
from mailbot.model.context import Service
from mailbot.store.master_key import read_master_key
from mailbot.store.store import Store
from mailbot.wording.render import Wording


def folder_of(config: Config) -> ScheduleFolder:
    """The schedules of that configuration."""
    return ScheduleFolder(config.mailbot.schedules)


def build_world(
    config: Config,
    *,
    clock: Callable[[], datetime] | None = None,
    from_start: bool = False,
    submission: Submission | None = None,
) -> World:
    """Everything wired; nothing has been connected to but the database. ConfigError where a file is at fault."""
    if config.inbound.verify_dkim and (faults := package_faults(str(config.file))):
        raise ConfigError(*faults)
    catalogue = load_catalogue(config.mailbot.schedules)
    wording = Wording(template_sources(config.mailbot.templates))
    tokens = RefreshedTokens(oauth_settings(config.oauth)) if config.oauth is not None else None
    store = Store.open(
        database_url=config.database.url,
        data=config.mailbot.data,
        master_key=read_master_key(config.mailbot.key_file),
    )
    return World(
        store=store,
        mailbox=mailbox_of(config, tokens),
        submission=submission or submission_of(config, tokens),
        service=_service(config, store),
        catalogue=catalogue,
        wording=wording,
        clock=clock or _utc_now,
        limits=Limits(per_minute=config.smtp.per_minute, per_day=config.smtp.per_day),
        keeping=Keeping(
            raw=config.keep.raw,
            sent=config.keep.sent,
            processed=config.imap.keep_processed if config.imap else config.keep.sent,
        ),
        trusted_authserv_ids=config.inbound.trusted_authserv_ids,
        worker=f"{socket.gethostname()}:{os.getpid()}",
        senders=ThreadPoolExecutor(max_workers=config.smtp.connections, thread_name_prefix="deliver"),
        connections=config.smtp.connections,
        from_start=from_start,
        sender_check=DkimVerdict() if config.inbound.verify_dkim else None,
    )


def mailbox_of(config: Config, tokens: RefreshedTokens | None) -> Mailbox | None:
    """The IMAP mailbox, None where mail comes by the listener only."""
    imap = config.imap
    if imap is None:
        return None
    settings = ImapSettings(
        host=imap.host,
        port=imap.port,
        tls=TlsMode(imap.tls),
        username=imap.username,
        folder=imap.folder,
        processed_folder=imap.processed_folder,
    )
    return ImapMailbox(settings, _credential(imap.auth, imap.password, tokens))


def submission_of(config: Config, tokens: RefreshedTokens | None) -> Submission:
    """The smart host."""
    smtp = config.smtp
    settings = SmtpSettings(
        host=smtp.host,
        port=smtp.port,
        tls=TlsMode(smtp.tls),
        username=smtp.username,
        helo_name=config.mailbot.relay_domain,
    )
    credential = None if smtp.auth == "none" else _credential(smtp.auth, smtp.password, tokens)
    return SmtpSubmission(settings, credential)


def _credential(auth: str, password: str, tokens: RefreshedTokens | None) -> Credential:
    return tokens if auth == "xoauth2" and tokens is not None else Password(secret=password)


def _service(config: Config, store: Store) -> Service:
    with store.begin() as unit:
        loop_key = unit.index("our own mark", "x-loop").hex()[:32]
    return Service(
        address=config.mailbot.address,
        address_style=config.mailbot.address_style,
        relay_domain=config.mailbot.relay_domain,
        from_style=config.smtp.from_style,
        bounce_style=config.smtp.bounce_style,
        without_verdict=config.inbound.without_verdict,
        loop_key=loop_key,
        operators=config.mailbot.operators,
        limits=config.limits,
    )


def _utc_now() -> datetime:
    return datetime.now(UTC)
