"""The coverage gate: every branch of the rooms that only think, and nine tenths of everything.

`coverage_gate.py` runs the whole suite under coverage and judges it; `--run` only runs it, `--judge` only judges what
the last run left in build/coverage. MAILBOT_REQUIRE_SERVICES passes through to the tests: with it, a skip is a failure.
Exit code 0: the tests are green and the gate holds.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path

PURE_ROOMS = ("model", "message", "reading", "anonymity", "schedule", "wording", "decide")
OVERALL_PERCENT = 90.0
ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT / "build" / "coverage"


@dataclass(slots=True)
class Room:
    """What the tests reached of one room; lines and branches count alike, as coverage's own total does."""

    reached: int = 0
    all: int = 0
    missing: list[str] = field(default_factory=list)

    @property
    def percent(self) -> float:
        """Between 0 and 100; an empty room is complete."""
        return 100.0 * self.reached / self.all if self.all else 100.0


def main() -> int:
    """The exit code."""
    chosen = sys.argv[1:]
    if chosen not in ([], ["--run"], ["--judge"]):
        print("usage: coverage_gate.py [--run | --judge]", file=sys.stderr)
        return 2
    if chosen != ["--judge"]:
        failed = run_tests()
        if failed or chosen == ["--run"]:
            return failed
    return judge()


def run_tests() -> int:
    """Pytest's exit code; its own closing lines go straight to the terminal."""
    shutil.rmtree(DATA, ignore_errors=True)
    DATA.mkdir(parents=True)
    pytest = ["-m", "pytest", "--numprocesses", "2"]
    return subprocess.run([*coverage(), "run", *pytest], cwd=ROOT, env=environment(), check=False).returncode


def judge() -> int:
    """0 when the gate holds; else prints what each room misses."""
    if not any(DATA.glob("data*")):
        print("Nothing was measured yet: run scripts/coverage_gate.py without --judge first.", file=sys.stderr)
        return 2
    if any(DATA.glob("data.*")):
        subprocess.run([*coverage(), "combine", "--quiet"], cwd=ROOT, env=environment(), check=True)
    report = DATA / "report.json"
    subprocess.run([*coverage(), "json", "--quiet", "-o", str(report)], cwd=ROOT, env=environment(), check=True)
    return verdict(by_room(json.loads(report.read_text())["files"]))


def coverage() -> list[str]:
    """The command that measures with this very Python."""
    return [sys.executable, "-m", "coverage"]


def environment() -> dict[str, str]:
    """This process's own, with the data file in one place whatever folder a child of a test runs in."""
    return os.environ | {"COVERAGE_FILE": str(DATA / "data"), "COLUMNS": "120"}


def by_room(files: dict[str, dict[str, object]]) -> dict[str, Room]:
    """The measured files, gathered by the room that they stand in ("config.py" is a room of its own)."""
    rooms: dict[str, Room] = defaultdict(Room)
    for name, measured in sorted(files.items()):
        room = rooms[Path(name).parts[1]]
        summary = measured["summary"]
        room.all += summary["num_statements"] + summary["num_branches"]  # type: ignore[index]
        room.reached += summary["covered_lines"] + summary["covered_branches"]  # type: ignore[index]
        lines: list[int] = measured["missing_lines"]  # type: ignore[assignment]
        room.missing += [f"{name}:{stretch}" for stretch in stretches(lines)]
        jumps = [jump for jump in measured["missing_branches"] if not set(lines) & set(jump)]  # type: ignore[attr-defined]
        room.missing += [f"{name}:{start} never goes to {'the end' if end < 0 else end}" for start, end in jumps]
    return rooms


def stretches(lines: list[int]) -> list[str]:
    """Ascending line numbers as "5-9" and "12"; a gap of two lines (blank or comment, as a rule) joins a stretch."""
    runs: list[list[int]] = []
    for line in lines:
        if runs and line - runs[-1][-1] <= 3:  # noqa: PLR2004 - the gap that the docstring names
            runs[-1].append(line)
        else:
            runs.append([line])
    return [f"{run[0]}-{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs]


def verdict(rooms: dict[str, Room]) -> int:
    """0 when every pure room is complete and the whole reaches its mark, 1 otherwise; prints the table."""
    whole = Room(reached=sum(r.reached for r in rooms.values()), all=sum(r.all for r in rooms.values()))
    short = {name: rooms[name] for name in PURE_ROOMS if name in rooms and rooms[name].reached < rooms[name].all}
    print(f"\nCoverage, lines and branches ({OVERALL_PERCENT:.0f} % overall, 100 % in the rooms that only think):")
    for name, room in sorted(rooms.items()):
        wanted = 100 if name in PURE_ROOMS else 0
        print(f"  {name:<14} {room.percent:6.2f} %  {'short of 100 %' if room.percent < wanted else ''}".rstrip())
    print(f"  {'everything':<14} {whole.percent:6.2f} %")
    for name, room in short.items():
        print(f"\n{name} misses:")
        print("\n".join(f"  {place}" for place in room.missing))
    if whole.percent < OVERALL_PERCENT:
        weakest = sorted((r for r in rooms.items() if r[0] not in PURE_ROOMS), key=lambda item: item[1].percent)[:3]
        named = ", ".join(f"{name} ({room.percent:.0f} %)" for name, room in weakest)
        print(f"\nThe whole stays under {OVERALL_PERCENT:.0f} %; look first at: {named}.")
    return 1 if short or whole.percent < OVERALL_PERCENT else 0


if __name__ == "__main__":
    sys.exit(main())
