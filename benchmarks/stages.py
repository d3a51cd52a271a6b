"""`make bench-relay`: what each stage of relaying one post costs, in this process, as the median of many.

    parse      bytes to values
    read       the new words, without quote and signature
    patients   numbers, names and dates of birth of patients
    names      known names replaced
    unknown    telephone numbers, links, addresses, ...
    compose    the letter worded, and its bytes
    gate       the last look at them
    decision   the whole of it, as one call

Aims: names, unknown, patients and gate together under 1 ms for a post of 1 kB and under 4 ms for one of 6 kB. The floor
is the stdlib's own reading of the same bytes, measured in the same run: read the ratios.
"""

from __future__ import annotations

import email
import email.policy
import random
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from statistics import median
from time import perf_counter

sys.path.insert(0, str(Path(__file__).parents[1]))

from mailbot.anonymity.gate import clear
from mailbot.anonymity.patients import patients_in
from mailbot.anonymity.scrub import scrubbed
from mailbot.anonymity.unknown import unknown_in
from mailbot.decide.desk import Desk
from mailbot.decide.relaying import relay
from mailbot.message.compose import compose
from mailbot.message.parse import parse
from mailbot.model.context import ThreadTarget
from mailbot.model.effect import QueueMessage
from mailbot.model.outbound import Draft
from mailbot.model.programme import Role
from mailbot.reading.posts import passages
from mailbot.wording.letters import About, Post
from tests.anonymity.matrix.people import MENTEE, MENTOR, OTHER, PAIR
from tests.decide.builders import context, desk, programme, to_thread, wording
from tests.message.builders import draft

SENTENCES = (
    "The list on Thursday went well, and {given} let me close the wound by myself for the first time.",
    "I was on nights until the 14th, so the audit has moved on by a page at most.",
    "What would you ask at an interview for ST3 if you had only 20 minutes?",
    "My consultant says that 40 cases in two months are enough; I am not so sure.",
    "On the ward we had 12 patients, 3 of them on 1.2 g of co-amoxiclav three times a day.",
    "I want to stop worrying about the exam, which is in May, and I will try to sleep more.",
    "Dr {family} said that the course at the college is worth every hour.",
    "Home was hard in October. It is better now, and I have begun to run again.",
)


def post(size_bytes: int) -> bytes:
    """A plain reply of about that size, as a mail program sends it."""
    draw = random.Random(size_bytes)
    words: list[str] = []
    while sum(map(len, words)) < size_bytes:
        sentence = draw.choice(SENTENCES).format(given=MENTOR.given, family=MENTEE.family)
        words.append(sentence + ("\n\n" if len(words) % 4 == 3 else " "))
    head = (
        f"From: {MENTEE.given} <{MENTEE.address}>\nTo: mentoring+t-{PAIR.mentee_token}@example.org\n"
        "Subject: Re: Your mentor\nMessage-ID: <one@host.example>\nDate: Tue, 5 Jan 2027 08:00:00 +0000\n"
        "MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n"
    )
    return (head + "".join(words)).encode()


def milliseconds(work: Callable[[], object], times: int) -> float:
    """The median of one call; a few calls before it fill the caches, as in a daemon that runs."""
    for _ in range(5):
        work()
    took = []
    for _ in range(times):
        started = perf_counter()
        work()
        took.append(perf_counter() - started)
    return median(took) * 1000


def stages(raw: bytes) -> dict[str, Callable[[], object]]:
    """Each stage by its name, with what it needs made beforehand."""
    message = parse(raw)
    words = "\n\n".join(one.words for one in passages(message.bodies, "", (), ("",)))
    replacements = (
        (MENTEE.who.identity, PAIR.word),
        (MENTOR.who.identity, "my mentor"),
        (OTHER.who.identity, "somebody"),
    )
    clean = scrubbed(words, replacements)
    letter = Post(about=About.of(programme()), reader=Role.MENTOR, partner="Your mentee Heron", text=clean)
    made = _draft(letter)
    final = compose(made)
    forbidden = (MENTEE.who.identity, OTHER.who.identity)
    target, the_desk = to_thread(Role.MENTEE, of=PAIR), desk()
    return {
        "floor": lambda: email.message_from_bytes(raw, policy=email.policy.default).get_content(),
        "parse": lambda: parse(raw),
        "read": lambda: passages(message.bodies, "", (), ("",)),
        "patients": lambda: patients_in(words),
        "names": lambda: scrubbed(words, replacements),
        "unknown": lambda: unknown_in(clean, ("mentoring@example.org", "example.org")),
        "compose": lambda: compose(_draft(letter)),
        "gate": lambda: clear(made, final, forbidden=forbidden, own=("mentoring@example.org", "example.org")),
        "decision": lambda: _decided(raw, target, the_desk),
    }


def _decided(raw: bytes, target: ThreadTarget, the_desk: Desk) -> None:
    decided = relay(parse(raw), context(target, MENTEE.who, released=True), target, the_desk)
    if not any(isinstance(one, QueueMessage) for one in decided.effects) or decided.withheld:
        raise SystemExit(f"the post was not passed on: {decided.reason}")


def _draft(letter: Post) -> Draft:
    return replace(draft(), words=wording().words(letter, "en"))


def main() -> int:
    times = 20 if "--quick" in sys.argv[1:] else 400
    row = "{:<12}{:>12}{:>12}"
    took = {
        size: {name: milliseconds(work, times) for name, work in stages(post(size)).items()} for size in (1_000, 6_000)
    }
    print(row.format("ms a post", "1 kB", "6 kB"))
    for name in took[1_000]:
        print(row.format(name, *(f"{took[size][name]:.3f}" for size in took)))
    anonymity = {size: sum(took[size][name] for name in ("patients", "names", "unknown", "gate")) for size in took}
    print(row.format("anonymity", *(f"{ms:.3f}" for ms in anonymity.values())) + "   aim: under 1 and 4")
    print(row.format("x floor", *(f"{anonymity[size] / took[size]['floor']:.1f}" for size in took)))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
