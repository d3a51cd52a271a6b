"""TOML with the line of every key: values by tomllib, positions by tree-sitter, syntax faults in plain words."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass

import tree_sitter_toml
from tree_sitter import Language, Node, Parser

from mailbot.errors import ConfigError, Fault

KeyPath = tuple[str | int, ...]

_LANGUAGE = Language(tree_sitter_toml.language())
_AT = re.compile(r"\s*\(at (?:line (\d+), column (\d+)|end of document)\)$")
_KEYS = ("bare_key", "quoted_key")
_IN_PLAIN_WORDS = {
    "Illegal character '\\n'": "the closing quote is missing",
    "Invalid value": "this is no value",
    "Expected '=' after a key in a key/value pair": "the = is missing",
}
_MOST_SYNTAX_FAULTS = 10


@dataclass(frozen=True, slots=True)
class Positions:
    """Where each key of one file stands."""

    lines: dict[KeyPath, int]

    def line(self, path: KeyPath) -> int | None:
        """The line of that key, from 1; of the table around it when the key is not there; None when nothing is."""
        for length in range(len(path), 0, -1):
            found = self.lines.get(path[:length])
            if found is not None:
                return found
        return None


def parse_toml(text: str, file: str) -> tuple[dict[str, object], Positions]:
    """The values of a TOML text and where they stand. Raises ConfigError with every syntax fault."""
    values, positions, faults = recovered_toml(text, file)
    if faults:
        raise ConfigError(*faults)
    return values, positions


def recovered_toml(text: str, file: str) -> tuple[dict[str, object], Positions, tuple[Fault, ...]]:
    """What can be read of a TOML text when its broken lines are left out, where it stands, and the syntax faults.

    A coordinator who slipped twice learns of both at once. When nothing sensible remains the values are empty.
    """
    lines = text.replace("\r\n", "\n").split("\n")
    faults: list[Fault] = []
    headless = False  # without its header, a section's keys would seem to belong to the one above
    while len(faults) < _MOST_SYNTAX_FAULTS:
        try:
            values = tomllib.loads("\n".join(lines))
        except tomllib.TOMLDecodeError as broken:
            fault = _syntax_fault(str(broken), file, lines)
            faults.append(fault)
            if fault.line is None or not lines[fault.line - 1].strip():
                break
            headless = headless or lines[fault.line - 1].lstrip().startswith("[")
            lines[fault.line - 1] = ""
        except (RecursionError, ValueError) as absurd:  # nesting, or numbers of thousands of digits
            faults.append(Fault(file=file, line=None, message=f"this is not a file that people write: {absurd}"))
            break
        else:
            if headless:
                break
            return values, Positions(_lines_of("\n".join(lines))), tuple(faults)
    return {}, Positions({}), tuple(faults)


def _syntax_fault(raised: str, file: str, lines: list[str]) -> Fault:
    found = _AT.search(raised)
    reason = _AT.sub("", raised)
    if found is None or found[1] is None:
        message = f"the file ends too early ({reason}): a quote or a bracket is still open"
        return Fault(file=file, line=len(lines) if len(lines) > 1 else None, message=message)
    if "twice" in reason or "overwrite" in reason or "Duplicate" in reason:
        message = f"this key or section stands a second time ({reason}); expected each once"
    else:
        said = _IN_PLAIN_WORDS.get(reason, reason)
        message = (
            f'cannot be read as TOML at column {found[2]} ({said}); expected key = "text in quotes", '
            "a date such as 2027-01-05, or a [section]"
        )
    return Fault(file=file, line=min(int(found[1]), len(lines)), message=message)


def _lines_of(text: str) -> dict[KeyPath, int]:
    raw = text.encode("utf-8", "replace")
    lines: dict[KeyPath, int] = {}
    lengths: dict[KeyPath, int] = {}  # of each array of tables so far
    for node in Parser(_LANGUAGE).parse(raw).root_node.children:
        if node.type == "pair":
            _note_pair((), node, lines)
        elif node.type in ("table", "table_array_element"):
            base = _table_path(node, lengths)
            lines.setdefault(base, _line(node))
            for pair in node.children:
                if pair.type == "pair":
                    _note_pair(base, pair, lines)
    return lines


def _table_path(node: Node, lengths: dict[KeyPath, int]) -> KeyPath:
    path: KeyPath = ()
    keys = tuple(_keys(node.named_children[0])) if node.named_children else ()
    for depth, key in enumerate(keys, start=1):
        path = (*path, key)
        if depth == len(keys) and node.type == "table_array_element":
            lengths[path] = lengths.get(path, 0) + 1
        if path in lengths:
            path = (*path, lengths[path] - 1)
    return path


def _note_pair(base: KeyPath, pair: Node, lines: dict[KeyPath, int]) -> None:
    waiting = [(base, pair)]
    while waiting:
        path, node = waiting.pop()
        if node.type == "pair":
            path = (*path, *_keys(node.named_children[0]))
            node = next((child for child in node.named_children[1:] if child.type != "comment"), node)
        lines.setdefault(path, _line(node))
        if node.type == "array":
            items = (child for child in node.named_children if child.type != "comment")
            waiting += [((*path, index), child) for index, child in enumerate(items)]
        elif node.type == "inline_table":
            waiting += [(path, child) for child in node.named_children if child.type == "pair"]


def _keys(node: Node) -> Iterator[str]:
    if node.type in _KEYS:
        written = (node.text or b"").decode("utf-8", "replace")
        yield written if node.type == "bare_key" else next(iter(tomllib.loads(f"{written} = 0")))
        return
    for child in node.named_children:
        yield from _keys(child)


def _line(node: Node) -> int:
    return node.start_point[0] + 1
