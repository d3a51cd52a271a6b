from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.flows.town import Town, found_town


@pytest.fixture
def town(tmp_path: Path) -> Iterator[Town]:
    made = found_town(tmp_path)
    yield made
    made.close()
