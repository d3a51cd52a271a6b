from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mailbot.schedule.cells import read_cells

COLUMNS = ("id", "name", "also_known_as", "site")


def read(text: str) -> tuple[list[tuple[int, dict[str, str]]], list[str]]:
    rows, faults = read_cells(text, file="x.csv", columns=COLUMNS, required=("id", "name"))
    return [(row.line, row.cells) for row in rows], [str(fault) for fault in faults]


@pytest.mark.parametrize(
    "text",
    [
        "id,name\nm1,Ann\n",
        "\ufeffid;name\r\nm1;Ann\r\n",
        "id,name\rm1,Ann\r",
        "ID, Name \n m1 , Ann \n,,\n\n",
        '"id";"name"\n"m1";"Ann"',
        "sep=;\nid;name\nm1;Ann\n",
        "\n\nid,name\nm1,Ann,,,\n",
    ],
)
def test_every_way_of_saving_gives_the_same_cells(text: str) -> None:
    rows, faults = read(text)
    assert [cells for _, cells in rows] == [{"id": "m1", "name": "Ann"}]
    assert faults == []


def test_lines_are_those_an_editor_shows_also_after_a_cell_of_two_lines() -> None:
    rows, _ = read('sep=,\nid,name,Also Known As,site\nm1,"Ann\nBell",,\n\nm2,"Say ""Bo""",a;b,"York, north"\n')
    assert rows == [
        (3, {"id": "m1", "name": "Ann\nBell", "also_known_as": "", "site": ""}),
        (6, {"id": "m2", "name": 'Say "Bo"', "also_known_as": "a;b", "site": "York, north"}),
    ]


def test_a_short_row_is_filled_up() -> None:
    assert read("id,name,site\nm1,Ann\n")[0] == [(2, {"id": "m1", "name": "Ann", "site": ""})]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("", ["x.csv:1: is empty; expected a header row: id,name,also_known_as,site"]),
        (" \n,,\n", ["x.csv:1: is empty; expected a header row: id,name,also_known_as,site"]),
        (
            "id,nmae\n",
            [
                'x.csv:1: unknown column "nmae"; did you mean "name"?',
                "x.csv:1: the header row lacks name; expected: id,name,also_known_as,site",
            ],
        ),
        ("id,name,id\n", ['x.csv:1: the column "id" stands 2 times; expected each once']),
        (
            "id,name\nm1,Bell, Ann\n",
            [
                "x.csv:2: has 3 cells, the header 2; a cell that holds a comma needs quotes",
            ],
        ),
        (
            'id,name\nm1,"Ann\nm2,Bo\n',
            [
                "x.csv:2: cannot be read as CSV from this line on (unexpected end of data); is a quote left open?",
            ],
        ),
        (
            'id,name\nm1,"Ann" B\n',
            [
                "x.csv:2: cannot be read as CSV from this line on (',' expected after '\"'); is a quote left open?",
            ],
        ),
        (
            "id,name\nm1," + "x" * 200_000,
            [
                (
                    "x.csv:2: cannot be read as CSV from this line on (field larger than field limit (131072)); "
                    "is a quote left open?"
                ),
            ],
        ),
    ],
)
def test_what_is_wrong_with_the_shape_is_named_with_its_line(text: str, named: list[str]) -> None:
    assert read(text)[1] == named


cell = st.text(alphabet=st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=8) | st.just('a,b;c\n"d')


@given(st.lists(st.tuples(cell, cell), max_size=5), st.sampled_from([",", ";"]), st.sampled_from(["\n", "\r\n"]))
def test_what_a_spreadsheet_saves_comes_back(rows: list[tuple[str, str]], delimiter: str, ends: str) -> None:
    written = io.StringIO(newline="")
    csv.writer(written, delimiter=delimiter, lineterminator=ends).writerows([("id", "name"), *rows])
    found, faults = read(written.getvalue())
    assert [(cells["id"], cells["name"]) for _, cells in found] == rows
    assert faults == []
