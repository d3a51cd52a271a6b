"""What each part of a post answers: a person who writes between our lines is understood only beside them."""

from __future__ import annotations

from dataclasses import dataclass

from mailbot.reading.folding import squared
from mailbot.reading.leftovers import Typed
from mailbot.reading.post_quotes import Post

_LONGEST = 600  # characters shown of what is answered
_CUT = " …"


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """New words in one place, and the paragraph of our message right above them; "" where they answer it as a whole."""

    answers: str
    words: str


def answered_by(post: Post, stretches: list[list[Typed]]) -> list[str]:
    """For each stretch the paragraph of the known parent that it stands below, "" if it stands beside the quote."""
    if not post.matched:
        return [""] * len(stretches)
    found = [_above(post, stretch[0]) for stretch in stretches]
    below = [number for number, words in enumerate(found) if words]
    if len(below) == 1 and not _known_below(post, stretches[below[0]][-1]):
        return [""] * len(stretches)  # a reply below the whole of it
    return found


def as_letter(passages: tuple[Passage, ...]) -> str:
    """The passages as one text, each below what it answers, with its mark: what the other side is sent."""
    parts: list[str] = []
    for passage in passages:
        if passage.answers:
            parts.append("\n".join(f"> {row}" for row in passage.answers.split("\n")))
        parts.append(passage.words)
    return "\n\n".join(parts)


def _above(post: Post, row: Typed) -> str:
    """The known lines above the row, up to an empty one, and what is known on its own line."""
    stream = post.stream
    rows = [stream.lines[row.line].text.partition(row.text)[0].strip()] if row.shared else []
    number = row.line - 1
    while number >= 0 and not rows and not stream.lines[number].text.strip():
        number -= 1
    while number >= 0 and stream.holds_known(stream.at_line(number), stream.at_line(number + 1)):
        rows.insert(0, stream.lines[number].text.strip())
        number -= 1
    text = _as_we_sent(post, " ".join(text for text in rows if text))
    return text if len(text) <= _LONGEST else text[:_LONGEST].rsplit(maxsplit=1)[0] + _CUT


def _as_we_sent(post: Post, text: str) -> str:
    """Our own paragraph, if these are its words: a client has wrapped it in the middle of a link."""
    words = squared(text)
    for parent in post.parents:
        for paragraph in parent.split("\n\n"):
            if words and squared(paragraph) == words:
                return " ".join(paragraph.split())
    return text


def _known_below(post: Post, row: Typed) -> bool:
    return post.stream.holds_known(post.stream.at_line(row.line + 1), len(post.stream))
