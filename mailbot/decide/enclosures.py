"""The files of one message: made anew where the programme passes their kind on; its writer is told of the others."""

from __future__ import annotations

from dataclasses import dataclass

from mailbot.anonymity.attachments import rebuilt
from mailbot.decide.case import Case
from mailbot.message.attachments import contents
from mailbot.message.file_kinds import files_of
from mailbot.model.outbound import Attachment
from mailbot.wording.letters import Refusal

_NOT_MEANT = ("signature", "report")  # made by programs; nobody attached them


@dataclass(frozen=True, slots=True, kw_only=True)
class Enclosed:
    """What goes with the words, and what its writer meant to send and we left out."""

    kept: tuple[Attachment, ...] = ()
    refused: tuple[Refusal, ...] = ()


def enclosed(case: Case) -> Enclosed:
    """The files of the message in hand; small logos and signatures that did not pass are not spoken of."""
    parts = case.message.parts
    if not parts:
        return Enclosed()
    made = rebuilt(parts, contents(case.message.raw), case.programme.relay.attachments)
    refused = tuple(
        Refusal(number=one.number, what=one.what, why=one.why)
        for one in made.refused
        if one.what not in _NOT_MEANT and _is_meant(case, one.number, one.what)
    )
    return Enclosed(kept=made.kept, refused=refused)


def _is_meant(case: Case, number: int, what: str) -> bool:
    """Whether somebody attached it; a small picture that is called like a logo came with their signature."""
    return what != "picture" or bool(files_of((case.message.parts[number - 1],)))
