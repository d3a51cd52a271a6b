from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mailbot.message.addressing import KINDS, domain_of, proxy_address, proxy_token
from mailbot.model.ids import Token
from tests.message.builders import CATCHALL, SERVICE, TOKEN

tokens = st.text(alphabet="abcdefghijklmnopqrstuvwxyz234567", min_size=16, max_size=64).map(Token)


def test_both_styles_as_people_see_them():
    assert proxy_address(SERVICE, "t", TOKEN) == f"mentoring+t-{TOKEN}@example.org"
    assert proxy_address(CATCHALL, "b", TOKEN) == f"b-{TOKEN}@relay.example.org"


@settings(deadline=None)
@given(st.sampled_from(KINDS), tokens, st.sampled_from([SERVICE, CATCHALL]), st.booleans())
def test_an_address_gives_its_kind_and_token_back_whatever_a_client_does_to_its_case(kind, token, service, shout):
    address = proxy_address(service, kind, token)
    assert proxy_token(service, address.upper() if shout else address) == (kind, token)


@pytest.mark.parametrize(
    "address",
    [
        "",
        "mentoring@example.org",
        "mentoring+@example.org",
        "mentoring+t-@example.org",
        "mentoring+t-short@example.org",
        f"mentoring+x-{TOKEN}@example.org",
        f"mentoring+t{TOKEN}@example.org",
        f"mentoring+t-{TOKEN}@evil.org",
        f"mentoring+t-{TOKEN}@example.org.evil.org",
        f"someone+t-{TOKEN}@example.org",
        f"t-{TOKEN}@example.org",
        f"mentoring+t-{TOKEN}1@example.org",
        f"mentoring+t-{TOKEN}+x@example.org",
        f"mentoring+t-{TOKEN}",
    ],
)
def test_every_other_address_is_no_proxy_address(address):
    assert proxy_token(SERVICE, address) is None


def test_catchall_knows_only_its_own_domain():
    assert proxy_token(CATCHALL, f"t-{TOKEN}@example.org") is None
    assert proxy_token(CATCHALL, f"<T-{TOKEN.upper()}@Relay.Example.org> ") == ("t", TOKEN)


@pytest.mark.parametrize(
    ("kind", "token"), [("x", TOKEN), ("t", ""), ("t", "UPPERCASEISNOTATOKEN"), ("t", "abc@def.ghijklmnop")]
)
def test_what_could_not_be_read_back_is_not_made(kind, token):
    with pytest.raises(ValueError, match=r"proxy address|token"):
        proxy_address(SERVICE, kind, Token(token))


@pytest.mark.parametrize(
    ("address", "domain"),
    [("a@Example.ORG", "example.org"), ("a@b@c.org", "c.org"), ("nobody", ""), ("", ""), ("<a@b.org>", "b.org")],
)
def test_domain_of(address, domain):
    assert domain_of(address) == domain
