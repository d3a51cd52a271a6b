"""A real PostgreSQL in a private folder, made by initdb and run as an unprivileged user."""

from __future__ import annotations

import getpass
import itertools
import os
import pwd
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tests.services.process import START_SECONDS, end, free_port, private_folder, running, wait_for_port

_ROLE = "mailbot"


@dataclass(frozen=True, slots=True, kw_only=True)
class Postgres:
    """The running server; every call of `new_database` gives the URL of an empty database."""

    port: int
    bin_folder: Path
    numbers: Iterator[int] = field(default_factory=itertools.count)

    def new_database(self) -> str:
        """As in config.toml: postgresql+psycopg://mailbot@127.0.0.1:PORT/NAME."""
        name = f"test_{next(self.numbers)}"
        self.run(f"CREATE DATABASE {name}")
        return f"postgresql+psycopg://{_ROLE}@127.0.0.1:{self.port}/{name}"

    def drop_database(self, url: str) -> None:
        """Remove it, whoever is still connected."""
        self.run(f"DROP DATABASE IF EXISTS {url.rpartition('/')[2]} WITH (FORCE)")

    def wait(self) -> None:
        """Return when it takes statements: it listens earlier than that."""
        import psycopg

        deadline = time.monotonic() + START_SECONDS
        while True:
            try:
                return self.run("SELECT 1")
            except psycopg.OperationalError:
                if time.monotonic() > deadline:
                    raise
                time.sleep(0.05)

    def run(self, statement: str) -> None:
        """Run one statement as the owner, outside any transaction."""
        import psycopg

        with psycopg.connect(
            f"host=127.0.0.1 port={self.port} user={_ROLE} dbname=postgres", autocommit=True
        ) as connection:
            connection.execute(statement.encode())


def bin_folder() -> Path | None:
    """Where initdb and postgres are: the newest of the distribution's, else those on the path."""
    folders = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: float(path.parent.name), reverse=True)
    for folder in folders:
        if (folder / "initdb").exists() and (folder / "postgres").exists():
            return folder
    found = shutil.which("initdb")
    return Path(found).resolve().parent if found else None


def missing() -> str:
    """Why PostgreSQL cannot be started here; "" when it can."""
    return "" if bin_folder() is not None else "postgresql is not installed (apt-get install postgresql)"


@contextmanager
def start() -> Iterator[Postgres]:
    """A server without fsync, which no test here is about, that stops at once when the block is left."""
    binaries = bin_folder()
    assert binaries is not None
    user = _unprivileged_user()
    with private_folder("postgres") as base:
        data, log, port = base / "data", base / "postgres.log", free_port()
        if user is not None:
            shutil.chown(base, user)
        subprocess.run(
            [binaries / "initdb", "-D", data, "-U", _ROLE, "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"],
            check=True, capture_output=True, cwd="/", timeout=60,
            user=user, group=pwd.getpwnam(user).pw_gid if user else None, extra_groups=[] if user else None,
        )  # fmt: skip
        settings = {
            "fsync": "off", "synchronous_commit": "off", "full_page_writes": "off", "listen_addresses": "127.0.0.1",
            "unix_socket_directories": str(base), "max_connections": "60", "shared_buffers": "32MB",
        }  # fmt: skip
        command = [str(binaries / "postgres"), "-D", str(data), "-p", str(port)]
        command += [part for name, value in settings.items() for part in ("-c", f"{name}={value}")]
        with running(command, log=log, user=user) as process:
            wait_for_port(port, process, log=log)
            server = Postgres(port=port, bin_folder=binaries)
            server.wait()
            yield server
            end(process, signal.SIGQUIT)


def _unprivileged_user() -> str | None:
    if os.geteuid() != 0:
        assert getpass.getuser()
        return None
    names = {entry.pw_name for entry in pwd.getpwall()}
    return "postgres" if "postgres" in names else "nobody"
