"""The questionnaires that the modes are tried on: the shipped ones, one in German, one in Greek, and made-up ones.

Each is rendered as mailbot would send it, so what comes back was quoted from a real form.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from mailbot.decide.sample import sample_of
from mailbot.gateways.template_files import template_sources
from mailbot.model.form import FormSheet
from mailbot.schedule.programmes import read_programme
from mailbot.wording.render import Wording
from tests.reading.strategies import WORDS

SCHEDULES = Path(__file__).parents[3] / "schedules"
HEAD = """
[programme]
name = "{name}"
timezone = "Europe/Berlin"
language = "en"
coordinators = ["coordinator@example.org"]
roster = "none.people.csv"

[privacy]
controller = "Example"
lawful_basis = "public task"
special_category = "explicit consent"

[cadence]
every = "2 months"
anchor = 2027-01-05
at = "08:00"
"""
GERMAN = """
text|Welche neuen Fähigkeiten haben Sie in den letzten zwei Monaten erworben?|zum Beispiel: Gespräche, Übergaben
scale|Wie zufrieden sind Sie zurzeit mit Ihrer Weiterbildung?|gar nicht;wenig;teils, teils;ziemlich;sehr
text|Was könnten Sie Ihrem Lebenslauf hinzufügen („nichts“ ist auch gut)?|
scale|Wie gut passen Beruf und übriges Leben im Augenblick zusammen?|schlecht;mäßig;mittel;gut;sehr gut
goal|Welches Ziel möchten Sie bis zum nächsten Fragebogen erreichen?|ein kleines
goal|Wo möchten Sie in ein bis zwei Jahren beruflich stehen?|
list|Was ist in den letzten zwei Monaten gut gelaufen? Bitte mindestens zwei Punkte.|zum Beispiel: ein Lob
list|Was ist in den letzten zwei Monaten schlecht gelaufen? Bitte mindestens zwei Punkte.|bitte ohne Namen
"""
GREEK = """
text|Ποιες νέες δεξιότητες αποκτήσατε τους τελευταίους δύο μήνες;|για παράδειγμα: μια νέα τεχνική
scale|Πόσο ικανοποιημένοι είστε από την εκπαίδευσή σας;|καθόλου;λίγο;μέτρια;αρκετά;πολύ
text|Τι θα προσθέτατε στο βιογραφικό σας από αυτό το διάστημα;|
scale|Πόσο ταιριάζουν η εργασία και η υπόλοιπη ζωή σας;|κακά;μέτρια;έτσι κι έτσι;καλά;πολύ καλά
goal|Τι θέλετε να πετύχετε πριν από το επόμενο ερωτηματολόγιο;|
list|Τι πήγε καλά τους τελευταίους δύο μήνες; Γράψτε τουλάχιστον δύο σημεία.|χωρίς ονόματα
"""
LINK = (
    "https://mentoring.example.org/help/what-happens-with-what-you-write/and-who-may-see-it?language=en&round=1#"
    "the-long-answer"
)
LABELS = "very poor;poor;fair;good;very good"


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A paragraph of the form: "intro", "question", "hint", "marker" or "closing", and of which question."""

    rows: tuple[str, ...]
    gap: int
    kind: str
    number: int = 0

    @property
    def text(self) -> str:
        return " ".join(self.rows)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A form as it was sent."""

    name: str
    sheet: FormSheet
    paragraphs: tuple[Paragraph, ...]
    raw: bytes

    @property
    def questions(self):
        return self.sheet.questions


@cache
def wording():
    return Wording(template_sources(None))


def toml_of(name, table, *, link=False):
    """A schedule file out of lines of kind, question, and help or labels."""
    rows = [HEAD.format(name=name)]
    for number, row in enumerate(table.strip().split("\n"), 1):
        kind, ask, more = row.split("|")
        if link and kind != "scale":
            more = f"{more} {LINK}"
        rows += ["[[question]]", f'id = "q{number}"', f'kind = "{kind}"', f'ask = "{ask}"']
        if kind == "scale":
            rows.append("labels = [{}]".format(", ".join(f'"{label}"' for label in more.split(";"))))
        elif more:
            rows.append(f'help = "{more}"')
        if kind == "list":
            rows.append("at_least = 2")
    return "\n".join(rows)


def made_up(seed):
    """A questionnaire of seven random questions of random words."""
    dice = random.Random(seed)
    kinds = ["text", "scale", "goal", "scale", "text", "list", "list"]
    rows = []
    for kind in kinds:
        ask = " ".join(dice.sample(WORDS, dice.randint(6, 16))).capitalize() + "?"
        helps = ("", "a few words are enough", "leave it empty if nothing has changed")
        rows.append(f"{kind}|{ask}|{LABELS if kind == 'scale' else dice.choice(helps)}")
    return "\n".join(rows)


def schedule(name):
    """The schedule file of that questionnaire."""
    if name in SHIPPED:
        return (SCHEDULES / f"{name}.toml").read_text(encoding="utf-8")
    table, mark, _ = name.partition("-link")
    return toml_of(*TABLES.get(table) or ("Weaver mentoring", made_up(table)), link=bool(mark))


@cache
def asked(name):
    """The form of that name: a shipped schedule, "german", "greek", or "made-up-N"; "german-link" has links in it."""
    sample = sample_of(read_programme(name, schedule(name), file=f"{name}.toml"), wording())
    sheet = sample.round.sheet
    return Asked(name=name, sheet=sheet, paragraphs=tuple(split(sheet)), raw=sample.form.message.raw)


def split(sheet):
    """The form's paragraphs, each known for what it is."""
    groups = []
    for row in sheet.lines:
        if not row:
            groups[-1][1] += 1
        elif groups and groups[-1][1] == 0:
            groups[-1][0].append(row)
        else:
            groups.append([[row], 0])
    number, kind = 0, "intro"
    for rows, gap in groups:
        text = " ".join(rows)
        following = sheet.questions[number] if number < len(sheet.questions) else None
        if following is not None and text == f"{following.number}. {following.ask}":
            number, kind = number + 1, "question"
        elif number and text == sheet.questions[number - 1].marker:
            kind = "marker"
        elif number and kind == "question":
            kind = "hint"
        elif number:
            kind = "closing"
        yield Paragraph(rows=tuple(rows), gap=gap, kind=kind, number=number if kind != "closing" else 0)


TABLES = {"german": ("Pflege Nordhessen", GERMAN), "greek": ("Νοσηλευτική", GREEK)}
SHIPPED = ("northern-surgery", "nursing", "managers")
FORMS = ("nursing", "german", "made-up-1")
EVERY_FORM = ("northern-surgery", "nursing", "managers", "german", "greek", "made-up-1", "made-up-2")
