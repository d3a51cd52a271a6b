"""`mailbot init`, `doctor` and `login`: from nothing to a service that runs."""

from __future__ import annotations

import json
import secrets
import shutil
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from mailbot.cli.common import DEFAULT, ConfigFile, configuration
from mailbot.errors import MailbotError

if TYPE_CHECKING:
    from mailbot.config import Config
    from mailbot.flows.world import World

DOCTOR_FILE = "doctor.json"
SAMPLE = "northern-surgery"


def init(
    folder: Annotated[Path, typer.Argument(help="A folder, made if need be; nothing in it is overwritten.")],
) -> None:
    """Lay out a working folder: config.toml, the sample schedule with its roster, and a new master key."""
    from mailbot.gateways.template_files import shipped_config_example, shipped_schedules
    from mailbot.store.master_key import create_master_key

    for path in (folder, folder / "schedules", folder / "templates"):
        path.mkdir(parents=True, exist_ok=True)
    (folder / "data").mkdir(mode=0o700, exist_ok=True)
    made = []
    if _copy_new(shipped_config_example(), folder / "config.toml"):
        made.append("config.toml")
    # One programme to begin with: the other samples (nursing, managers) would need coordinators of their own.
    samples = sorted(shipped_schedules().glob(f"{SAMPLE}*"))
    made += [f"schedules/{one.name}" for one in samples if _copy_new(one, folder / "schedules" / one.name)]
    with suppress(FileExistsError):
        create_master_key(folder / "mailbot.key")
        made.append("mailbot.key (keep a copy of it in a safe place, apart from the backups)")
    print(f"{folder}:")
    for one in made:
        print(f"  made {one}")
    if not made:
        print("  everything was there already; nothing was changed")
    print("Next: edit config.toml and the files in schedules/, then run `mailbot check` and `mailbot doctor` there.")


def _copy_new(source: Path, target: Path) -> bool:
    if target.exists():
        return False
    shutil.copyfile(source, target)
    return True


def login(config: ConfigFile = DEFAULT) -> None:
    """Fetch the first OAuth token (Microsoft 365, Google) with a browser; `run` renews it by itself."""
    from mailbot.daemon.login import oauth_settings
    from mailbot.errors import ConfigError, Fault
    from mailbot.gateways.oauth_login import log_in_by_browser, log_in_by_device

    found = configuration(config)
    if found.oauth is None:
        message = 'there is no [oauth] section; it is needed only where [imap] or [smtp] has auth = "xoauth2"'
        raise ConfigError(Fault(file=str(config), line=None, message=message))
    settings = oauth_settings(found.oauth)
    if settings.device_url:
        log_in_by_device(
            settings, show=lambda code: print(f"Open {code.verification_url} and type the code {code.user_code}")
        )
    elif settings.authorization_url:
        log_in_by_browser(settings, show=lambda link: print(f"Open this link in a browser on this machine:\n{link}"))
    else:
        message = "where a login starts is known for Microsoft and Google only; put a refresh token into the file"
        raise ConfigError(Fault(file=str(settings.refresh_token_file), line=None, message=message))
    print(f"The token is in {settings.refresh_token_file}. Next: `mailbot doctor`.")


def doctor(
    config: ConfigFile = DEFAULT,
    wait: Annotated[int, typer.Option(min=1, help="Seconds until the message to ourselves counts as lost.")] = 60,
) -> None:
    """Try everything for real: key, database, mailbox, smart host, and a message to ourselves."""
    from mailbot.daemon import build_world

    settings = configuration(config)
    world = build_world(settings)
    try:
        troubles = sum(not _tried(name, step) for name, step in _steps(settings, world, wait))
    finally:
        world.senders.shutdown()
        world.submission.close()
        if world.mailbox is not None:
            world.mailbox.close()
        world.store.close()
    if troubles:
        print(f"{troubles} of these need a person. Nothing was changed.")
        raise typer.Exit(1)
    print("All is well. Next: `mailbot run`.")


def _tried(name: str, step: Callable[[], str]) -> bool:
    """Whether that step went well; its outcome is printed in one line."""
    try:
        print(f"ok    {name}: {step()}")
    except MailbotError as error:
        print(f"FAIL  {name}: {error}")
        return False
    return True


def _steps(settings: Config, world: World, seconds: int) -> Iterator[tuple[str, Callable[[], str]]]:
    yield "configuration and master key", lambda: "read"
    yield "database", lambda: _database(world)
    if world.mailbox is not None:
        yield "mailbox", lambda: _mailbox(world)
    yield "message to ourselves", lambda: _probe(settings, world, seconds)


def _database(world: World) -> str:
    with world.store.begin() as unit:
        counts = unit.counts().as_json()
    return f"opened, {sum(counts['inbox'].values())} messages taken in so far"


def _mailbox(world: World) -> str:
    if world.mailbox is None:
        return "none"
    world.mailbox.uidvalidity()
    return "logged in, the folder is there"


def _probe(settings: Config, world: World, seconds: int) -> str:
    from mailbot.flows.probe import probe
    from mailbot.model.mint import Mint

    if world.mailbox is None:
        return "left out, there is no [imap] mailbox"
    result = probe(world, Mint(secrets.token_bytes(32)), seconds=seconds)
    if not result.arrived:
        raise MailbotError(
            f"sent, but it did not come back within {seconds} seconds. Is another mailbot running on this mailbox, "
            "or does the smart host deliver elsewhere? Where mail is slow (greylisting), try `--wait 600`."
        )
    (settings.mailbot.data / DOCTOR_FILE).write_text(json.dumps(result.as_json()), encoding="utf-8")
    faults = result.faults(world)
    if faults:
        raise MailbotError("; ".join(faults))
    if not result.own_verdict:
        return (
            "came back whole, but without an Authentication-Results header of a server in [inbound] "
            "trusted_authserv_ids: writers will be asked to confirm (without_verdict)"
        )
    return "came back whole"
