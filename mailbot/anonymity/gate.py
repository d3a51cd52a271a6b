"""The egress gate: the last look at a message's final bytes, and the only place that makes a ClearedMessage.

It reads the message as every reader could: raw, headers decoded, parts decoded, markup gone; folds what it sees; and
searches it for everything known of the people who must not be found in it. A hit names its kind and line, not its
value. Fails closed: bytes that cannot be read are a hit.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from functools import lru_cache

from mailbot.anonymity.folding import folded, lowered
from mailbot.anonymity.identifiers import Register, register
from mailbot.anonymity.own_words import blanked
from mailbot.anonymity.sightings import sightings
from mailbot.errors import MalformedMessage
from mailbot.message.exposed import View, views
from mailbot.model import outbound
from mailbot.model.outbound import ClearedMessage, Draft, Hit, Identity

_NOT_SHOWN = re.compile(r"<style\b[^>]*>.*?</style>", re.IGNORECASE | re.DOTALL)
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]{0,15})([^<>]*)>")
_WORDS_IN_TAG = re.compile(r"\b(?:alt|title)=\"([^\"]*)\"", re.IGNORECASE)
_USUAL_TAG = 200  # characters of a tag's attributes
# A browser shows these inside a word, so that J<b>ane</b> reads as a name.
_INLINE = frozenset(
    {"a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "del", "em", "font", "i", "ins", "mark", "s", "small"}
    | {"span", "strike", "strong", "sub", "sup", "u", "wbr"}
)


def clear(
    draft: Draft,
    raw: bytes,
    *,
    forbidden: tuple[Identity, ...],
    own: tuple[str, ...] = (),
    foreign_tokens: tuple[str, ...] = (),
) -> ClearedMessage | tuple[Hit, ...]:
    """The message cleared for sending, or what was found in it, each kind and line once.

    `own` are our addresses and domains (and other words that may always stand: a programme's title); the addressee's
    address and name never count. `foreign_tokens` are tokens of other people's proxy addresses.
    """
    if not raw.count(b"\r") == raw.count(b"\n") == raw.count(b"\r\n"):
        return (Hit(kind="line_end", where="raw"),)
    try:
        seen = views(raw)
    except MalformedMessage:
        return (Hit(kind="unreadable", where="raw"),)
    known = register(forbidden)
    ours = _ours(draft, own)
    tokens = tuple(token.lower() for token in foreign_tokens)
    looked_at = (*seen, View(where="raw", text=raw.decode("latin-1")), View(where="envelope", text=draft.envelope_from))
    if _may_hold(looked_at, known, tokens) and (
        hits := dict.fromkeys(hit for view in looked_at for hit in _hits(view, known, ours, tokens))
    ):
        return tuple(hits)
    return ClearedMessage(
        raw=raw,
        message_id=draft.message_id,
        envelope_from=draft.envelope_from,
        envelope_to=draft.to_address,
        pass_key=outbound._GATE,  # noqa: SLF001 (the key is this file's alone; tests/anonymity reads the package for it)
    )


def _ours(draft: Draft, own: tuple[str, ...]) -> tuple[str, ...]:
    """Strings that are no leak, longest first, so that an address is taken out before its domain."""
    addresses = (draft.from_address, draft.reply_to, draft.to_address, draft.to_name, draft.envelope_from)
    every = {lowered(folded(text)) for text in (*own, *addresses) if text}
    return tuple(sorted(every, key=len, reverse=True))


def _may_hold(looked_at: tuple[View, ...], known: Register, tokens: tuple[str, ...]) -> bool:
    """Whether any of it can be found in any view; False for nearly every message, at the price of one look.

    The same lines stand in several views, and few of them need folding. Neither a key word nor a token crosses the end
    of a line.
    """
    lines: set[str] = set()
    for view in looked_at:
        lines.update(view.text.replace("\r\n", "\n").split("\n"))
        if view.where == "html":
            lines.update(shown(view.text).split("\n"))
    plain = "\n".join(filter(str.isascii, lines))
    foreign = "\n".join(line for line in lines if not line.isascii())
    return any(
        known.candidates(low) or any(token in low for token in tokens)
        for low in (lowered(plain), lowered(folded(foreign)))
    )


def _hits(view: View, known: Register, ours: tuple[str, ...], tokens: tuple[str, ...]) -> Iterator[Hit]:
    strong_only = view.where in ("raw", "machinery", "envelope", "part")
    yield from _hits_in(view.text, view.where, known, ours, tokens, strong_only=strong_only or view.where == "html")
    if view.where == "html":
        yield from _hits_in(shown(view.text), "html", known, ours, (), strong_only=False)


def _hits_in(
    text: str,
    where: str,
    known: Register,
    ours: tuple[str, ...],
    tokens: tuple[str, ...],
    *,
    strong_only: bool,
) -> Iterator[Hit]:
    """What is found in one text. Names count only where people read: a colour or a header may be called as a person."""
    cased = folded(text)
    low = lowered(cased)
    for token in tokens:
        if token in low:
            yield Hit(kind="token", where=where, line=low.count("\n", 0, low.index(token)) + 1)
    candidates = known.candidates(low)
    if not candidates:
        return
    addresses = [form for form in candidates if form.kind == "address"]
    others = [form for form in candidates if form.kind != "address" and not (strong_only and form.kind == "name")]
    own_addresses = tuple(text for text in ours if "@" in text)
    for forms, ignored in ((addresses, own_addresses), (others, ours)):
        if not forms:
            continue
        line, counted = 1, 0
        for seen in sightings(cased, blanked(low, ignored), forms):
            line, counted = line + low.count("\n", counted, seen.start), seen.start
            yield Hit(kind=seen.form.kind, where=where, line=line)


def shown(markup: str) -> str:
    """The words of our own HTML as a reader sees them, with alt texts, titles and comments; lines as in the source."""
    visible = _NOT_SHOWN.sub(lambda style: "\n" * style[0].count("\n"), markup)
    return html.unescape(_TAG.sub(lambda tag: _spoken(tag[2], tag[3]), visible))


def _spoken(name: str, attributes: str) -> str:
    """What stands for one tag: our pages repeat a few of them."""
    speak = _known_tag if len(attributes) <= _USUAL_TAG else _tag
    return speak(name, attributes)


def _tag(name: str, attributes: str) -> str:
    words = " ".join(_WORDS_IN_TAG.findall(attributes)) + "\n" * attributes.count("\n")
    return words if name.lower() in _INLINE else f" {words} "


_known_tag = lru_cache(maxsize=512)(_tag)
