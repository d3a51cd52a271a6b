"""`make bench` runs to its end and prints every ratio; what the ratios are is for people to read."""

from __future__ import annotations

import re
import sys

import pytest

from tests.packaging.conftest import run
from tests.packaging.lock import ROOT


@pytest.mark.slow
@pytest.mark.timeout(300)
def test_a_small_bench_prints_its_table(tmp_path):
    said = run(sys.executable, ROOT / "benchmarks" / "run.py", "--quick", cwd=tmp_path)
    for label in (
        "relay, messages/s",
        r"relay, p99 at \d+/s, ms",
        r"dispatch of 10 forms, s",
        r"dispatch of 100 forms, s",
    ):
        assert re.search(rf"^{label} +\d+(?:\.\d+)? +\d+(?:\.\d+)? +\d+\.\d+ ", said, re.MULTILINE), said
    assert re.search(r"^peak memory, 10 to 100, MB +\d+ +\d+ +\d\.\d\d ", said, re.MULTILINE), said
