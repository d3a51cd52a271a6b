"""The lock: everything by hash, from whatever index the machine is configured for."""

from __future__ import annotations

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.packaging.lock import LOCK, PROJECT, entries, locked_for_wheel


def test_every_entry_has_a_hash():
    assert [name for name, entry in entries().items() if "--hash=sha256:" not in entry] == []


def test_no_index_is_named():
    assert "://" not in LOCK.read_text()
    assert "index-url" not in LOCK.read_text()


def test_every_dependency_of_the_project_is_locked_within_its_bounds():
    extras = [line for group in PROJECT["optional-dependencies"].values() for line in group]
    locked = entries()
    for line in (*PROJECT["dependencies"], *extras):
        wanted = Requirement(line)
        entry = locked.get(canonicalize_name(wanted.name))
        assert entry, f"{line} is not in requirements.lock: make lock"
        version = entry.partition("==")[2].split()[0].rstrip("\\").rstrip(";")
        assert wanted.specifier.contains(version, prereleases=True), f"{line}, but {version} is locked: make lock"


def test_a_wheel_needs_none_of_the_tools():
    needed = locked_for_wheel()
    assert "sqlmodel==" in needed
    assert "pytest==" not in needed
    assert "pymap==" not in needed
