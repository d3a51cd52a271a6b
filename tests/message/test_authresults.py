from __future__ import annotations

import pytest

from mailbot.message.authresults_syntax import read_stamp
from mailbot.message.parse import parse
from mailbot.model.inbound import Verdict
from tests.message.builders import mail

OURS = "mx.example.org"
PASS, FAIL, NONE = Verdict.PASS, Verdict.FAIL, Verdict.NONE


def verdict(*headers: str, trusted: tuple[str, ...] = (OURS,), start: str = "From: jane@mail.example.net") -> Verdict:
    return parse(mail(*headers, start=start), trusted_authserv_ids=trusted).verdict


@pytest.mark.parametrize(
    ("results", "expected"),
    [
        ("dmarc=pass header.from=mail.example.net", PASS),
        ("dmarc=pass (p=none dis=none) header.from=example.net", PASS),
        ("dmarc=pass", PASS),
        ("DMARC=PASS Header.From=MAIL.example.NET", PASS),
        ("dmarc=pass header.from=evil.org", NONE),
        ("dmarc=fail header.from=mail.example.net", FAIL),
        ("dmarc=fail; dkim=pass header.d=mail.example.net", FAIL),
        ("dmarc=none; dkim=pass header.d=mail.example.net", PASS),
        ("dmarc=temperror; spf=pass smtp.mailfrom=jane@mail.example.net", PASS),
        ("dkim=pass header.d=example.net", PASS),
        ("dkim=pass header.i=@example.net", PASS),
        ("dkim=pass header.d=sub.mail.example.net", PASS),
        ("dkim=pass header.d=evil.org", NONE),
        ("dkim=pass header.d=net", NONE),
        ("dkim=pass header.d=xample.net", NONE),
        ("dkim=pass", NONE),
        ("dkim=fail header.d=evil.org; dkim=pass header.d=example.net", PASS),
        ("dkim=fail header.d=example.net", FAIL),
        ("dkim=fail header.d=example.net; spf=pass smtp.mailfrom=mail.example.net", PASS),
        ("spf=pass smtp.mailfrom=bounce.example.org", NONE),
        ("spf=pass smtp.mailfrom=jane@mail.example.net", PASS),
        ("spf=fail smtp.mailfrom=jane@mail.example.net", FAIL),
        ("spf=softfail smtp.mailfrom=jane@mail.example.net", NONE),
        ("spf=hardfail smtp.mailfrom=<jane@mail.example.net>", FAIL),
        ("none", NONE),
        ("", NONE),
        ("dkim = pass header.d = example.net", PASS),
        ('dkim=pass header.d="example.net"', PASS),
        ('dkim=fail reason="x; dkim=pass header.d=example.net" header.d=evil.org', NONE),
        ("dkim=none (dkim=pass header.d=example.net)", NONE),
        (r"dkim=none (a \) ; dkim=pass header.d=example.net)", NONE),
        ("dkim=none (never closed; dkim=pass header.d=example.net", NONE),
        ('dkim=none "never closed; dkim=pass header.d=example.net', NONE),
        ("dkim=pass header.d=evil.org header.d=example.net", NONE),
        ("dkim/1=pass header.d=example.net", PASS),
        ("=; ==; ;;; dkim=pass header.d=example.net", PASS),
    ],
)
def test_what_our_own_server_says(results, expected):
    assert verdict(f"Authentication-Results: {OURS}; {results}") is expected


def test_a_version_and_the_case_of_the_id_do_not_matter():
    assert verdict(f"Authentication-Results: {OURS.upper()} 1; dmarc=pass") is PASS


def test_only_configured_servers_are_believed():
    assert verdict("Authentication-Results: mx.evil.org; dmarc=pass") is NONE
    assert verdict("Authentication-Results: mx.example.org.evil.org; dmarc=pass") is NONE
    assert verdict("Authentication-Results: (mx.example.org) evil; dmarc=pass") is NONE
    assert verdict(f"Authentication-Results: {OURS}; dmarc=pass", trusted=()) is NONE


def test_without_an_id_only_where_that_is_configured():
    outlook = "Authentication-Results: spf=pass (sender IP is 192.0.2.1) smtp.mailfrom=mail.example.net; dmarc=none"
    assert verdict(outlook) is NONE
    assert verdict(outlook, trusted=("",)) is PASS


def test_the_topmost_result_of_a_method_stands():
    forged = f"Authentication-Results: {OURS}; dmarc=pass; dkim=pass header.d=example.net"
    assert verdict(f"Authentication-Results: {OURS}; dmarc=fail", forged) is FAIL
    assert verdict(f"Authentication-Results: {OURS}; dmarc=none; dkim=none; spf=none", forged) is NONE


def test_what_stands_below_the_next_received_was_there_before_our_border():
    ours = f"Authentication-Results: {OURS}; spf=none"
    forged = f"Authentication-Results: {OURS}; dmarc=pass"
    assert verdict("Received: from a by us", ours, "Received: from evil by a", forged) is NONE
    assert verdict("Received: from a by us", ours, "Authentication-Results: other; x=y", f"{forged}") is PASS


def test_without_a_sender_there_is_no_verdict():
    assert verdict(f"Authentication-Results: {OURS}; dmarc=pass", start="Subject: x") is NONE


def test_a_domain_of_one_label_aligns_only_with_itself():
    local = "From: jane@localhost"
    assert verdict(f"Authentication-Results: {OURS}; dkim=pass header.d=localhost", start=local) is PASS
    assert verdict(f"Authentication-Results: {OURS}; dkim=pass header.d=a.localhost", start=local) is NONE


def test_an_empty_field_has_neither_id_nor_results():
    assert [(one.server, one.results) for one in map(read_stamp, ("", "  ", "(words)"))] == [("?", ())] * 3
