from __future__ import annotations

import pytest

from mailbot.anonymity.unknown import unknown_in

NUMBERS = [
    ("registration_number", "IMC 123456"),
    ("registration_number", "Irish Medical Council no 412345"),
    ("gmc_number", "GMC 7654321"),
    ("gmc_number", "GMC7654321"),
    ("gmc_number", "gmc no 7654321"),
    ("gmc_number", "GMC No: 7654321"),
    ("gmc_number", "GMC reference number is 7654321"),
    ("gmc_number", "G.M.C. 7654321"),
    ("gmc_number", "GMC: 765 4321"),
    ("gmc_number", "GMC-7654321"),
    ("gmc_number", "GMC number, 7654321,"),
    ("gmc_number", "GMC: C7654321"),
    ("gmc_number", "7654321 is my GMC number"),
    ("gmc_number", "my GMC is 7654321"),
    ("gmc_number", "GMC 7 6 5 4 3 2 1"),
    ("gmc_number", "registered with the GMC (7654321)"),
    ("nmc_number", "NMC PIN 98I1234E"),
    ("nmc_number", "98I1234E"),
    ("nmc_number", "98i1234e"),
    ("nmc_number", "NMC 12A3456W"),
    ("nmc_number", "pin 12A 3456 W"),
    ("nmc_number", "NMC: 98 I 1234 E"),
    ("registration_number", "GDC 123456"),
    ("registration_number", "GDC number: 12345"),
    ("registration_number", "HCPC PA12345"),
    ("registration_number", "GPhC 2087654"),
    ("registration_number", "NTN: YOR/020/123/L"),
    ("registration_number", "my training number is NTH/012/345/C"),
    ("registration_number", "ORCID 0000-0001-2345-6789"),
    ("postcode", "SW1A 1AA"),
    ("postcode", "SW1A1AA"),
    ("postcode", "sw1a 1aa"),
    ("postcode", "sw1a1aa"),
    ("postcode", "M1 1AE"),
    ("postcode", "m1 1ae"),
    ("postcode", "postcode m11ae"),
    ("postcode", "LS1 3EX"),
    ("postcode", "ls1 3ex"),
    ("postcode", "LS13EX"),
    ("postcode", "EH1 1YZ"),
    ("postcode", "Leeds LS9 7TF."),
    ("postcode", "W1T 4JQ"),
    ("postcode", "BS2 8HW"),
    ("postcode", "bs28hw"),
    ("postcode", "L69 3BX"),
    ("postcode", "N1 9GU"),
    ("postcode", "B15 2TH"),
    ("postcode", "b15 2gw"),
    ("postcode", "NE1 4LP"),
    ("postcode", "GIR 0AA"),
    ("postcode", "gir 0aa"),
    ("postcode", "SW1A-1AA"),
    ("postcode", "SW1A  1AA"),
    ("postcode", "LS1\n3EX"),
    ("postcode", "(G4 0SF)"),
    ("postcode", "CF14 4XW"),
    ("postcode", "BT12 6BA"),
    ("postcode", "our postcode is S10 2JF"),
    ("postcode", "Ls1 3ex"),
]


def kinds(text):
    return {found.kind for found in unknown_in(text, ())}


@pytest.mark.parametrize(("kind", "text"), NUMBERS)
def test_a_number_of_a_register_or_a_postcode_is_seen(kind, text):
    assert kinds(text) == {kind}


@pytest.mark.parametrize(
    ("text", "street"),
    [
        ("I live at 14 Acacia Avenue.", "14 Acacia Avenue"),
        ("Flat 2, 221b Baker St, London", "221b Baker St"),
        ("12, The Old Mill Lane", "12, The Old Mill Lane"),
    ],
)
def test_a_street_address_is_seen(text, street):
    (found,) = unknown_in(text, ())
    assert (found.kind, text[found.start : found.end]) == ("street", street)


@pytest.mark.parametrize("text", ["bfpo 61", "N28JJ", "B33 8TH", "postcode b33 8th"])
def test_further_postcodes_are_seen(text):
    assert kinds(text) == {"postcode"}


@pytest.mark.parametrize(
    ("own", "text"),
    [
        ("mentoring@example.org", "Write to mentoring@example.org"),
        ("mentoring@example.org", "Write to Mentoring+t-abc@example.org"),
        ("example.org", "See https://www.example.org/ for more"),
        ("https://example.org/help", "See https://example.org/help"),
        ("020 7946 0000", "Ring 02079460000"),
        ("+44 20 7946 0000", "Ring 020 7946 0000"),
        ("020 7946 0000", "Ring +44 (0)20 7946 0000"),
    ],
)
def test_what_is_ours_may_stand(own, text):
    assert unknown_in(text, ()) != ()
    assert unknown_in(text, (own,)) == ()


@pytest.mark.parametrize(
    ("own", "text"),
    [
        ("example.org", "Write to jane@example.org"),
        ("example.org", "See example.org/jane"),
        ("example.org", "See notexample.org"),
        ("020 7946 0000", "Ring 020 7946 0001"),
        ("12", "bleep 1234"),
        ("7654321", "GMC 7654321"),
    ],
)
def test_what_only_resembles_ours_may_not(own, text):
    assert unknown_in(text, (own,)) != ()
