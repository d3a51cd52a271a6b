"""Small words: dates, sizes, clean strings, and what a letter says of a programme."""

from __future__ import annotations

from dataclasses import fields
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from mailbot.model.programme import (
    Cadence,
    MentorRules,
    Period,
    Programme,
    RelayRules,
)
from mailbot.wording.clean import cleaned, cleaned_text
from mailbot.wording.dates import day, every, moment, short_day, size
from mailbot.wording.letters import About, HeldPost, Invitation, LeftNotice, Post
from tests.wording.cases import ABOUT, CASES, PRIVACY, QUESTIONS, WORDING
from tests.wording.seen import squeezed


def test_dates_are_said_in_full():
    assert day(date(2027, 1, 5)) == "5 January 2027"
    assert short_day(date(2027, 12, 31)) == "31 December"
    assert moment(datetime(2027, 7, 5, 8, 5, tzinfo=ZoneInfo("Europe/London"))) == "5 July 2027 at 08:05 BST"
    assert moment(datetime(2027, 7, 5, 8, 5, tzinfo=UTC)) == "5 July 2027 at 08:05 UTC"


@pytest.mark.parametrize(("size_bytes", "words"), [(0, "less than 1 kB"), (1024, "about 1 kB"), (4300, "about 4 kB")])
def test_sizes_are_said_roughly(size_bytes, words):
    assert size(size_bytes) == words


@pytest.mark.parametrize(
    ("period", "words"),
    [
        (Period(months=1), "every month"),
        (Period(months=2), "every two months"),
        (Period(months=5), "every 5 months"),
        (Period(days=7), "every week"),
        (Period(days=14), "every two weeks"),
        (Period(days=10), "every 10 days"),
    ],
)
def test_a_cadence_is_said_as_people_say_it(period, words):
    assert every(period) == words


def test_clean_strings_hold_one_kind_of_line_end_and_no_controls():
    assert cleaned_text("a\r\nb\rc\u2028d\x00\x1e\x9fe\tf\ud800g\x85h") == "a\nb\nc\nde\tf\ufffdg\nh"


def test_cleaning_reaches_every_string_of_a_letter_and_leaves_the_rest():
    letter = HeldPost(about=ABOUT, partner="Your\x00 mentor", findings=(), until_on=date(2027, 2, 4))
    assert cleaned(letter).partner == "Your mentor"
    assert cleaned(letter).findings == letter.findings
    assert cleaned(CASES["already-paused"]) == CASES["already-paused"]
    assert cleaned((1, Post)) == (1, Post)


def test_a_letter_says_of_a_programme_only_what_its_people_may_know():
    programme = Programme(
        id="northern",
        title="Northern surgical e-mentoring",
        timezone="Europe/London",
        language="en",
        coordinators=("coordinator@example.org", "second@example.org"),
        roster_file="northern.people.csv",
        anonymity="alias",
        joining="invite",
        privacy=PRIVACY,
        cadence=Cadence(
            every=Period(months=2),
            anchor_on=None,
            at=time(8),
            weekdays=frozenset(range(5)),
            roll_forward=True,
            holidays="",
            blackouts=(),
            close_after=timedelta(days=28),
        ),
        reminders_after=(),
        mentor_rules=MentorRules(nudge_after=(), tell_mentee_after=None, quiet_hours=None, require_training=True),
        relay=RelayRules(identifiers="hold", attachments=frozenset(), release="now"),
        contacts=ABOUT.contacts,
        questions=(),
    )
    assert About.of(programme) == ABOUT
    assert len(QUESTIONS) == 8


def test_the_notice_of_the_end_is_the_same_whoever_asked():
    one, other = (WORDING.words(LeftNotice(about=ABOUT, partner="Your mentor"), "en") for _ in range(2))
    assert one == other
    assert {field.name for field in fields(LeftNotice)} == {
        "about",
        "partner",
    }  # nothing that could tell who asked, or why


def test_an_invitation_holds_the_whole_privacy_notice():
    text = squeezed(WORDING.words(CASES["invitation"], "en").text)
    assert isinstance(CASES["invitation"], Invitation)
    assert all(words in text for words in (PRIVACY.controller, PRIVACY.lawful_basis, PRIVACY.special_category))


def test_a_challenge_shows_date_and_size_and_no_words():
    text = WORDING.words(CASES["challenge"], "en").text
    assert "9 March 2027 at 18:05 UTC" in text
    assert "about 4 kB" in text


def test_a_held_post_names_each_place_once():
    assert WORDING.words(CASES["held_post-text"], "en").text.count("- the text: a name\n") == 1
    many = WORDING.words(CASES["held_post-kinds"], "en").text
    assert "- line 12: something that points to a person\n- and 4 more\n" in many
    assert "- an attachment: something" in WORDING.words(CASES["held_post-attached"], "en").text


def test_a_value_is_shown_where_the_finding_has_one():
    assert "- line 4: a telephone number (07700 900123)\n" in WORDING.words(CASES["held_post"], "en").text


def test_a_refused_file_is_named_by_its_number_and_a_reason():
    text = WORDING.words(CASES["left_out-many"], "en").text
    assert "- attachment 1, a calendar entry: a calendar entry says who is invited\n" in text
    assert "- attachment 3, a file: files of this kind are never passed on\n" in text
