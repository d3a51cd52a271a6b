"""Machines that do not say that they are one, and how many answers they get: it always comes to an end."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from sqlalchemy import text

from mailbot.model.limits import Limits
from tests.flows.town import OURS, Town, parsed, reply_address, text_of, written

ZOE, PHILIPPA, STRANGER = "zoe@quillfeather.test", "philippa@northgate.test", "robot@elsewhere.test"
FIRST_FORM = datetime(2027, 1, 5, 8, 0, tzinfo=UTC)
SAYS = {
    ZOE: "Thank you for your message, I will come back to you soon.",
    PHILIPPA: "I have received your email and will answer when I can.",
}


def started(town: Town) -> None:
    town.tick()
    town.at(FIRST_FORM).tick()


def face_each_other(town: Town, *robots: str, rounds: int, counting: bool = False) -> int:
    """Each robot answers all that it gets; how many rounds it took until nobody had anything to answer."""
    seen, answers = 0, 0
    for number in range(rounds):
        new, seen = town.submission.sent[seen:], len(town.submission.sent)
        heard = [one for one in new if one.envelope_to in robots]
        if not heard:
            return number
        for one in heard:
            answers += 1
            letter, says = parsed(one), SAYS[one.envelope_to] + (f" ({answers})" if counting else "")
            raw = written(
                one.envelope_to,
                reply_address(letter),
                says,
                subject=f"Re: {letter['Subject']}",
                answers=letter,
                message_id=f"<{answers}@robot.test>",
            )
            town.deliver(raw)
        town.later(minutes=1).tick()
    return rounds


def test_two_robots_without_a_mark_stop_after_the_same_words_three_times(town: Town) -> None:
    started(town)
    assert face_each_other(town, ZOE, PHILIPPA, rounds=1000) < 60
    relayed = [one for one in town.letters(ZOE) if SAYS[PHILIPPA] in text_of(one)]
    assert len(relayed) <= 3
    assert len([one for one in town.letters(PHILIPPA) if SAYS[ZOE] in " ".join(text_of(one).split())]) <= 4


def test_two_robots_that_count_stop_at_the_hourly_limit(town: Town) -> None:
    small = Limits(messages_per_hour=12, posts_per_day=20)
    town.world.service = replace(town.world.service, limits=small)
    started(town)
    assert face_each_other(town, ZOE, PHILIPPA, rounds=1000, counting=True) < 40
    told = [one for one in town.letters(ZOE) + town.letters(PHILIPPA) if "too many messages" in one["Subject"]]
    assert len(told) <= 2


def test_hundreds_of_messages_of_an_unknown_robot_get_one_answer_a_day(town: Town) -> None:
    started(town)
    minutes, messages = 25, 160
    for number in range(messages):
        town.deliver(
            written(STRANGER, OURS, f"Dear sir, your ticket is number {number}.", message_id=f"<{number}@robot.test>")
        )
        town.later(minutes=minutes)
        if number % 20 == 19:
            town.tick()
    days = timedelta(minutes=minutes * messages) / timedelta(days=1)
    assert 1 <= len(town.letters(STRANGER)) <= days + 1
    assert town.counts()["inbox"]["held"] == 0


def test_forged_messages_get_no_answer_at_all(town: Town) -> None:
    started(town)
    sent = len(town.submission.sent)
    for number in range(70):
        town.deliver(written(ZOE, OURS, f"Buy number {number}!", verdict="fail", message_id=f"<{number}@robot.test>"))
    town.tick()
    mine = [one for one in town.submission.sent[sent:] if one.envelope_to != ZOE]
    assert mine == []
    assert len(town.submission.sent) - sent <= 20  # questions to the registered address, and no more that day
    assert town.counts()["inbox"]["held"] <= town.world.service.limits.messages_per_hour


def away_at(town: Town) -> list[object]:
    with town.world.store.begin() as unit:
        return list(unit.connection.scalars(text("SELECT away_at FROM person WHERE away_at IS NOT NULL")))


def test_an_absence_note_is_noted_and_auto_submitted_no_is_a_person(town: Town) -> None:
    started(town)
    letter = [one for one in town.letters(ZOE) if reply_address(one).startswith("mentoring+t-")][-1]
    sent = len(town.submission.sent)
    note = written(ZOE, reply_address(letter), "I am away until Monday.", answers=letter, Precedence="bulk")
    town.deliver(note)
    town.tick()
    assert (len(away_at(town)), len(town.submission.sent)) == (1, sent)
    typed = written(ZOE, reply_address(letter), "I am here.", answers=letter, Precedence="bulk", Auto_Submitted="no")
    town.deliver(typed)
    town.tick()
    assert "I am here." in text_of(town.last(PHILIPPA))


def test_forms_say_that_a_machine_wrote_them_and_relayed_words_do_not(town: Town) -> None:
    started(town)
    form = [one for one in town.letters(ZOE) if "form" in one["Subject"]][-1]
    assert form["Auto-Submitted"] == "auto-generated"
    letter = [one for one in town.letters(ZOE) if reply_address(one).startswith("mentoring+t-")][-1]
    town.deliver(written(ZOE, reply_address(letter), "How was your week?", answers=letter))
    town.tick()
    relayed = town.last(PHILIPPA)
    assert "How was your week?" in text_of(relayed)
    assert relayed["Auto-Submitted"] is None
    assert relayed["Precedence"] is None
    assert relayed["X-Auto-Response-Suppress"] is None
    assert relayed["X-Loop"] == "our-own-mark"


def test_a_bomb_is_refused_and_its_writer_told_once_a_day_and_the_next_message_goes_on(town: Town) -> None:
    started(town)
    letter = [one for one in town.letters(ZOE) if reply_address(one).startswith("mentoring+t-")][-1]
    bomb = written(ZOE, reply_address(letter), "x", answers=letter)
    head = bomb.partition(b"\r\n\r\n")[0] if b"\r\n\r\n" in bomb else bomb.partition(b"\n\n")[0]
    head = b"\r\n".join(line for line in head.splitlines() if not line.lower().startswith(b"content-"))
    for number in range(3):
        parts = b"Content-Type: multipart/mixed; boundary=b\r\nX-Number: %d\r\n\r\n" % number + b"--b\r\n\r\n\r\n" * 600
        town.deliver(head + b"\r\n" + parts)
    town.deliver(written(ZOE, reply_address(letter), "And now in peace.", answers=letter))
    town.tick()
    counts = town.counts()["inbox"]
    assert (counts["refused"], counts["shunted"]) == (3, 0)
    assert len([one for one in town.letters(ZOE) if "too much" in one["Subject"]]) == 1
    assert "And now in peace." in text_of(town.last(PHILIPPA))
    town.later(days=1, hours=1)
    town.deliver(
        head + b"\r\nX-Again: yes\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n" + b"--b\r\n\r\n\r\n" * 600
    )
    town.tick()
    assert len([one for one in town.letters(ZOE) if "too much" in one["Subject"]]) == 2
