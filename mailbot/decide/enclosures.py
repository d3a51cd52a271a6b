"""The files of one message: made anew where the programme passes their kind on; its writer is told of the others."""

from __future__ import annotations

from dataclasses import dataclass

from mailbot.anonymity.attachments import rebuilt
from mailbot.anonymity.gate.eyes import Eye
from mailbot.anonymity.gate.files import sights
from mailbot.decide.case import Case
from mailbot.decide.screening import Screen
from mailbot.message.attachments import contents
from mailbot.message.file_kinds import files_of
from mailbot.model.outbound import Attachment
from mailbot.wording.letters import Refusal

_WHAT = {"pdf": "pdf", "docx": "word", "xlsx": "spreadsheet", "pptx": "slides"}
_NOT_MEANT = ("signature", "report")  # made by programs; nobody attached them


@dataclass(frozen=True, slots=True, kw_only=True)
class Enclosed:
    """What goes with the words, and what its writer meant to send and we left out."""

    kept: tuple[Attachment, ...] = ()
    refused: tuple[Refusal, ...] = ()


def enclosed(case: Case, screen: Screen) -> Enclosed:
    """The files of the message in hand; small logos and signatures that did not pass are not spoken of.

    What a file says is looked at like the words. It cannot be masked, so it stays behind, and the words go on.
    """
    parts = case.message.parts
    if not parts:
        return Enclosed()
    made = rebuilt(parts, contents(case.message.raw), case.programme.relay.attachments)
    refused = [
        Refusal(number=one.number, what=one.what, why=one.why)
        for one in made.refused
        if one.what not in _NOT_MEANT and _is_meant(case, one.number, one.what)
    ]
    behind = {one.number for one in made.refused}
    numbers = (number for number in range(1, len(parts) + 1) if number not in behind)
    kept = []
    for number, file in zip(numbers, made.kept, strict=True):
        if why := screen.why_not(_words_of(file)):
            refused.append(Refusal(number=number, what=_WHAT.get(file.filename.rpartition(".")[2], "picture"), why=why))
        else:
            kept.append(file)
    return Enclosed(kept=tuple(kept), refused=tuple(sorted(refused, key=lambda one: one.number)))


def _words_of(file: Attachment) -> str:
    """What people read in it."""
    return "\n".join(sight.text for sight in sights(file.content) if sight.eye is Eye.READER)


def _is_meant(case: Case, number: int, what: str) -> bool:
    """Whether somebody attached it; a small picture that is called like a logo came with their signature."""
    return what != "picture" or bool(files_of((case.message.parts[number - 1],)))
