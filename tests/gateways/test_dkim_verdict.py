from __future__ import annotations

import base64
from functools import cache
from importlib.util import find_spec

import dkim
import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa

from mailbot.gateways import dkim_verdict
from mailbot.gateways.dkim_verdict import DkimVerdict, package_faults, txt_record
from mailbot.model.inbound import Verdict

MAIL = (
    b"From: Jane <jane@mail.victim.org>\r\nTo: mentoring+t-x@example.org\r\nSubject: Hello\r\n"
    b"Message-ID: <a@victim.org>\r\n\r\nSome words.\r\n"
)
PASS, NONE = Verdict.PASS, Verdict.NONE


@cache
def key() -> tuple[bytes, bytes]:
    made = rsa.generate_private_key(public_exponent=65537, key_size=1024)
    private = made.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.TraditionalOpenSSL, serialization.NoEncryption()
    )
    public = made.public_key().public_bytes(serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo)
    return private, b"v=DKIM1; k=rsa; p=" + base64.b64encode(public)


def signed(raw: bytes = MAIL, domain: bytes = b"victim.org", **how: object) -> bytes:
    return dkim.sign(raw, b"s1", domain, key()[0], **how) + raw


class Zone:
    """A name server of one record a domain."""

    def __init__(self, records: dict[str, bytes] | None = None) -> None:
        self.records = records if records is not None else {"s1._domainkey.victim.org.": key()[1]}
        self.asked: list[str] = []

    def __call__(self, name: str, seconds: float) -> bytes | None:
        assert 0 < seconds <= dkim_verdict.SECONDS
        self.asked.append(name)
        return self.records.get(name)


def verdict(raw: bytes, zone: Zone | None = None, address: str = "jane@mail.victim.org") -> Verdict:
    return DkimVerdict(zone or Zone()).verdict(raw, address)


@pytest.mark.parametrize("canonical", [(b"relaxed", b"relaxed"), (b"simple", b"simple"), (b"relaxed", b"simple")])
def test_a_signature_of_the_senders_organisation_is_a_pass(canonical: tuple[bytes, bytes]) -> None:
    zone = Zone()
    assert verdict(signed(canonicalize=canonical), zone) is PASS
    assert zone.asked == ["s1._domainkey.victim.org."]


@pytest.mark.parametrize(
    "raw",
    [
        MAIL,
        signed().replace(b"Some words", b"Other words"),
        signed().replace(b"jane@mail", b"mary@mail"),
        signed().replace(b"Subject: Hello", b"Subject: Bye"),
        b"From: x@evil.org\r\n" + signed(),
        signed(include_headers=[b"from", b"to"]),
        signed(include_headers=[b"from", b"subject"]).replace(b"Subject:", b"Content-Type: text/html\r\nSubject:"),
        b"Subject: STOP\r\n" + signed(include_headers=[b"from", b"subject"]),
        signed(length=True),
        signed(length=True) + b"What somebody else wrote below.\r\n",
        signed(signature_algorithm=b"rsa-sha1"),
        signed().replace(b"h=from", b"h=subject"),
        b"DKIM-Signature: v=1; a=rsa-sha256; d=victim.org; s=s1; h=from; bh=; b=\r\n" + MAIL,
        b"DKIM-Signature: \x00\xff;;;=\r\n" + MAIL,
        b"DKIM-Signature: no tags\r\n" + MAIL,
        b"",
        b"no message at all",
        b"\r\n\r\n",
    ],
)
def test_whatever_does_not_hold_says_nothing(raw: bytes) -> None:
    assert verdict(raw) is NONE


@pytest.mark.parametrize("domain", [b"evil.org", b"org", b"victim.org.evil.org", b"notvictim.org"])
def test_a_signature_of_somebody_else_is_not_even_looked_up(domain: bytes) -> None:
    zone = Zone({f"s1._domainkey.{domain.decode()}.": key()[1]})
    assert verdict(signed(domain=domain), zone) is NONE
    assert zone.asked == []


def test_one_sound_signature_among_others_is_enough_and_five_are_looked_at() -> None:
    own = signed()
    assert verdict(dkim.sign(own, b"s1", b"evil.org", key()[0]) + own) is PASS
    broken = b"DKIM-Signature: broken\r\n"
    assert verdict(broken * 4 + own) is PASS
    assert verdict(broken * 5 + own) is NONE


@pytest.mark.parametrize(
    "record",
    [
        None,
        b"",
        b"v=DKIM1; p=",
        b"v=DKIM1; p=AAAA",
        b"v=spf1 -all",
        b"\xff\xfe",
        key()[1] + b"; t=y",
        key()[1] + b"; t = s : y",
        key()[1] + b"; t\t=\ty",
        key()[1] + b"; t=s:y",
    ],
)
def test_without_a_usable_key_there_is_no_verdict(record: bytes | None) -> None:
    assert verdict(signed(), Zone({"s1._domainkey.victim.org.": record} if record is not None else {})) is NONE
    assert verdict(signed(), Zone({"s1._domainkey.victim.org.": key()[1] + b"; t=s"})) is PASS


def test_a_name_server_that_fails_is_no_verdict() -> None:
    def broken(_name: str, _seconds: float) -> bytes | None:
        raise OSError("the network is away")

    assert DkimVerdict(broken).verdict(signed(), "jane@victim.org") is NONE


def test_when_the_time_is_over_nothing_more_is_asked() -> None:
    zone = Zone()
    assert DkimVerdict(zone, seconds=0).verdict(signed(), "jane@victim.org") is NONE
    assert zone.asked == []


def test_what_would_take_long_to_verify_is_left_alone() -> None:
    zone = Zone()
    assert verdict(signed(MAIL + b" \t" * 60 + b"x\r\n"), zone) is NONE
    assert verdict(MAIL + b"x" * dkim_verdict.MOST_BYTES, zone) is NONE
    assert zone.asked == []
    assert verdict(signed(MAIL + (b" " * 100 + b"x\r\n") * 20), zone) is PASS


@pytest.mark.parametrize("address", ["", "jane", "jane@", "jane@org", "jane@evil.org"])
def test_for_another_address_it_says_nothing(address: str) -> None:
    assert verdict(signed(), address=address) is NONE


def test_a_record_is_found_or_it_is_not(monkeypatch: pytest.MonkeyPatch) -> None:
    from dns.exception import Timeout

    class Record:
        strings = (b"v=DKIM1; ", b"p=AAAA")

    def resolve(name: str, kind: str, *, lifetime: float, search: bool) -> list[Record]:
        assert (kind, lifetime, search) == ("TXT", 2.0, False)
        if name == "slow.":
            raise Timeout
        return [Record()] if name == "here." else []

    monkeypatch.setattr("dns.resolver.resolve", resolve)
    assert [txt_record(name, 2.0) for name in ("here.", "nowhere.", "slow.")] == [b"v=DKIM1; p=AAAA", None, None]


def test_what_is_not_installed_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    assert package_faults("config.toml") == ()
    monkeypatch.setattr(dkim_verdict, "find_spec", lambda name: find_spec(name) if name == "dns" else None)
    (fault,) = package_faults("config.toml")
    assert str(fault) == 'config.toml: [inbound] verify_dkim needs dkimpy: pip install "mailbot[dkim]"'
