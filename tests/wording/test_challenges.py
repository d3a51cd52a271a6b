from __future__ import annotations

from datetime import UTC, datetime

import pytest

from mailbot.decide.trust import Trust
from mailbot.gateways.template_files import template_sources
from mailbot.wording.letters import Challenge
from mailbot.wording.render import Wording
from tests.wording.cases import ABOUT

SAYS = {
    Trust.NO_VERDICT: "could not tell whether it is really from you",
    Trust.CONTRADICTED: "the check of its sender failed",
    Trust.FOREIGN: "sent from an address that is not registered for you",
    Trust.NOBODY: "is missing, or can be read in more than one way",
}


@pytest.mark.parametrize("trust", SAYS)
def test_a_challenge_says_what_happened_and_asks_one_thing(trust):
    wording = Wording(template_sources(None))
    letter = Challenge(
        about=ABOUT, received_at=datetime(2027, 3, 9, 8, 5, tzinfo=UTC), size_bytes=2000, why=trust.value
    )
    text = " ".join(wording.text(letter, "en").split())
    assert [one for one, words in SAYS.items() if words in text] == [trust]
    assert "Reply with the one word YES" in text
    assert "nobody has seen it" in text


def test_every_reason_to_hold_a_message_has_its_sentence():
    assert set(SAYS) == set(Trust) - {Trust.BELIEVED}
