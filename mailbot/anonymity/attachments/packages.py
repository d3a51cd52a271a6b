"""The packages that rebuild files, loaded only when a file of that kind really came."""

from __future__ import annotations

from importlib.util import find_spec

_NEEDED = {"image": "PIL", "pdf": "pikepdf", "office": "PIL"}
_INSTALLED_AS = {"PIL": "pillow"}


def missing_packages(allowed: frozenset[str]) -> tuple[str, ...]:
    """The names, as pip knows them, of packages that these kinds need and that are not installed."""
    needed = dict.fromkeys(_NEEDED[kind] for kind in sorted(allowed))
    return tuple(_INSTALLED_AS.get(name, name) for name in needed if find_spec(name) is None)
