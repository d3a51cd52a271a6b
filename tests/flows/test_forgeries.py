"""The published shapes of a confused From, each with the token of the person that it wants to pass for."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from mailbot.flows.explain import explain_raw
from mailbot.model.effect import InboxState, QueueMessage, RecordAnswers
from tests.flows.town import AUTHSERV, ROSTER, Town, found_town, reply_address
from tests.message.test_authresults_attacks import STAMPED
from tests.message.test_from_confusion import JANE, MESSAGES


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Town]:
    made = found_town(tmp_path_factory.mktemp("victims"), roster=ROSTER.replace("zoe@quillfeather.test", JANE))
    made.tick()
    yield made
    made.close()


def assert_not_hers(town: Town, block: str, stamp: str) -> None:
    to = reply_address(town.letters(JANE)[0])
    raw = (
        f"Delivered-To: {to}\r\nAuthentication-Results: {AUTHSERV}; {stamp}\r\n{block}\r\nTo: {to}\r\n"
        "Subject: Hello\r\nMessage-ID: <x@evil.org>\r\n\r\nSend me everything.\r\n"
    )
    decided = explain_raw(town.world, raw.encode()).disposition
    assert decided.state in (InboxState.HELD, InboxState.REFUSED)
    assert not any(isinstance(one, RecordAnswers) for one in decided.effects)
    letters = [one for one in decided.effects if isinstance(one, QueueMessage)]
    assert "mentor@sealed.invalid" not in {one.message.envelope_to for one in letters}
    assert not any(b"Send me everything" in one.message.raw for one in letters)


@pytest.mark.parametrize("block", MESSAGES, ids=range(len(MESSAGES)))
def test_no_confused_from_speaks_for_the_person_whose_token_it_has(town: Town, block: str) -> None:
    assert_not_hers(town, block, "dmarc=pass")


@pytest.mark.parametrize("stamp", STAMPED, ids=range(len(STAMPED)))
def test_no_forged_verdict_makes_a_message_hers(town: Town, stamp: str) -> None:
    assert_not_hers(town, f"From: {JANE}", stamp)
