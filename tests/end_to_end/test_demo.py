"""`muaheso demo` and `muaheso up`, as a newcomer runs them."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import openpyxl
import pytest
import requests
from click.testing import CliRunner

from deploy.local import demo as story
from deploy.local.commands import demo, up
from deploy.local.emulator import serve


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a demonstration that ran to its end."""
    found = tmp_path_factory.mktemp("demo")
    result = CliRunner().invoke(demo, ["--folder", str(found)])
    (found / "output.txt").write_text(result.output)
    assert result.exit_code == 0, result.output
    return found


def test_the_demonstration_shows_three_nights(folder: Path) -> None:
    """All units are read with one request each; nothing changes without an edit."""
    lines = (folder / "output.txt").read_text().splitlines()
    table = {
        cells[0]: cells[1:]
        for line in lines
        if len(cells := [cell.strip() for cell in line.strip("│ ").split("│")]) == 4
    }

    assert table["Units read"] == ["9", "9", "9"]
    assert table["API reads"] == ["11", "10", "11"]
    assert table["API writes"] == ["10", "0", "2"]
    assert table["Workbooks written"][1:] == ["none", "703, T"]
    assert int(table["Needs met"][0]) > 60
    assert int(table["Needs unmet"][0]) > 10


def test_the_workbooks_stay_as_xlsx(folder: Path) -> None:
    """Each opens, with its dropdowns, notes, colours and frozen header."""
    files = sorted(path.name for path in (folder / "xlsx").iterdir())
    book = openpyxl.load_workbook(folder / "xlsx" / "705.xlsx")
    needs = book["Nhu cầu"]

    assert files == [*(f"{code}.xlsx" for code in ("703", *range(705, 713))), "tinh.xlsx"]
    assert needs.freeze_panes == "B2"
    assert needs["C1"].comment is not None
    assert len(needs.data_validations.dataValidation) >= 8
    assert len(needs.conditional_formatting) >= 2


def test_the_log_holds_counts_and_nothing_else(folder: Path) -> None:
    """No name and no phone number of the sample stands in what the function logged."""
    log = (folder / "nightly.log").read_text()

    assert log.count('"night done"') == 3
    assert "Nguyễn" not in log
    assert "09" not in log.replace("2024-08-1", "").split('"run_id"')[0]


def test_up_serves_the_same_folder_for_the_command(folder: Path) -> None:
    """After the demonstration, `muaheso up` and `muaheso nightly` go on where it ended."""
    command = [sys.executable, "-c", "from functions.cli import main; main()"]
    environment = {name: value for name, value in os.environ.items() if "MUAHESO" not in name}
    elsewhere = folder.parent / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / ".muaheso").symlink_to(folder)
    server = subprocess.Popen(
        [*command, "up", "--port", "0"],
        cwd=elsewhere,
        env={**environment, "PYTHONPATH": str(Path.cwd())},
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert server.stdout is not None
        address = server.stdout.readline().split()[2]
        requests.get(f"{address}/_local/health", timeout=5)
        result = subprocess.run(
            [*command, "nightly"],
            cwd=elsewhere,
            env={**environment, "PYTHONPATH": str(Path.cwd())},
            capture_output=True,
            text=True,
            check=False,
        )
    finally:
        server.send_signal(signal.SIGTERM)
        server.wait(20)
        server.stdout.close()

    assert "Nothing changed: 0 writes." in result.stdout, result.stderr
    with pytest.raises(requests.ConnectionError):
        requests.get(f"{address}/_local/health", timeout=5)


def test_a_folder_in_use_is_one_line_and_exit_code_1(tmp_path: Path) -> None:
    """Neither command prints a traceback when another process holds the folder."""
    (tmp_path / "google").mkdir()
    with serve(tmp_path / "google"):
        result = CliRunner().invoke(up, ["--port", "0", "--data", str(tmp_path / "google")])

    assert (result.exit_code, "did not start" in result.output) == (1, True)


def test_a_night_that_fails_fails_the_demonstration(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the function answered is shown."""
    monkeypatch.setattr(story, "PROVINCE", "705")

    result = CliRunner().invoke(demo, ["--folder", str(tmp_path)])

    assert result.exit_code == 1
    assert "the function answered 500" in result.output
