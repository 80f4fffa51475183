"""Starting and stopping processes of our own."""

from pathlib import Path

import pytest
import requests

from deploy.local.emulator import serve
from deploy.local.launch import LaunchError, function, local_google


def test_the_local_google_answers_while_it_runs(tmp_path: Path) -> None:
    """It is up inside the block and down after it."""
    with local_google(tmp_path) as address:
        assert requests.get(f"{address}/_local/health", timeout=5).json() == {"status": "ok"}

    with pytest.raises(requests.ConnectionError):
        requests.get(f"{address}/_local/health", timeout=5)


def test_a_folder_in_use_is_refused_with_the_reason(tmp_path: Path) -> None:
    """Two servers never work on one folder; the second says so."""
    refused = pytest.raises(LaunchError, match="did not start")
    with serve(tmp_path), refused, local_google(tmp_path):
        pass


def test_a_function_that_does_not_exist_is_an_error_with_its_log(tmp_path: Path) -> None:
    """The last lines of the log come with the error."""
    refused = pytest.raises(LaunchError, match="nonsense")
    with refused, function("nonsense", {}, tmp_path / "log"):
        pass
