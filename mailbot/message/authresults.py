"""What our own receiving server found out about the sender: Authentication-Results (RFC 8601), read with distrust.

Anybody can write this header. Believed are only those with a configured authserv-id, of these only the topmost group
(down to the next Received: what stands below was there before our border), and for each method the topmost result.
Some providers leave the id out: "" among the trusted ids stands for that.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from mailbot.message.addressing import domain_of
from mailbot.model.inbound import Verdict

_PLAIN_RUN = re.compile(r'[^;= \t("]+')


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """One method's result with its properties, all in lower case: `dkim=pass header.d=example.org`."""

    method: str
    result: str
    properties: dict[str, str]


def verdict(fields: Iterable[tuple[str, str]], trusted: tuple[str, ...], sender_domain: str) -> Verdict:
    """PASS when a trusted server says that mail from that domain is genuine, FAIL when it says the opposite."""
    results = _believed(fields, frozenset(name.lower() for name in trusted))
    policy = [r for r in results.get("dmarc", ()) if _aligned(r.properties.get("header.from", ""), sender_domain, True)]
    if any(r.result == "pass" for r in policy):
        return Verdict.PASS
    if any(r.result == "fail" for r in policy):
        return Verdict.FAIL
    aligned = [r for r in results.get("dkim", ()) if _aligned(_signer(r), sender_domain)]
    aligned += [r for r in results.get("spf", ()) if _aligned(_mail_from(r), sender_domain)]
    if any(r.result == "pass" for r in aligned):
        return Verdict.PASS
    return Verdict.FAIL if any(r.result in ("fail", "hardfail") for r in aligned) else Verdict.NONE


def _believed(fields: Iterable[tuple[str, str]], trusted: frozenset[str]) -> dict[str, list[Result]]:
    """The results per method out of the topmost group of trusted headers."""
    believed: dict[str, list[Result]] = {}
    begun = False
    for name, value in fields:
        if name == "received" and begun:
            break
        if name != "authentication-results":
            continue
        server, results = read_results(" ".join(value.split()))
        if server not in trusted:
            continue
        begun = True
        new: dict[str, list[Result]] = {}
        for result in results:
            new.setdefault(result.method, []).append(result)
        believed = new | believed
    return believed


def _signer(result: Result) -> str:
    return result.properties.get("header.d") or domain_of(result.properties.get("header.i", ""))


def _mail_from(result: Result) -> str:
    found = result.properties.get("smtp.mailfrom", "")
    return domain_of(found) or found


def _aligned(domain: str, sender_domain: str, when_absent: bool = False) -> bool:
    """Relaxed alignment (RFC 7489 3.1): the same domain, or one below the other; a top level aligns with nothing."""
    domain = domain.rstrip(".")
    if not domain:
        return when_absent and bool(sender_domain)
    if "." not in domain or "." not in sender_domain:
        return domain == sender_domain
    return domain == sender_domain or sender_domain.endswith("." + domain) or domain.endswith("." + sender_domain)


def read_results(value: str) -> tuple[str, tuple[Result, ...]]:
    """The authserv-id ("" where it is left out) and every result, in order; damage means fewer results, not errors."""
    sections = list(_sections(value))
    head = sections[0] if sections else []
    if any("=" in word for word in head):
        return "", _results(sections)
    return (head[0] if head else ""), _results(sections[1:])


def _results(sections: list[list[str]]) -> tuple[Result, ...]:
    found = []
    for words in sections:
        pairs = [word.partition("=") for word in words if "=" in word]
        if not pairs:
            continue
        method, _, outcome = pairs[0]
        properties = {name: text.strip("<>") for name, _, text in reversed(pairs[1:])}  # the first of two stands
        found.append(Result(method=method.partition("/")[0], result=outcome, properties=properties))
    return tuple(found)


def _sections(value: str) -> Iterator[list[str]]:
    """The words between semicolons, in lower case, comments gone, quoted strings bare, `a = b` closed up."""
    words: list[str] = []
    word = ""
    joined = False
    for kind, text in _tokens(value.lower()):
        if kind == ";":
            yield [*words, word] if word else words
            words, word, joined = [], "", False
        elif kind == "=":
            word, joined = (word or (words.pop() if words else "")) + "=", True
        elif kind == " ":
            if word and not joined:
                words.append(word)
                word = ""
        else:
            word, joined = word + text, False
    yield [*words, word] if word else words


def _tokens(value: str) -> Iterator[tuple[str, str]]:
    """One pass over the value: ";", "=", " " (white space or a comment), or "w" with text."""
    position = 0
    while position < len(value):
        letter = value[position]
        if letter == "(":
            position = _after_comment(value, position)
            yield " ", ""
        elif letter == '"':
            end = value.find('"', position + 1)
            end = len(value) if end < 0 else end
            yield "w", value[position + 1 : end].replace("=", "").replace(";", "")
            position = end + 1
        else:
            word = _PLAIN_RUN.match(value, position)
            text = word[0] if word else letter
            yield "w" if word else " " if letter == "\t" else letter, text
            position += len(text)


def _after_comment(value: str, start: int) -> int:
    depth, escaped = 0, False
    for position in range(start, len(value)):
        letter = value[position]
        if not escaped:
            depth += (letter == "(") - (letter == ")")
        if depth == 0:
            return position + 1
        escaped = letter == "\\" and not escaped
    return len(value)
