"""Every template tried out on a made-up letter, so that a fault in an edited one is found before a person is."""

from __future__ import annotations

from mailbot.errors import ConfigError, Fault
from mailbot.model.form import Question, QuestionKind, Wording
from mailbot.model.ids import QuestionId
from mailbot.model.programme import Contact, Privacy
from mailbot.wording.forms import form_questions
from mailbot.wording.letters import About
from mailbot.wording.render import Wording as Templates
from mailbot.wording.samples import sample_letters

REFERENCE = "AAAA-BBBB-CCCC-DDDD"
_ABOUT = About(
    programme="Riverside e-mentoring",
    controller="Riverside Health",
    coordinator="coordinator@example.org",
    contacts=(Contact(name="Occupational health", what="confidential, for all staff", phone="020 7946 0000"),),
)
_PRIVACY = Privacy(controller="Riverside Health", lawful_basis="public task", special_category="explicit consent")
_QUESTIONS = (
    Question(
        id=QuestionId("satisfaction"),
        kind=QuestionKind.SCALE,
        words={"": Wording(ask="How satisfied are you with your training?", labels=("not", "partly", "fully"))},
    ),
    Question(
        id=QuestionId("leave"),
        kind=QuestionKind.YES_NO,
        words={"": Wording(ask="Have you been able to take your study leave?")},
    ),
    Question(
        id=QuestionId("balance"),
        kind=QuestionKind.SCALE,
        words={"": Wording(ask="How is your balance of work and life?", labels=("poor", "fair", "good"))},
    ),
    Question(
        id=QuestionId("goal"), kind=QuestionKind.GOAL, words={"": Wording(ask="What is your goal for this year?")}
    ),
    Question(
        id=QuestionId("positives"),
        kind=QuestionKind.LIST,
        words={"": Wording(ask="What went well in the past months?", help="at least two points")},
        at_least=3,
    ),
    Question(id=QuestionId("other"), kind=QuestionKind.TEXT, words={"": Wording(ask="Is there anything else to say?")}),
)


def template_faults(templates: Templates, language: str = "en") -> tuple[Fault, ...]:
    """Every fault of the templates in that language: missing, unreadable, or using a value that a letter lacks."""
    letters = sample_letters(_ABOUT, _PRIVACY, form_questions(_QUESTIONS, language), reference=REFERENCE)
    faults: dict[Fault, None] = {}
    for letter in letters.values():
        try:
            words = templates.words(letter, language)
        except ConfigError as error:
            faults.update(dict.fromkeys(error.faults))
        else:
            if letter.template == "form" and REFERENCE not in words.text:
                faults[Fault(file="templates/form.en.j2", line=None, message="the reference line is missing")] = None
    return tuple(faults)
