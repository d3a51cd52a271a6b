"""`mailbot explain` in a terminal: the reply line by line, each marked by what it was taken for."""

from __future__ import annotations

import email
import email.policy
from pathlib import Path

import pytest

from mailbot.cli.marked import printable
from mailbot.model.inbound import Bodies, BodyLine
from mailbot.reading.post_stretches import marked_post
from tests.cli.desk import Desk
from tests.flows.town import written

FORM = ("--questionnaire", "schedules/riverside.toml")


@pytest.fixture
def preview(desk: Desk) -> Path:
    desk.types("preview", *FORM, "--out", "preview")
    return desk.folder / "preview"


def quoted(form: bytes, answers: dict[str, str]) -> str:
    body = email.message_from_bytes(form, policy=email.policy.default).get_body(("plain",))
    assert body is not None
    rows = []
    for row in body.get_content().splitlines():
        rows += [f"> {row}", *([answers[row]] if row in answers else [])]
    return "\n".join(rows)


def address(message: bytes) -> str:
    return str(email.message_from_bytes(message, policy=email.policy.default)["From"].addresses[0].addr_spec)


def shown(desk: Desk, raw: bytes) -> dict[str, str]:
    """The marks of the left column with the words beside them, and everything that was said under ""."""
    said = desk.types("explain", desk.file("one.eml", raw), *FORM)
    assert said.code == 0, said.words
    found: dict[str, str] = {"": said.out}
    mark = ""
    for line in said.out.splitlines():
        left, right = line[:26].strip(), line[26:].strip()
        name = next((name for name in NAMES if line.startswith(name + "  ")), "")
        mark = name or mark
        found[mark] = f"{found.get(mark, '')} {line.removeprefix(name).strip() if name else right or left}".strip()
    return found


NAMES = (
    "question 1", "answer to 1, asked back", "answer to 1", "answer to 2", "fits no question", "greeting", "signature",
    "quote", "rest of the form", "new words",
)  # fmt: skip


def test_each_line_of_a_reply_has_its_mark(desk: Desk, preview: Path) -> None:
    form = (preview / "form.en.eml").read_bytes()
    body = "Dear all,\n\nmy rota changed [bold]today[/bold]\x1b[2J.\n\n" + quoted(
        form, {"Answer 1:": "3-4", "Answer 2:": "passed the exam"}
    )
    marks = shown(desk, written("noor.quillon@example.net", address(form), body + "\n\nSent from my iPhone"))
    assert "How satisfied" in marks["question 1"]
    assert "3-4" in marks["answer to 1, asked back"]
    assert "passed the exam" in marks["answer to 2"]
    assert "[bold]today[/bold]\N{REPLACEMENT CHARACTER}[2J" in marks["fits no question"]
    assert "Dear all," in marks["greeting"]
    assert "Sent from my iPhone" in marks["signature"]
    assert "Reference:" in marks["rest of the form"]
    assert "no value on the scale" in " ".join(marks[""].split())
    assert "would go to the mentee: receipt" in marks[""]


def test_each_line_of_a_post_has_its_mark(desk: Desk, preview: Path) -> None:
    post = (preview / "post.en.eml").read_bytes()
    body = "The exam is in May.\n\nOn Tue, 5 Jan 2027 at 08:00, Your mentor wrote:\n> When is it?\n"
    marks = shown(desk, written("noor.quillon@example.net", address(post), body))
    assert "The exam is in May." in marks["new words"]
    assert "> When is it?" in marks["quote"]


def test_what_is_no_message_of_a_person_has_no_marks(desk: Desk, preview: Path) -> None:
    post = (preview / "post.en.eml").read_bytes()
    said = desk.types("explain", desk.file("loop.eml", post), *FORM)
    assert "loop (own_loop_mark)" in said.out
    assert "nothing would go out" in said.out


def test_the_lines_of_a_post_that_stay_behind() -> None:
    rows = ("New words", "", "Kind regards", "From: Ann", "a quote without marks")
    bodies = Bodies(html=(), plain=tuple(BodyLine(text=row) for row in rows))
    assert [(one.taken_for, one.text) for one in marked_post(bodies, "New words")] == [
        ("new words", "New words\n"), ("signature", "Kind regards"), ("quote", "From: Ann\na quote without marks"),
    ]  # fmt: skip
    between = (BodyLine(text="one"), BodyLine(text="a stray"), BodyLine(text="two"), BodyLine(text="old", depth=1))
    assert [one.taken_for for one in marked_post(Bodies(html=between), "one\ntwo")] == [
        "new words", "quote", "new words", "quote",
    ]  # fmt: skip
    assert marked_post(Bodies(), "words") == ()


def test_only_what_a_terminal_draws_is_printed() -> None:
    assert printable("a\tb\u00a0c\u2009d\n[x]") == "a\tb\u00a0c\u2009d\n\\[x]"
    for control in "\x00\x07\x08\x1b\x1c\x7f\x85\x9b\u2028\u202e":
        assert printable(f"a{control}b") == "a\N{REPLACEMENT CHARACTER}b"
