"""docs/reasons.md lists every reason that the code can give, and none that it cannot."""

from __future__ import annotations

import re

from mailbot.decide.commands import Command
from mailbot.decide.requests import CONVERSATION_COMMANDS
from mailbot.decide.trust import Trust
from tests.docs.reasons_in_code import ROOT, reasons_given

MESSAGE = ROOT / "mailbot" / "message"


def documented() -> list[str]:
    return re.findall(r"^\| `([a-z_]+)` \|", (ROOT / "docs" / "reasons.md").read_text(), re.MULTILINE)


def from_values() -> set[str]:
    """Reasons that are the value of something: the trust, a command, why a message is automatic or unreadable."""
    trusts = {trust.value for trust in Trust if trust is not Trust.BELIEVED}
    commands = {command.value for command in CONVERSATION_COMMANDS if command is not Command.HELP}
    signs = set(re.findall(r'^ {8}\("([a-z_]+)", ', (MESSAGE / "automatic.py").read_text(), re.MULTILINE))
    sorting = (MESSAGE / "parse.py").read_text().partition("def _automatic(")[2].partition("\ndef ")[0]
    reports = set(re.findall(r'(?:return |or \()"([a-z_]+)"', sorting))
    unreadable = set(re.findall(r'^ +return "([a-z_]+)"$', (MESSAGE / "unreadable.py").read_text(), re.MULTILINE))
    assert signs, "the table of signs in automatic.py is not where it was"
    assert unreadable, "the reasons in unreadable.py are not where they were"
    return trusts | commands | signs | reports | unreadable


def test_the_code_is_read_at_all():
    literals, patterns = reasons_given()
    assert {"relayed", "answers_complete", "own_loop_mark", "malformed", "duplicate"} <= literals
    assert "already_[a-z_]+" in patterns


def test_every_reason_is_documented():
    literals, patterns = reasons_given()
    listed = documented()
    assert sorted((literals | from_values()) - set(listed)) == []
    assert [pattern for pattern in patterns if not any(re.fullmatch(pattern, reason) for reason in listed)] == []


def test_no_reason_is_documented_that_cannot_be_given():
    literals, patterns = reasons_given()
    known = literals | from_values()
    stale = [r for r in documented() if r not in known and not any(re.fullmatch(p, r) for p in patterns)]
    assert stale == []


def test_no_reason_is_documented_twice():
    listed = documented()
    assert sorted(set(listed)) == sorted(listed)
