"""Links as people write them; all made up."""

from __future__ import annotations

from tests.anonymity.identifier_corpus import (
    FAMILY,
    GIVEN,
    address,
    foreign_phone,
    handle,
    network,
    phone,
    pieces,
    postcode,
    register_number,
    short_phone,
)


def link(rng):
    name = f"{rng.choice(GIVEN)}-{rng.choice(FAMILY)}"
    spelling = rng.choice(
        [
            f"https://www.example.org/{name}",
            f"http://example.org/{name}?utm_source=x&id=77123",
            "www.royal.nhs.uk",
            "trust.nhs.uk/rota",
            "royalinfirmary.nhs.uk",
            "meet.google.com/abc-defg-hij",
            "https://zoom.us/j/12345678901?pwd=abc",
            "us02web.zoom.us/j/12345678901",
            "teams.microsoft.com/l/meetup-join/19%3ameeting",
            "https://teams.live.com/meet/9312345",
            f"linkedin.com/in/{name}",
            f"www.linkedin.com/in/{name}",
            f"x.com/{name.replace('-', '_')}",
            "drive.google.com/file/d/1AbC/view",
            "https://1drv.ms/w/s!Abc",
            "dropbox.com/s/abc/cv.docx",
            "nhs-my.sharepoint.com/:w:/g/personal/jane",
            "we.tl/t-AbCdEf",
            "bit.ly/3abcde",
            "chat.whatsapp.com/AbCdEfG",
            "wa.me/447700900123",
            "facebook.com/jane.smith.77",
            "instagram.com/janesmith",
            "https://youtu.be/dQw4w9",
            "jane-smith.co.uk",
            "janesmith.com",
            "doctorsmith.org.uk/about",
            "surgeon.io",
            "t.me/janesmith",
            "hxxps://example[.]org/x",
            "linkedin dot com slash in slash jane",
            "example[.]com",
            "forms.gle/AbCd1234",
            "ftp://example.org/x",
            "HTTPS://EXAMPLE.ORG/JANE",
            "https://webex.com/meet/jsmith",
            "skype:live:jane.smith",
            "researchgate.net/profile/Jane-Smith",
            "orcid.org/0000-0002-1825-0097",
            "lnkd.in/abc",
            "https://link.example.com/ls/click?upn=u001.Abc",
            "janesmith.github.io",
            "https://10.0.0.8/rota",
            "calendly.com/jane",
            "doi.org/10.1000/182",
            "smithclinic.doctor/book",
            "www.smith-surgery.health",
        ]
    )
    return (
        "link",
        rng.choice(
            pieces(
                """See {} for more. | The rota is at {} | {} | Join here: {} at 7 pm | look me up ({}) | <{}>
my page, {}, has it"""
            )
        ),
        spelling,
    )


# Each kind about as often as in letters.
UNKNOWN = (
    phone,
    phone,
    phone,
    phone,
    foreign_phone,
    short_phone,
    address,
    address,
    address,
    link,
    link,
    link,
    network,
    handle,
    register_number,
    register_number,
    postcode,
    postcode,
)
