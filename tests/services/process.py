"""Starting and stopping one server: a free loopback port, a private folder, an end by process id."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest

START_SECONDS = 30.0
SKIP_MARK = "server not started: "
REAL_SERVERS = frozenset({"dovecot", "postfix", "postgres", "postgres_url"})  # fixtures that make a test `services`


def need(service: str, reason: str) -> None:
    """Skip the test, or fail it where MAILBOT_REQUIRE_SERVICES=1 says that nothing may be left out."""
    text = f"{SKIP_MARK}{service}: {reason}"
    if os.environ.get("MAILBOT_REQUIRE_SERVICES") == "1":
        pytest.fail(text, pytrace=False)
    pytest.skip(text)


def free_port() -> int:
    """A TCP port on loopback that nobody listens on now."""
    with socket.socket() as sock:
        sock.bind(("127.0.0.1", 0))
        port: int = sock.getsockname()[1]
        return port


@contextmanager
def private_folder(name: str) -> Iterator[Path]:
    """A folder that the servers' own users can reach; pytest's tmp_path is 0700 above, which Dovecot refuses."""
    folder = Path(tempfile.mkdtemp(prefix=f"mailbot-{name}-", dir="/tmp"))
    folder.chmod(0o755)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def wait_for_port(port: int, process: subprocess.Popen[bytes] | None = None, *, log: Path | None = None) -> None:
    """Return once somebody listens there; otherwise fail with the end of the server's log."""
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        if process is not None and process.poll() is not None:
            break
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.01)
        else:
            return
    words = log.read_text(errors="replace")[-2000:] if log is not None and log.exists() else "(no log)"
    raise RuntimeError(f"nothing listens on port {port}: {words}")


@contextmanager
def running(command: Sequence[str], *, log: Path, user: str | None = None) -> Iterator[subprocess.Popen[bytes]]:
    """The server as a process group of its own, ended by its id when the block is left."""
    with log.open("ab") as out:
        process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=subprocess.STDOUT,
            start_new_session=True,
            cwd="/",
            user=user,
            extra_groups=[] if user else None,
            group=_group_of(user),
        )
    try:
        yield process
    finally:
        end(process)


def end(process: subprocess.Popen[bytes], how: int = signal.SIGTERM) -> None:
    """Terminate the process and wait for it; kill its own group if it does not go."""
    if process.poll() is None:
        process.send_signal(how)
    try:
        process.wait(timeout=10)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait(timeout=10)


def _group_of(user: str | None) -> int | None:
    if user is None:
        return None
    import pwd

    return pwd.getpwnam(user).pw_gid
