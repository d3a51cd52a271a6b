from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.desk import Desk, laid_out
from tests.services.sink import Sink


@pytest.fixture
def desk(tmp_path: Path, sink: Sink, monkeypatch: pytest.MonkeyPatch) -> Desk:
    sink.messages.clear()  # one worker runs one test at a time
    folder = tmp_path / "work"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return laid_out(folder, sink.port)


@pytest.fixture
def bare(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """An empty folder."""
    monkeypatch.chdir(tmp_path)
    return Desk(tmp_path)
