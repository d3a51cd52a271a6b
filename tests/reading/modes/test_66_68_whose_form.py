"""Replies to older forms, reminders and receipts; corrections; somebody else's answers."""

from __future__ import annotations

from dataclasses import replace

import pytest

from mailbot.wording.forms import sheet_of_receipt
from mailbot.wording.parts import About
from mailbot.wording.samples import sample_letters
from tests.flows.town import answered, text_of
from tests.reading.modes import outlook
from tests.reading.modes.answers import answers
from tests.reading.modes.check import recovered
from tests.reading.modes.decided import known
from tests.reading.modes.mails import mail, numbered
from tests.reading.modes.questionnaires import asked, wording
from tests.reading.modes.towns import FORMS, PHILIPPA, SECOND_FORM, ZOE, founded, reply, round_of, standing


@pytest.fixture(params=FORMS)
def town(request, tmp_path, monkeypatch):
    made = founded(tmp_path, request.param, monkeypatch)
    yield made
    made.close()


@pytest.fixture
def german(tmp_path, monkeypatch):
    made = founded(tmp_path, "german", monkeypatch)
    yield made
    made.close()


def typed(town, style="plain"):
    return answers(round_of(town, town.last(ZOE)).sheet, style)


def as_stored(given):
    return {n: ("answered", text) if text else ("blank", "") for n, text in given.items()}


def test_mode_66_a_reply_to_the_older_form_belongs_to_it(town):
    first, given = town.last(ZOE), typed(town)
    town.at(SECOND_FORM).tick()
    second = town.last(ZOE)
    assert round_of(town, second).number == 2
    reply(town, first, answered(first, given))
    assert standing(town, first) == as_stored(given)
    assert standing(town, second) == {}
    reply(town, second, answered(second, typed(town, "prose")))
    assert standing(town, first) == as_stored(given)
    assert standing(town, second) == as_stored(typed(town, "prose"))


def test_mode_66_a_reply_to_a_form_whose_words_have_changed_since(german):
    first, given = german.last(ZOE), typed(german)
    path = german.folder / "schedules" / "riverside.toml"
    old = round_of(german, first).sheet.questions[0].ask
    path.write_text(path.read_text().replace(old, "Quite another question stands here by now, does it not?"))
    german.later(days=1).tick()
    german.at(SECOND_FORM).tick()
    second = german.last(ZOE)
    assert "Quite another question" in text_of(second)
    reply(german, first, answered(first, given))
    assert standing(german, first) == as_stored(given)
    reply(german, second, answered(second, given))
    assert standing(german, second) == as_stored(given)


@pytest.mark.parametrize("mark", ["> ", ""])
@pytest.mark.parametrize("form", FORMS)
def test_mode_66_a_reply_to_the_reminder(form, mark):
    programme, _ = known(form)
    one, about = asked(form), About.of(programme)
    letters = sample_letters(about, programme.privacy, one.questions, reference=one.sheet.reference)
    lines = tuple(wording().text(letters["reminder"], "en").splitlines())
    given = {n: text.replace("\n", "; ") for n, text in answers(one, "plain").items()}
    head = outlook.text_head(one) if not mark else "On Tue, 12 Jan 2027 at 09:00, mentoring wrote:"
    quote = "\n".join(f"{mark}{line}" for line in lines)
    raw = mail(one, f"{numbered(given, join=chr(10) * 2)}\n\n{head}\n\n{quote}\n")
    recovered(replace(one, sheet=sheet_of_receipt(one.sheet, lines)), raw, given)


def test_mode_66_a_reply_to_the_echo_changes_nothing_that_is_only_quoted(town):
    form, given = town.last(ZOE), typed(town)
    reply(town, form, answered(form, given))
    receipt = town.last(ZOE)
    assert receipt["Message-ID"] != form["Message-ID"]
    for mark in ("> ", ""):
        quote = "\n".join(f"{mark}{line}" for line in text_of(receipt).splitlines())
        reply(town, receipt, f"Thank you!\n\nOn Tue, 5 Jan 2027, Riverside e-mentoring wrote:\n\n{quote}\n")
        assert standing(town, form) == as_stored(given)


def test_mode_66_the_same_reply_sent_twice(german):
    form, given = german.last(ZOE), typed(german)
    reply(german, form, answered(form, given), message_id="<one@laptop.test>")
    packets = len(german.letters(PHILIPPA))
    reply(german, form, answered(form, given), message_id="<one@laptop.test>")
    assert len(german.letters(PHILIPPA)) == packets
    reply(german, form, answered(form, given), message_id="<two@laptop.test>", Cc="mentoring@example.org")
    assert standing(german, form) == as_stored(given)


CORRECTIONS = ("Q{} should be 5", "{}. 5", "Answer {}: 5", "Hello,\n\n{}) 5\n\nThanks,\nZoë")


def test_mode_67_one_answer_is_corrected_and_the_others_are_kept(town):
    form, given = town.last(ZOE), typed(town)
    reply(town, form, answered(form, given))
    scale = next(q for q in round_of(town, form).sheet.questions if q.labels)
    others = {n: kept for n, kept in as_stored(given).items() if n != scale.number}
    for turn, words in enumerate(CORRECTIONS):
        receipt, value = town.last(ZOE), "53"[turn % 2]
        quote = "\n".join(f"> {line}" for line in text_of(receipt).splitlines())
        said = words.format(scale.number).replace("5", value)
        reply(town, receipt, f"{said}\n\nOn Tue, 5 Jan 2027, Riverside e-mentoring wrote:\n{quote}\n")
        stored = standing(town, form)
        assert (stored[scale.number][0], stored[scale.number][1].strip(".")) == ("answered", value), words
        assert {n: stored[n] for n in others} == others, words
        assert f"{value} = " in text_of(town.last(PHILIPPA)), words


def test_mode_67_a_correction_that_names_no_question_is_asked_about_or_passed_on(german):
    form, given = german.last(ZOE), typed(german)
    reply(german, form, answered(form, given))
    receipt = german.last(ZOE)
    reply(german, receipt, "Sorry, the rating should have been better.")
    assert standing(german, form) == as_stored(given)
    assert "should have been better" in text_of(german.last(PHILIPPA))


def test_mode_68_a_colleague_who_answers_is_held(town):
    form, given = town.last(ZOE), typed(town)
    mentors = len(town.letters(PHILIPPA))
    head = "---------- Forwarded message ---------\nFrom: Riverside e-mentoring\nTo: Zoë\n\n"
    for above in ("", head):
        assert reply(town, form, above + answered(form, given), sender="colleague@elsewhere.test").held == 1
    assert standing(town, form) == {}
    assert len(town.letters(PHILIPPA)) == mentors
    # What anybody gets who writes to an address that is not theirs, once, and nothing of the form.
    (told,) = town.letters("colleague@elsewhere.test")
    assert "nobody has read it" in " ".join(text_of(told).split())
    assert "Answer 1" not in text_of(told)
