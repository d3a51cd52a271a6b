"""A round walked through by hand: tick, ingest, explain, status, held and replay, with a smart host that keeps all."""

from __future__ import annotations

import email
import email.policy
import sqlite3
from email.message import EmailMessage
from pathlib import Path

from tests.cli.desk import Desk, letters_of
from tests.flows.town import OURS, answered, reply_address, text_of, written
from tests.services.sink import Sink

ZOE, IBRAHIM, PHILIPPA = "zoe@quillfeather.test", "ibrahim@lakeside.test", "philippa@northgate.test"
BEFORE, FORM_DAY = "2026-12-29T09:00:00Z", "2027-01-05T08:00:00Z"
TICK = {"accepted", "processed", "held", "refused", "shunted", "dispatched", "sent", "deferred", "failed"}
EXPLAINED = {
    "file", "disposition", "reason", "sender", "pair", "round", "answers", "unplaced", "new_text", "withheld",
    "outgoing", "bounce", "milliseconds",
}  # fmt: skip


def letter(sink: Sink, to: str) -> EmailMessage:
    raw = sink.for_address(to)[-1].raw
    message = email.message_from_bytes(raw, policy=email.policy.default)
    assert isinstance(message, EmailMessage)
    return message


def dumped(folder: Path) -> list[str]:
    """Every row of every database of the working folder."""
    lines: list[str] = []
    for path in sorted((folder / "data").glob("*.db")):
        connection = sqlite3.connect(path)
        lines += connection.iterdump()
        connection.close()
    return lines


def form_of_zoe(desk: Desk, sink: Sink) -> EmailMessage:
    desk.json("tick", "--now", BEFORE)
    counts = desk.json("tick", "--now", FORM_DAY)
    assert counts == dict.fromkeys(TICK, 0) | {"dispatched": 2, "sent": 2}
    return letter(sink, ZOE)


def first_reply(form: EmailMessage) -> bytes:
    text = answered(form, {1: "4", 2: "- a marmalade audit\n- an exam", 3: "Research"})
    return written(ZOE, reply_address(form), text, answers=form)


def test_a_reply_is_explained_taken_in_and_passed_on(desk: Desk, sink: Sink) -> None:
    form = form_of_zoe(desk, sink)
    path = desk.file("reply.eml", first_reply(form))
    before = dumped(desk.folder)
    explained = desk.json("explain", path)
    assert dumped(desk.folder) == before
    assert set(explained) == EXPLAINED
    assert (explained["file"], explained["disposition"], explained["reason"]) == (
        str(path), "form_reply", "answers_complete",
    )  # fmt: skip
    by = ["token", "address", "dmarc"]
    assert explained["sender"] == {"participant": "m01", "role": "mentee", "verified": True, "by": by}
    assert (explained["pair"], explained["round"], explained["unplaced"]) == ("m01", 1, "")
    answers = explained["answers"]
    assert answers["satisfaction"] | {"evidence": 0} == {"state": "answered", "text": "4", "value": 4, "evidence": 0}
    assert answers["positives"]["items"] == ["a marmalade audit", "an exam"]
    assert [(one["to_role"], one["template"]) for one in explained["outgoing"]] == [
        ("mentor", "packet"), ("mentee", "receipt"),
    ]  # fmt: skip

    taken = desk.json("ingest", "-", stdin=path.read_bytes())
    assert set(taken) == {"file", "inbox"}
    assert taken["file"] == "-"
    counts = desk.json("tick", "--now", "2027-01-05T20:00:00Z")
    assert counts == dict.fromkeys(TICK, 0) | {"processed": 1, "sent": 2}
    assert "a marmalade audit" in text_of(letter(sink, PHILIPPA))
    assert desk.json("status") == {
        "inbox": {"received": 0, "processed": 1, "held": 0, "refused": 0, "shunted": 0},
        "outbox": {"queued": 0, "sending": 0, "sent": len(sink.messages), "failed": 0, "suppressed": 0},
        "people": {"invited": 0, "declined": 0, "active": 3, "paused": 0, "left": 0},
        "rounds": [{"programme": "riverside", "round": 1, "sent": 2, "answered": 1, "partial": 0, "closed": 0}],
    }


def test_explain_prints_no_word_that_is_not_in_the_file(desk: Desk, sink: Sink) -> None:
    form = form_of_zoe(desk, sink)
    desk.json("ingest", desk.file("first.eml", first_reply(form)))
    desk.json("tick", "--now", "2027-01-05T20:00:00Z")
    later = written(ZOE, reply_address(form), answered(form, {1: "2"}), subject="Re: again", answers=form)
    packet = letter(sink, PHILIPPA)
    post = written(PHILIPPA, reply_address(packet), "Well done.", answers=packet)
    before = dumped(desk.folder)
    files = [desk.file("later.eml", later), desk.file("post.eml", post)]
    for words in (("--json",), ()):
        said = desk.types("explain", *files, *words)
        assert said.code == 0
        shown = said.words + "".join(text for one in said.lines for text in letters_of(one)) if words else said.words
        for secret in ("marmalade", "Research", "Quillfeather", "Philippa", "Ashgrove", PHILIPPA):
            assert secret not in shown.replace(str(files[1]), "")
        if words:
            assert "[sealed]" in shown
            assert [one["disposition"] for one in said.lines] == ["form_reply", "post"]
            assert said.lines[1]["new_text"] == "Well done."
    assert dumped(desk.folder) == before


def test_a_message_without_a_verdict_waits_and_can_be_replayed(desk: Desk, sink: Sink) -> None:
    form = form_of_zoe(desk, sink)
    text = answered(form, {1: "4", 2: "- a quokka\n- an exam", 3: "Research"})
    doubtful = written(ZOE, reply_address(form), text, answers=form, verdict="fail")
    inbox = desk.json("ingest", desk.file("doubtful.eml", doubtful))["inbox"]
    assert desk.json("tick", "--now", "2027-01-05T20:00:00Z")["held"] == 1
    row = desk.json("held")
    assert set(row) == {"inbox", "state", "reason", "error_id", "received_at", "attempts"}
    assert (row["inbox"], row["state"]) == (inbox, "held")
    table = desk.says("held")
    assert "mailbot replay ID" in table
    assert "quokka" not in table
    assert "`mailbot held` lists them" in desk.says("status")
    assert inbox in desk.says("replay", inbox)
    assert desk.json("status")["inbox"]["received"] == 1
    assert "Nothing is held" in desk.says("held")
    assert "is held or shunted" in desk.says("replay", inbox, code=1)
    assert "is held or shunted" in desk.says("replay", "nobody-knows", code=1)


def test_plain_words_for_people(desk: Desk, sink: Sink) -> None:
    assert "Nothing is held" in desk.says("held")
    assert "sent" in desk.says("tick", "--now", BEFORE)
    assert "Nothing was due." in desk.says("tick", "--now", BEFORE)
    desk.says("tick", "--now", FORM_DAY)
    form = letter(sink, ZOE)
    path = desk.file("reply.eml", first_reply(form))
    said = desk.says("explain", path)
    assert "form_reply (answers_complete)" in said.replace("\n", "")
    assert "would go to the mentor: packet" in said
    said = desk.says("explain", desk.file("note.eml", written("who@else.test", OURS, "Hello [bold]there[/bold]")))
    assert "stranger" in said
    assert "taken in as" in desk.says("ingest", path)
    assert "riverside" in desk.says("status")
    assert "All is well" in desk.says("doctor")  # no mailbox to try


def test_the_smart_host_is_away(desk: Desk, sink: Sink) -> None:
    config = desk.folder / "config.toml"
    config.write_text(config.read_text().replace(f"port = {sink.port}", "port = 1"))
    counts = desk.json("tick", "--now", BEFORE)
    assert (counts["sent"], counts["failed"]) == (0, 0)
    assert counts["deferred"] > 0
