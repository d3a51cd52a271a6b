"""The gate and the scrubber share nothing: what the one overlooks the other may still see."""

from __future__ import annotations

import ast
from pathlib import Path

import mailbot.anonymity
from mailbot.anonymity import gate

ROOM = Path(mailbot.anonymity.__file__).parent
GATE = Path(gate.__file__).parent
OURS = "mailbot.anonymity"


def imported(path: Path) -> set[str]:
    """Every module that the file imports, at the top or late."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found.update(name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0
            found.add(f"{node.module}")
            found.update(f"{node.module}.{name.name}" for name in node.names)
    return found


def test_the_gate_imports_nothing_else_of_its_room():
    for path in GATE.rglob("*.py"):
        foreign = {name for name in imported(path) if name.startswith(OURS) and not name.startswith(f"{OURS}.gate")}
        assert foreign <= {OURS}, path.name


def test_nothing_else_of_its_room_imports_the_gate():
    for path in ROOM.rglob("*.py"):
        if GATE not in path.parents:
            assert not any(name.startswith(f"{OURS}.gate") for name in imported(path)), path.name


def test_what_the_gate_imports_of_other_rooms_knows_no_names():
    outside = {name for path in GATE.rglob("*.py") for name in imported(path) if name.startswith("mailbot.")}
    rooms = {".".join(name.split(".")[:3]) for name in outside if not name.startswith(f"{OURS}.gate")}
    assert rooms <= {
        *("mailbot.model", "mailbot.model.ids", "mailbot.model.outbound", "mailbot.errors.MalformedMessage"),
        *("mailbot.errors", "mailbot.message.exposed", OURS),
    }
