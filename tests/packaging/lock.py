"""requirements.lock, read: which of its entries a wheel without extras needs."""

from __future__ import annotations

import re
import tomllib
from importlib.metadata import requires
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[2]
LOCK = ROOT / "requirements.lock"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]


def entries() -> dict[str, str]:
    """The lock's entries by name, each with its version, marker and hashes as they stand there."""
    blocks = re.split(r"^(?=[A-Za-z0-9])", LOCK.read_text(), flags=re.MULTILINE)
    return {canonicalize_name(re.split(r"[\[=]", block)[0]): block for block in blocks if "==" in block}


def locked_for_wheel() -> str:
    """The entries of the lock that the dependencies without extras lead to, as this interpreter needs them."""
    locked = entries()
    waiting, needed = [Requirement(line) for line in PROJECT["dependencies"]], {}
    while waiting:
        one = waiting.pop()
        name = canonicalize_name(one.name)
        if one.marker is not None and not one.marker.evaluate({"extra": ""}):
            continue
        if name not in needed:
            needed[name] = locked[name]
            waiting += [Requirement(line) for line in requires(name) or ()]
        for extra in one.extras:
            own = [Requirement(line) for line in requires(name) or ()]
            waiting += [r for r in own if r.marker is not None and _only_with(r, extra)]
    return "".join(needed[name] for name in sorted(needed))


def _only_with(requirement: Requirement, extra: str) -> bool:
    """Whether that extra brings the requirement; its marker is dropped then, so that it is not asked again."""
    brought = requirement.marker.evaluate({"extra": extra}) and not requirement.marker.evaluate({"extra": ""})
    if brought:
        requirement.marker = None
    return brought
