"""Sentences that tell of one patient each: numbers with their check digit, names, dates of birth; all made up."""

from __future__ import annotations

from tests.anonymity.identifier_corpus import FAMILY, GIVEN, ZERO_WIDTH, pieces


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
            "\xa0".join(three),
            "\u2009".join(three),
            f"{three[0]} {three[1]}\n{three[2]}",
            " ".join(number),
            number.translate({48 + n: 65296 + n for n in range(10)}),
            f"{number[:4]}{ZERO_WIDTH}{number[4:]}",
            f"{number[:6]} {number[6:]}",
            ".".join(three),
            number.translate({48 + n: 2406 + n for n in range(10)}),
            " ".join(three),
            number,
        ]
    )
    if kind == "chi_number":
        frame = rng.choice(["CHI {}", "CHI number: {}", "her CHI no is {}", "(CHI {})", "CHI: {}, admitted on Tuesday"])
    elif number[0] == "3":
        frame = rng.choice(["H&C number {}", "H&C no: {}", "HCN {}", "health and care number {}"])
    else:
        frame = rng.choice(
            pieces(
                """NHS number {} | NHS no. {} | NHS: {} | the patient ({}) did well
patient's NHS number is {}. | pt {} went home
his number was {}, admitted on Monday | NHS No {} | nhs num {} | Hospital no / NHS no: {}"""
            )
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
            pieces(
                """hospital number {} | MRN {} | hosp no {} | Hosp. No: {} | unit no {} | patient ID {} | (MRN: {})
Patient ID: {} | hospital no. {} | unit number {} | MRN is {} | pt ID {}"""
            )
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
            pieces(
                """DOB {} | DOB: {} | d.o.b. {} | date of birth {} | born on {} | (DoB {}) | she was born on {}
Date of Birth: {}
D.O.B: {} | born {} | her date of birth is {} | dob {}"""
            )
        ),
        spelling,
    )


PATIENTS = (health_number, health_number, health_number, hospital_number, patient_name, patient_name, birth_date)
