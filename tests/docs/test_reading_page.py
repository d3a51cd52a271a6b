"""docs/reading.md shows what the reader does today, not what it did when the page was written."""

from tests.docs.reading_tables import PAGE, page_with_tables


def test_the_tables_are_those_of_the_replies_that_are_kept() -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert page == page_with_tables(page), "run: .venv/bin/python -m tests.docs.reading_tables"
    assert "| **all** |" in page
