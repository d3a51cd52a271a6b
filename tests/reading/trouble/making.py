"""One reply of a kind, made from a seed."""

from __future__ import annotations

from random import Random

from tests.reading.trouble.carriage import carried
from tests.reading.trouble.dressing import dressed
from tests.reading.trouble.questionnaires import made_form


def one_reply(kind, seed, *, small=False):
    """The reply of that kind and seed, its raw message and what carried it. The seed makes everything.

    `small`: of as few questions as the kind can do with, for looking at one fault.
    """
    rng = Random(f"{kind.name}:{seed}")
    form = made_form(rng, kind.fewest, max(kind.fewest, 3) if small else kind.most)
    reply = dressed(kind.make(rng, form), rng)
    raw, label = carried(reply, rng)
    return reply, raw, label
