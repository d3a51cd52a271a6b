from __future__ import annotations

import pytest

from mailbot.message.parse import parse
from mailbot.model.inbound import Verdict
from tests.message.stamps import ID, SHAPES, SIGNATURES_ONLY, genuine


def verdict(headers: str, address: str, trusted: tuple[str, ...]) -> Verdict:
    raw = f"{headers}From: {address}\r\nTo: mentoring@example.org\r\n\r\nWords.\r\n"
    return parse(raw.encode(), trusted_authserv_ids=trusted).verdict


@pytest.mark.parametrize("server", SHAPES)
def test_mail_whose_sender_is_who_it_says_is_believed_whichever_server_stamped_it(server):
    write, trusted = SHAPES[server]
    assert {verdict(write(one), one.address, trusted) for one in genuine()} == {Verdict.PASS}


@pytest.mark.parametrize("server", SHAPES)
def test_the_same_stamps_speak_for_nobody_else(server):
    write, trusted = SHAPES[server]
    others = ("mary@example.com", "mary@kings.nhs.uk", "mary@nhs.uk", "mary@ac.uk", "mary@other.gov.scot")
    found = {verdict(write(one), other, trusted) for one in genuine() for other in others}
    assert found == {Verdict.NONE}


def test_signatures_alone_are_enough_where_a_filter_stamps_only_those():
    for one in genuine():
        if not one.signer.endswith("onmicrosoft.com"):
            assert verdict(SIGNATURES_ONLY(one), one.address, (ID,)) is Verdict.PASS
