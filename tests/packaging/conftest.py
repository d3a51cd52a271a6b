"""A wheel, and an empty venv that it was installed into: made once, by whichever worker comes first."""

from __future__ import annotations

import fcntl
import os
import subprocess
import sys
import venv
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.packaging.lock import ROOT, locked_for_wheel


def run(*command: str | Path, cwd: Path, expect: int = 0) -> str:
    """What the command printed, both streams; an exit code that was not expected shows it."""
    outside = {"PATH": os.environ["PATH"], "HOME": str(cwd), "LANG": "C.UTF-8"}
    kept = {
        name: value
        for name, value in os.environ.items()
        if name.startswith(("PIP_", "SSL_")) or name.lower().endswith("_proxy")
    }
    done = subprocess.run(
        [str(part) for part in command], cwd=cwd, env=outside | kept, capture_output=True, text=True, check=False
    )
    said = done.stdout + done.stderr
    assert done.returncode == expect, said
    return said


def made_once(name: str, factory: pytest.TempPathFactory, worker: str, make: Callable[[Path], None]) -> Path:
    """The folder that `make` filled; workers of one run share it, the first makes it and the others wait."""
    base = factory.getbasetemp() if worker == "master" else factory.getbasetemp().parent
    folder = base / f"packaging-{name}"
    with (base / f"packaging-{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (folder / ".made").exists():
            folder.mkdir(exist_ok=True)
            make(folder)
            (folder / ".made").touch()
    return folder


@pytest.fixture(scope="session")
def wheel(tmp_path_factory, worker_id) -> Path:
    """Built by hatchling from this checkout; the build needs no network."""

    def build(out: Path) -> None:
        run(sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", out, cwd=ROOT)

    (built,) = made_once("wheel", tmp_path_factory, worker_id, build).glob("mailbot-*.whl")
    return built


@pytest.fixture(scope="session")
def installed(wheel, tmp_path_factory, worker_id) -> Path:
    """The `bin` of an empty venv with what the wheel needs, by hash from the lock, and then the wheel alone."""

    def install(home: Path) -> None:
        venv.create(home / "venv", with_pip=True)
        (home / "needed.lock").write_text(locked_for_wheel())
        pip = (home / "venv/bin/python", "-m", "pip", "--disable-pip-version-check", "install", "--quiet")
        run(*pip, "--require-hashes", "--requirement", "needed.lock", cwd=home)
        run(*pip, "--no-deps", wheel, cwd=home)

    return made_once("installed", tmp_path_factory, worker_id, install) / "venv" / "bin"
