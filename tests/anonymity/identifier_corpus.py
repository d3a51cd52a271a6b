"""Sentences that hold one identifier each, of every kind and in many spellings; the same for the same seed.

All are made up: telephone numbers from Ofcom's ranges for drama, addresses at example domains, numbers computed.
"""

from __future__ import annotations

import random

GIVEN = ("jane", "tom", "aisha", "wei", "olu", "maria", "sam", "priya", "liam", "zoe")
FAMILY = ("smith", "okafor", "patel", "jones", "garcia", "khan", "brown", "murphy", "lewis", "novak")
HOSTS = ("example.org", "example.com", "royal.nhs.uk", "example.ac.uk", "nhs.net", "mail.example.co.uk", "gmail.com")
AROUND = (
    "{}",
    "Thanks again for last week. {} Speak soon.",
    "I passed the first part of the exam.\n\n{}\n\nBest wishes",
    "The list on Tuesday overran and I closed at 19:45. {}",
    "1. More theatre time\n2. {}\n3. Finish the audit by 30 June",
    "Hb was 102, CRP 240. {} We went back to theatre at 0300.",
)


def pieces(table):
    """The pieces of a table that is written in rows."""
    return [piece for row in table.splitlines() for piece in row.split(" | ")]


ZERO_WIDTH = "\u200b"


def phone_digits(rng):
    """A national number of the ranges kept for drama, in its usual groups."""
    area, middle = rng.choice(
        [
            ("07700", "900"),
            ("020", "7946 0"),
            ("0161", "496 0"),
            ("0113", "496 0"),
            ("01632", "960"),
            ("0808", "157 0"),
            ("03069", "990"),
            ("0121", "496 0"),
            ("029", "2018 0"),
            ("07700", "900"),
            ("07700", "900"),
        ]
    )
    return area, middle + f"{rng.randrange(1000):03d}"


def spaced_oddly(rng, digits):
    pieces, at = [], 0
    while at < len(digits):
        size = rng.choice((2, 3, 4, 5))
        pieces.append(digits[at : at + size])
        at += size
    if len(pieces[-1]) == 1:
        pieces[-2:] = [pieces[-2] + pieces[-1]]
    return pieces


def phone(rng):
    area, rest = phone_digits(rng)
    digits = (area + rest).replace(" ", "")
    spelling = rng.choice(
        [
            f"{area} {rest}",
            f"({area}) {rest}",
            f"[{area}] {rest}",
            digits,
            f"{area}-{rest.replace(' ', '-')}",
            f"{area}.{rest.replace(' ', '.')}",
            f"+44 {area[1:]} {rest}",
            f"+44 (0){area[1:]} {rest}",
            f"+44{digits[1:]}",
            f"0044 {area[1:]} {rest}",
            f"0044{digits[1:]}",
            f"44 {area[1:]} {rest}",
            f"(+44) {area[1:]} {rest}",
            f"+44-{area[1:]}-{rest.replace(' ', '-')}",
            f"{area}/{rest}",
            f"{area}\u00a0{rest}",
            f"{area}\u2011{rest.replace(' ', '')}",
            f"{area} - {rest.replace(' ', ' - ')}",
            " ".join(digits),
            " ".join(spaced_oddly(rng, digits[:11])) if digits.startswith("07") else digits,
            f"{digits[:6]}{ZERO_WIDTH}{digits[6:]}",
            f"{area}\n{rest}",
            f"{area}_{rest}",
            f"**{area}** {rest}",
            digits.translate({48 + n: 0xFF10 + n for n in range(10)}),
            digits.translate({48 + n: 0x660 + n for n in range(10)}),
            f"{area} {rest} ext 4432",
            f"O{digits[1:]}",
            f"{area}•{rest}",
            f"+44 (0) {area[1:]} {rest}",
        ]
    )
    frame = rng.choice(
        pieces(
            """Call me on {}. | My mobile is {} | Tel: {} | you can ring {} any evening | {} is best after six.
WhatsApp me on {} and we can talk. | The department is on {}, ask for the fellow. | T: {} | Just text {}!
my number ({}) has not changed | M {} | switchboard {} | here it is: {} | {} | Ruf mich an: {} | phone={}
I left {} with the secretary. | Give me a shout - {} - whenever"""
        )
    )
    return "phone", frame, spelling


def foreign_phone(rng):
    spelling = rng.choice(
        pieces(
            """+353 86 123 4567 | +1 (212) 555-0123 | 212-555-0123 | (212) 555-0123 | +49 30 1234567 | 0049 30 1234567
+33 6 12 34 56 78 | 06 12 34 56 78 | +91 98765 43210 | +61 412 345 678 | 0176 12345678 | +234 803 123 4567
1-212-555-0123 | +31-6-12345678 | +353861234567 | +92 300 1234567 | 212.555.0123"""
        )
    )
    return (
        "phone",
        rng.choice(["call me on {}", "mobile: {}", "my number at home is {}.", "ring {}", "phone {} please"]),
        spelling,
    )


def short_phone(rng):
    number = f"{rng.randrange(3001, 9999)}"
    frame = rng.choice(
        [
            "bleep {}",
            "Bleep me on {}.",
            "my bleep is {}",
            "bleep number {}",
            "ext {}",
            "ext. {}",
            "extension {}",
            "Ext: {}",
            "pager {}",
            "I carry bleep {} on nights",
            "x{} from the switchboard".replace("x{}", "extension {}"),
            "bleep: {}",
            "ring switchboard and ask for {}",
            "ext{}",
            "bleep no. {}",
            "dect {}",
            "{} is my bleep",
            "(bleep {})",
            "Bleep #{}",
        ]
    )
    return "phone", frame, number


def address(rng):
    local = rng.choice(pieces("""{g}.{f} | {g}{f} | {g}_{f} | {g}.{f}2 | {f}{g} | {g}""")).format(
        g=rng.choice(GIVEN), f=rng.choice(FAMILY)
    )
    host = rng.choice(HOSTS)
    words = host.replace(".", " dot ")
    spelling = rng.choice(
        [
            f"{local}@{host}",
            f"{local}@{host}",
            f"{local.upper()}@{host.upper()}",
            f"{local} @ {host}",
            f"{local} at {words}",
            f"{local}(at){host.replace('.', '(dot)')}",
            f"{local} [at] {host.replace('.', ' [dot] ')}",
            f"{local} (at) {host}",
            f"{local}[at]{host}",
            f"{local} AT {words.upper()}",
            f"{local}\uff20{host}",
            f"mailto:{local}@{host}",
            f"<{local}@{host}>",
            f"{local}@{host}"[:3] + "\u200b" + f"{local}@{host}"[3:],
            f"{local} {{at}} {host.replace('.', ' {dot} ')}",
            f"{local}@{host.replace('.', '[.]')}",
            f"{local.replace('.', ' dot ')} at {words}",
            f"{local}_at_{host}",
            f"{local}@{host.replace('.', ' dot ')}",
            f"{local}%40{host}",
            '"' + local.replace(".", " ") + f'"@{host}',
            f"{local} at {host}" if "." in local else f"{local}@{host}",
        ]
    )
    frame = rng.choice(
        pieces(
            """Write to me at {} | My address: {}. | email {} please | {} always reaches me | E-mail me ({})
send it to {}, thanks"""
        )
    )
    return "address", frame, spelling


def network(rng):
    return (
        "ip",
        rng.choice(["the server is {}", "ping {} first", "{}", "VPN: {}."]),
        rng.choice(
            [
                "192.168.1.20",
                "10.20.30.40",
                "172.16.254.1",
                "8.8.8.8" if rng.random() < 0 else "81.2.69.142",
                "2001:db8::8a2e:370:7334",
                "fe80::1ff:fe23:4567:890a",
            ]
        ),
    )


def handle(rng):
    return (
        "handle",
        rng.choice(["follow {}", "I am {} there", "find me: {}", "DM {} if you like"]),
        rng.choice(["@jane_doe", "@drjanesmith", "@jsmith77", "@Surgeon_Jane"]),
    )


def register_number(rng):
    seven, four = f"{rng.randrange(4000000, 8000000)}", f"{rng.randrange(10000):04d}"
    kind, frame, spelling = rng.choice(
        [
            ("gmc_number", frame, seven)
            for frame in (
                "GMC {}",
                "GMC no: {}",
                "my GMC number is {}.",
                "(GMC {})",
                "GMC: {}",
                "gmc ref {}",
                "GMC No. {}",
                "{} (GMC)",
                "GMC #{}",
            )
        ]
        + [
            ("gmc_number", "GMC {}", f"{seven[0]} {seven[1:4]} {seven[4:]}"),
            ("gmc_number", "General Medical Council number {}", seven),
        ]
        + [
            ("nmc_number", frame, f"{rng.randrange(10, 99)}{rng.choice('ABCDEFGHIJKL')}{four}{rng.choice('EWSNCO')}")
            for frame in ("NMC PIN {}", "PIN: {}", "{} is my pin", "my NMC number is {}", "{}")
        ]
        + [
            ("registration_number", "GDC no. {}", "123456"),
            ("registration_number", "HCPC: {}", "PH123456"),
            ("registration_number", "GPhC number {}", "2071234"),
        ]
    )
    return kind, frame, spelling


def postcode(rng):
    code = rng.choice(
        pieces(
            """LS1 3AB | SW1A 1AA | M1 1AE | B33 8TH | CR2 6XH | DN55 1PT | EC1A 1BB | GIR 0AA | W1A 0AX
NE1 4LP | G12 8QQ
BT9 7AB | LS13 4EX"""
        )
    )
    spelling = rng.choice(
        [
            code,
            code,
            code.replace(" ", "") if len(code) > 6 else code,
            code.lower() if len(code) > 6 and "8TH" not in code else code,
            code.replace(" ", "\u00a0"),
            code.replace(" ", "  "),
        ]
    )
    return (
        "postcode",
        rng.choice(["I live in {}", "our postcode is {}", "{}", "the hospital ({})", "Flat 2, {}."]),
        spelling,
    )


def samples(makers, count, seed):
    """So many (kind, text, identifier), each kind of maker as often as it is named."""
    rng = random.Random(seed)
    for number in range(count):
        kind, frame, spelling = makers[number % len(makers)](rng)
        yield kind, rng.choice(AROUND).replace("{}", frame.replace("{}", spelling, 1), 1), spelling
