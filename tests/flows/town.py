"""A small programme with a real store, a fake mailbox and smart host, and a clock that is set by hand."""

from __future__ import annotations

import email
import email.policy
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from pathlib import Path

from mailbot.flows.enrol import bring_in
from mailbot.flows.tick import TickCounts, tick
from mailbot.flows.world import Keeping, Limits, World
from mailbot.gateways.schedule_files import load_catalogue
from mailbot.gateways.schedule_folder import ScheduleFolder
from mailbot.gateways.template_files import template_sources
from mailbot.model.context import Service
from mailbot.store.store import Store
from mailbot.wording.render import Wording
from tests.services.fakes import FakeMailbox, FakeSubmission, Sent

OURS = "mentoring@example.org"
AUTHSERV = "mx.example.org"

PROGRAMME = """
[programme]
name = "Riverside e-mentoring"
timezone = "Europe/London"
language = "en"
coordinators = ["coordinator@riverside.test"]
roster = "riverside.people.csv"
joining = "{joining}"

[privacy]
controller = "Riverside Deanery"
lawful_basis = "public task"
special_category = "explicit consent"

[cadence]
every = "2 months"
anchor = 2027-01-05
at = "08:00"

[[question]]
id = "satisfaction"
kind = "scale"
ask = "How satisfied are you with your training at present?"
labels = ["very unsatisfied", "unsatisfied", "neither", "satisfied", "very satisfied"]

[[question]]
id = "positives"
kind = "list"
ask = "What went well in the past two months? Please give at least two points."
at_least = 2
help = "for example: first solo appendicectomy"

[[question]]
id = "goal_short"
kind = "goal"
ask = "What is your short-term career goal for the coming months?"
"""

ROSTER = """id,role,name,email,mentor,also_known_as,supervisor,site,grade,timezone,language,start,trained_on,agreed_on
m01,mentee,Zoë Quillfeather,zoe@quillfeather.test,t01,Zo,,,,,,,,2026-12-01
m02,mentee,Ibrahim Vandermolen,ibrahim@lakeside.test,t01,,,,,,,,,2026-12-01
t01,mentor,Dr Philippa Ashgrove,philippa@northgate.test,,Pippa,,,,,,,2026-06-01,2026-12-01
"""


@dataclass
class Town:
    """Everything a flow test needs at hand."""

    folder: Path
    world: World
    mailbox: FakeMailbox
    submission: FakeSubmission
    hour: list[datetime] = field(default_factory=list)

    def at(self, moment: datetime) -> Town:
        self.hour[0] = moment
        return self

    def later(self, **kwargs: float) -> Town:
        return self.at(self.hour[0] + timedelta(**kwargs))

    def tick(self) -> TickCounts:
        bring_in(self.world)
        return tick(self.world, ScheduleFolder(self.folder / "schedules"))

    def letters(self, to: str) -> list[EmailMessage]:
        return [parsed(one) for one in self.submission.sent if one.envelope_to == to]

    def last(self, to: str) -> EmailMessage:
        return self.letters(to)[-1]

    def deliver(self, raw: bytes) -> None:
        self.mailbox.deliver(raw, arrived_at=self.hour[0])

    def counts(self) -> dict[str, dict[str, int]]:
        with self.world.store.begin() as unit:
            return unit.counts().as_json()

    def restarted(self) -> Town:
        """The same database, mailbox and smart host under a new process."""
        memory = {name: getattr(self.world, name) for name in ("from_start", "fingerprint")}
        self.world = replace(self.world, **memory)
        return self

    def close(self) -> None:
        self.world.senders.shutdown()
        self.world.store.close()


def parsed(one: Sent) -> EmailMessage:
    message = email.message_from_bytes(one.raw, policy=email.policy.default)
    assert isinstance(message, EmailMessage)
    return message


def text_of(message: EmailMessage) -> str:
    body = message.get_body(("plain",))
    assert body is not None
    return body.get_content()


def found_town(
    folder: Path,
    *,
    joining: str = "recorded",
    database_url: str = "",
    service: Service | None = None,
    roster: str = ROSTER,
) -> Town:
    """The town on a fresh store, a week before its first form."""
    (folder / "schedules").mkdir()
    (folder / "schedules" / "riverside.toml").write_text(PROGRAMME.format(joining=joining))
    (folder / "schedules" / "riverside.people.csv").write_text(roster)
    hour = [datetime(2026, 12, 29, 9, 0, tzinfo=UTC)]
    store = Store.open(
        database_url=database_url or f"sqlite:///{folder / 'data' / 'mailbot.db'}",
        data=folder / "data",
        master_key=b"k" * 32,
    )
    mailbox, submission = FakeMailbox(clock=lambda: hour[0]), FakeSubmission()
    schedules = ScheduleFolder(folder / "schedules")
    world = World(
        store=store,
        mailbox=mailbox,
        submission=submission,
        service=service
        or Service(
            address=OURS,
            address_style="plus",
            relay_domain="example.org",
            from_style="proxy",
            bounce_style="verp",
            without_verdict="challenge",
            loop_key="our-own-mark",
        ),
        catalogue=load_catalogue(folder / "schedules"),
        wording=Wording(template_sources(None)),
        clock=lambda: hour[0],
        limits=Limits(),
        keeping=Keeping(raw=timedelta(days=30), sent=timedelta(days=7), processed=timedelta(days=7)),
        trusted_authserv_ids=(AUTHSERV,),
        worker="town",
        senders=ThreadPoolExecutor(max_workers=1),
        connections=1,
        from_start=True,
        fingerprint=schedules.fingerprint(),
    )
    return Town(folder=folder, world=world, mailbox=mailbox, submission=submission, hour=hour)


def written(
    sender: str,
    to: str,
    text: str,
    *,
    subject: str = "Re: hello",
    answers: EmailMessage | None = None,
    verdict: str = "pass",
    **headers: str,
) -> bytes:
    """A plain message as a person's mail program sends it, stamped by our own receiving server."""
    message = EmailMessage(policy=email.policy.SMTP)
    if verdict:
        message["Authentication-Results"] = (
            f"{AUTHSERV}; dmarc={verdict} header.from={sender.rpartition('@')[2].rstrip('>')}"
        )
    message["From"] = sender
    message["To"] = to
    message["Subject"] = subject
    message["Date"] = "Tue, 05 Jan 2027 10:00:00 +0100"
    message["Message-ID"] = headers.pop(
        "message_id", f"<{abs(hash((sender, text, subject)))}@laptop.of.{sender.rpartition('@')[2]}>"
    )
    if answers is not None:
        message["In-Reply-To"] = answers["Message-ID"]
        message["References"] = " ".join(filter(None, (answers["References"], answers["Message-ID"])))
    for name, value in headers.items():
        message[name.replace("_", "-")] = value
    message.set_content(text)
    return message.as_bytes()


def reply_address(message: EmailMessage) -> str:
    header = message["Reply-To"] or message["From"]
    return header.addresses[0].addr_spec


def answered(form: EmailMessage, answers: dict[int, str]) -> str:
    """The form quoted whole with each answer typed below its marker."""
    lines = []
    for line in text_of(form).splitlines():
        lines.append(f"> {line}" if line else ">")
        for number, answer in answers.items():
            if line == f"Answer {number}:":
                lines += ["", answer, ""]
    return "On Tue, 5 Jan 2027 at 08:00, Riverside e-mentoring wrote:\n" + "\n".join(lines) + "\n"
