"""The file of first looks: what each kind measured before anything was repaired for it, and what it does now.

docs/reading.md is made from it. A first look is written once and never again: it is the honest figure.
"""

from __future__ import annotations

import tomllib
from pathlib import Path

FILE = Path(__file__).with_name("first_looks.toml")
COUNTS = ("fields", "exact", "asked", "needless", "wrong", "lost")
HEAD = """\
# Kinds of human trouble: fields read at the first look, before anything was repaired for the kind, and after.
# asked: rightly asked back, nobody could tell. needless: asked back where a person would not have wondered.
# wrong: believed, and not what was typed. lost: replies whose loose words are nowhere. Written by
# `python -m tests.reading.trouble --first COMMIT` and `--after COMMIT`; a first look is never written twice.
"""


def known():
    """Everything in the file, by kind."""
    if not FILE.exists():
        return {}
    return {row["kind"]: row for row in tomllib.loads(FILE.read_text(encoding="utf-8")).get("look", ())}


def record(kinds, rows, when, commit, which):
    """Writes the figures as the "first" look of kinds that have none, or as what they do "after" repairs."""
    looks = known()
    for kind, row in zip(kinds, rows, strict=True):
        entry = looks.setdefault(kind.name, {"kind": kind.name, "round": kind.round, "what": kind.what})
        entry["what"] = kind.what
        if which == "after" or which not in entry:
            figures = row.as_dict()
            entry[which] = {"date": when, "commit": commit, **{name: figures[name] for name in COUNTS}}
    FILE.write_text(HEAD + "".join(map(_table, looks.values())), encoding="utf-8")


def _table(entry):
    lines = [
        "",
        "[[look]]",
        f'kind = "{entry["kind"]}"',
        f"round = {entry['round']}",
        f"what = {_string(entry['what'])}",
    ]
    for which in ("first", "after"):
        if which in entry:
            inner = ", ".join(f"{k} = {_string(v) if isinstance(v, str) else v}" for k, v in entry[which].items())
            lines.append(f"{which} = {{ {inner} }}")
    return "\n".join(lines) + "\n"


def _string(text):
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
