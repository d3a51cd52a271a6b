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
ZERO_WIDTH = "\u200b"


def phone_digits(rng):
    """A national number of the ranges kept for drama, in its usual groups."""
    area, middle = rng.choice(
        [("07700", "900"), ("020", "7946 0"), ("0161", "496 0"), ("0113", "496 0"), ("01632", "960"), ("0808", "157 0")]
        + [("03069", "990"), ("0121", "496 0"), ("029", "2018 0"), ("07700", "900"), ("07700", "900")]
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
            f"{area} {rest}", f"({area}) {rest}", f"[{area}] {rest}", digits, f"{area}-{rest.replace(' ', '-')}",
            f"{area}.{rest.replace(' ', '.')}", f"+44 {area[1:]} {rest}", f"+44 (0){area[1:]} {rest}",
            f"+44{digits[1:]}", f"0044 {area[1:]} {rest}", f"0044{digits[1:]}", f"44 {area[1:]} {rest}",
            f"(+44) {area[1:]} {rest}", f"+44-{area[1:]}-{rest.replace(' ', '-')}", f"{area}/{rest}",
            f"{area}\u00a0{rest}", f"{area}\u2011{rest.replace(' ', '')}", f"{area} - {rest.replace(' ', ' - ')}",
            " ".join(digits), " ".join(spaced_oddly(rng, digits[:11])) if digits.startswith("07") else digits,
            f"{digits[:6]}{ZERO_WIDTH}{digits[6:]}", f"{area}\n{rest}", f"{area}_{rest}", f"**{area}** {rest}",
            digits.translate({48 + n: 0xFF10 + n for n in range(10)}),
            digits.translate({48 + n: 0x660 + n for n in range(10)}),
            f"{area} {rest} ext 4432", f"O{digits[1:]}", f"{area}•{rest}", f"+44 (0) {area[1:]} {rest}",
        ]
    )  # fmt: skip
    frame = rng.choice(
        [
            "Call me on {}.", "My mobile is {}", "Tel: {}", "you can ring {} any evening", "{} is best after six.",
            "WhatsApp me on {} and we can talk.", "The department is on {}, ask for the fellow.", "T: {}",
            "Just text {}!", "my number ({}) has not changed", "M {}", "switchboard {}", "here it is: {}", "{}",
            "Ruf mich an: {}", "phone={}", "I left {} with the secretary.", "Give me a shout - {} - whenever",
        ]
    )  # fmt: skip
    return "phone", frame, spelling


def foreign_phone(rng):
    spelling = rng.choice(
        ["+353 86 123 4567", "+1 (212) 555-0123", "212-555-0123", "(212) 555-0123", "+49 30 1234567", "0049 30 1234567"]
        + [
            "+33 6 12 34 56 78",
            "06 12 34 56 78",
            "+91 98765 43210",
            "+61 412 345 678",
            "0176 12345678",
            "+234 803 123 4567",
        ]
        + ["1-212-555-0123", "+31-6-12345678", "+353861234567", "+92 300 1234567", "212.555.0123"]
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
        ]
        + [
            "pager {}",
            "I carry bleep {} on nights",
            "x{} from the switchboard".replace("x{}", "extension {}"),
            "bleep: {}",
        ]
        + [
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
    local = rng.choice(["{g}.{f}", "{g}{f}", "{g}_{f}", "{g}.{f}2", "{f}{g}", "{g}"]).format(
        g=rng.choice(GIVEN), f=rng.choice(FAMILY)
    )
    host = rng.choice(HOSTS)
    words = host.replace(".", " dot ")
    spelling = rng.choice(
        [
            f"{local}@{host}", f"{local}@{host}", f"{local.upper()}@{host.upper()}", f"{local} @ {host}",
            f"{local} at {words}", f"{local}(at){host.replace('.', '(dot)')}", f"{local} [at] {host.replace('.', ' [dot] ')}",
            f"{local} (at) {host}", f"{local}[at]{host}", f"{local} AT {words.upper()}", f"{local}\uff20{host}",
            f"mailto:{local}@{host}", f"<{local}@{host}>", f"{local}@{host}"[:3] + "\u200b" + f"{local}@{host}"[3:],
            f"{local} {{at}} {host.replace('.', ' {dot} ')}", f"{local}@{host.replace('.', '[.]')}",
            f"{local.replace('.', ' dot ')} at {words}", f"{local}_at_{host}", f"{local}@{host.replace('.', ' dot ')}",
            f"{local}%40{host}", f'"{local.replace(".", " ")}"@{host}', f"{local} at {host}" if "." in local else f"{local}@{host}",
        ]
    )  # fmt: skip
    frame = rng.choice(
        [
            "Write to me at {}",
            "My address: {}.",
            "email {} please",
            "{} always reaches me",
            "E-mail me ({})",
            "send it to {}, thanks",
        ]
    )
    return "address", frame, spelling


def link(rng):
    name = f"{rng.choice(GIVEN)}-{rng.choice(FAMILY)}"
    spelling = rng.choice(
        [
            f"https://www.example.org/{name}", f"http://example.org/{name}?utm_source=x&id=77123", "www.royal.nhs.uk",
            "trust.nhs.uk/rota", "royalinfirmary.nhs.uk", "meet.google.com/abc-defg-hij", "https://zoom.us/j/12345678901?pwd=abc",
            "us02web.zoom.us/j/12345678901", "teams.microsoft.com/l/meetup-join/19%3ameeting", "https://teams.live.com/meet/9312345",
            f"linkedin.com/in/{name}", f"www.linkedin.com/in/{name}", f"x.com/{name.replace('-', '_')}", "drive.google.com/file/d/1AbC/view",
            "https://1drv.ms/w/s!Abc", "dropbox.com/s/abc/cv.docx", "nhs-my.sharepoint.com/:w:/g/personal/jane", "we.tl/t-AbCdEf",
            "bit.ly/3abcde", "chat.whatsapp.com/AbCdEfG", "wa.me/447700900123", "facebook.com/jane.smith.77", "instagram.com/janesmith",
            "https://youtu.be/dQw4w9", "jane-smith.co.uk", "janesmith.com", "doctorsmith.org.uk/about", "surgeon.io", "t.me/janesmith",
            "hxxps://example[.]org/x", "linkedin dot com slash in slash jane", "example[.]com", "forms.gle/AbCd1234", "ftp://example.org/x",
            "HTTPS://EXAMPLE.ORG/JANE", "https://webex.com/meet/jsmith", "skype:live:jane.smith", "researchgate.net/profile/Jane-Smith",
            "orcid.org/0000-0002-1825-0097", "lnkd.in/abc", "https://link.example.com/ls/click?upn=u001.Abc", "janesmith.github.io",
            "https://10.0.0.8/rota", "calendly.com/jane", "doi.org/10.1000/182", "smithclinic.doctor/book", "www.smith-surgery.health",
        ]
    )  # fmt: skip
    return (
        "link",
        rng.choice(
            [
                "See {} for more.",
                "The rota is at {}",
                "{}",
                "Join here: {} at 7 pm",
                "look me up ({})",
                "<{}>",
                "my page, {}, has it",
            ]
        ),
        spelling,
    )


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
        [
            "LS1 3AB",
            "SW1A 1AA",
            "M1 1AE",
            "B33 8TH",
            "CR2 6XH",
            "DN55 1PT",
            "EC1A 1BB",
            "GIR 0AA",
            "W1A 0AX",
            "NE1 4LP",
            "G12 8QQ",
            "BT9 7AB",
            "LS13 4EX",
        ]
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


def checked(nine):
    """The nine digits with their check digit; nothing when there is none."""
    check = -sum(int(digit) * weight for digit, weight in zip(nine, range(10, 1, -1), strict=True)) % 11
    return nine + str(check) if check < 10 else ""


def nhs_number(rng, first="46797"):
    while not (number := checked(rng.choice(first) + f"{rng.randrange(10**8):08d}")):
        pass
    return number


def chi_number(rng):
    while not (
        number := checked(
            f"{rng.randrange(1, 29):02d}{rng.randrange(1, 13):02d}{rng.randrange(100):02d}{rng.randrange(1000):03d}"
        )
    ):
        pass
    return number


def health_number(rng):
    kind, number = rng.choice(
        [
            ("nhs_number", nhs_number(rng)),
            ("nhs_number", nhs_number(rng)),
            ("nhs_number", nhs_number(rng)),
            ("chi_number", chi_number(rng)),
            ("nhs_number", nhs_number(rng, "3")),
        ]
    )
    three = (number[:3], number[3:6], number[6:])
    spelling = rng.choice(
        [
            number,
            " ".join(three),
            "-".join(three),
            "\u00a0".join(three),
            "\u2009".join(three),
            f"{three[0]} {three[1]}\n{three[2]}",
            " ".join(number),
        ]
        + [
            number.translate({48 + n: 0xFF10 + n for n in range(10)}),
            f"{number[:4]}{ZERO_WIDTH}{number[4:]}",
            f"{number[:6]} {number[6:]}",
            ".".join(three),
        ]
        + [number.translate({48 + n: 0x966 + n for n in range(10)}), " ".join(three), number]
    )
    if kind == "chi_number":
        frame = rng.choice(["CHI {}", "CHI number: {}", "her CHI no is {}", "(CHI {})", "CHI: {}, admitted on Tuesday"])
    elif number[0] == "3":
        frame = rng.choice(["H&C number {}", "H&C no: {}", "HCN {}", "health and care number {}"])
    else:
        frame = rng.choice(
            [
                "NHS number {}",
                "NHS no. {}",
                "NHS: {}",
                "the patient ({}) did well",
                "patient's NHS number is {}.",
                "pt {} went home",
                "his number was {}, admitted on Monday",
                "NHS No {}",
                "nhs num {}",
                "Hospital no / NHS no: {}",
            ]
        )
    return kind, frame, spelling


def hospital_number(rng):
    number = rng.choice(
        [
            f"{rng.randrange(10**6, 10**7)}",
            f"{rng.choice('ABKRX')}{rng.randrange(10**5, 10**6)}",
            f"{rng.randrange(10**5, 10**6)}",
            f"RXK{rng.randrange(10**5, 10**6)}",
        ]
    )
    return (
        "hospital_number",
        rng.choice(
            [
                "hospital number {}",
                "MRN {}",
                "hosp no {}",
                "Hosp. No: {}",
                "unit no {}",
                "patient ID {}",
                "(MRN: {})",
                "Patient ID: {}",
                "hospital no. {}",
                "unit number {}",
                "MRN is {}",
                "pt ID {}",
            ]
        ),
        number,
    )


def patient_name(rng):
    name, given = rng.choice(FAMILY).title(), rng.choice(GIVEN).title()
    return "patient_name", *rng.choice(
        [
            ("patient {} was listed", name),
            ("I saw my patient {} again", f"Mrs {name}"),
            ("{}, a patient of ours, asked", f"Mr {name}"),
            ("pt: {}", f"{given} {name}"),
            ("Patient: {}", f"{given} {name}"),
        ]
        + [
            ("patient {} deteriorated", f"Mr {name}"),
            ("my patient, {}, went home", f"Mrs {name}"),
            ("a patient called {} thanked me", f"{given} {name}"),
            ("Patient name: {}", f"{given} {name}"),
            ("{} is my patient", f"Mrs {name}"),
            ("{}, 54, bed 12", "JB"),
            ("pt {} bled", name),
            ("patient {}'s wound", name),
        ]
    )


def birth_date(rng):
    day, month, year = rng.randrange(1, 29), rng.randrange(1, 13), rng.randrange(1930, 2005)
    word = ("January", "Feb", "March", "April", "May", "June", "July", "Aug", "September", "Oct", "Nov", "December")[
        month - 1
    ]
    spelling = rng.choice(
        [
            f"{day}/{month}/{year}",
            f"{day:02d}.{month:02d}.{year}",
            f"{day:02d}-{month:02d}-{year % 100:02d}",
            f"{day} {word} {year}",
            f"{day}th {word} {year}",
            f"{word} {day}, {year}",
            f"{year}-{month:02d}-{day:02d}",
            f"{day:02d}{month:02d}{year}",
            f"{day} {word[:3]} {year % 100:02d}",
        ]
    )
    return (
        "birth_date",
        rng.choice(
            [
                "DOB {}",
                "DOB: {}",
                "d.o.b. {}",
                "date of birth {}",
                "born on {}",
                "(DoB {})",
                "she was born on {}",
                "Date of Birth: {}",
                "D.O.B: {}",
                "born {}",
                "her date of birth is {}",
                "dob {}",
            ]
        ),
        spelling,
    )


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
PATIENTS = (health_number, health_number, health_number, hospital_number, patient_name, patient_name, birth_date)


def samples(makers, count, seed):
    """So many (kind, text, identifier), each kind of maker as often as it is named."""
    rng = random.Random(seed)
    for number in range(count):
        kind, frame, spelling = makers[number % len(makers)](rng)
        yield kind, rng.choice(AROUND).replace("{}", frame.replace("{}", spelling, 1), 1), spelling
