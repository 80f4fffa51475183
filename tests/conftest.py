"""What many tests share."""

import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from hypothesis import settings

from tests.province import Province, make_province, open_province

# The same examples on every machine and no clock: these machines are noisy, a red run must mean
# something.
settings.register_profile("steady", derandomize=True, deadline=None)
settings.load_profile("steady")


@pytest.fixture(scope="session")
def provisioned(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Mapping[str, str]]:
    """The folder of a small province and its workbook ids. Made once; tests work on copies."""
    folder = tmp_path_factory.mktemp("provisioned")
    return folder, make_province(folder)


@pytest.fixture
def province(provisioned: tuple[Path, Mapping[str, str]], tmp_path: Path) -> Iterator[Province]:
    """A small province on a local Google of its own."""
    folder, workbooks = provisioned
    copy = shutil.copytree(folder, tmp_path / "sandbox")
    with open_province(copy, workbooks) as found:
        yield found
