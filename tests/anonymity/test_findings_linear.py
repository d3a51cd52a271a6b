"""No pattern that looks for identifiers can take more than linear time: see tests/reading/test_linear.py."""

from __future__ import annotations

import importlib
import pkgutil
import re
import re._constants as sre
import re._parser as parser

import pytest

import mailbot.anonymity.patients
import mailbot.anonymity.unknown
from mailbot.anonymity import cues, figures
from mailbot.anonymity.patients import patients_in
from mailbot.anonymity.unknown import unknown_in
from tests.reading.test_linear import bodies, faults, flattened, inner_repeats, is_long, restarts


def patterns():
    modules = [cues, figures]
    for room in (mailbot.anonymity.patients, mailbot.anonymity.unknown):
        names = [info.name for info in pkgutil.iter_modules(room.__path__)]
        modules += [importlib.import_module(f"{room.__name__}.{name}") for name in names]
    return {
        f"{module.__name__}.{name}": value
        for module in modules
        for name, value in vars(module).items()
        if isinstance(value, re.Pattern)
    }


PATTERNS = patterns()


def looks_far(sequence):
    """Whether something without a bound is looked for ahead: again at each place, over the same characters."""
    for item in flattened(sequence):
        if item[0] in (sre.ASSERT, sre.ASSERT_NOT):
            inside = item[1][1]
            if any(map(is_long, flattened(inside))) or next(inner_repeats((sre.BRANCH, (None, [inside]))), None):
                return True
        elif any(map(looks_far, bodies(item))):
            return True
    return False


def test_what_looks_far_is_seen():
    assert looks_far(parser.parse(r"a(?![0-9.]*[0-9])"))
    assert looks_far(parser.parse(r"a(?:b(?=c+)){2}"))
    assert not looks_far(parser.parse(r"a(?![0-9]{0,9})b+"))


def test_the_patterns_are_found():
    assert len(PATTERNS) > 50


@pytest.mark.parametrize("name", PATTERNS)
def test_no_pattern_can_take_more_than_linear_time(name):
    pattern = PATTERNS[name]
    assert list(faults(parser.parse(pattern.pattern, pattern.flags))) == []
    assert not restarts(pattern)
    assert not looks_far(parser.parse(pattern.pattern, pattern.flags))


@pytest.mark.parametrize(
    "piece",
    [
        "1",
        "1.",
        "1 ",
        "0 ",
        "a.",
        ".a",
        "@",
        "a@",
        " at ",
        "patient ",
        "nhs 1",
        "bleep ",
        "(",
        "zero ",
        "x1234",
        "born ",
        ":",
        "1:",
        "a1 1aa ",
        "[.]",
        "/",
        "mr a, ",
        "://",
        "\u0660",
    ],
)
def test_long_rows_of_one_thing_are_read_to_the_end(piece):
    text = piece * (20_000 // len(piece))
    assert isinstance(unknown_in(text, ()), tuple)
    assert isinstance(patients_in(text), tuple)
