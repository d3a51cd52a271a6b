"""Every email of a programme, worded and composed for the sample pair: what `mailbot preview` writes."""

from __future__ import annotations

from dataclasses import dataclass

from mailbot.decide.desk import Desk
from mailbot.decide.introductions import partner_name
from mailbot.decide.outgoing import Note, queue
from mailbot.decide.sample import Sample, sample_desk
from mailbot.errors import MailbotError
from mailbot.model.ids import Token
from mailbot.model.outbound import Automation, Words
from mailbot.model.programme import Programme, Role
from mailbot.wording.letters import About, Form, Letter
from mailbot.wording.render import Wording
from mailbot.wording.samples import sample_letters

_ABOUT_THE_FORM = ("receipt", "reminder", "nothing_found", "unreadable")
_IN_THE_THREAD = frozenset(
    {"post", "paired", "packet", "packet_update", "nudge", "held_post", "left_out", "left_notice"}
    | {"still_waiting", "not_sent"}
    | {"recalled", "reveal_offered", "reveal_standing", "names"}
)
_TO_MENTOR = ("packet", "packet_update", "nudge")


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleEmail:
    """One email: "receipt.en", its words, and the bytes that a person would receive."""

    name: str
    words: Words
    raw: bytes


def sample_emails(programme: Programme, wording: Wording, sample: Sample) -> tuple[SampleEmail, ...]:
    """The form exactly as it was sent, then every other letter, in the order in which people may meet them."""
    language = sample.round.sheet.language
    desk = sample_desk(programme, wording, f"letters-{language}")
    about = About.of(programme)
    letters = sample_letters(
        about, programme.privacy, sample.round.sheet.questions, reference=sample.round.sheet.reference
    )
    emails = []
    for name, letter in letters.items():
        words, raw = wording.words(letter, language), b""
        if isinstance(letter, Form):
            text = "\n".join(sample.round.sheet.lines) + "\n"
            words, raw = Words(subject=sample.round.sheet.subject, text=text, html=words.html), sample.form.message.raw
        else:
            raw = _composed(desk, programme, sample, name, letter, words)
        emails.append(SampleEmail(name=f"{name}.{language}", words=words, raw=raw))
    return tuple(emails)


def _composed(desk: Desk, programme: Programme, sample: Sample, name: str, letter: Letter, words: Words) -> bytes:
    mentor = name.endswith("-mentor") or letter.template in _TO_MENTOR
    role = Role.MENTOR if mentor else Role.MENTEE
    in_thread = letter.template in _IN_THE_THREAD
    proxy: tuple[str, Token] | None = None
    if letter.template in _ABOUT_THE_FORM:
        proxy = ("f", sample.round.token)
    elif in_thread:
        proxy = ("t", sample.pair.token(role))
    queued = queue(
        desk,
        Note(
            event=f"sample:{name}",
            letter=letter,
            words=words,
            to_address=sample.pair.side(role).invite_address,
            from_name=partner_name(sample.pair, role) if in_thread else programme.title,
            proxy=proxy,
            automation=Automation.NONE if letter.template == "post" else Automation.GENERATED,
        ),
    )
    if isinstance(queued, tuple):
        raise MailbotError(f"the sample {name} did not pass the gate")
    return queued.message.raw
