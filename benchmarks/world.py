"""The folder of a made-up programme, as an operator and a coordinator write it."""

from __future__ import annotations

import base64
import os
from datetime import UTC, datetime
from pathlib import Path

AUTHSERV = "mx.bench.example"
BEFORE = datetime(2027, 1, 4, 8, 0, tzinfo=UTC)  # the roster is taken in
DUE = datetime(2027, 1, 5, 8, 5, tzinfo=UTC)  # round 1 is due
PAIRS_EACH = 10

CONFIG = """
[mailbot]
address = "mentoring@bench.example"
address_style = "plus"
data = "data"
schedules = "schedules"
templates = "templates"
key_file = "mailbot.key"
operators = ["ops@bench.example"]

[database]
url = "sqlite:///data/mailbot.db"

[smtp]
host = "127.0.0.1"
port = {sink_port}
tls = "none"
auth = "none"
connections = 4

[listener]
protocol = "smtp"
host = "127.0.0.1"
port = {listener_port}
max_message = "25 MB"

[inbound]
trusted_authserv_ids = ["{authserv}"]
"""

SCHEDULE = """
[programme]
name = "Bench e-mentoring"
timezone = "Europe/London"
language = "en"
coordinators = ["coordinator@bench.example"]
roster = "bench.people.csv"
anonymity = "alias"
joining = "recorded"

[privacy]
controller = "Bench Deanery"
lawful_basis = "public task"
special_category = "explicit consent"

[cadence]
every = "2 months"
anchor = 2027-01-05
at = "08:00"
close_after = "28 days"

[mentor]
require_training = false

[[contact]]
name = "Occupational health"
what = "confidential, for all staff"
phone = "020 7946 0000"
"""

QUESTIONS = (
    ("satisfaction", "scale", "How satisfied are you with your training?"),
    ("skills", "list", "Which skills did you gain or practise in the past two months? Please name at least two."),
    ("additions", "list", "What have you added to your CV in the past two months?"),
    ("balance", "scale", "How satisfied are you with the balance between work and the rest of your life?"),
    ("short_goals", "goal", "What do you want to reach in the next two months?"),
    ("medium_goals", "goal", "What do you want to reach in the next two years?"),
    ("long_goals", "goal", "Where do you want to be in ten years?"),
    ("positives", "list", "What went well in the past two months? Please give at least two points."),
    ("negatives", "list", "What went badly in the past two months? Please give at least two points."),
    ("anything", "text", "Is there anything else that your mentor should know?"),
)
LABELS = 'labels = ["very unsatisfied", "unsatisfied", "neither", "satisfied", "very satisfied"]\n'


def lay_out(folder: Path, *, mentees: int, sink_port: int, listener_port: int) -> None:
    """Makes the folder; everybody agreed already, so that forms go out at once."""
    for name in ("data", "schedules", "templates"):
        (folder / name).mkdir(parents=True)
    settings = CONFIG.format(sink_port=sink_port, listener_port=listener_port, authserv=AUTHSERV)
    (folder / "config.toml").write_text(settings)
    key = folder / "mailbot.key"
    key.write_bytes(base64.b64encode(os.urandom(32)) + b"\n")
    key.chmod(0o600)
    (folder / "schedules" / "bench.toml").write_text(SCHEDULE + "".join(_question(*q) for q in QUESTIONS))
    (folder / "schedules" / "bench.people.csv").write_text(roster(mentees))


def _question(key: str, kind: str, ask: str) -> str:
    return f'\n[[question]]\nid = "{key}"\nkind = "{kind}"\nask = "{ask}"\n' + (LABELS if kind == "scale" else "")


def roster(pairs: int) -> str:
    """One mentor for each ten mentees, all at one domain, each with a name of their own."""
    agreed = "2026-12-01"
    mentors = [
        f"c{number},mentor,{_name('Guide', number)},c{number}@people.example,,{agreed},{agreed}"
        for number in range(-(-pairs // PAIRS_EACH))
    ]
    mentees = [
        f"m{number},mentee,{_name('Learner', number)},m{number}@people.example,c{number // PAIRS_EACH},,{agreed}"
        for number in range(pairs)
    ]
    return "\n".join(["id,role,name,email,mentor,trained_on,agreed_on", *mentors, *mentees]) + "\n"


def _name(first: str, number: int) -> str:
    """Letters only, as names are; no two alike: "Learner Quabada"."""
    syllables = ("ba", "da", "fa", "ga", "ka", "la", "ma", "na", "pa", "ra")
    return f"{first} Qu" + "".join(syllables[int(digit)] for digit in str(number))
