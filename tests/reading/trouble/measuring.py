"""Many replies of one kind, read and counted."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from tests.reading.trouble.examples import saved
from tests.reading.trouble.judging import judged
from tests.reading.trouble.making import one_reply

SEEDS = 1_000_000  # of each run: `--seed 2` begins behind all of `--seed 1`
FIRST_SEED = SEEDS


@dataclass(slots=True)
class Figures:
    """Fields of one kind by verdict, replies whose loose words got lost, and first examples."""

    HEAD = (
        f"{'kind':34} {'fields':>7} {'exact%':>7} {'asked%':>7} {'needl.%':>7} {'wrong%':>7} {'wrong':>6} {'lost':>5}"
    )
    kind: str
    replies: int = 0
    counts: Counter = field(default_factory=Counter)
    lost: int = 0
    examples: list[str] = field(default_factory=list)

    @property
    def fields(self):
        return self.counts.total()

    def share(self, what):
        return 100 * self.counts[what] / max(1, self.fields)

    def as_line(self):
        shares = " ".join(f"{self.share(what):7.2f}" for what in ("exact", "asked", "needless"))
        return (
            f"{self.kind:34} {self.fields:7} {shares} {self.share('wrong'):7.3f} {self.counts['wrong']:6} {self.lost:5}"
        )

    def as_dict(self):
        counts = {what: self.counts[what] for what in ("exact", "asked", "needless", "wrong")}
        more = {"lost": self.lost, "examples": self.examples}
        return {"kind": self.kind, "replies": self.replies, "fields": self.fields, **counts, **more}


def measured(kind, count, seed, folder=None, keep=1):
    figures = Figures(kind.name)
    kept = Counter()
    for number in range(count):
        reply, raw, label = one_reply(kind, seed * SEEDS + number)
        verdicts, lost = judged(reply, raw)
        figures.replies += 1
        figures.lost += bool(lost)
        for verdict in verdicts:
            figures.counts[verdict.what] += 1
        for fault in ("wrong", "needless", "lost"):
            found = [v for v in verdicts if v.what == fault] or (fault == "lost" and lost)
            if folder and found and kept[fault] < keep:
                kept[fault] += 1
                figures.examples.append(
                    saved(folder, f"{kind.name}.{fault}.{number}", reply, raw, label, verdicts, lost)
                )
    return figures


def total(rows):
    whole = Figures("TOTAL")
    for row in rows:
        whole.replies += row.replies
        whole.counts += row.counts
        whole.lost += row.lost
    return whole
