"""Each of the 74 failure modes of replies by mail has a test of its own."""

from __future__ import annotations

import re
from pathlib import Path

FOLDER = Path(__file__).parent


def test_every_mode_has_a_test():
    modules = [path.read_text(encoding="utf-8") for path in FOLDER.glob("test_*.py") if path != Path(__file__)]
    found = {int(number) for text in modules for number in re.findall(r"^def test_mode_(\d\d)_", text, re.MULTILINE)}
    assert found == set(range(1, 75))


def test_a_mode_stands_in_the_file_of_its_number():
    for path in FOLDER.glob("test_[0-9]*.py"):
        numbers = [int(number) for number in re.findall(r"\d\d", path.stem)]
        text = path.read_text(encoding="utf-8")
        for number in re.findall(r"^def test_mode_(\d\d)_", text, re.MULTILINE):
            assert numbers[0] <= int(number) <= numbers[-1], path.name
