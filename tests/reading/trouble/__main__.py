"""Measures kinds of trouble: `python -m tests.reading.trouble --kinds all --count 200 --seed 1`."""

from __future__ import annotations

import argparse
import json
from datetime import UTC, datetime
from pathlib import Path

from tests.reading.trouble.examples import shown
from tests.reading.trouble.looks import record
from tests.reading.trouble.measuring import Figures, measured, total
from tests.reading.trouble.registry import all_kinds


def main():
    options = _options()
    kinds = all_kinds()
    chosen = [
        one for name, one in kinds.items()
        if options.kinds in ("all", f"round:{one.round}") or name in options.kinds.split(",")
    ]  # fmt: skip
    if options.one is not None:
        for one in chosen:
            print(shown(one, options.one, small=options.small))
        return
    rows = [measured(one, options.count, options.seed, options.examples, options.keep) for one in chosen]
    for which in ("first", "after"):
        if getattr(options, which):
            today = datetime.now(tz=UTC).date().isoformat()
            record(chosen, rows, today, getattr(options, which), which)
    if options.json:
        print(json.dumps([row.as_dict() for row in [*rows, total(rows)]], ensure_ascii=False))
        return
    print(Figures.HEAD)
    for row in [*rows, total(rows)]:
        print(row.as_line())


def _options():
    parser = argparse.ArgumentParser(prog="tests.reading.trouble", description=__doc__)
    parser.add_argument("--kinds", default="all", help="all, round:N, or names with commas between them")
    parser.add_argument("--count", type=int, default=200, help="replies of each kind")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--examples", type=Path, help="a folder for wrong and needlessly asked replies")
    parser.add_argument("--keep", type=int, default=1, help="how many of each for a kind")
    parser.add_argument("--one", type=int, metavar="SEED", help="print the one reply of that seed, and how it was read")
    parser.add_argument("--small", action="store_true", help="with --one: a form of two or three questions")
    parser.add_argument("--first", metavar="COMMIT", help="write first_looks.toml: kinds that are not in it yet")
    parser.add_argument("--after", metavar="COMMIT", help="write first_looks.toml: how the kinds do now")
    return parser.parse_args()


if __name__ == "__main__":
    main()
