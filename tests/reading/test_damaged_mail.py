"""However a mail is damaged, it is read: text or a named defect, an answer or none, never an exception."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from mailbot.cli.explained import as_json
from mailbot.cli.samples import load_samples
from mailbot.decide.judge import judge
from mailbot.decide.sample import sample_context, sample_desk
from mailbot.errors import MalformedMessage
from mailbot.message.parse import parse
from mailbot.reading.answers import read_reply
from mailbot.reading.posts import new_words
from tests.reading import forms, shapes
from tests.reading.damage import damaged

ROOT = Path(__file__).resolve().parents[2]
EACH = 2  # of every mail in every run; ten thousand were tried once
SHEET = forms.surgery_sheet()
TYPED = {
    1: "Première suture – „sehr gut“ 👍", 2: "4", 3: "nothing yet", 4: "2", 5: "the exam", 6: "> a fellowship",
    8: "- one\n- two", 9: "1. lists\n2. rotas",
}  # fmt: skip
SHAPES = ("gmail_split", "gmail_inside", "outlook_html_only", "outlook_plain_top", "owa", "iphone", "yahoo",
          "thunderbird_flowed", "stale_text")  # fmt: skip


def mails() -> dict[str, bytes]:
    """Replies as clients build them, and some of those that real programs wrote."""
    given = {number: TYPED.get(number, "") for number in range(1, 10)}
    built = {name: getattr(shapes, name)(forms.surgery_questions(), given) for name in SHAPES}
    real = sorted((ROOT / "tests" / "emails" / "replies").rglob("*.eml"))[::5]
    return built | {path.stem: path.read_bytes() for path in real}


@pytest.fixture(scope="module")
def samples():
    return load_samples(ROOT / "schedules" / "northern-surgery.toml")


def read_in_every_way(raw: bytes, samples) -> None:
    programme, wording, known = samples
    try:
        message = parse(raw)
    except MalformedMessage:
        return
    reading = read_reply(SHEET, message.bodies, writer_names=("Zoë Müller",))
    assert len(reading.answers) == len(SHEET.questions)
    assert isinstance(new_words(message.bodies, parent="\n".join(SHEET.lines), writer_names=("Zoë",)), str)
    found = sample_context(message, known)
    decided = judge(message, found, sample_desk(programme, wording, "explain"))
    assert as_json(message, found, decided, sample=True)["reason"]


@pytest.mark.parametrize("name", mails())
def test_a_damaged_mail_is_read(name, samples):
    chance = random.Random(name)
    raw = mails()[name]
    for _ in range(EACH):
        read_in_every_way(damaged(raw, chance), samples)
