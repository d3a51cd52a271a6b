"""A post as it came, each line with what it was taken for: new words that go on, or what stays behind."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from mailbot.model.answer import Stretch
from mailbot.model.inbound import Bodies, BodyLine
from mailbot.reading.folding import squared
from mailbot.reading.phrases import ends_attribution, is_header, is_rule

NEW, QUOTE, SIGNATURE = "new words", "quote", "signature"


def marked_post(bodies: Bodies, new_text: str) -> tuple[Stretch, ...]:
    """The lines of the alternative that the new words were taken from, in order; () when there is none."""
    wanted = squared(new_text)
    best: list[tuple[str, str]] = []
    for lines in (bodies.html, bodies.plain):
        marked = list(_marked(lines, wanted))
        if sum(name == NEW for name, _ in marked) > sum(name == NEW for name, _ in best):
            best = marked
    return tuple(
        Stretch(taken_for=name, question=None, text="\n".join(text for _, text in run))
        for name, run in groupby(best, key=lambda row: row[0])
    )


def _marked(lines: Sequence[BodyLine], wanted: str) -> Iterator[tuple[str, str]]:
    at = 0
    name = SIGNATURE
    for line in lines:
        words = squared(line.text)
        if words and wanted.startswith(words, at):
            at += len(words)
            name = NEW
        elif line.depth or is_header(line.text) or is_rule(line.text) or ends_attribution(line.text):
            name = QUOTE
        elif words and name == NEW:
            name = SIGNATURE if at == len(wanted) else QUOTE
        yield name, line.prefix + line.text
