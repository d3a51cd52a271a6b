"""The gate with one place of its source changed, in this very process: as fast as a test, so that all places are tried.

A change swaps a comparison, an "and", a sum; adds one to a number; turns a truth, a condition, or a "not" around.
"""

from __future__ import annotations

import ast
import builtins
import importlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import CodeType, ModuleType
from typing import Any

import mailbot.anonymity.gate as package

HOME = "mailbot.anonymity.gate"
# Each after those that it imports.
MODULES = (
    *("skeleton", "clues", "reading", "names", "addresses", "watch", "matching", "meaning", "disguises", "markup"),
    *("looks", "own", "search", "clearing"),
)
_SWAPS: dict[type[ast.AST], type[ast.AST]] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is, ast.And: ast.Or, ast.Or: ast.And,
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.BitAnd: ast.BitOr,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Change:
    """One change: the module, what it does to which line, and the compiled module."""

    module: str
    what: str
    code: CodeType

    @property
    def name(self) -> str:
        return f"{self.module}: {self.what}"


@cache
def changes(module: str) -> tuple[Change, ...]:
    """Every change that can be made in that module, each alone."""
    path = Path(package.__file__).parent / f"{module}.py"
    source = path.read_text("utf-8")
    lines, tree = source.split("\n"), ast.parse(source)
    found, seen = [], Counter[str]()
    for place in [*_places(tree)]:
        key = f"{lines[place.line - 1].strip()} | {place.what}"
        seen[key] += 1
        again = f" ({seen[key]})" if seen[key] > 1 else ""
        place.swap()
        code = compile(ast.fix_missing_locations(tree), str(path), "exec")
        place.swap()
        found.append(Change(module=module, what=key + again, code=code))
    return tuple(found)


@dataclass(slots=True)
class _Place:
    """One thing in the tree that can be changed, and changed back."""

    line: int
    what: str
    holder: ast.AST
    field: str
    other: Any

    def swap(self) -> None:
        now = getattr(self.holder, self.field)
        setattr(self.holder, self.field, self.other)
        self.other = now


def _places(tree: ast.Module) -> Iterator[_Place]:
    decorators = {id(part) for node in ast.walk(tree) for one in _decorators(node) for part in ast.walk(one)}
    for node in ast.walk(tree):
        if id(node) not in decorators:
            yield from (_Place(node.lineno, *change) for change in _changes_of(node))


def _changes_of(node: Any) -> Iterator[tuple[str, ast.AST, str, Any]]:
    if isinstance(node, ast.Compare):
        for at, old in enumerate(node.ops):
            if new := _SWAPS.get(type(old)):
                yield _swap_name(old), node, "ops", [*node.ops[:at], new(), *node.ops[at + 1 :]]
    if isinstance(node, ast.BoolOp | ast.BinOp) and (new := _SWAPS.get(type(node.op))):
        yield _swap_name(node.op), node, "op", new()
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        twice = ast.UnaryOp(op=ast.Not(), operand=node.operand)
        yield "not dropped", node, "operand", twice
    if isinstance(node, ast.If | ast.IfExp) and not isinstance(node.test, ast.UnaryOp):
        yield "condition turned", node, "test", ast.UnaryOp(op=ast.Not(), operand=node.test)
    if isinstance(node, ast.Constant) and isinstance(node.value, bool):
        yield f"{node.value} turned", node, "value", not node.value
    elif isinstance(node, ast.Constant) and isinstance(node.value, int):
        yield f"{node.value} more by one", node, "value", node.value + 1


def _decorators(node: ast.AST) -> list[ast.expr]:
    """That a value is frozen, or how many are kept, decides nothing."""
    return node.decorator_list if isinstance(node, ast.ClassDef | ast.FunctionDef) else []


def _put(row: list[Any], at: int, new: ast.AST) -> None:
    row[at] = new


def _as_truth(node: ast.UnaryOp) -> None:
    node.operand = ast.Call(func=ast.Name(id="bool", ctx=ast.Load()), args=[node.operand], keywords=[])


def _swap_name(old: ast.AST) -> str:
    return f"{type(old).__name__} to {_SWAPS[type(old)].__name__}"


COMPILED = {
    module: compile((Path(package.__file__).parent / f"{module}.py").read_text("utf-8"), f"{module}.py", "exec")
    for module in MODULES
}


def changed_gate(change: Change) -> Any:
    """`clear` of a gate of which that one module is changed, and all after it are made anew."""
    fresh: dict[str, ModuleType] = {}

    def bring(name: str, *rest: Any, **more: Any) -> Any:
        return fresh.get(name) or real(name, *rest, **more)

    real = builtins.__import__
    for module in MODULES[MODULES.index(change.module) :]:
        name = f"{HOME}.{module}"
        made = ModuleType(name)
        made.__dict__["__builtins__"] = {**vars(builtins), "__import__": bring}
        exec(change.code if module == change.module else COMPILED[module], made.__dict__)
        fresh[name] = made
    return (fresh.get(f"{HOME}.clearing") or importlib.import_module(f"{HOME}.clearing")).clear
