"""`mailbot preview` and `explain --questionnaire`: one programme's emails, and a reply to its very form."""

from __future__ import annotations

import email
import email.policy
from email.message import EmailMessage

import pytest

from mailbot.gateways.template_files import shipped_schedules
from tests.cli.desk import Desk
from tests.flows.town import PROGRAMME, ROSTER, answered, reply_address, text_of, written

PROMISED = ("form.en.eml", "packet.en.eml", "receipt.en.eml", "reminder.en.eml", "post.en.eml")


def letter(desk: Desk, name: str) -> EmailMessage:
    message = email.message_from_bytes((desk.folder / name).read_bytes(), policy=email.policy.default)
    assert isinstance(message, EmailMessage)
    return message


def previewed(bare: Desk) -> str:
    """The Riverside programme alone in a folder, without any configuration."""
    bare.file("riverside.toml", PROGRAMME.format(joining="recorded").encode())
    bare.file("riverside.people.csv", ROSTER.encode())
    return bare.says("preview", "--questionnaire", "riverside.toml", "--out", "out")


def test_the_promised_files_are_there(bare: Desk) -> None:
    assert "out/index.html" in previewed(bare)
    assert (bare.folder / "out" / "index.html").read_text().startswith("<!")
    for name in PROMISED:
        message = letter(bare, f"out/{name}")
        assert message["Subject"], name
        assert len(text_of(message)) > 100, name
    assert not (bare.folder / "data").exists()


def test_a_reply_to_the_form_of_the_preview(bare: Desk) -> None:
    previewed(bare)
    form = letter(bare, "out/form.en.eml")
    text = answered(form, {1: "2", 2: "- one\n- two", 3: "Research"})
    reply = bare.file("reply.eml", written(form["To"].addresses[0].addr_spec, reply_address(form), text, answers=form))
    explained = bare.json("explain", reply, "--questionnaire", "riverside.toml")
    assert (explained["disposition"], explained["reason"]) == ("form_reply", "answers_complete")
    assert [explained[key] for key in ("sender", "pair", "round")] == [None, None, None]
    assert {name: one["state"] for name, one in explained["answers"].items()} == {
        "satisfaction": "answered", "positives": "answered", "goal_short": "answered",
    }  # fmt: skip
    assert explained["answers"]["satisfaction"]["value"] == 2
    assert [one["template"] for one in explained["outgoing"]] == ["packet", "receipt"]
    assert "goal_short" in bare.says("explain", reply, "--questionnaire", "riverside.toml")
    assert not (bare.folder / "data").exists()


@pytest.mark.parametrize("sample", sorted(path.stem for path in shipped_schedules().glob("*.toml")))
def test_every_sample_can_be_previewed(bare: Desk, sample: str) -> None:
    bare.says("preview", "--questionnaire", shipped_schedules() / f"{sample}.toml", "--out", "out")
    assert set(PROMISED) <= {path.name for path in (bare.folder / "out").iterdir()} or sample.endswith("de")


def test_a_configured_folder_needs_no_questionnaire(desk: Desk) -> None:
    desk.says("preview", "--out", "out")
    assert (desk.folder / "out" / "form.en.eml").exists()


def test_two_programmes_have_a_folder_each(desk: Desk) -> None:
    schedules = desk.folder / "schedules"
    (schedules / "lakeside.toml").write_text((schedules / "riverside.toml").read_text())
    desk.says("preview", "--out", "out")
    for name in ("riverside", "lakeside"):
        assert (desk.folder / "out" / name / "form.en.eml").exists()
