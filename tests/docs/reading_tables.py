"""The tables of docs/reading.md, from the replies that are kept; `python -m tests.docs.reading_tables` writes them."""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from mailbot.model.answer import AnswerState
from mailbot.model.form import FormSheet
from tests.reading import forms, test_desktop_clients, test_terminal_clients, webmail_replies
from tests.reading.replies import read, words
from tests.reading.test_webmail_clients import same

PAGE = Path(__file__).parents[2] / "docs" / "reading.md"
FIRST_LOOKS = Path(__file__).parents[1] / "reading" / "trouble" / "first_looks.toml"
PLACES = {
    "behind the mark": ("marker", "top_marker", "noquote_marker"),
    "on the question's line": ("trailing", "joined"),
    "listed above": (
        "top_numbered", "top_num", "ol_top", "top_paren_gaps", "top_colon", "top_q", "top_dash", "oneline",
    ),
    "listed below": ("bottom_numbered", "bottom_num"),
    "form deleted": ("top_noquote", "noquote", "bare"),
}  # fmt: skip
ELSE = "below the question"
COLUMNS = (ELSE, *PLACES)


def place_of(style: str) -> str:
    """The column of a posting style; whatever is no list and on no line of the form's stands below its question."""
    plain = style.replace("-", "_")
    return next((place for place, styles in PLACES.items() if any(plain.endswith(one) for one in styles)), ELSE)


def read_replies() -> Iterator[tuple[str, str, int, int]]:
    """Each reply that is kept: program, posting style, fields as typed, fields asked back."""
    for path in test_terminal_clients.REPLIES:
        client, _, style = path.stem.rpartition("-")
        yield client, style, *counted(forms.surgery_sheet(), path, test_terminal_clients.typed(path))
    for path in test_desktop_clients.REPLIES:
        sheet, typed, _ = test_desktop_clients.told_of(path)
        yield path.stem.split("-", 1)[0], path.stem, *counted(sheet, path, typed)
    for path in webmail_replies.REPLIES:
        client, _, style = path.stem.rpartition("-")
        sheet, typed = webmail_replies.form_of(path), webmail_replies.typed(path).answers
        yield client, style, *counted(sheet, path.with_suffix(".eml"), typed, webmail_replies.WRITER)


def counted(
    sheet: FormSheet, path: Path, typed: dict[int, str], names: tuple[str, ...] = ("Zoë Müller",)
) -> tuple[int, int]:
    answers = dict(enumerate(read(sheet, path.read_bytes(), names).answers, 1))
    asked = sum(answer.state is AnswerState.UNCLEAR for answer in answers.values())
    right = sum(
        answer.state is not AnswerState.UNCLEAR
        and (same(answer.text, typed.get(number, "")) or words(answer.text) == words(typed.get(number, "")))
        for number, answer in answers.items()
    )
    assert right + asked == len(answers), f"{path}: an answer is believed and wrong"
    return right, asked


def clients_table() -> str:
    """Programs against places: fields read as typed of all fields, and how many were asked back."""
    cells: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(lambda: [0, 0]))
    for client, style, right, asked in read_replies():
        for name in (client, "**all**"):
            for place in (place_of(style), "all"):
                cells[name][place][0] += right
                cells[name][place][1] += asked
    rows = [f"| program | {' | '.join((*COLUMNS, 'all'))} |", f"|---|{'---|' * (len(COLUMNS) + 1)}"]
    rows += [
        f"| {client} | {' | '.join(_cell(*cells[client][place]) for place in (*COLUMNS, 'all'))} |"
        for client in [*sorted(set(cells) - {"**all**"}), "**all**"]
    ]
    return "\n".join(rows)


def _cell(right: int, asked: int) -> str:
    if not right + asked:
        return ""
    return f"{right}/{right + asked}" + (f", {asked} asked" if asked else "")


def first_looks_table() -> str:
    """Each round of the simulator: what the reader made of kinds that it had never seen, and after their repair."""
    looks = tomllib.loads(FIRST_LOOKS.read_text(encoding="utf-8"))["look"]
    rows = [
        (
            "| round | kinds | fields | exact | asked, rightly | asked without need | silently wrong |"
            " after: asked without need | after: silently wrong |"
        ),
        "|---|---|---|---|---|---|---|---|---|",
    ]
    rounds = sorted({look["round"] for look in looks})
    for number in [*rounds, None]:
        chosen = [look for look in looks if number in (None, look["round"])]
        first, after = [look["first"] for look in chosen], [look["after"] for look in chosen if "after" in look]
        shares = [_share(first, name) for name in ("exact", "asked", "needless", "wrong")]
        later = [_share(after, name) for name in ("needless", "wrong")]
        total = sum(look["fields"] for look in first)
        rows.append(f"| {number or '**all**'} | {len(chosen)} | {total:,} | {' | '.join((*shares, *later))} |")
    return "\n".join(rows)


def _share(looks: list[dict[str, int]], name: str) -> str:
    total = sum(look["fields"] for look in looks)
    return f"{100 * sum(look[name] for look in looks) / total:.2f}%" if total else ""


def page_with_tables(page: str) -> str:
    """The page with both tables as they are now, between their marks."""
    for name, table in (("clients", clients_table()), ("first looks", first_looks_table())):
        page = re.sub(
            rf"(<!-- {name} -->\n).*?(\n<!-- end of {name} -->)",
            lambda found, table=table: f"{found[1]}{table}{found[2]}",
            page,
            flags=re.DOTALL,
        )
    return page


if __name__ == "__main__":
    PAGE.write_text(page_with_tables(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
