"""What our own receiving server found out about the sender: Authentication-Results (RFC 8601), read with distrust.

Anybody can write this header. Believed are only those with a configured authserv-id, of these only the topmost group
(down to the next Received: what stands below was there before our border), and for each method the topmost result.
Some providers leave the id out: "" among the trusted ids stands for that. ARC-Authentication-Results is another header,
by whoever handled the message before, and is never looked at.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from mailbot.message.alignment import aligned, covers, domain_in
from mailbot.message.authresults_syntax import Result, read_stamp
from mailbot.model.inbound import Verdict

_FOLD = re.compile(r"\r?\n")
# Exchange Online: the domain publishes no policy, and would pass its own.
_POLICY_PASSES = ("pass", "bestguesspass")


def verdict(fields: Iterable[tuple[str, str]], trusted: tuple[str, ...], sender_domain: str) -> Verdict:
    """PASS when a trusted server says that mail from that domain is genuine, FAIL when it says the opposite."""
    believed = _believed(fields, frozenset(name.strip().lower() for name in trusted))
    policy = believed.get("dmarc", ())
    if any(not _is_about(one, sender_domain) for one in policy):
        return Verdict.NONE  # our server read another From than we did, or cannot be understood
    if any(one.result == "fail" for one in policy):
        return Verdict.FAIL
    if any(one.result in _POLICY_PASSES for one in policy):
        return Verdict.PASS
    own = [one for one in believed.get("dkim", ()) if aligned(_signer(one), sender_domain)]
    own += [one for one in believed.get("spf", ()) if aligned(_return_path(one), sender_domain)]
    if any(one.result == "pass" for one in own):
        return Verdict.PASS
    return Verdict.FAIL if any(one.result in ("fail", "hardfail") for one in own) else Verdict.NONE


def _believed(fields: Iterable[tuple[str, str]], trusted: frozenset[str]) -> dict[str, list[Result]]:
    """The results per method out of the topmost group of trusted headers; none when one of them is damaged."""
    believed: dict[str, list[Result]] = {}
    begun = False
    for name, value in fields:
        if name == "received" and begun:
            break
        if name != "authentication-results":
            continue
        stamp = read_stamp(_FOLD.sub("", value))
        if stamp.server not in trusted:
            continue
        if stamp.damaged:
            return {}
        begun = True
        new: dict[str, list[Result]] = {}
        for result in stamp.results:
            new.setdefault(result.method, []).append(result)
        believed = new | believed
    return believed


def _is_about(policy: Result, sender_domain: str) -> bool:
    """Whether this DMARC result is one for the sender that we read; a server that names no domain looked at it."""
    named = policy.properties.get("header.from")
    return not policy.spoiled and bool(sender_domain) and (named is None or covers(domain_in(named), sender_domain))


def _signer(result: Result) -> str:
    """The domain of a signature, "" where it is not one plain domain."""
    named = result.properties.get("header.d") or result.properties.get("header.i", "")
    return "" if result.spoiled else domain_in(named)


def _return_path(result: Result) -> str:
    """The domain that SPF was asked about; never the name of a greeting (smtp.helo), which anybody may use."""
    return "" if result.spoiled else domain_in(result.properties.get("smtp.mailfrom", ""))
