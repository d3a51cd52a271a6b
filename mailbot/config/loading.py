"""config.toml and the environment to one Config, or every fault of both."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from mailbot.config.environment import overlaid
from mailbot.config.sections import (
    read_imap,
    read_inbound,
    read_keep,
    read_limits,
    read_listener,
    read_mailbot,
    read_oauth,
    read_smtp,
)
from mailbot.config.settings import SECTIONS, Config, DatabaseSettings
from mailbot.config.values import Beside
from mailbot.errors import ConfigError
from mailbot.gateways.text_files import read_text
from mailbot.schedule.positions import recovered_toml
from mailbot.schedule.tables import FaultLog, Table

_SQLITE = "sqlite:///"
_SCHEMES = (_SQLITE, "postgresql+psycopg://")


def load_config(path: Path, environ: Mapping[str, str]) -> Config:
    """The settings of that file with MAILBOT_SECTION__KEY laid over them; secrets read, paths absolute.

    Raises ConfigError with every fault: the file's with their lines, the environment's with the variable's name.
    """
    # the links of a mounted secret or config map are not followed: its neighbours stand beside the link
    file = Path(os.path.abspath(path))  # noqa: PTH100 -- Path.absolute keeps "..", Path.resolve follows links
    values, positions, broken = recovered_toml(read_text(file, file=str(path)), str(path))
    if broken and not values:
        raise ConfigError(*broken)
    merged, sources, unknown = overlaid(values, environ)
    log = FaultLog(str(path), positions, found=[*broken, *unknown], elsewhere=sources, broken=bool(broken))
    config = _config(Table(merged, path=(), log=log), file)
    log.raise_any()
    return config


def _config(root: Table, file: Path) -> Config:
    root.known += SECTIONS
    beside = Beside(file.parent)
    listed = root.values
    imap = read_imap(root.table("imap"), beside) if "imap" in listed else None
    smtp = read_smtp(root.table("smtp"), beside)
    by_token = "xoauth2" in (smtp.auth, imap.auth if imap else "")
    config = Config(
        file=file,
        folder=file.parent,
        mailbot=read_mailbot(root.table("mailbot"), beside),
        database=_database(root.table("database"), beside),
        imap=imap,
        smtp=smtp,
        oauth=read_oauth(root.table("oauth"), beside, used=by_token) if "oauth" in listed else None,
        listener=read_listener(root.table("listener")) if "listener" in listed else None,
        inbound=read_inbound(root.table("inbound")),
        limits=read_limits(root.table("limits")),
        keep=read_keep(root.table("keep")),
    )
    root.finish()
    _check_together(root.log, config)
    return config


def _database(table: Table, beside: Beside) -> DatabaseSettings:
    url = table.text("url", "sqlite:///data/mailbot.db")
    table.finish()
    if not url.startswith(_SCHEMES):
        table.fault("url", 'expected "sqlite:///data/mailbot.db" or "postgresql+psycopg://user@host/name"')
    if url.startswith(_SQLITE):
        url = _SQLITE + str(beside.folder / url.removeprefix(_SQLITE))
    return DatabaseSettings(url=url)


def _check_together(log: FaultLog, config: Config) -> None:
    if config.imap is None and config.listener is None:
        log.add_missing((), "there is neither [imap] nor [listener]; expected one of them, or no reply could come in")
    for section, settings in (("imap", config.imap), ("smtp", config.smtp)):
        if settings is not None and settings.auth == "xoauth2" and config.oauth is None:
            log.add_missing((section, "auth"), 'auth: "xoauth2" needs a section [oauth], which is missing')
