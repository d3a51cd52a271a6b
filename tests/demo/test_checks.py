from __future__ import annotations

import base64

import pytest

from mailbot.demo.checks import CHECKS, findings
from mailbot.demo.checks.answers import Asked, is_shown
from mailbot.demo.story import FORGED_WORDS, Written
from tests.demo import evidence as world
from tests.demo.letters import form


def faults(evidence):
    """The broken promises, with what is said about each."""
    return {finding.promise: finding.faults for finding in findings(evidence) if finding.faults}


def with_mail(id_, *raws, instead=None):
    letters = {key: list(value) for key, value in world.good().letters.items()}
    letters[id_] = [raw for raw in letters[id_] if raw != instead] + list(raws)
    return world.good(letters=letters)


def one(found, promise):
    """The only broken promise, and its only fault."""
    assert list(found) == [promise]
    assert len(found[promise]) == 1
    return found[promise][0]


def test_all_is_well_where_all_is_well():
    assert faults(world.good()) == {}
    assert len(CHECKS) == 9


def test_a_wait_in_vain_is_told():
    said = one(faults(world.good(puzzles=["Ngozi waited in vain."])), "Nobody waited for mail in vain")
    assert said == "Ngozi waited in vain."


def test_a_form_twice():
    again = with_mail("m01", world.good().letters["m01"][0])
    assert one(faults(again), "Each form arrived exactly once") == "Ngozi Adeyemi received form 1 2 times."


def test_a_form_too_many():
    another = with_mail("m02", form(to=world.address("m02"), reference="DDDD-DDDD-DDDD-DDDD"))
    said = one(faults(another), "Each form arrived exactly once")
    assert said == "Tobias Lindqvist received 2 different forms in 1 rounds, not 1."


def test_a_form_at_a_mentor():
    strayed = with_mail("s1", form(to=world.address("s1"), reference="DDDD-DDDD-DDDD-DDDD"))
    assert "Marguerite Delacroix received 1 different forms" in one(faults(strayed), "Each form arrived exactly once")


ANSWERS = "Each answer stands as it was typed, or was asked back"


def test_an_answer_that_the_receipt_shows_otherwise():
    wrong = world.receipt("m02", answers={1: world.answer_of("m02", 1), 2: "5", 3: world.answer_of("m02", 3)})
    said = one(faults(with_mail("m02", wrong)), ANSWERS)
    assert said == "Tobias Lindqvist's answer 2 of round 1 is not in the receipt as it was typed, nor asked back."


def test_an_answer_that_was_asked_back_is_no_fault():
    asked = world.receipt(
        "m02", answers={1: world.answer_of("m02", 1), 2: "What would help: a number", 3: world.answer_of("m02", 3)}
    )
    assert faults(with_mail("m02", asked)) == {}


def test_an_answer_under_the_wrong_question():
    shifted = {1: world.answer_of("m03", 1), 2: world.answer_of("m03", 3), 3: "4"}
    found = faults(with_mail("s2", world.packet("m03", answers=shifted), instead=world.packet("m03")))[ANSWERS]
    assert found == (
        "Farah Siddiqui's answer 2 of round 1 did not reach the mentor as it was typed.",
        "Farah Siddiqui's answer 3 of round 1 did not reach the mentor as it was typed.",
    )


def test_an_answer_whose_point_was_lost():
    lost = {n: world.answer_of("m03", n) for n in (1, 2)} | {3: "- taught a newcomer"}
    assert "answer 3" in one(faults(with_mail("m03", world.receipt("m03", answers=lost))), ANSWERS)


def test_an_answer_to_a_form_that_never_came():
    unasked = Written(writer="m01", pair="m01", round=2, number=1, words="Into the void")
    found = faults(world.good(written=[*world.good().written, unasked]))
    assert "no form that it could belong to" in found[ANSWERS][0]
    beyond = Written(writer="m01", pair="m01", round=1, number=9, words="Into the void")
    found = faults(world.good(written=[*world.good().written, beyond]))
    assert "the form has no such question" in found[ANSWERS][0]


def test_a_letter_that_never_arrived_or_came_twice():
    promise = "Each letter reached the other side once"
    mentee_letter = world.post("m01", world.letters_of("m01")[0].words)
    lost = with_mail("m01", instead=mentee_letter)
    assert "reached Ngozi Adeyemi 0 times" in one(faults(lost), promise)
    assert "reached Ngozi Adeyemi 2 times" in one(faults(with_mail("m01", mentee_letter)), promise)
    bounced = world.passage(world.address("m01"), mentee_letter, outcome="5.2.2", account="")
    known = with_mail("m01", instead=mentee_letter)
    assert faults(world.good(letters=known.letters, passages=[*known.passages, bounced])) == {}


def test_a_pair_that_hardly_wrote():
    few = [w for w in world.good().written if w != world.letters_of("m02")[3]]
    said = one(faults(world.good(written=few)), "Each letter reached the other side once")
    assert said == "Tobias Lindqvist and the mentor exchanged 3 letters, fewer than 4."


def test_a_letter_with_more_in_it_than_was_typed():
    words = world.letters_of("m01")[0].words
    longer = with_mail("m01", world.post("m01", f"{words}\n\nSurgeon and poet"), instead=world.post("m01", words))
    said = one(faults(longer), "Each letter reached the other side once")
    assert said.endswith("reached Ngozi Adeyemi with more in it than was typed.")


def test_an_answer_with_more_in_it_than_was_typed():
    more = {n: world.answer_of("m03", n) for n in (1, 2)} | {3: world.answer_of("m03", 3) + "\nStill open"}
    assert "answer 3" in one(faults(with_mail("m03", world.receipt("m03", answers=more))), ANSWERS)


def test_a_scale_may_have_its_label_behind_it():
    asked = Asked(ask="How satisfied are you?", scale="1 bad 2 fair 3 good")
    answer = Written(writer="m01", pair="m01", round=1, number=2, words="3 - nice")
    for shown, is_it in (("3 - nice\n  (3 = good)", True), ("3 - nice indeed", False), ("2 = fair", False)):
        letter = world.from_bot("a@b.example", f"2. How satisfied\nare you?\n\n  {shown}\n\nBye\n")
        assert is_shown(answer, asked, [letter], asked_back=True) is is_it


GIVEN_AWAY = "Nothing gives one side away to the other"


@pytest.mark.parametrize(
    ("hidden", "said"),
    [
        (b"Hamish sends his regards", "gives away Hamish Ferguson: 'Hamish'"),
        (b"write to H.FERGUSON@millbrook.example", "gives away Hamish Ferguson: 'Ferguson'"),
        (b"Received: from a hamish-pc.millbrook.example", "gives away Hamish Ferguson"),
        (b"millbrook.example", "gives away Hamish Ferguson: 'millbrook.example'"),
        (b"07700 900461 (Mobile 07700 900461)", "gives away Hamish Ferguson"),
        (b"X-Mailer: Apple Mail (2.3826.500.181.1.5)", "shows which mail program wrote it"),
        (b"Sent from my iPhone", "shows which mail program wrote it: 'Sent from my iPhone'"),
    ],
)
def test_what_gives_somebody_away_in_clear_or_encoded(hidden, said):
    plain = b"Subject: x\r\n\r\n" + hidden
    packed = b"Subject: x\r\nContent-Transfer-Encoding: base64\r\nContent-Type: text/html\r\n\r\n" + base64.encodebytes(
        hidden
    )
    for raw in (plain, packed):
        assert said in one(faults(with_mail("m03", raw)), GIVEN_AWAY)


def test_ones_own_mail_program_gives_nobody_away():
    raw = b"Subject: x\r\nReferences: <own@mail.gmail.com>\r\n\r\nx"
    evidence = with_mail("m01", raw)
    sent = world.passage(
        world.BOT, b"Message-ID: <own@mail.gmail.com>\r\n\r\n", account=world.address("m01"), outcome="5.2.2"
    )
    assert faults(world.good(letters=evidence.letters, passages=[*evidence.passages, sent])) == {}
    assert GIVEN_AWAY in faults(evidence)


def test_a_token_that_happens_to_spell_a_name_is_none():
    assert faults(with_mail("s2", b"Subject: x\r\nMessage-ID: <k3farahq@programme.example>\r\n\r\nx")) == {}
    assert GIVEN_AWAY in faults(with_mail("s2", b"Subject: x\r\nX-Host: farah-k3q\r\n\r\nx"))


def test_a_name_in_an_encoded_header():
    raw = b"Subject: =?utf-8?b?" + base64.b64encode(b"From Hamish") + b"?=\r\n\r\nx"
    assert "Hamish" in one(faults(with_mail("m03", raw)), GIVEN_AWAY)


def test_a_name_in_an_attached_message():
    inner = b"From: x@y.example\r\nSubject: to Farah\r\n\r\nDear =?"
    raw = b"Subject: x\r\nContent-Type: message/rfc822\r\n\r\n" + inner
    assert "Farah" in one(faults(with_mail("s2", raw)), GIVEN_AWAY)


COURTESY = "A stranger got one answer, a machine none"


def test_a_stranger_without_an_answer_or_with_two():
    polite = world.good().letters["st"][0]
    assert one(faults(with_mail("st", polite)), COURTESY) == "Rex Halloran, a stranger, got 2 answers, not one."
    assert "got 0 answers" in one(faults(with_mail("st", instead=polite)), COURTESY)


def test_an_automatic_note_that_was_answered():
    note = b"Message-ID: <away@ashcombe.example>\r\nAuto-Submitted: auto-generated\r\n\r\nAway."
    noted = world.passage("mentoring+f-x@programme.example", note, account=world.address("m03"), outcome="5.2.2")
    evidence = world.good(passages=[*world.good().passages, noted])
    assert faults(evidence) == {}
    answered = with_mail("m03", b"Subject: x\r\nIn-Reply-To: <away@ashcombe.example>\r\n\r\nThank you")
    found = faults(world.good(passages=evidence.passages, letters=answered.letters))
    assert one(found, COURTESY) == "An automatic note of Farah Siddiqui was answered."


FORGERY = "The forged letter was held"


def test_a_forged_letter_that_got_through():
    found = faults(with_mail("s2", world.from_bot(world.address("s2"), FORGED_WORDS)))
    assert found[FORGERY] == ("The forged letter reached Hamish Ferguson.",)


def test_a_forged_letter_that_was_not_held():
    assert "was not held" in one(faults(world.good(held=0)), FORGERY)


def test_a_forgery_about_which_nobody_asked():
    asked = with_mail("m03", instead=world.good().letters["m03"][-1])
    assert "was not asked" in one(faults(asked), FORGERY)


def test_a_year_without_forgery_shows_nothing():
    honest = [w for w in world.good().written if w.words != FORGED_WORDS]
    assert "Nobody tried" in one(faults(world.good(written=honest)), FORGERY)


CONFIDENTIAL = "No words outside the pair's mailboxes"


@pytest.mark.parametrize("name", ["data/mailbot.db", "the log"])
@pytest.mark.parametrize(
    ("words", "writer"),
    [
        (b"m02 THOUGHTS about:\r\nthe bookshelf", "Tobias Lindqvist"),
        (b"m02 THOUGHTS about:\r\nthe bookshelf", "Marguerite Delacroix"),
        (b"blindfolded in ward m02", "Tobias Lindqvist"),
    ],
)
def test_words_in_a_file(name, words, writer):
    files = {**world.good().files, name: b"\x00\xff" + words + b"\x01"}
    said = faults(world.good(files=files))[CONFIDENTIAL]
    assert f"Words that {writer} wrote in round 1 stand in {name}." in said


@pytest.mark.parametrize("id_", ["co", "st", "m01", "s2"])
def test_words_in_somebody_elses_mailbox(id_):
    raw = world.from_bot(world.address(id_), "a quite unmistakable sentence here")
    secret = Written(writer="m02", pair="m02", round=1, number=4, words="A quite unmistakable sentence")
    evidence = with_mail(id_, raw)
    found = faults(world.good(letters=evidence.letters, written=[*evidence.written, secret]))
    assert any("Tobias Lindqvist wrote in round 1 stand in the mailbox of" in said for said in found[CONFIDENTIAL])


def test_a_name_or_address_in_a_file():
    files = {"the log": b"to=farah@ashcombe.example"}
    said = one(faults(world.good(files=files)), CONFIDENTIAL)
    assert said == "the log holds the name or address of Farah Siddiqui in clear."


ACCOUNTS = "Every message is accounted for"


def test_mail_to_nowhere():
    nowhere = world.passage("demo", b"Subject: x\r\n\r\n", account="", outcome="5.1.1")
    said = one(faults(world.good(passages=[*world.good().passages, nowhere])), ACCOUNTS)
    assert said == "1 messages went to addresses that do not exist."


@pytest.mark.parametrize(
    ("box", "changes", "said"),
    [
        (
            "inbox",
            {"held": 0},
            "1 messages came in, but 0 are accounted for (0 processed, 0 held, 0 refused, 0 shunted).",
        ),
        ("inbox", {"received": 2}, "2 messages were taken in and never decided."),
        ("inbox", {"held": 0, "shunted": 1}, "1 messages could not be handled and were put aside."),
        ("outbox", {"queued": 1, "sending": 1}, "2 messages still wait to be sent."),
        ("outbox", {"sent": 3}, "mailbot says that it sent 3 messages; the smart host took"),
    ],
)
def test_what_does_not_add_up(box, changes, said):
    counts = {name: dict(values) for name, values in world.good().counts.items()}
    counts[box].update(changes)
    assert one(faults(world.good(counts=counts)), ACCOUNTS).startswith(said)
