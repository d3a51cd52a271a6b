"""The new words of a post: what the person typed, without quotes, what opens them, and signature.

Our own words first (the parent and every earlier message of the thread are known), then quote marks, then the build
of the lines that open a quote, and words of mail programs last: a wrong cut is worse than a quote left in. What was
forwarded was not typed and goes. What a signature is, and what of it stays, says post_signature.py.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from mailbot.model.inbound import Bodies
from mailbot.reading.answer_text import Typing, answer_text, typing_of
from mailbot.reading.leftovers import Typed
from mailbot.reading.post_passages import Passage, answered_by
from mailbot.reading.post_quotes import Post, typed_in
from mailbot.reading.post_signature import without_signature
from mailbot.reading.writer import signatures_of

_MOST_LINES = 20_000


def new_words(
    bodies: Bodies, *, parent: str = "", earlier: Sequence[str] = (), writer_names: tuple[str, ...] = ()
) -> str:
    """The words that are new in a post, paragraphs in order; "" if there are none.

    `parent` is the text of the message that it answers, as we sent it, "" where not known; `earlier` are those
    before it in the thread.
    """
    return "\n\n".join(passage.words for passage in passages(bodies, parent, earlier, writer_names))


def passages(
    bodies: Bodies, parent: str, earlier: Sequence[str] = (), writer_names: tuple[str, ...] = ()
) -> tuple[Passage, ...]:
    """The new words in the order in which they stand, each with what it answers; () if there are none."""
    own = signatures_of(writer_names)
    parents = [text for text in (parent, *earlier) if text]
    for lines, wraps in ((bodies.html, False), (bodies.plain, True)):
        post = typed_in(lines[:_MOST_LINES], parents)
        stretches = _signed_off(post, own)
        typing = _typing(post, stretches, wraps=wraps)
        texts = [answer_text(post.stream, stretch, typing) for stretch in stretches]
        above = answered_by(post, stretches)
        found = tuple(Passage(answers=a, words=text) for a, text in zip(above, texts, strict=True) if text)
        if found:
            return found
    return ()


def _signed_off(post: Post, own: frozenset[str]) -> list[list[Typed]]:
    whole = len(post.stretches) == 1
    standard = frozenset(number for number, line in enumerate(post.stream.lines) if line.text == "-- ")
    kept = [without_signature(stretch, own, whole=whole, standard=standard) for stretch in post.stretches]
    return [stretch for stretch in kept if stretch]


def _typing(post: Post, stretches: list[list[Typed]], *, wraps: bool) -> Typing:
    rows = [row for stretch in stretches for row in stretch]
    return replace(typing_of(post.stream, rows, quoted=0, wraps=wraps), depth=post.depth)
