"""Stamps that somebody hopes will be read as a pass for victim.org, none of which is one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mailbot.message.authresults_syntax import read_stamp
from mailbot.message.parse import parse
from mailbot.model.inbound import Verdict
from tests.message.builders import mail

OURS = "mx.example.org"
VICTIM = "From: jane@victim.org"


def verdict(*headers: str, start: str = VICTIM, trusted: tuple[str, ...] = (OURS,)) -> Verdict:
    return parse(mail(*headers, start=start), trusted_authserv_ids=trusted).verdict


# What our own server wrote, with values that the sender chose.
STAMPED = [
    "dkim=pass header.d=evil.org",
    "dkim=pass header.d=evil.org; spf=pass smtp.mailfrom=x@evil.org; dmarc=none",
    "spf=pass smtp.mailfrom=list@forwarder.net",
    "spf=pass smtp.helo=victim.org",
    "spf=pass smtp.mailfrom=x@evil.org smtp.helo=victim.org",
    "spf=pass smtp.mailfrom= smtp.helo=victim.org",
    'spf=pass smtp.mailfrom="" smtp.helo=victim.org',
    "dmarc=pass header.from=evil.org",
    "dmarc=pass header.from=evil.org; dkim=pass header.d=victim.org",
    "dmarc=none header.from=evil.org; spf=pass smtp.mailfrom=jane@victim.org",
    "dmarc=pass header.from=mail.victim.org",
    "dmarc=pass header.from=victim.org.evil.org",
    "dmarc=pass header.from=evil.org header.from=victim.org",
    "dmarc=pass header.from=victim.org header.from=evil.org",
    'dmarc=pass header.from="evil.org, victim.org"',
    "dmarc=pass header.from=victim.org(.evil.org",
    "dmarc=pass header.from=",
    "dmarc=none",
    "dmarc=pass_not header.from=victim.org",
    "dmarc=none (dmarc=pass header.from=victim.org)",
    "arc=pass header.d=victim.org",
    "sender-id=pass header.from=victim.org",
    "auth=pass smtp.auth=jane@victim.org",
    "x-dkim=pass header.d=victim.org",
    "iprev=pass policy.iprev=victim.org",
    "dkim=pass (comment header.d=victim.org) header.d=evil.org",
    'dkim=pass header.d="evil.org"; x=header.d=victim.org',
    'dkim=pass reason="header.d=victim.org" header.d=evil.org',
    'dkim=fail reason="; dkim=pass header.d=victim.org" header.d=evil.org',
    r'dkim=fail reason="\"; dkim=pass header.d=victim.org; x=\"" header.d=evil.org',
    r'spf=pass smtp.mailfrom="a\"; dkim=pass header.d=victim.org; x=\""@evil.org',
    'spf=pass smtp.mailfrom="; dkim=pass header.d=victim.org"@evil.org',
    'spf=pass (mx: domain of "a); dkim=pass header.d=victim.org ("@evil.org designates) smtp.mailfrom=x@evil.org',
    r"dkim=none (a \) ; dkim=pass header.d=victim.org)",
    "dkim=none (a (b) ; dkim=pass header.d=victim.org)",
    "dkim=pass header.d=victim.org(.evil.org",
    "dkim=pass header.d=victim.org(x).evil.org",
    "dkim=pass header.d=(x)victim.org",
    "dkim=pass header.d=victim.org x.evil.org",
    'dkim=pass header.d=victim.org".evil.org',
    'dkim=pass header.d="victim.org".evil.org',
    r"dkim=pass header.d=victim.org\.evil.org",
    "dkim=pass header.d=victim.org\x00.evil.org",
    "dkim=pass header.d=victim.org;.evil.org header.i=@x(",
    "dkim=pass header.d=victim.org; .evil.org",
    "spf=pass smtp.mailfrom=jane@victim.org;.evil.org",
    "dkim=pass header.d=victim.org/evil.org",
    "dkim=pass header.d=victim.org,evil.org",
    "dkim=pass header.d=victim.org..",
    "dkim=pass header.d=.victim.org",
    "dkim=pass header.d=victim.org header.d=evil.org",
    "dkim=pass header.d=evil.org header.d=victim.org",
    "dkim=pass header.i=@victim.org.evil.org",
    "dkim=pass header.i=@victim.org@evil.org",
    "dkim=pass header.i=jane@victim.org@evil.org",
    'dkim=pass header.i="jane@victim.org"@evil.org',
    "dkim=pass header.i=@victim.org header.d=evil.org",
    "dkim=pass header.b=victim.org",
    "dkim=pass header.from=victim.org",
    "dkim=pass smtp.mailfrom=victim.org",
    "dkim=pass d=victim.org",
    "dkim=pass",
    "dkim=pass header.d=org",
    "dkim=pass header.d=notvictim.org",
    "dkim=pass header.d=victim.org-evil.net",
    "dkim=pass header.d=vіctim.org",
    "dkim=policy header.d=victim.org",
    "dkim=neutral header.d=victim.org",
    "dkim=passed header.d=victim.org",
    "dkim/2=pass header.d=victim.org",
    "dkim= (pass) none header.d=victim.org",
    "dkim pass header.d=victim.org",
    "dkim=pass; header.d=victim.org",
    "dkim=temperror header.d=victim.org; dkim=pass header.d=evil.org",
    "spf=pass smtp.mailfrom=<@evil.org:jane@victim.org>",
    "spf=pass smtp.mailfrom=@evil.org,@x.org:jane@victim.org",
    "spf=pass smtp.mailfrom=jane@victim.org@evil.org",
    "spf=pass smtp.mailfrom=jane@victim.org(.evil.org",
    "spf=pass smtp.mailfrom=jane@victim.org'@evil.org",
    'spf=pass smtp.mailfrom="jane@victim.org"@evil.org',
    "spf=pass smtp.mailfrom=victim.org@evil.org",
    "spf=pass smtp.mailfrom=SRS0=x=y=victim.org=jane@forwarder.net",
    "spf=softfail smtp.mailfrom=jane@victim.org",
    "spf=neutral smtp.mailfrom=jane@victim.org",
    "spf=pass smtp.rcptto=jane@victim.org smtp.mailfrom=x@evil.org",
]


@pytest.mark.parametrize("results", STAMPED, ids=range(len(STAMPED)))
def test_what_the_sender_chose_is_never_read_as_a_pass_for_somebody_else(results):
    assert verdict(f"Authentication-Results: {OURS}; {results}") is Verdict.NONE
    folded = results.replace("; ", ";\r\n\t").replace(" header", "\r\n header")
    assert verdict(f"Authentication-Results: {OURS};\r\n {folded}") is Verdict.NONE


GOOD = "dmarc=pass header.from=victim.org"
NOT_OURS = [
    ("Authentication-Results: mx.evil.org; " + GOOD,),
    (f"Authentication-Results: {OURS}.evil.org; {GOOD}",),
    (f"Authentication-Results: evil{OURS}; {GOOD}",),
    (f"Authentication-Results: evil.org {OURS}; {GOOD}",),
    (f"Authentication-Results: {OURS} evil.org; {GOOD}",),
    (f"Authentication-Results: {OURS} 2; {GOOD}",),
    (f"Authentication-Results: ({OURS}) evil.org; {GOOD}",),
    (f'Authentication-Results: "{OURS}; x" ; {GOOD}',),
    (f"Authentication-Results: {OURS} {GOOD}",),
    (f"Authentication-Results: {GOOD}",),
    (f"Authentication-Results: ; {GOOD}",),
    (f"Authentication-Results: x; {OURS}; {GOOD}",),
    (f"ARC-Authentication-Results: i=1; {OURS}; {GOOD}",),
    (f"X-Authentication-Results: {OURS}; {GOOD}",),
    (f"Authentication-Results-Original: {OURS}; {GOOD}",),
    (f"Original-Authentication-Results: {OURS}; {GOOD}",),
    (f"Received-SPF: pass ({OURS}: domain of jane@victim.org) envelope-from=jane@victim.org",),
    (f"Subject: x\r\n\x0bAuthentication-Results: {OURS}; {GOOD}",),
]


@pytest.mark.parametrize("headers", NOT_OURS, ids=range(len(NOT_OURS)))
def test_a_stamp_that_is_not_our_own_servers_is_never_looked_at(headers):
    assert verdict(*headers) is Verdict.NONE


def test_a_stamp_in_the_body_or_in_a_part_is_none():
    assert (
        parse(
            mail(body=f"Authentication-Results: {OURS}; {GOOD}\r\n", start=VICTIM), trusted_authserv_ids=(OURS,)
        ).verdict
        is Verdict.NONE
    )
    inside = f"--b\r\nAuthentication-Results: {OURS}; {GOOD}\r\n\r\nWords.\r\n--b--\r\n"
    raw = mail("Content-Type: multipart/mixed; boundary=b", start=VICTIM, body=inside)
    assert parse(raw, trusted_authserv_ids=(OURS,)).verdict is Verdict.NONE


@pytest.mark.parametrize(
    "ours",
    [
        "dkim=none; spf=none; dmarc=none",
        "dmarc=fail header.from=victim.org",
        "dmarc=pass header.from=evil.org",
        "dkim=pass header.d=victim.org(.evil.org",
        'spf=pass smtp.mailfrom="never closed',
        "spf=pass smtp.mailfrom=x\x00@evil.org",
    ],
)
def test_a_stamp_of_our_name_that_the_sender_put_below_ours_adds_nothing(ours):
    stamped = f"Authentication-Results: {OURS}; {ours}"
    for forged in (GOOD, f"dmarc=none; {'dkim=pass header.d=victim.org'}", "spf=pass smtp.mailfrom=victim.org"):
        below = f"Authentication-Results: {OURS}; {forged}"
        assert verdict(stamped, "Received: from evil by us", below) is not Verdict.PASS
        assert verdict("Received: from a by us", stamped, "Received: from evil by a", below) is not Verdict.PASS
        if "dmarc" in ours or "(" in ours or '"' in ours or "\x00" in ours:
            assert verdict(stamped, below) is not Verdict.PASS


def test_two_results_of_one_policy_that_disagree_are_a_fail():
    assert verdict(f"Authentication-Results: {OURS}; {GOOD}; dmarc=fail header.from=victim.org") is Verdict.FAIL


@pytest.mark.parametrize(
    ("results", "sender"),
    [
        ("dkim=pass header.d=nhs.uk", "jane@royal.nhs.uk"),
        ("dkim=pass header.d=co.uk", "jane@victim.co.uk"),
        ("dkim=pass header.d=kings.nhs.uk", "jane@royal.nhs.uk"),
        ("dkim=pass header.d=evil.co.uk", "jane@victim.co.uk"),
        ("dkim=pass header.d=evil.github.io", "jane@victim.github.io"),
        ("dmarc=pass header.from=nhs.uk", "jane@royal.nhs.uk"),
        ("spf=pass smtp.mailfrom=x@ac.uk", "jane@dept.ac.uk"),
        ("dkim=pass header.d=kings.nhs.uk", "jane@nhs.uk"),
        ("dkim=pass header.d=uk", "jane@nhs.uk"),
        ("dkim=pass header.d=localhost", "jane@mail.localhost"),
    ],
)
def test_a_public_suffix_is_nobodys_organisation(results, sender):
    assert verdict(f"Authentication-Results: {OURS}; {results}", start=f"From: {sender}") is Verdict.NONE


@pytest.mark.parametrize(
    ("results", "sender"),
    [
        ("dkim=pass header.d=royal.nhs.uk", "jane@mail.royal.nhs.uk"),
        ("dkim=pass header.d=uni.ac.uk", "jane@surgery.uni.ac.uk"),
        ("dkim=pass header.d=em.royal.nhs.uk", "jane@royal.nhs.uk"),
        ("dkim=pass header.d=em.uni.ac.uk", "jane@surgery.uni.ac.uk"),
        ("dkim=pass header.d=nhs.uk", "jane@nhs.uk"),
        ("dkim=pass header.d=VICTIM.org.", "jane@Victim.ORG"),
        ("dkim=pass header.d=xn--bcher-kva.example", "jane@mail.xn--bcher-kva.example"),
        ("dmarc=pass header.from=uni.ac.uk", "jane@surgery.uni.ac.uk"),
        ("dmarc=pass header.from=<jane@victim.org>", "jane@victim.org"),
        ("dmarc=bestguesspass action=none header.from=victim.org", "jane@victim.org"),
        ("dkim=fail header.d=victim.org; dkim=pass header.d=victim.org", "jane@victim.org"),
        ("dkim=pass header.d=list.net; dkim=pass header.d=victim.org", "jane@victim.org"),
        ("dkim=pass (a (nested) comment) header.d = (here too) victim.org (and here)", "jane@victim.org"),
        ('dkim=pass (with "a quote" in it) header.d=victim.org', "jane@victim.org"),
        ("(before) dkim (name) = (and) pass header.d=victim.org", "jane@victim.org"),
        ("spf=pass smtp.mailfrom=SRS0=x=y=z=k@victim.org", "jane@victim.org"),
        ("none; dkim=pass header.d=victim.org", "jane@victim.org"),
    ],
)
def test_what_is_aligned_is_believed(results, sender):
    assert verdict(f"Authentication-Results: {OURS}; {results}", start=f"From: {sender}") is not Verdict.NONE


@pytest.mark.parametrize("server", [f'"{OURS}"', f"{OURS} 1", f"(a) {OURS} (b) 1 (c)", OURS.upper(), f"{OURS}\r\n\t"])
def test_the_ways_to_write_our_own_name(server):
    assert verdict(f"Authentication-Results: {server}; {GOOD}") is Verdict.PASS


@given(st.text(alphabet='ab=;"\\() \tdkim.pass/1@<>\x00', max_size=80))
def test_any_letters_are_read_without_an_error(value):
    stamp = read_stamp(value)
    assert not (stamp.damaged and stamp.results)


@given(st.text(alphabet=';"\\() =.@dkim', max_size=30))
def test_whatever_a_return_path_holds_in_quotes_stays_inside(local):
    quoted = local.replace("\\", "\\\\").replace('"', '\\"')
    results = f'spf=pass smtp.mailfrom="{quoted}"@evil.org; dkim=none'
    assert verdict(f"Authentication-Results: {OURS}; {results}") is Verdict.NONE
