"""The letters that the tests of this room look at: every template and branch, and words that try to break out."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from mailbot.errors import Fault
from mailbot.model.answer import Answer, AnswerState
from mailbot.model.form import FormQuestion, Question, QuestionKind
from mailbot.model.form import Wording as Asked
from mailbot.model.programme import Contact, Privacy, Role
from mailbot.wording import letters as to
from mailbot.wording.answer_lines import answer_lines, packet, packet_update
from mailbot.wording.forms import form_questions
from mailbot.wording.letters import About, Letter
from mailbot.wording.render import Wording
from mailbot.wording.samples import sample_letters

TEMPLATES = Path(__file__).parents[2] / "templates"
SOURCES = {path.name: path.read_text(encoding="utf-8") for path in TEMPLATES.glob("*.j2")}
WORDING = Wording(SOURCES)
REFERENCE = "7F3A-K2QM-9XDB-LR4T"
PRIVACY = Privacy(controller="Northern Deanery", lawful_basis="public task", special_category="explicit consent")
ABOUT = About(
    programme="Northern surgical e-mentoring",
    controller="Northern Deanery",
    coordinator="coordinator@example.org",
    contacts=(
        Contact(name="Occupational health", what="confidential, for all staff", phone="020 7946 0000"),
        Contact(name="The library", what="", email="library@example.org"),
    ),
)
BARE = About(programme="Nursing e-mentoring", controller="Ward 7 & Co", coordinator="", alias=False)

# What people may write, to break out of a template, of HTML, of a header or of a line.
TRICKY = (
    '{{7*7}} {% raw %} <script>alert(1)</script> & "quotes" </p>\n'
    "  - indented, ze\u0142knięte, \u65e5\u672c\u8a9e, \U0001f600\n\n\n"
    "\u0634\u0643\u0631\u0627 \u062c\u0632\u064a\u0644\u0627 \u0639\u0644\u0649 \u0643\u0644 \u0634\u064a\u0621\n"
    "Subject: no header\x00\x1e\x1dp\x1f\r\n"
    "a line of eighty characters and more goes on and on until it has to be wrapped by somebody, which is us\n"
    "https://example.org/a/very/long/address/that/is/longer/than/seventy-two/columns/and/stays/whole"
)

UNREAD = ("tnef", "attachment", "empty", "odd", "smime_signed", "rights_managed", "secure_portal")


def question(question_id: str, kind: QuestionKind, ask: str, **words: object) -> Question:
    at_least = words.pop("at_least", 0)
    return Question(id=question_id, kind=kind, words={"": Asked(ask=ask, **words)}, at_least=at_least)


QUESTIONS: tuple[FormQuestion, ...] = form_questions(
    (
        question("skills", QuestionKind.TEXT, "Which skills have you gained in the past two months?"),
        question(
            "satisfaction",
            QuestionKind.SCALE,
            "How satisfied are you with your training?",
            labels=("very unsatisfied", "unsatisfied", "neither", "satisfied", "very satisfied"),
        ),
        question("leave", QuestionKind.YES_NO, "Have you been able to take your study leave?"),
        question("topic", QuestionKind.CHOICE, "What shall we talk about next?", options=("work", "career")),
        question("goal_short", QuestionKind.GOAL, "What is your goal for the coming year?"),
        question("goal_long", QuestionKind.GOAL, "What is your goal for the long term?"),
        question(
            "positives",
            QuestionKind.LIST,
            "What went well in the past two months? Please give at least two points.",
            help="for example: first solo appendicectomy",
            at_least=3,
        ),
        question("negatives", QuestionKind.LIST, "What did not go well? Please give two points.", at_least=2),
    ),
    "en",
)


def answered(question_id: str, text: str, value: int | None = None, items: tuple[str, ...] = ()) -> Answer:
    return Answer(question=question_id, state=AnswerState.ANSWERED, text=text, value=value, items=items)


BEFORE = (
    answered("satisfaction", "2", 2),
    answered("leave", "no", 0),
    answered("topic", "1", 1),
    answered("goal_short", "An audit."),
    answered("goal_long", "A fellowship."),
)
NOW = (
    answered("skills", TRICKY),
    answered("satisfaction", "4 - good on the whole", 4),
    answered("leave", "Yes", 1),
    answered("topic", "1", 1),
    answered("goal_short", "The audit, by June."),
    answered("positives", "one", items=("one",)),
    Answer(question="negatives", state=AnswerState.UNCLEAR),
)


def _forms() -> dict[str, Letter]:
    lines = answer_lines(QUESTIONS, NOW)
    half = (answered("skills", "one"), Answer(question="leave", state=AnswerState.BLANK))
    short = answer_lines(QUESTIONS[-2:], (answered("positives", "one", items=("one", "two")),))
    reminder = {"about": ABOUT, "round_number": 2, "sent_on": date(2027, 1, 5), "reference": REFERENCE}
    return {
        "form-open-end": to.Form(about=BARE, round_number=12, questions=QUESTIONS, reference=REFERENCE),
        "form-longest-subject": to.Form(
            about=ABOUT, round_number=12, questions=(), reference=REFERENCE, reply_by_on=date(2027, 9, 28)
        ),
        "receipt-tricky": to.Receipt(
            about=ABOUT, round_number=2, lines=lines, reference=REFERENCE, unplaced=TRICKY, corrected=True
        ),
        "receipt-waiting": to.Receipt(about=BARE, round_number=2, lines=short, reference=REFERENCE, passed_on=False),
        "receipt-two-unclear": to.Receipt(
            about=BARE,
            round_number=2,
            lines=answer_lines(
                QUESTIONS,
                (
                    Answer(question="topic", state=AnswerState.UNCLEAR, text="both"),
                    Answer(question="leave", state=AnswerState.UNCLEAR, text="partly"),
                ),
            ),
            reference=REFERENCE,
        ),
        "nothing_found-unplaced": to.NothingFound(about=ABOUT, round_number=2, reference=REFERENCE, unplaced=TRICKY),
        "reminder-last-day": to.Reminder(**reminder, days_left=1),
        "reminder-over": to.Reminder(
            **reminder, days_left=0, started=True, open_questions=answer_lines(QUESTIONS[:2], ())
        ),
        "reminder-none-open": to.Reminder(**reminder, days_left=3, started=True),
        "packet-tricky": packet(ABOUT, "Heron", 2, QUESTIONS, NOW, previous=BEFORE, unplaced=TRICKY),
        "packet-bare": packet(BARE, "Heron 2", 1, QUESTIONS, half),
        "packet-positives-only": packet(BARE, "Heron", 1, QUESTIONS, NOW[-2:-1]),
        "packet_update-tricky": packet_update(
            ABOUT, "Heron", 2, questions=QUESTIONS, before=BEFORE, now=NOW, unplaced=TRICKY
        ),
    }


def _others() -> dict[str, Letter]:
    return {
        "invitation-named": to.Invitation(about=BARE, role=Role.MENTEE, privacy=PRIVACY),
        "paired-named": to.Paired(about=BARE, role=Role.MENTEE, word="Heron", name="Dr Philippa Ashgrove"),
        "paired-longest-word": to.Paired(about=ABOUT, role=Role.MENTOR, word="Yellowhammer 2"),
        "paused-open-mentor": to.Paused(about=ABOUT, role=Role.MENTOR),
        "resumed-mentor": to.Resumed(about=ABOUT, role=Role.MENTOR),
        "resumed-open": to.Resumed(about=ABOUT, role=Role.MENTEE),
        "left_notice-bare": to.LeftNotice(about=BARE, partner="Your mentee Heron"),
        **{f"already-{standing}": to.Already(about=ABOUT, standing=standing) for standing in to.Standing},
        "mentor_quiet-bare": to.MentorQuiet(about=BARE, round_number=1),
        "post-tricky": to.Post(
            about=ABOUT,
            reader=Role.MENTOR,
            partner="Your mentee Heron",
            text=TRICKY,
            subject="Your mentee Heron: {{7*7}} <b>bold</b>\r\nBcc: x@example.org",
            attachments_left_out=2,
        ),
        **_kept_back(),
        "recalled-one": to.Recalled(about=ABOUT, partner="Your mentee Heron", found=True),
        "recalled-many": to.Recalled(about=ABOUT, partner="Your mentor", found=True, more=2),
        "recalled-answers": to.Recalled(about=ABOUT, partner="Your mentor", found=True, answers=True),
        "recalled-too-late": to.Recalled(about=BARE, partner="Your mentor", found=False),
        **{
            f"reveal_standing-{standing}": to.RevealStanding(about=BARE, partner="Your mentor", standing=standing)
            for standing in ("refused", "stopped", "done")
        },
        "names-tricky": to.Names(about=ABOUT, partner="Your mentee Heron", role=Role.MENTOR, name=TRICKY),
        "not_delivered_later-bare": to.NotDeliveredLater(about=BARE, partner="Your mentee Heron"),
        "closed_pair-not-begun": to.ClosedPair(about=BARE, partner="Your mentor", begun=False),
        "which_pair-only": to.WhichPair(
            about=ABOUT, choices=(to.PairChoice(partner="Your mentor", address="mentoring+t-heron@example.org"),)
        ),
        "help-bare": to.Help(about=BARE, role=Role.MENTEE),
        "challenge-again": to.Challenge(
            about=ABOUT, received_at=datetime(2027, 3, 9, 8, 5, tzinfo=UTC), size_bytes=0, again=True
        ),
        "settled-no": to.Settled(about=ABOUT, released=False),
        "address_old-bare": to.AddressOld(about=BARE),
        **{f"unreadable-{why}": to.Unreadable(about=ABOUT, why=why) for why in UNREAD},
        "unreadable-file": to.Unreadable(about=ABOUT, why="attachment", what="word", name="My answers.docx", others=1),
        "unreadable-pictures": to.Unreadable(
            about=ABOUT, why="attachment", what="picture", name="IMG_1.heic", others=3
        ),
        "stranger-bare": to.Stranger(offices=()),
        "unknown_token-bare": to.UnknownToken(offices=()),
        "coordinator_faults-one": to.CoordinatorFaults(
            about=ABOUT, faults=(Fault(file="northern.toml", line=None, message="this file cannot be read"),)
        ),
        "operator_trouble-counts": to.OperatorTrouble(counts=(to.Count(what="held for a day or more", number=1),)),
    }


def _kept_back() -> dict[str, Letter]:
    """Words and files that did not go at once, in every way in which that is said."""
    on, partner = date(2027, 2, 4), "Your mentee Heron"
    files = tuple(to.Refusal(number=n, what=what, why=why) for n, what, why in ((1, "calendar", "kind"), (3, "x", "y")))
    kinds = ("name", "address", "domain", "phone", "link", "token", "photograph", *(f"kind {n}" for n in range(9)))
    everything = tuple(to.Finding(kind=kind, line=n) for n, kind in enumerate(kinds, 1))
    held = to.HeldPost(about=ABOUT, partner=partner, findings=everything, until_on=on, copied=3)
    waiting = to.StillWaiting(about=BARE, partner=partner, written_on=date(2027, 1, 5), until_on=on)
    of_form = replace(waiting, round_number=2, reference=REFERENCE)
    asked = answer_lines(QUESTIONS[:2], ())
    back = to.KeptBack(number=2, ask=QUESTIONS[1].ask, findings=(to.Finding(kind="phone", line=1),))
    twice = (to.Finding(kind="phone", line=1), to.Finding(kind="link", line=3))
    receipt = to.Receipt(about=BARE, round_number=2, lines=asked, reference=REFERENCE, until_on=on)
    return {
        "left_out-many": to.LeftOut(about=ABOUT, partner=partner, refused=files, attached=1),
        "left_out-instead": to.LeftOut(
            about=ABOUT, partner=partner, refused=files, instead_of_on=on, elsewhere=1, insisted=True
        ),
        "left_out-copied": to.LeftOut(about=ABOUT, partner=partner, copied=2, attached=2),
        "held_post-kinds": held,
        "held_post-one": replace(held, findings=everything[:1], patient=True, copied=1),
        "held_post-text": replace(held, findings=(to.Finding(kind="name"), to.Finding(kind="name")), firm=True),
        "held_post-attached": replace(held, findings=(to.Finding(kind="odd", where="attachment"),), copied=0),
        "still_waiting-patient": replace(waiting, patient=True),
        "still_waiting-firm": replace(waiting, firm=True),
        "still_waiting-gone": replace(waiting, over=True),
        "still_waiting-one": replace(of_form, questions=asked[:1]),
        "still_waiting-two": replace(of_form, questions=asked, patient=True),
        "still_waiting-outside": replace(of_form, over=True, patient=True),
        "left_out-masked": to.LeftOut(about=ABOUT, partner=partner, insisted=True, masked=True),
        "not_sent-unclear": to.NotSent(about=BARE, partner=partner, unclear=True),
        "not_sent-name": to.NotSent(about=BARE, partner=partner, waiting=True),
        "receipt-one-back": replace(receipt, kept_back=(back,), attachments=1, copied=1, passed_on=False),
        "receipt-two-back": replace(
            receipt,
            kept_back=(replace(back, findings=twice), to.KeptBack(number=0, ask="", findings=twice[:1])),
            patient=True,
            attachments=2,
            insisted=True,
        ),
        "receipt-earlier": replace(receipt, kept_back=(replace(back, ask=""),), firm=True, corrected=True),
    }


CASES: dict[str, Letter] = {
    **sample_letters(ABOUT, PRIVACY, QUESTIONS, reference=REFERENCE),
    **_forms(),
    **_others(),
}
