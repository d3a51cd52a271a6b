"""No pattern of the rooms that read mail can take more than linear time: looked at, not timed.

A pattern is refused when two unbounded repetitions can share out the same characters (side by side, or one inside the
other), or when a search for it can begin a long run anew at each of its characters.
"""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
import re._constants as sre
import re._parser as parser
from pathlib import Path

import pytest

import mailbot.message
import mailbot.reading

ROOMS = (mailbot.message, mailbot.reading)
UNBOUNDED = 1_000  # repetitions; what is below is a constant
LETTERS = frozenset(map(chr, (*range(0x180), 0x2013, 0x2022, 0x2028, 0x202F, 0x4E2D, 0xFF1A, 0x1F44D)))
CATEGORIES = {
    sre.CATEGORY_DIGIT: str.isdigit,
    sre.CATEGORY_SPACE: str.isspace,
    sre.CATEGORY_WORD: lambda char: char.isalnum() or char == "_",
}
OPPOSITES = {
    sre.CATEGORY_NOT_DIGIT: sre.CATEGORY_DIGIT,
    sre.CATEGORY_NOT_SPACE: sre.CATEGORY_SPACE,
    sre.CATEGORY_NOT_WORD: sre.CATEGORY_WORD,
}
REPEATS = (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT)
SEARCHING = r"\.(?:search|sub|subn|finditer|findall|split)\("


def patterns():
    """Every compiled pattern that a module of the rooms holds, by "room.module.NAME"."""
    found = {}
    for room in ROOMS:
        for info in pkgutil.iter_modules(room.__path__):
            module = importlib.import_module(f"{room.__name__}.{info.name}")
            for name, value in vars(module).items():
                held = value if isinstance(value, tuple | list) else (value,)
                for number, one in enumerate(one for one in held if isinstance(one, re.Pattern)):
                    found[f"{room.__name__}.{info.name}.{name}" + f"[{number}]" * (len(held) > 1)] = one
    return found | patterns_on_the_way()


def patterns_on_the_way():
    """The patterns that are written where they are used, by "room.module:line.method"; what is put in counts as "1"."""
    found = {}
    for room in ROOMS:
        for path in sorted(Path(room.__path__[0]).glob("*.py")):
            for node in ast.walk(ast.parse(path.read_text())):
                if is_call_of_re(node) and (written := pattern_in(node.args[0])):
                    name = f"{room.__name__}.{path.stem}:{node.lineno}.{node.func.attr}"
                    found[name] = re.compile(written)
    return found


def is_call_of_re(node):
    if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.args):
        return False
    return isinstance(node.func.value, ast.Name) and node.func.value.id == "re" and node.func.attr != "compile"


def pattern_in(node):
    if isinstance(node, ast.Constant) and isinstance(node.value, str | bytes):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(str(part.value) if isinstance(part, ast.Constant) else "1" for part in node.values)
    return ""


def folded(chars):
    return frozenset(chars) | {char.swapcase() for char in chars if len(char.swapcase()) == 1}


def of_category(code):
    if code in OPPOSITES:
        return LETTERS - of_category(OPPOSITES[code])
    return frozenset(filter(CATEGORIES[code], LETTERS))


def of_set(members):
    chars = set()
    for code, value in members:
        if code is sre.LITERAL:
            chars.add(chr(value))
        elif code is sre.RANGE:
            chars |= {char for char in LETTERS if value[0] <= ord(char) <= value[1]}
        elif code is sre.CATEGORY:
            chars |= of_category(value)
    return LETTERS - chars if members[0][0] is sre.NEGATE else chars


def chars_of(item):
    """The characters that may stand in what the item matches."""
    code, value = item
    if code is sre.LITERAL:
        return folded({chr(value)})
    if code is sre.NOT_LITERAL:
        return LETTERS - {chr(value)}
    if code is sre.IN:
        return folded(of_set(value))
    if code in (sre.ANY, sre.GROUPREF):
        return LETTERS
    return frozenset().union(*(chars_of(inner) for body in bodies(item) for inner in body))


def bodies(item):
    """The sequences inside an item that take up characters."""
    code, value = item
    if code in REPEATS:
        return [value[2]]
    if code is sre.SUBPATTERN:
        return [value[-1]]
    if code is sre.BRANCH:
        return value[1]
    if code is sre.ATOMIC_GROUP:
        return [value]
    if code is sre.GROUPREF_EXISTS:
        return [body for body in value[1:] if body]
    return []


def least(item):
    """How many characters it takes at least."""
    code, value = item
    if code in (sre.AT, sre.ASSERT, sre.ASSERT_NOT, sre.GROUPREF):
        return 0
    inner = [sum(map(least, body)) for body in bodies(item)]
    if code in REPEATS:
        return value[0] * inner[0]
    return min(inner) if inner else 1


def is_long(item):
    return item[0] in REPEATS and item[1][1] >= UNBOUNDED


def flattened(sequence):
    """The items in a row, groups opened, so that neighbours in different groups are seen as neighbours."""
    for item in sequence:
        if item[0] is sre.SUBPATTERN:
            yield from flattened(item[1][-1])
        else:
            yield item


def inner_repeats(item):
    for body in bodies(item):
        for inner in flattened(body):
            if is_long(inner):
                yield inner
            yield from inner_repeats(inner)


def faults(sequence):
    """What is wrong with a row of items, and with every row inside it."""
    row = list(flattened(sequence))
    for at, item in enumerate(row):
        for body in bodies(item):
            yield from faults(body)
        if not is_long(item):
            continue
        parting = [chars_of(one) for one in flattened(item[1][2]) if least(one)]
        for inner in inner_repeats(item):
            if all(chars & chars_of(inner) for chars in parting):
                yield "one unbounded repetition inside another"
        shared = chars_of(item)
        for following in row[at + 1 :]:
            if is_long(following) and shared & chars_of(following) and not begins_apart(following, shared):
                yield "two unbounded repetitions of the same characters"
            if parts(following, shared):
                break


def parts(item, shared):
    """Whether the item holds, whichever way it is taken, a character that the repetition before it cannot have."""
    if not least(item):
        return False
    inside = bodies(item)
    if inside:
        return all(any(parts(inner, shared) for inner in flattened(body)) for body in inside)
    return not (shared & chars_of(item))


def begins_apart(item, shared):
    """Whether each round of a repetition begins with a character that the one before it cannot have taken."""
    first = next((one for one in flattened(item[1][2]) if least(one)), None)
    return len(list(flattened(item[1][2]))) > 1 and first is not None and not (shared & chars_of(first))


def restarts(pattern):
    """Whether a search can begin anew at each character of a run that it has gone through before."""
    row = list(flattened(parser.parse(pattern.pattern, pattern.flags)))
    for item in row:
        if item[0] in (sre.AT, sre.ASSERT, sre.ASSERT_NOT):
            return False  # it begins at a place of its own
        if is_long(item):
            return any(least(one) for one in row[row.index(item) + 1 :])
        if least(item):
            return False
    return False


def source_of(name):
    module = importlib.import_module(name.partition(":")[0].rpartition(".")[0])
    return Path(module.__file__).read_text()


PATTERNS = patterns()


def test_the_patterns_are_found():
    assert len(PATTERNS) > 60
    assert "mailbot.reading.attribution._OPENING" in PATTERNS


@pytest.mark.parametrize("name", PATTERNS)
def test_no_two_repetitions_share_out_the_same_characters(name):
    pattern = PATTERNS[name]
    assert list(faults(parser.parse(pattern.pattern, pattern.flags))) == []


@pytest.mark.parametrize("name", PATTERNS)
def test_no_search_goes_through_the_same_run_again_and_again(name):
    bare = name.rpartition(".")[2].partition("[")[0]
    on_the_way = ":" in name
    used = re.search(SEARCHING, f".{bare}(") if on_the_way else re.search(rf"\b{bare}{SEARCHING}", source_of(name))
    assert not (restarts(PATTERNS[name]) and used)


@pytest.mark.parametrize(
    "pattern",
    ["(a+)+b", "(?:a*)*", "a*a*b", r"\s+\s*x", "(?:a|b+)+c", ".*x.*y", r"(\w+\s?)+:", "(?:(a+)b?)+c", "[^:]+ .+:"],
)
def test_bad_patterns_are_seen(pattern):
    assert list(faults(parser.parse(pattern)))


@pytest.mark.parametrize(
    "pattern",
    ["a+b", r"\d+\s+x", "[^:]+:.*", "(?:a{1,9}){1,99}", "(?:[a-z]+ )*x", "(?:<[^<>]*>)+", "a+(?=b)", "(?>a+)b"],
)
def test_good_patterns_pass(pattern):
    assert list(faults(parser.parse(pattern))) == []


@pytest.mark.parametrize(("pattern", "again"), [("-+x", True), ("(?<!-)-+x", False), ("x-+y", False), ("-+", False)])
def test_a_search_that_starts_anew_is_seen(pattern, again):
    assert restarts(re.compile(pattern)) is again
