"""The message cleared, or what was found in it. The only place that makes a ClearedMessage."""

from __future__ import annotations

from mailbot.anonymity.gate.looks import looks
from mailbot.anonymity.gate.search import Search
from mailbot.anonymity.gate.watch import watch
from mailbot.errors import MalformedMessage
from mailbot.model import outbound
from mailbot.model.outbound import ClearedMessage, Draft, Hit, Identity


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
    addresses = (draft.from_address, draft.reply_to, draft.to_address, draft.to_name, draft.envelope_from)
    search = Search(watch(forbidden), (*own, *addresses), tuple(token.lower() for token in foreign_tokens))
    try:
        hits = dict.fromkeys(hit for look in looks(raw, draft.envelope_from) for hit in search.hits(look))
    except MalformedMessage:
        hits = {Hit(kind="unreadable", where="raw"): None}
    if hits:
        return _without_echoes(tuple(hits))
    return ClearedMessage(
        raw=raw,
        message_id=draft.message_id,
        envelope_from=draft.envelope_from,
        envelope_to=draft.to_address,
        pass_key=outbound._GATE,  # noqa: SLF001 (the key is this file's alone; tests/anonymity reads the package for it)
    )


def _without_echoes(hits: tuple[Hit, ...]) -> tuple[Hit, ...]:
    """The raw bytes say again what was found decoded: they count only for what nothing else showed."""
    decoded = {hit.kind for hit in hits if hit.where != "raw"}
    return tuple(hit for hit in hits if hit.where != "raw" or hit.kind not in decoded)
