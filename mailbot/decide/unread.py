"""Words that arrived where we cannot read them: in a file, behind a portal. Their writer is told; nobody is silent."""

from __future__ import annotations

import re

from mailbot.decide.case import Case
from mailbot.message.file_kinds import FileKind, files_of
from mailbot.model.answer import Reading
from mailbot.model.inbound import Bodies, InboundMessage
from mailbot.wording.letters import Unreadable

_LOOKED_AT = 3_000  # characters
_FEW_WORDS = 25  # beside a document; a letter has more
_FEW_BESIDE_PICTURE = 8  # people put pictures into letters too
_COVERING_WORDS = 80  # with a word that speaks of the file
_WHOLE_MESSAGES = ("tnef", "smime")  # wrapped up by a mail program, with nothing but a footer beside it
_ATTACHED = re.compile(
    r"attach|enclos|anhang|angeh[äa]ngt|beigef[üu]gt|anbei|ci-joint|pi[èe]ces? jointe|adjunt|allegat|bijlage|bijgevoegd"
    r"|bifog|vedlagt|vedh[æe]ft|liite|za[łl][ąa]cz|p[řr][íi]loh|em anexo"
    r"|prilo|прилож|вложен|συνημμ|csatol|ekte|附件|添付|첨부",
    re.IGNORECASE,
)
_WRAPPED = re.compile(
    r"(?:sent you|received|is) an? (?:secure|encrypted|protected) (?:e-?mail|message)"
    r"|(?:secure|encrypted|protected) (?:e-?mail|message) (?:from|portal|was sent|has been sent)"
    r"|(?:view|read|open) (?:the|this|your) (?:secure|encrypted|protected) (?:e-?mail|message)"
    r"|microsoft purview message encryption|confidential-mail\.google\.com"
)


def unread_answers(case: Case, reading: Reading) -> Unreadable | None:
    """The letter to somebody whose reply has no answers that we can read but may have some that we cannot."""
    texts = [answer.text for answer in reading.answers if answer.text]
    if len(texts) > 1 or any(not _ATTACHED.search(text) or len(text.split()) > _FEW_WORDS for text in texts):
        return None
    return unread_words(case, "\n".join([*texts, reading.unplaced]))


def unread_words(case: Case, words: str) -> Unreadable | None:
    """The same for any message of which these words were read."""
    message = case.message
    if _is_wrapped(message):
        return Unreadable(about=case.about, why="secure_portal")
    files = files_of(message.parts)
    if not files or not _is_covering_note(words, files):
        return None
    first = files[0]
    if first.what in _WHOLE_MESSAGES:
        return Unreadable(about=case.about, why=first.what)
    return Unreadable(about=case.about, why="attachment", what=first.what, name=first.name, others=len(files) - 1)


def _is_covering_note(words: str, files: tuple[FileKind, ...]) -> bool:
    """Whether the files are what was to be said; people put pictures into letters too, and logos below them."""
    count = len(words.split())
    if not count or (count <= _COVERING_WORDS and _ATTACHED.search(words)):
        return True
    if any(file.what != "picture" for file in files):
        return count <= _FEW_WORDS
    return count <= _FEW_BESIDE_PICTURE and not all(file.small for file in files)


def _is_wrapped(message: InboundMessage) -> bool:
    """Whether a secure-mail service speaks in the person's place."""
    return any(_WRAPPED.search(text) for text in _openings(message.bodies))


def _openings(bodies: Bodies) -> list[str]:
    found = []
    for lines in (bodies.plain, bodies.html):
        unquoted = " ".join(line.text for line in lines[:200] if not line.depth)
        found.append(" ".join(unquoted[:_LOOKED_AT].lower().split()))
    return found
