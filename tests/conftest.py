"""What many tests share."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.province import Province, small_province


@pytest.fixture
def province(tmp_path: Path) -> Iterator[Province]:
    """A small province on a local Google of its own."""
    with small_province(tmp_path / "sandbox") as found:
        yield found
