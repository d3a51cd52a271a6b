"""A patient's words: a day after the correction their original is nowhere, whatever fails on the way."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from email.message import EmailMessage
from pathlib import Path

import pytest
from sqlalchemy import text

from mailbot.errors import MailbotError, MalformedMessage, SealBroken, StoreConflict, TemporaryFailure
from mailbot.flows import destruction
from mailbot.flows.accept import accept_mailbox, accept_raw
from mailbot.flows.destruction import destroy_originals
from mailbot.flows.sweep import sweep
from mailbot.store import apply
from mailbot.store.destruction import Destruction
from mailbot.store.store import Store
from tests.flows.town import OURS, Town, answered, found_town, reply_address, written
from tests.gateways.mailboxes import RealSetting, fresh_name, real_setting
from tests.services.dovecot import Dovecot
from tests.services.fakes import FakeMailbox
from tests.services.postgres import Postgres

ZOE, PHILIPPA, IBRAHIM = "zoe@quillfeather.test", "philippa@northgate.test", "ibrahim@lakeside.test"
FIRST_FORM = datetime(2027, 1, 5, 8, 0, tzinfo=UTC)
CANARY = "zebrafinch-canary"
PATIENT = f"I saw a patient, NHS number 943 476 5919, {CANARY}.\n\n" + "And so the long day went on and on.\n" * 500


class KilledError(BaseException):
    """kill -9, as near as a test can come: nothing catches it."""


def original(town: Town) -> bytes:
    """The mentor's post with a patient in it, as it comes in."""
    packet = town.last(PHILIPPA)
    return written(PHILIPPA, reply_address(packet), PATIENT, answers=packet, message_id="<patient@northgate.test>")


def deliver(town: Town, raw: bytes) -> None:
    put: Callable[..., object] = getattr(town, "put", town.mailbox.deliver)
    put(raw, arrived_at=town.hour[0])


def conversation(town: Town) -> Town:
    town.tick()
    form = town.at(FIRST_FORM).tick() and town.last(ZOE)
    assert isinstance(form, EmailMessage)
    answers = {1: "4", 2: "- one\n- two", 3: "A research post"}
    deliver(town, written(ZOE, reply_address(form), answered(form, answers), answers=form))
    town.later(minutes=5).tick()
    return town


def held(town: Town) -> Town:
    deliver(town, original(town))
    town.later(minutes=5).tick()
    assert town.counts()["inbox"]["held"] == 1
    return town


def corrected(town: Town) -> Town:
    """The writer has said it anew, and a day has passed."""
    notice = town.last(PHILIPPA)
    deliver(town, written(PHILIPPA, reply_address(notice), "I saw somebody like that.", answers=notice))
    town.later(minutes=5).tick()
    assert town.counts()["inbox"]["held"] == 0
    return town.later(hours=24)


@pytest.fixture
def doomed(town: Town) -> Town:
    return corrected(held(conversation(town)))


def kept(town: Town) -> list[bytes]:
    """Every sealed copy of the original in a row."""
    with town.world.store.begin() as unit:
        rows = unit.connection.execute(
            text("SELECT raw FROM inbox WHERE raw IS NOT NULL AND size_bytes > :size"), {"size": len(PATIENT)}
        )
        return [bytes(row.raw) for row in rows]


def waits(town: Town) -> bool:
    with town.world.store.begin() as unit:
        return bool(unit.connection.scalar(text("SELECT count(*) FROM withheld WHERE destroy_at IS NOT NULL")))


def copies(town: Town) -> int:
    messages = [*town.mailbox.processed, *town.mailbox.inbox]
    return sum(CANARY.encode() in message.raw for message in messages)


def is_gone(town: Town) -> bool:
    return not kept(town) and not waits(town) and not copies(town)


def pieces(sealed: bytes) -> list[bytes]:
    """Short pieces out of every stretch of a sealed message, so that a single page of it is found."""
    return [sealed[start : start + 24] for start in range(40, len(sealed) - 24, 300)]


def found_in(folder: Path, words: list[bytes]) -> set[str]:
    files = [path for path in folder.rglob("*") if path.is_file()]
    return {path.name for path in files if any(word in path.read_bytes() for word in words)}


# --- nowhere ---------------------------------------------------------------------------------------------------------


def test_a_day_after_the_correction_no_byte_of_it_is_left(tmp_path: Path) -> None:
    """In the file, in its log, under any key that ever sealed it; a second copy of the same mail included."""
    town, sealed = conversation(found_town(tmp_path)), []
    data = tmp_path / "data"
    deliver(town, original(town))
    deliver(town, original(town))
    town.later(minutes=5)
    accept_mailbox(town.world)
    sealed += kept(town)
    town.tick()
    sealed += kept(town)
    assert town.counts()["inbox"]["held"] == 1
    corrected(town)
    sealed += kept(town)
    words = [CANARY.encode(), *(piece for one in sealed for piece in pieces(one))]
    assert len(set(sealed)) >= 3
    assert {"mailbot.db-wal"} <= found_in(data, words)
    sweep(town.world)
    assert is_gone(town)
    assert found_in(data, words) == set()
    assert town.counts()["inbox"] == {"received": 0, "processed": 4, "held": 0, "refused": 0, "shunted": 0}
    town.close()


@pytest.mark.services
def test_nor_on_postgres_in_any_row(tmp_path: Path, postgres: Postgres) -> None:
    url = postgres.new_database()
    town = corrected(held(conversation(found_town(tmp_path, database_url=url))))
    assert kept(town)
    sweep(town.world)
    assert is_gone(town)
    town.close()
    postgres.drop_database(url)


@pytest.fixture
def at_dovecot(tmp_path: Path, dovecot: Dovecot) -> Iterator[tuple[Town, RealSetting, Path]]:
    user = fresh_name()
    setting = real_setting(dovecot.imap_port, user)
    town = found_town(tmp_path)
    town.world.mailbox = setting.mailbox
    town.put = setting.put  # type: ignore[attr-defined]
    yield town, setting, dovecot.folder / "mail" / user
    town.close()
    setting.mailbox.close()


@pytest.mark.services
def test_nor_in_the_folders_of_a_real_mailbox(at_dovecot: tuple[Town, RealSetting, Path]) -> None:
    town, setting, mail = at_dovecot
    held(conversation(town))
    setting.put_processed(original(town).replace(b"long", b"tall"), town.hour[0])  # the same size and id: another's
    corrected(town)
    words = [CANARY.encode()]
    assert len(found_in(mail, words)) == 2
    others = len(setting.processed()) - 1
    assert destroy_originals(town.world) == 1
    assert not waits(town)
    assert not kept(town)
    assert [raw for raw in setting.processed() if CANARY.encode() in raw and b"long" in raw] == []
    assert len(setting.processed()) == others
    assert len(found_in(mail, words)) == 1


@pytest.mark.services
def test_without_uidplus_it_stays_marked_until_nobody_elses_mail_would_go_along(
    at_dovecot: tuple[Town, RealSetting, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    from imapclient import IMAPClient

    town, setting, mail = at_dovecot
    corrected(held(conversation(town)))
    offered = IMAPClient.has_capability
    monkeypatch.setattr(IMAPClient, "has_capability", lambda self, name: name != "UIDPLUS" and offered(self, name))
    with setting.open_client() as client:
        client.select_folder(setting.processed_folder)
        client.add_flags(client.search("ALL")[:1], [rb"\Deleted"])
    before = len(setting.processed())
    assert destroy_originals(town.world) == 0
    assert (len(setting.processed()), waits(town), kept(town)) == (before, True, [])
    with setting.open_client() as client:
        client.select_folder(setting.processed_folder)
        client.remove_flags(client.search("ALL")[:1], [rb"\Deleted"])
    assert destroy_originals(town.world) == 1
    assert len(setting.processed()) == before - 1
    assert found_in(mail, [CANARY.encode()]) == set()


# --- what may go wrong -----------------------------------------------------------------------------------------------


def test_a_mailbox_that_is_away_keeps_its_copy_until_it_answers_and_nothing_else(doomed: Town) -> None:
    doomed.mailbox.fail_next(TemporaryFailure("no answer"))
    assert destroy_originals(doomed.world) == 0
    assert (kept(doomed), copies(doomed), waits(doomed)) == ([], 1, True)
    sweep(doomed.later(hours=1).world)
    assert is_gone(doomed)


def test_a_log_that_another_process_reads_is_truncated_later(doomed: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Store, "truncate_log", lambda _self: False)
    assert destroy_originals(doomed.world) == 0
    assert waits(doomed)
    monkeypatch.undo()
    assert destroy_originals(doomed.world) == 1
    assert is_gone(doomed)


def test_where_mail_comes_by_the_listener_alone_the_database_is_all(doomed: Town) -> None:
    doomed.world.mailbox = None
    assert destroy_originals(doomed.world) == 1
    assert (kept(doomed), waits(doomed)) == ([], False)


def test_a_copy_that_was_never_moved_goes_from_the_inbox(town: Town) -> None:
    conversation(town)
    raw = original(town)
    move = town.mailbox.move_to_processed
    town.mailbox.move_to_processed = lambda _uids: None  # type: ignore[method-assign]
    deliver(town, raw)
    town.later(minutes=5).tick()
    corrected(town)
    assert [message.raw for message in town.mailbox.inbox].count(raw) == 1
    assert destroy_originals(town.world) == 1
    assert is_gone(town)
    town.mailbox.move_to_processed = move  # type: ignore[method-assign]


def test_a_folder_that_was_numbered_anew_is_left_alone_until_it_was_looked_at(doomed: Town) -> None:
    raw = doomed.mailbox.processed[-2].raw
    assert CANARY.encode() in raw
    deliver(doomed, raw)
    doomed.mailbox.renumber()
    with pytest.raises(TemporaryFailure):
        doomed.mailbox.uidvalidity()
    assert destroy_originals(doomed.world) == 0
    assert (kept(doomed), copies(doomed), waits(doomed)) == ([], 2, True)
    doomed.tick()
    sweep(doomed.later(hours=2).world)
    assert is_gone(doomed)


def test_the_same_mail_delivered_once_more_goes_too(doomed: Town) -> None:
    raw = next(one.raw for one in doomed.mailbox.processed if CANARY.encode() in one.raw)
    sweep(doomed.world)
    doomed.world.swept_at = doomed.later(minutes=1).hour[0]
    deliver(doomed, raw)
    doomed.tick()
    assert len(kept(doomed)) == copies(doomed) == 1
    sweep(doomed.later(hours=1).world)
    assert is_gone(doomed)
    assert doomed.counts()["inbox"]["held"] == 0


def test_a_copy_that_nobody_has_decided_yet_is_waited_for(doomed: Town) -> None:
    deliver(doomed, next(one.raw for one in doomed.mailbox.processed if CANARY.encode() in one.raw))
    accept_mailbox(doomed.world)
    assert destroy_originals(doomed.world) == 0
    assert len(kept(doomed)) == 1
    doomed.tick()
    sweep(doomed.later(hours=1).world)
    assert is_gone(doomed)


def test_the_same_letter_that_waits_in_another_conversation_is_waited_for(town: Town) -> None:
    """One mail to both of her mentees, an SMTP transaction for each: she has answered one of our two notices."""
    conversation(town)
    ibrahim = next(one for one in town.letters(IBRAHIM) if "form 1" in str(one["Subject"]))
    deliver(town, written(IBRAHIM, reply_address(ibrahim), answered(ibrahim, {1: "3"}), answers=ibrahim))
    town.later(minutes=5).tick()
    packets = [one for one in town.letters(PHILIPPA) if "Answers to form" in str(one["Subject"])]
    recipients = [reply_address(one) for one in packets]
    assert len(set(recipients)) == 2
    raw = written(PHILIPPA, OURS, PATIENT)
    for recipient in recipients:
        accept_raw(town.world, raw, source="lmtp", envelope_sender=PHILIPPA, recipients=(recipient,))
    town.later(minutes=5).tick()
    assert town.counts()["inbox"]["held"] == 2
    notice = town.last(PHILIPPA)
    deliver(town, written(PHILIPPA, reply_address(notice), "I saw somebody like that.", answers=notice))
    town.later(minutes=5).tick()
    sweep(town.later(hours=25).world)
    assert (len(kept(town)), town.counts()["inbox"]["held"]) == (2, 1)
    sweep(town.later(days=14).world)
    assert not kept(town)
    assert not waits(town)
    assert town.counts()["inbox"]["held"] == 0
    town.tick()
    assert "deleted" in str(town.last(PHILIPPA)["Subject"])


def test_a_row_of_the_same_bytes_that_was_put_aside_is_refused_with_them(doomed: Town) -> None:
    raw = next(one.raw for one in doomed.mailbox.processed if CANARY.encode() in one.raw)
    inbox = accept_raw(doomed.world, raw, source="lmtp", recipients=("else@example.org",))
    with doomed.world.store.begin() as unit:
        unit.shunt(inbox, error_id="e", reason="r", now=doomed.world.now())
    assert destroy_originals(doomed.world) == 1
    assert is_gone(doomed)
    assert doomed.counts()["inbox"]["refused"] == 1


def test_an_original_whose_key_is_gone_goes_by_its_size_alone(doomed: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_args: object, **_kwargs: object) -> bytes:
        raise SealBroken("gone")

    monkeypatch.setattr(Destruction, "unseal", broken)
    with doomed.world.store.begin() as unit:
        (inbox,) = unit.originals_to_destroy(now=doomed.world.now())
        found = unit.original(inbox)
        assert found is not None
        assert found.raw is None
    monkeypatch.undo()
    with doomed.world.store.begin() as unit:
        unit.connection.execute(text("UPDATE inbox SET raw = x'00' WHERE raw IS NOT NULL"))
    assert destroy_originals(doomed.world) == 1
    assert is_gone(doomed)


def test_an_original_that_is_no_message_goes_by_its_size_alone() -> None:
    assert destruction._message_id(b"") == destruction._message_id(None) == ""


# --- killed ----------------------------------------------------------------------------------------------------------

STEPS = (
    (Destruction, "originals_to_destroy"),
    (Destruction, "original"),
    (Destruction, "destroy_bytes"),
    (Store, "truncate_log"),
    (FakeMailbox, "destroy_copies"),
    (Destruction, "destroyed"),
)


@pytest.mark.parametrize("when", ["before", "after"])
def test_killed_at_every_step_in_turn_it_is_finished_in_the_end(
    doomed: Town, monkeypatch: pytest.MonkeyPatch, when: str
) -> None:
    for whose, name in STEPS:
        with monkeypatch.context() as once, suppress(KilledError):
            real = getattr(whose, name)

            def killed(*args: object, real: Callable[..., object] = real, **kwargs: object) -> object:
                if when == "after":
                    real(*args, **kwargs)
                raise KilledError

            once.setattr(whose, name, killed)
            destroy_originals(doomed.world)
            assert when == "after", name
            assert is_gone(doomed)
        doomed.restarted()
    sweep(doomed.later(hours=1).world)
    assert is_gone(doomed)
    assert doomed.counts()["inbox"]["processed"] == 3


def killing_effect(number: int) -> Callable[..., None]:
    """The store, killed as the effect of that number is written."""
    real, count = apply.apply_effect, 0

    def broken(*args: object, **kwargs: object) -> None:
        nonlocal count
        count += 1
        if count == number:
            raise KilledError
        real(*args, **kwargs)  # type: ignore[arg-type]

    return broken


@pytest.mark.parametrize(("answer", "kills"), [("SEND", (1, 2, 2)), ("Ring me here instead.", (1, 2))])
def test_send_and_a_correction_killed_at_their_effects_happen_once(
    town: Town, monkeypatch: pytest.MonkeyPatch, answer: str, kills: tuple[int, ...]
) -> None:
    conversation(town)
    packet = town.last(PHILIPPA)
    deliver(town, written(PHILIPPA, reply_address(packet), "Ring me on 07700 900123.", answers=packet))
    town.later(minutes=5).tick()
    notice, before = town.last(PHILIPPA), len(town.letters(ZOE))
    deliver(town, written(PHILIPPA, reply_address(notice), answer, answers=notice))
    for number in kills:
        with monkeypatch.context() as once:
            once.setattr(apply, "apply_effect", killing_effect(number))
            with pytest.raises(KilledError):
                town.later(minutes=5).tick()
        town.restarted()
    assert town.counts()["inbox"]["received"] == 1
    town.later(minutes=5).tick()
    relayed = town.letters(ZOE)[before:]
    assert len(relayed) == 1
    assert ("07700" in relayed[0].as_string()) == (answer == "SEND")
    assert town.counts()["inbox"] == {"received": 0, "processed": 3, "held": 0, "refused": 0, "shunted": 0}


# --- the sweep as a whole --------------------------------------------------------------------------------------------


def test_an_original_that_is_gone_already_keeps_no_other_waiting(doomed: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    real = Destruction.originals_to_destroy
    monkeypatch.setattr(Destruction, "originals_to_destroy", lambda self, *, now: ("nothing", *real(self, now=now)))
    assert destroy_originals(doomed.world) == 1
    assert is_gone(doomed)


def test_a_message_that_is_none_has_no_id(monkeypatch: pytest.MonkeyPatch) -> None:
    def malformed(_raw: bytes) -> object:
        raise MalformedMessage("not a message")

    monkeypatch.setattr(destruction, "parse", malformed)
    assert destruction._message_id(b"\0") == ""


@pytest.mark.parametrize("fault", [StoreConflict("done"), SealBroken("gone")])
def test_a_reminder_that_cannot_be_made_keeps_no_other_from_going(
    doomed: Town, monkeypatch: pytest.MonkeyPatch, fault: MailbotError
) -> None:
    held(doomed)
    monkeypatch.setattr("mailbot.flows.sweep.remind", lambda *_args, **_kwargs: (_ for _ in ()).throw(fault))
    sweep(doomed.later(days=4).world)
    assert not waits(doomed)
    assert doomed.counts()["inbox"]["held"] == 1


def test_a_database_that_is_away_ends_the_sweep_and_a_programme_that_is_gone_does_not(
    doomed: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    held(doomed)
    doomed.later(days=4)
    with monkeypatch.context() as once:
        away = TemporaryFailure("away")
        once.setattr("mailbot.flows.sweep.remind", lambda *_args, **_kwargs: (_ for _ in ()).throw(away))
        with pytest.raises(TemporaryFailure):
            sweep(doomed.world)
    letters = len(doomed.letters(PHILIPPA))
    doomed.world.catalogue = replace(doomed.world.catalogue, programmes={})
    sweep(doomed.world)
    assert len(doomed.letters(PHILIPPA)) == letters
    assert not waits(doomed)


@pytest.mark.parametrize("fault", ["unworded", "programme gone", "left"])
def test_a_patients_words_never_outlive_their_fortnight(
    town: Town, monkeypatch: pytest.MonkeyPatch, fault: str
) -> None:
    held(conversation(town))
    if fault == "unworded":
        broken = SealBroken("gone")
        monkeypatch.setattr("mailbot.flows.sweep.remind", lambda *_args, **_kwargs: (_ for _ in ()).throw(broken))
    elif fault == "programme gone":
        town.world.catalogue = replace(town.world.catalogue, programmes={})
    else:
        packet = town.letters(PHILIPPA)[-2]
        deliver(town, written(PHILIPPA, reply_address(packet), "STOP", answers=packet, subject="Re: x"))
        town.later(minutes=5).tick()
    letters = len(town.letters(PHILIPPA))
    sweep(town.later(days=4).world)
    if fault != "left":
        assert len(kept(town)) == 1
        sweep(town.later(days=10, hours=1).world)
    assert is_gone(town)
    town.tick()
    assert len(town.letters(PHILIPPA)) == letters
    assert (town.counts()["inbox"]["held"], town.counts()["inbox"]["refused"]) == (0, 1)


def test_words_that_were_settled_before_they_could_be_given_up_stay_as_they_are(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    held(conversation(town))

    def meanwhile(*_args: object, **_kwargs: object) -> object:
        monkeypatch.setattr("mailbot.store.store.Unit.waiting_words", lambda *_args: None)
        raise SealBroken("gone")

    monkeypatch.setattr("mailbot.flows.sweep.remind", meanwhile)
    sweep(town.later(days=15).world)
    assert town.counts()["inbox"]["held"] == 1
