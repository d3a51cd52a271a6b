"""The cells of a CSV file as Excel, LibreOffice and people write them."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass

from mailbot.errors import Fault
from mailbot.schedule.nearest import did_you_mean

_DELIMITERS = (",", ";")


@dataclass(frozen=True, slots=True, kw_only=True)
class CellRow:
    """One filled row: column name to trimmed cell, and the line, from 1, on which the row begins."""

    line: int
    cells: dict[str, str]


def read_cells(
    text: str, *, file: str, columns: tuple[str, ...], required: tuple[str, ...]
) -> tuple[tuple[CellRow, ...], tuple[Fault, ...]]:
    """The rows below the header, without empty ones, and every fault of the file's shape.

    Comma or semicolon, whichever the header has more of; Excel's own first line "sep=;" is passed over. The names of
    columns are matched without regard to case and spaces.
    """
    lines = _lines(text, file)
    rows: list[CellRow] = []
    faults: list[Fault] = []
    header: tuple[str, ...] = ()
    for line, cells in lines:
        if isinstance(cells, Fault):
            faults.append(cells)
        elif not any(cells):
            continue
        elif not header:
            header = tuple(_column(cell) for cell in cells)
            faults += (Fault(file=file, line=line, message=m) for m in _header_faults(header, columns, required))
        else:
            if any(cells[len(header) :]):
                message = f"has {len(cells)} cells, the header {len(header)}; a cell that holds a comma needs quotes"
                faults.append(Fault(file=file, line=line, message=message))
            padded = (*cells, *("" for _ in header))
            rows.append(CellRow(line=line, cells=dict(zip(header, padded, strict=False))))
    if not header and not faults:
        faults.append(Fault(file=file, line=1, message=f"is empty; expected a header row: {','.join(columns)}"))
    return tuple(rows), tuple(faults)


def _lines(text: str, file: str) -> Iterator[tuple[int, tuple[str, ...] | Fault]]:
    text = text.removeprefix("\ufeff")
    first = text.split("\n", 1)[0].strip().lower()
    skipped = 1 if first in ("sep=,", "sep=;") else 0
    if skipped:
        text = text.partition("\n")[2]
        delimiter = first[-1]
    else:
        delimiter = max(_DELIMITERS, key=first.count)
    # strict: else one quote left open swallows the rest of the roster without a word
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    while True:
        begins = reader.line_num + skipped + 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as broken:
            message = f"cannot be read as CSV from this line on ({broken}); is a quote left open?"
            yield begins, Fault(file=file, line=begins, message=message)
            return
        yield begins, tuple(cell.strip() for cell in cells)


def _column(cell: str) -> str:
    return "_".join(cell.lower().split())


def _header_faults(header: tuple[str, ...], columns: tuple[str, ...], required: tuple[str, ...]) -> Iterator[str]:
    for name in dict.fromkeys(header):
        if name and name not in columns:
            yield f'unknown column "{name}"{did_you_mean(name, columns)}'
        if name and header.count(name) > 1:
            yield f'the column "{name}" stands {header.count(name)} times; expected each once'
    missing = [name for name in required if name not in header]
    if missing:
        yield f"the header row lacks {', '.join(missing)}; expected: {','.join(columns)}"
