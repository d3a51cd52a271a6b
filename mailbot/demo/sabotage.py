"""Faults planted into the little world, one for each promise, to show that the demo would notice them."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass

from mailbot.demo import eye, story
from mailbot.demo.little_world import World
from mailbot.demo.smart_host import Passage


def _nothing(_world: World) -> None:
    """Nothing is done."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sabotage:
    """One fault: the promise that it breaks, what is arranged before the year, what is done after it."""

    promise: str
    also: tuple[str, ...] = ()  # other promises that it cannot help breaking
    before: Callable[[World], None] = _nothing
    after: Callable[[World], None] = _nothing


def _form_twice(world: World) -> None:
    mentee = world.cast.mentees[0]
    forms = (raw for raw in world.walk.letters[mentee.id] if eye.form_reference(raw, story.QUESTIONS))
    world.servers.put(mentee.account.address, next(forms))
    world.walk.settle()


def _meddle(world: World, reader: str, change: Callable[[bytes], bytes]) -> None:
    address = world.cast.person(reader).account.address

    def meddling(passage: Passage) -> bytes:
        return change(passage.raw) if passage.envelope_to == address else passage.raw

    world.servers.smart_host.meddling = meddling


def _answer_changed(world: World) -> None:
    _meddle(world, "m02", lambda raw: raw.replace(b"trigger finger", b"trigger thumb"))


def _name_leaked(world: World) -> None:
    _meddle(world, "m03", lambda raw: b"X-Author: Hamish Ferguson\r\n" + raw)


def _letter_lost(world: World) -> None:
    _meddle(world, "s2", lambda raw: b"" if b"One found the vocal cords" in raw else raw)


def _stranger_answered_twice(world: World) -> None:
    stranger = world.cast.stranger
    world.servers.put(stranger.account.address, world.walk.letters[stranger.id][0])
    world.walk.settle()


def _forgery_believed(world: World) -> None:
    world.servers.smart_host.believes_everybody = True


def _some_words() -> str:
    return story.rounds_of("m01")[0].answers[0]


def _words_in_the_log(world: World) -> None:
    with world.folder.log.open("a", encoding="utf-8") as log:
        log.write(f"level=debug event=read text={_some_words()!r}\n")


def _words_in_data(world: World) -> None:
    (world.folder.data / "draft.tmp").write_text(_some_words(), encoding="utf-8")


def _words_to_the_coordinator(world: World) -> None:
    letter = f"Subject: Copy for your files\r\n\r\n{_some_words()}\r\n"
    world.servers.put(world.cast.coordinator.account.address, letter.encode("utf-8"))
    world.walk.settle()


def _row_lost(world: World) -> None:
    with closing(sqlite3.connect(world.folder.data / "mailbot.db")) as database:
        database.execute("DELETE FROM inbox WHERE rowid = (SELECT max(rowid) FROM inbox WHERE state = 'processed')")
        database.commit()


SABOTAGES = {
    "form_twice": Sabotage(promise="Each form arrived exactly once", after=_form_twice),
    "answer_changed": Sabotage(
        promise="Each answer stands as it was typed, or was asked back",
        before=_answer_changed,
    ),
    "letter_lost": Sabotage(promise="Each letter reached the other side once", before=_letter_lost),
    "name_leaked": Sabotage(promise="Nothing gives one side away to the other", before=_name_leaked),
    "stranger_answered_twice": Sabotage(
        promise="A stranger got one answer, a machine none",
        after=_stranger_answered_twice,
    ),
    "forgery_believed": Sabotage(
        promise="The forged letter was held",
        also=("No words outside the pair's mailboxes",),
        before=_forgery_believed,
    ),
    "words_in_the_log": Sabotage(promise="No words outside the pair's mailboxes", after=_words_in_the_log),
    "words_in_data": Sabotage(promise="No words outside the pair's mailboxes", after=_words_in_data),
    "words_to_the_coordinator": Sabotage(
        promise="No words outside the pair's mailboxes",
        after=_words_to_the_coordinator,
    ),
    "row_lost": Sabotage(promise="Every message is accounted for", after=_row_lost),
}
