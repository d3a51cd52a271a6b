"""Every reason that the code can give, read from the code: whatever is passed or assigned as a `reason`."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ROOMS = ("decide", "flows")


def reasons_given() -> tuple[set[str], set[str]]:
    """The literal reasons, and patterns for those put together from parts (f"already_{standing.value}")."""
    trees = [ast.parse(path.read_text()) for room in ROOMS for path in sorted((ROOT / "mailbot" / room).glob("*.py"))]
    everywhere = {name: place for tree in trees for name, place in _takes_reason(tree).items()}
    found = [node for tree in trees for node in _reason_expressions(tree, everywhere | _takes_reason(tree))]
    constants = {name: value for tree in trees for name, value in _constants(tree).items()}
    found = [constants.get(node.id, node) if isinstance(node, ast.Name) else node for node in found]
    literals = {leaf.value for node in found for leaf in _leaves(node) if isinstance(leaf, ast.Constant) and leaf.value}
    patterns = {_pattern(leaf) for node in found for leaf in _leaves(node) if isinstance(leaf, ast.JoinedStr)}
    return literals, patterns


def _takes_reason(tree: ast.Module) -> dict[str, int | None]:
    """Functions of that module by name: at which place they take a `reason`, None when they do not."""
    places: dict[str, int | None] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            names = [argument.arg for argument in node.args.args]
            places[node.name] = names.index("reason") if "reason" in names else None
    return places


def _constants(tree: ast.Module) -> dict[str, ast.expr]:
    """What stands at the top of a module under a name in capitals: a reason that is given and asked for elsewhere."""
    return {
        target.id: node.value
        for node in tree.body
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Name) and target.id.isupper()
    }


def _reason_expressions(tree: ast.Module, places: dict[str, int | None]) -> Iterator[ast.expr]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            yield from (keyword.value for keyword in node.keywords if keyword.arg == "reason")
            place = places.get(node.func.id) if isinstance(node.func, ast.Name) else None
            if place is not None and len(node.args) > place:
                yield node.args[place]
        elif isinstance(node, ast.FunctionDef) and node.name.endswith("reason"):
            yield from (inner.value for inner in ast.walk(node) if isinstance(inner, ast.Return) and inner.value)
        elif isinstance(node, ast.Assign):
            for target in node.targets:
                yield from _assigned(target, node.value)


def _assigned(target: ast.expr, value: ast.expr) -> Iterator[ast.expr]:
    if isinstance(target, ast.Name) and target.id == "reason":
        yield value
    elif isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple):
        for one, given in zip(target.elts, value.elts, strict=True):
            yield from _assigned(one, given)


def _leaves(node: ast.expr) -> Iterator[ast.expr]:
    """The strings that the expression can become; what a name or an attribute holds is read where it is made."""
    if isinstance(node, ast.IfExp):
        yield from _leaves(node.body)
        yield from _leaves(node.orelse)
    elif isinstance(node, ast.BoolOp):
        for value in node.values:
            yield from _leaves(value)
    elif isinstance(node, ast.Constant | ast.JoinedStr):
        yield node


def _pattern(node: ast.JoinedStr) -> str:
    parts = [re.escape(str(p.value)) if isinstance(p, ast.Constant) else "[a-z_]+" for p in node.values]
    return "".join(parts)
