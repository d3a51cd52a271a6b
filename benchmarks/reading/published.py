"""Replies that other projects published with the new words that they expect, read out of their own test suites.

The tests are run with stand-ins for their parsers: what a test passes in is the reply, what it compares the result
with is the expectation. Nothing is copied: a set exists only while the benchmark runs.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from sources import ARCHIVES, unpacked


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A reply as text, and the words in it that are new according to whoever published it."""

    source: str
    reply: str
    expected: str


def published_pairs() -> list[Pair]:
    """Every pair of every archive that could be had, the same reply once."""
    found: dict[str, Pair] = {}
    for archive in ARCHIVES:
        folder = unpacked(archive)
        if folder is None:
            continue
        for reply, expected in _READERS[archive.registry, archive.name](folder):
            pair = Pair(source=f"{archive.name} ({archive.registry})", reply=reply, expected=expected)
            if reply.strip():
                found.setdefault(" ".join(reply.split()), pair)
    return list(found.values())


class _Compared(str):
    """A stand-in for a parser's result: whatever it is compared with is the expectation."""

    __slots__ = ("reply", "seen")

    def __eq__(self, other: object) -> bool:
        self.seen.append((self.reply, other))
        return True

    __hash__ = str.__hash__

    def decode(self, *_: object) -> _Compared:
        return self


def _talon(folder: Path) -> Iterator[tuple[str, str]]:
    seen: list[tuple[str, Any]] = []

    def parser(reply: object) -> _Compared:
        result = _Compared()
        result.reply, result.seen = str(reply), seen
        return result

    names = {
        "quotations": SimpleNamespace(extract_from_plain=parser),
        "bruteforce": SimpleNamespace(extract_signature=parser),
        "six": SimpleNamespace(text_type=str),
        "eq_": lambda a, b, *_: b == a if isinstance(b, _Compared) else a == b,
        "patch": SimpleNamespace(object=lambda *_, **__: lambda test: test),
        "Mock": lambda **_: None,
    }
    for name in ("tests/text_quotations_test.py", "tests/signature/bruteforce_test.py"):
        _run_tests(folder / name, dict(names))
    for reply, expected in seen:
        yield reply, expected[0] if isinstance(expected, tuple) else expected
    stripped = folder / "tests" / "fixtures" / "signature" / "emails" / "stripped"
    for body in sorted(stripped.glob("*_body")):
        text = body.read_text(errors="replace")
        signature = body.with_name(body.name.replace("_body", "_signature")).read_text(errors="replace")
        if signature.strip() and signature.strip() in text:
            head, _, tail = text.rpartition(signature.strip())
            yield text, head + tail


def _run_tests(file: Path, names: dict[str, Any]) -> None:
    tree = ast.parse(file.read_text())
    tree.body = [node for node in tree.body if not isinstance(node, ast.Import | ast.ImportFrom)]
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            node.decorator_list = []
    exec(compile(tree, file.name, "exec"), names)
    for name, test in list(names.items()):
        if name.startswith("test"):
            try:
                test()
            except Exception:  # noqa: BLE001 - a test of something else than whole replies
                continue


def _quotequail(folder: Path) -> Iterator[tuple[str, str]]:
    rows: list[tuple[str, Any]] = []

    def parametrize(_: object, cases: list[tuple[Any, ...]]) -> Callable[[Any], Any]:
        rows.extend((case[0], case[-1]) for case in cases)
        return lambda test: test

    pytest = SimpleNamespace(mark=SimpleNamespace(parametrize=parametrize))
    for name in ("test_quote.py", "test_unwrap.py"):
        tree = ast.parse((folder / "tests" / name).read_text())
        tree.body = [node for node in tree.body if not isinstance(node, ast.Import | ast.ImportFrom)]
        exec(compile(tree, name, "exec"), {"pytest": pytest})
    for reply, expected in rows:
        if isinstance(expected, list):
            yield reply, "\n".join(part[1] for part in expected if part[0])
        elif expected:
            yield reply, "\n\n".join(expected[key] for key in ("text_top", "text_bottom") if key in expected)


_JS_TEXT = r'"((?:[^"\\]|\\.)*)"|\'((?:[^\'\\]|\\.|\\\n)*)\''


def _js_text(code: str) -> str:
    found = re.match(_JS_TEXT, code, re.DOTALL)
    body = "" if found is None else found[1] if found[1] is not None else found[2]
    letters = {"n": "\n", "t": "\t", "\n": ""}
    return re.sub(
        r"\\(u[0-9a-fA-F]{4}|.|\n)",
        lambda m: chr(int(m[1][1:], 16)) if len(m[1]) > 1 else letters.get(m[1], m[1]),
        body,
    )


def _crisp(folder: Path) -> Iterator[tuple[str, str]]:
    code = (folder / "test" / "test.js").read_text()
    common = _js_text(code[code.index("COMMON_FIRST_FRAGMENT =") + 24 :].lstrip())
    for test in code.split("exports.")[1:]:
        name = re.search(r'get_email\("(\w+)"\)', test)
        first = re.search(r'test\.equal\((COMMON\w+|"(?:[^"\\]|\\.)*"), (?:reply\.)?fragments\[0\]', test)
        whole = re.search(r'getVisibleText\(\), ("(?:[^"\\]|\\.)*")', test)
        words = whole or (first if "fragments[2]" not in test else None)
        if name and words:
            reply = (folder / "test" / "fixtures" / f"{name[1]}.txt").read_text(errors="replace")
            yield reply, common if words[1].startswith("COMMON") else _js_text(words[1])


def _parse_reply(folder: Path) -> Iterator[tuple[str, str]]:
    for reply in sorted((folder / "test" / "files").glob("*.input.txt")):
        yield reply.read_text(), reply.with_name(reply.name.replace("input", "output")).read_text()


def _planer(folder: Path) -> Iterator[tuple[str, str]]:
    code = (folder / "test" / "planerText.test.coffee").read_text()
    heard: dict[str, str] = {}
    pattern = re.compile(
        r'(\w+)\s*=\s*"""(.*?)"""|(\w+) = \'([^\']*)\'|extractFromPlain\((\w+)\)\)\.to\.equal\((\w+|\'[^\']*\')\)',
        re.DOTALL,
    )
    for found in pattern.finditer(code):
        if found[1]:
            heard[found[1]] = _dedented(found[2])
        elif found[3]:
            heard[found[3]] = found[4]
        elif found[5] in heard:
            yield heard[found[5]], heard.get(found[6], found[6].strip("'"))


def _dedented(text: str) -> str:
    """As CoffeeScript does: the least indentation of the lines after the first is taken off."""
    least = min((len(row) - len(row.lstrip()) for row in text.split("\n")[1:] if row.strip()), default=0)
    return re.sub(rf"\n {{{least}}}", "\n", text)


def _npm_talon(folder: Path) -> Iterator[tuple[str, str]]:
    code = (folder / "test" / "signature-bruteforce.js").read_text()
    for found in re.finditer(r"testExtract\((\"(?:[^\"\\]|\\.)*\"), (\"(?:[^\"\\]|\\.)*\"), \"", code):
        yield _js_text(found[1]), _js_text(found[2])


_READERS: dict[tuple[str, str], Callable[[Path], Iterator[tuple[str, str]]]] = {
    ("pypi", "talon"): _talon,
    ("pypi", "quotequail"): _quotequail,
    ("npm", "email-reply-parser"): _crisp,
    ("npm", "parse-reply"): _parse_reply,
    ("npm", "planer"): _planer,
    ("npm", "talon"): _npm_talon,
}
