from __future__ import annotations

import json
import re
from datetime import UTC, datetime

from mailbot.demo.checks import findings
from mailbot.demo.clients import CLIENTS
from mailbot.demo.clients.received import read
from mailbot.demo.clients.writing import Moment, Typed
from mailbot.demo.page import page_of, write_page
from mailbot.demo.page_letters import round_of, round_starts, shown_letters
from mailbot.demo.story import FORGED_WORDS
from tests.demo import evidence as world
from tests.demo.letters import letter

STATUS = {
    **world.good().counts,
    "people": {"invited": 0, "active": 5},
    "rounds": [{"programme": "demo", "round": 1, "sent": 3, "answered": 2, "partial": 1, "closed": 0}],
}
ME = world.CAST.person("m01")


def sent(client="gmail", typed="Thank you <b>all</b>"):
    form = world.good().letters["m01"][0]
    moment = Moment(at=datetime(2025, 1, 8, 18, tzinfo=UTC), serial=1)
    return ("m01", CLIENTS[client](read(form), Typed(above=typed), ME.writer, moment))


def page(evidence=None, *, mail=()):
    evidence = evidence or world.good(counts=STATUS)
    return page_of(evidence, findings(evidence), sent=mail)


def data_of(html):
    return json.loads(re.search(r'<script type="application/json" id="data">(.*?)</script>', html, re.DOTALL)[1])


def test_it_loads_nothing_from_anywhere():
    html = page(mail=[sent(client) for client in CLIENTS])
    outside = html[: html.index('id="data"')] + html[html.index("</script>") :]
    assert not re.search(r"""(?:src|href|url|action)\s*[=(]\s*["']?(?:https?:)?//""", outside)
    assert "default-src 'none'" in html
    assert 'sandbox=""' in html


def test_letters_cannot_break_out_of_the_data():
    html = page(mail=[sent(typed="</script><script>alert(1)</script><!--")])
    assert "<script>alert" not in html
    assert any("<script>alert(1)" in one["text"] for one in data_of(html))


def test_everybody_s_letters_are_there_in_the_order_of_time():
    evidence = world.good(counts=STATUS)
    mail = [sent("outlook_html")]
    reply = world.passage(world.BOT, mail[0][1], account=ME.account.address)
    evidence = world.good(counts=STATUS, passages=[*evidence.passages[:2], reply, *evidence.passages[2:]])
    shown = shown_letters(evidence, mail)
    own = [one for one in shown if one["owner"] == "m01"]
    assert [one["sent"] for one in own[:3]] == [False, False, True] or [one["sent"] for one in own].count(True) == 1
    assert {one["owner"] for one in shown} == {"m01", "m02", "m03", "s1", "s2"}
    assert next(one for one in shown if one["sent"])["program"] == "Outlook"
    assert own[0]["date"] == "Tuesday, 7 January 2025, 08:00"


def test_the_program_is_the_one_that_wrote_this_letter():
    names = {client: shown_letters(world.good(), [sent(client)]) for client in CLIENTS}
    named = {client: next(one["program"] for one in shown if one["sent"]) for client, shown in names.items()}
    assert named == {
        "gmail": "Gmail",
        "outlook_plain": "Outlook",
        "outlook_html": "Outlook",
        "iphone": "an iPhone",
        "apple_mail": "Apple Mail",
        "thunderbird": "Thunderbird",
        "yahoo": "Yahoo",
        "mutt": "a terminal",
    }


def test_a_forged_letter_is_not_shown_as_sent_by_its_victim():
    forged = letter(to=world.BOT, sender=ME.account.address, subject="Urgent", text=FORGED_WORDS)
    assert not [one for one in shown_letters(world.good(), [("m01", forged)]) if one["sent"]]


def test_rounds_begin_with_their_first_form():
    starts = round_starts(world.good())
    assert starts == (datetime(2025, 1, 7, 8, tzinfo=UTC),)
    assert round_of(datetime(2025, 1, 7, 7, 59, tzinfo=UTC), starts) == 0
    assert round_of(datetime(2025, 1, 7, 8, tzinfo=UTC), starts) == 1


def test_a_round_that_was_never_sent_says_so():
    html = page(world.good(counts=STATUS, rounds=2))
    assert "Round 2</strong><time>never sent" in html


def test_what_has_no_usable_date_comes_last():
    letters = {key: list(value) for key, value in world.good().letters.items()}
    for raw in (b"Subject: a\r\n\r\nx", b"Subject: b\r\nDate: Tue, 07 Jan 2025 08:00:00 -0000\r\n\r\nx"):
        letters["co"].append(raw)
    shown = [one for one in shown_letters(world.good(letters=letters), ()) if one["owner"] == "co"]
    assert [one["subject"] for one in shown] == ["a", "b"]
    assert "2 emails needed them" in page(world.good(letters=letters, counts=STATUS))


def test_broken_promises_are_named():
    evidence = world.good(counts=STATUS, puzzles=["Ngozi <waited>."])
    assert '<li class="broken"><b>Broken</b>Nobody waited for mail in vain<ul><li>Ngozi &lt;waited&gt;.' in page(
        evidence
    )
    assert "<li><b>Kept</b>Each form arrived exactly once</li>" in page(evidence)


def test_the_coordinator_sees_counts():
    html = page()
    assert "<td>1</td><td>3</td><td>2</td><td>1</td>" in html
    assert "5 active" in html


def test_it_is_written_into_a_folder_that_need_not_exist(tmp_path):
    evidence = world.good(counts=STATUS)
    path = write_page(tmp_path / "new" / "folder", evidence, findings(evidence), sent=())
    assert path.read_text().startswith("<!doctype html>")
