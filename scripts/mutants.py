"""Changes the reader at random, one place at a time, and says which changes no test of the reader notices.

`make mutants` (COUNT=60 SEED=1). Each change is made in a copy of the tree; the working tree is not touched. A change
that survives is a hole in the tests, or means nothing: docs/reading.md says which were looked at.
"""

from __future__ import annotations

import argparse
import ast
import random
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
ROOM = "mailbot/reading"
COPIED = ("mailbot", "tests", "templates", "schedules", "pyproject.toml")
LEFT_OUT = ("--ignore=tests/reading/trouble", "--ignore=tests/reading/modes")  # slow, and they would find more
SECONDS = 180
SWAPS: dict[type[ast.AST], type[ast.AST]] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.In: ast.NotIn, ast.NotIn: ast.In, ast.And: ast.Or, ast.Or: ast.And, ast.Add: ast.Sub, ast.Sub: ast.Add,
    ast.Is: ast.IsNot, ast.IsNot: ast.Is,
}  # fmt: skip


def places(tree: ast.Module) -> list[ast.AST]:
    """Every place that can be changed: comparisons, connectives, sums, whole numbers, truths, negations."""
    return [node for node in ast.walk(tree) if _changed(node, dry=True)]


def _changed(node: ast.AST, *, dry: bool) -> str:
    """Changes the node (unless `dry`) and says how; "" where there is nothing to change."""
    if isinstance(node, ast.Compare) and len(node.ops) == 1 and type(node.ops[0]) in SWAPS:
        return _swap(node, "ops", dry=dry)
    if isinstance(node, ast.BoolOp | ast.BinOp) and type(node.op) in SWAPS:
        return _swap(node, "op", dry=dry)
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        if not dry:
            node.op = ast.UAdd()
            node.operand = ast.Call(func=ast.Name(id="bool", ctx=ast.Load()), args=[node.operand], keywords=[])
        return "not dropped"
    if isinstance(node, ast.Constant) and isinstance(node.value, bool | int):
        before = node.value
        if not dry:
            node.value = (not before) if isinstance(before, bool) else before + 1
        return f"{before} changed"
    return ""


def _swap(node: ast.AST, field: str, *, dry: bool) -> str:
    found = getattr(node, field)
    old = found[0] if isinstance(found, list) else found
    new = SWAPS[type(old)]()
    if not dry:
        setattr(node, field, [new] if isinstance(found, list) else new)
    return f"{type(old).__name__} to {type(new).__name__}"


def survives(tree: Path) -> bool:
    """Whether the tests of the reader pass in that tree."""
    command = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", "tests/reading", *LEFT_OUT]
    try:
        done = subprocess.run(
            command,
            cwd=tree,
            env={"PYTHONPATH": str(tree), "PATH": ""},
            capture_output=True,
            timeout=SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return False  # an endless loop is noticed
    return done.returncode == 0


def copied_tree(folder: Path) -> Path:
    """A copy of all that the tests of the reader need."""
    for name in COPIED:
        original = ROOT / name
        if original.is_dir():
            shutil.copytree(original, folder / name)
        else:
            shutil.copy2(original, folder / name)
    return folder


def change(tree: Path, path: Path, at: int) -> tuple[bool, str]:
    """Whether the tests notice that change, and what it was."""
    source = path.read_text(encoding="utf-8")
    parsed = ast.parse(source)
    node = places(parsed)[at]
    what = f"{path.name}:{getattr(node, 'lineno', 0)}  {_changed(node, dry=False)}"
    target = tree / path.relative_to(ROOT)
    target.write_text(ast.unparse(ast.fix_missing_locations(parsed)), encoding="utf-8")
    alive = survives(tree)
    target.write_text(source, encoding="utf-8")
    return not alive, what


def main() -> None:
    """Prints one line for each change, and how many were noticed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=60)
    parser.add_argument("--seed", type=int, default=1)
    wanted = parser.parse_args()
    modules = sorted((ROOT / ROOM).glob("*.py"))
    counts = {path: len(places(ast.parse(path.read_text(encoding="utf-8")))) for path in modules}
    everywhere = [(path, at) for path, count in counts.items() for at in range(count)]
    chosen = random.Random(wanted.seed).sample(everywhere, min(wanted.count, len(everywhere)))
    noticed = 0
    with tempfile.TemporaryDirectory() as folder:
        tree = copied_tree(Path(folder))
        if not survives(tree):
            sys.exit("The tests of the reader fail as they are: nothing can be learned from changes.")
        for path, at in chosen:
            seen, what = change(tree, path, at)
            noticed += seen
            print(f"{'noticed ' if seen else 'SURVIVES'}  {what}", flush=True)
    print(f"{noticed} of {len(chosen)} changes were noticed ({len(everywhere)} are possible).")


if __name__ == "__main__":
    main()
