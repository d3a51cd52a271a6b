"""The README's steps for a real account, followed word for word, and then a round of the sample programme."""

from __future__ import annotations

import re
import secrets

import pytest

from tests.docs.first_hour import Operator, Postman, answer, readme_settings


@pytest.mark.slow
@pytest.mark.timeout(300)
def test_the_first_hour_with_a_real_account(dovecot, postfix, certificates, tmp_path):
    user = f"mentoring{secrets.token_hex(4)}"
    operator, people = Operator(tmp_path, certificates.authority), f"people-{user}.example"
    dovecot.deliver(f"{user}@example.org", b"Subject: old mail\r\n\r\nFrom before mailbot came.\r\n")
    operator.types("init", "work", where=".")
    operator.edits("config.toml", *readme_settings(dovecot, postfix, user))
    operator.types("check", expect=2)  # the passwords are still missing
    for name in ("imap.password", "smtp.password"):
        path = tmp_path / "work" / name
        path.write_text(f"{dovecot.password}\n")
        path.chmod(0o600)
    operator.edits("schedules/northern-surgery.people.csv", ("example.org", people))
    assert "No faults" in operator.types("check")

    with Postman(dovecot, postfix, user):
        assert "All is well" in operator.types("doctor")
        mentee, mentor = f"p.raman@{people}", f"m.holloway@{people}"
        with operator.runs():
            for person in (mentee, mentor):
                (invitation,) = postfix.sink.for_address(person)
                answer(dovecot, invitation, lambda _: "ACCEPT\n")
            for person in (mentee, mentor):
                postfix.sink.for_address(person, count=3)  # the invitation, the welcome, the introduction
        operator.types("tick", "--now", "2027-01-05T08:05:00Z")
        form = postfix.sink.for_address(mentee, count=4)[-1]
        answer(dovecot, form, _filled_in)
        operator.types("tick", "--now", "2027-01-06T08:05:00Z")
        packet = postfix.sink.for_address(mentor, count=4)[-1]
        assert b"An audit of the night rota" in packet.raw
        answer(dovecot, packet, lambda _: "Well done with the audit.\n")
        operator.types("tick", "--now", "2027-01-07T12:05:00Z")
        post = postfix.sink.for_address(mentee, count=6)[-1]
        assert b"Well done with the audit." in post.raw
        assert b"olloway" not in post.raw

    counts = operator.counts()
    assert counts["inbox"] | {"processed": 0} == dict.fromkeys(counts["inbox"], 0)
    assert counts["outbox"] | {"sent": 0} == dict.fromkeys(counts["outbox"], 0)
    assert len(dovecot.read(user)) == 1  # the old mail was left alone


def _filled_in(form: str) -> str:
    """The form quoted, with an answer at each place."""
    quoted = "".join(f"> {line}\n" for line in form.splitlines())
    return re.sub(r"(?m)^> Answer \d+:$", r"\g<0>\nAn audit of the night rota", quoted)
