"""Where the published replies and the other parsers come from: exact versions, each archive known by its hash.

Everything lands in build/reading, fetched by pip and npm themselves; nothing of it is ever part of this repository.
"""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
import tarfile
import venv
from dataclasses import dataclass
from pathlib import Path

BUILD = Path(__file__).resolve().parents[2] / "build" / "reading"
RIVALS = ("mail-parser-reply==1.36", "quotequail==0.5.4", "email-reply-parser==0.5.12")


@dataclass(frozen=True, slots=True, kw_only=True)
class Archive:
    """A source archive of somebody's project whose tests say what the new words of a reply are."""

    registry: str  # "pypi" or "npm"
    name: str
    version: str
    sha256: str


ARCHIVES = (
    Archive(
        registry="pypi",
        name="talon",
        version="1.4.4",
        sha256="263d122609747691e9f75726ea565f5da8a40146a7a81eb5883e51b8224b0e5c",
    ),
    Archive(
        registry="pypi",
        name="quotequail",
        version="0.5.4",
        sha256="675e3e93fc7696a49fb08ba25ebd1291983c10b0bbae8a0512b2d745e9c0016a",
    ),
    Archive(
        registry="npm",
        name="email-reply-parser",
        version="1.2.6",
        sha256="1d92777824dbd7dbc099741841f28d2ee789de82fd6e4bc920aaf66bf8ed09c4",
    ),
    Archive(
        registry="npm",
        name="parse-reply",
        version="0.0.4",
        sha256="a2278b93dad5a0d9f7ce2bb7b1532e49e0af3bb61fe9b88e7ae55c064edb741a",
    ),
    Archive(
        registry="npm",
        name="planer",
        version="1.2.0",
        sha256="ea73e7520f01a8a26b24b44bf1c53d4e56823a7c7721afaeea702296fee1bea0",
    ),
    Archive(
        registry="npm",
        name="talon",
        version="2.3.2",
        sha256="5bb595c58cdcc071d33f4c0b6aa2d48fff7889796f235dc6bc434929c69081bc",
    ),
)


def unpacked(archive: Archive) -> Path | None:
    """The folder with the archive's files; None, with a line that says why, where it cannot be had."""
    folder = BUILD / "sources" / f"{archive.registry}-{archive.name}-{archive.version}"
    if folder.is_dir():
        return folder
    packed = _fetched(archive)
    if packed is None:
        print(f"left out: {archive.name} {archive.version} could not be fetched from {archive.registry}")
        return None
    if hashlib.sha256(packed.read_bytes()).hexdigest() != archive.sha256:
        print(f"left out: {archive.name} {archive.version} is not the archive that is known here by its hash")
        return None
    fresh = folder.with_suffix(".new")
    shutil.rmtree(fresh, ignore_errors=True)
    with tarfile.open(packed) as files:
        files.extractall(fresh, filter="data")
    next(fresh.iterdir()).rename(folder)
    shutil.rmtree(fresh)
    return folder


def _fetched(archive: Archive) -> Path | None:
    downloads = BUILD / "downloads" / archive.registry
    downloads.mkdir(parents=True, exist_ok=True)
    if archive.registry == "pypi":
        options = ["download", "--quiet", "--no-deps", "--no-binary", archive.name, "--dest", str(downloads)]
        command = [sys.executable, "-m", "pip", *options, f"{archive.name}=={archive.version}"]
    elif npm := shutil.which("npm"):
        options = ["pack", "--silent", "--pack-destination", str(downloads)]
        command = [npm, *options, f"{archive.name}@{archive.version}"]
    else:
        return None
    subprocess.run(command, check=False, capture_output=True, timeout=300)
    return next(downloads.glob(f"{archive.name}-{archive.version}.t*gz"), None)


def rivals_python() -> Path:
    """The Python of a throwaway environment that has the other parsers."""
    folder = BUILD / "rivals"
    python = folder / "bin" / "python"
    if not (folder / "ready").exists():
        venv.create(folder, with_pip=True, clear=True)
        subprocess.run([python, "-m", "pip", "install", "--quiet", *RIVALS], check=True, capture_output=True)
        (folder / "ready").touch()
    return python
