"""Every email as people receive it: reviewing the difference is reviewing what they will read."""

from __future__ import annotations

import pytest

from tests.wording.cases import CASES, WORDING


@pytest.mark.parametrize("name", CASES)
def test_the_email_reads_as_it_was_last_looked_at(name, snapshot):
    words = WORDING.words(CASES[name], "en")
    assert f"Subject: {words.subject}\n\n{words.text}\n{words.html}" == snapshot
