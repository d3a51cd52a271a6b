"""Whoever sends to a token that is not theirs sees what a sender to nobody's token sees, whatever happens behind."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from mailbot.decide.strange_tokens import GUESSES_AN_HOUR
from mailbot.flows.explain import explain_raw
from mailbot.message.addressing import proxy_token
from mailbot.model.effect import Disposition, NoteAutomaticAnswer, QueueMessage
from tests.flows.town import ROSTER, Town, answered, found_town, reply_address, text_of, written

ZOE, IBRAHIM, WANDA = "zoe@quillfeather.test", "ibrahim@lakeside.test", "wanda@northgate.test"
STRANGER, COORDINATOR = "curious@nowhere.test", "coordinator@riverside.test"
FIRST_FORM = datetime(2027, 1, 5, 8, 0, tzinfo=UTC)
KINDS = ("t", "f", "c", "b")
NOBODYS = {kind: f"mentoring+{kind}-{'a' * 24}@example.org" for kind in KINDS}


def bounce_address(town: Town, to: str) -> str:
    return next(one.envelope_from for one in town.submission.sent if one.envelope_to == to)


@pytest.fixture(scope="module")
def street(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Town, dict[str, list[str]]]]:
    """A town with Zoë's addresses of each kind: in use, and out of use because her mentor was changed."""
    town = found_town(tmp_path_factory.mktemp("street"))
    town.tick()
    town.at(FIRST_FORM).tick()
    form = town.last(ZOE)
    old = {"t": reply_address(town.letters(ZOE)[0]), "f": reply_address(form), "b": bounce_address(town, ZOE)}
    town.deliver(written(ZOE, old["f"], answered(form, {1: "4"}), answers=form, verdict="fail"))
    town.tick()
    challenge = town.last(ZOE)
    old["c"] = reply_address(challenge)
    town.deliver(written(ZOE, old["c"], "NO", answers=challenge))
    town.later(hours=1).tick()
    wanda = f"t02,mentor,Dr Wanda Longmoor,{WANDA},,,,,,,,,2026-06-01,2026-12-01\n"
    changed = ROSTER.replace(f"{ZOE},t01", f"{ZOE},t02") + wanda
    (town.folder / "schedules" / "riverside.people.csv").write_text(changed)
    town.later(hours=1).tick()
    for who in (ZOE, WANDA):
        offer = town.last(who)
        town.deliver(written(who, reply_address(offer), "ACCEPT", answers=offer))
    town.later(hours=1).tick()
    town.deliver(written(IBRAHIM, reply_address(town.last(IBRAHIM)), "A word.", subject="Other", verdict="fail"))
    town.later(hours=1).tick()
    new = {
        "t": next(to for to in map(reply_address, town.letters(WANDA)) if kind_of(town, to) == "t"),
        "f": reply_address(next(one for one in town.letters(IBRAHIM) if "form 1" in one["Subject"])),
        "c": reply_address(town.last(IBRAHIM)),
        "b": bounce_address(town, IBRAHIM),
    }
    assert {kind: kind_of(town, address) for kind, address in new.items()} == {kind: kind for kind in KINDS}
    yield town, {kind: [NOBODYS[kind], new[kind], old[kind]] for kind in KINDS}
    town.close()


def kind_of(town: Town, address: str) -> str:
    found = proxy_token(town.world.service, address)
    return found[0] if found else ""


def seen_by(sender: str, decided: Disposition) -> list[bytes]:
    """The bytes that go to the sender, and marks that change what they get later; what is minted made equal."""
    letters = [one for one in decided.effects if isinstance(one, QueueMessage) and one.message.envelope_to == sender]
    marks = [one for one in decided.effects if isinstance(one, NoteAutomaticAnswer) and one.address == sender]
    minted = re.compile(rb'(?m)^Message-ID: .*?$|boundary="[^"]*"|^--=_.*?$|\+b-[a-z2-7]+@')
    return [
        *(minted.sub(b"", one.message.raw + one.message.envelope_from.encode()) for one in letters),
        str(len(marks)).encode(),
        *(str((one.priority, one.not_before)).encode() for one in letters),
    ]


@pytest.mark.parametrize("verdict", ["pass", "", "fail"])
@pytest.mark.parametrize("sender", [STRANGER, "philippa@northgate.test", COORDINATOR])
@pytest.mark.parametrize("kind", KINDS)
def test_unknown_foreign_and_expired_look_alike(
    street: tuple[Town, dict[str, list[str]]], kind: str, sender: str, verdict: str
) -> None:
    town, addresses = street
    seen = []
    for address in addresses[kind]:
        raw = written(sender, "x@example.org", "YES", verdict=verdict, message_id="<one@x.test>")
        raw = b"Delivered-To: " + address.encode() + b"\r\n" + raw
        decided = explain_raw(town.world, raw).disposition
        assert not decided.reason.startswith(("relayed", "answers"))
        seen.append(seen_by(sender, decided))
    assert seen[0] == seen[1] == seen[2]
    assert len(seen[0]) == (3 if verdict == "pass" and sender != COORDINATOR else 1)


def test_what_is_sent_in_truth_is_alike_too(tmp_path: Path) -> None:
    town = found_town(tmp_path)
    town.tick()
    theirs = reply_address(town.last(ZOE))
    town.deliver(written("one@nowhere.test", theirs, "Hello"))
    town.deliver(written("two@nowhere.test", NOBODYS["t"], "Hello"))
    counts = town.tick()
    assert (counts.held, counts.refused) == (1, 1)
    one, two = town.letters("one@nowhere.test"), town.letters("two@nowhere.test")
    assert [text_of(letter) for letter in one] == [text_of(letter) for letter in two]
    assert len(one) == 1
    town.close()


def test_after_twenty_guesses_an_hour_nothing_is_answered_held_or_asked(tmp_path: Path) -> None:
    town = found_town(tmp_path)
    town.tick()
    theirs, asked = reply_address(town.last(ZOE)), len(town.letters(ZOE))
    for number in range(GUESSES_AN_HOUR // 2):
        token = f"{'a' * 23}{'bcdefghijk'[number]}"
        town.deliver(written(STRANGER, f"mentoring+t-{token}@example.org", f"Hello {number}"))
        town.deliver(written(STRANGER, theirs, f"Hello {number}"))
    town.tick()
    assert town.counts()["inbox"]["held"] == GUESSES_AN_HOUR // 2
    questions = len(town.letters(ZOE))
    assert questions > asked
    for address in (theirs, NOBODYS["t"], NOBODYS["c"]):
        town.deliver(written(STRANGER, address, "Once more"))
    assert town.later(minutes=10).tick().refused == 3
    assert len(town.letters(ZOE)) == questions
    assert len(town.letters(STRANGER)) == 1
    town.later(hours=2).deliver(written(STRANGER, theirs, "Much later"))
    assert town.tick().held == 1
    town.close()


def test_guesses_in_somebodys_name_do_not_keep_their_own_mail_out(tmp_path: Path) -> None:
    town = found_town(tmp_path)
    town.tick()
    theirs = reply_address(town.last(ZOE))
    for number in range(GUESSES_AN_HOUR + 5):
        town.deliver(written(ZOE, NOBODYS["t"], f"Hello {number}", verdict="fail"))
    town.tick()
    town.deliver(written(ZOE, theirs, "This is really me."))
    town.deliver(written(ZOE, theirs, "And this too, unproved.", verdict=""))
    counts = town.later(minutes=5).tick()
    assert (counts.processed, counts.held) == (1, 1)
    town.close()
