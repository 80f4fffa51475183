"""The pictures from end to end, with programs that only look like the real ones."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from deploy.local import commands
from deploy.local.demo import DemoError
from deploy.local.pictures.archive import Archive, read_archive
from deploy.local.pictures.making import make_pictures
from deploy.local.pictures.shots import PHONE_PIXELS, SHOTS, Shot, view_of
from sheets_schema.model import Schema

from .conftest import Make

NAMES = sorted(f"{shot.name}.png" for shot in SHOTS)


@pytest.fixture
def xlsx(make: Make, schema: Schema) -> Path:
    """What a demonstration leaves, as small as can be."""
    province = ("summary", "assignments", "unmet")
    make("tinh", "province", **{name: [["x"]] for name in province})
    make("705", "unit", **{name: [["x"], ["y"]] for name in ("guide", "needs", "arrivals")},
         findings=[_mark(schema, "Lỗi", "y|Hình thức")])  # fmt: skip
    return make("706", "unit", guide=[["x"]], needs=[["x"]], arrivals=[["x"]], findings=[]).parent


def _mark(schema: Schema, severity: str, mark: str) -> list[str]:
    table = schema.table("unit", "findings")
    row = ["-"] * len(table.fields)
    row[table.column("severity")], row[table.column("mark")] = severity, mark
    return row


def _titles(archive: Archive, shot: Shot, schema: Schema) -> list[str]:
    table = schema.table(shot.book, shot.tab)
    return [table.fields[index].title for index in view_of(shot, archive, schema).columns]


def test_a_view_ends_with_the_last_row_that_says_something(xlsx: Path, schema: Schema) -> None:
    """Numbered and formatted rows below are left out, and so is all below the wanted rows."""
    archive = read_archive(xlsx / "705.xlsx")

    assert view_of(Shot("a", "unit", "needs", 50), archive, schema).rows == 3
    assert view_of(Shot("a", "unit", "needs", 2), archive, schema).rows == 2


def test_a_wide_tab_shows_its_named_and_its_marked_columns(xlsx: Path, schema: Schema) -> None:
    """In the order of the tab; in a tab of the robot nothing is marked."""
    archive = read_archive(xlsx / "705.xlsx")

    assert _titles(archive, Shot("a", "unit", "needs", 9, ("status", "note")), schema) == [
        "Trạng thái",
        "Hình thức",
        "Ghi chú",
    ]
    assert _titles(archive, Shot("a", "unit", "arrivals", 9, ("team",)), schema) == ["Đội hình"]


def test_a_phone_shows_the_columns_that_fit(xlsx: Path, schema: Schema) -> None:
    """The last one only in part."""
    archive = read_archive(xlsx / "705.xlsx")

    view = view_of(Shot("a", "unit", "needs", 9, phone=True), archive, schema)

    assert view.columns == (0, 1, 2)
    assert view.pixels - 150 < PHONE_PIXELS <= view.pixels
    assert view.portrait


def test_every_picture_is_made(programs: Path, xlsx: Path, tmp_path: Path, schema: Schema) -> None:
    """Into a folder that need not exist yet."""
    made = make_pictures(xlsx, tmp_path / "new" / "pictures", schema)

    assert [path.stem for path in made] == [shot.name for shot in SHOTS]
    assert sorted(path.name for path in (tmp_path / "new" / "pictures").iterdir()) == NAMES
    assert all(path.read_bytes().startswith(b"\x89PNG") for path in made)


def test_the_command_draws_what_a_demonstration_left(
    programs: Path, xlsx: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It names every file, and runs no demonstration for it."""
    monkeypatch.delattr(commands, "run_demo")
    options = ["--folder", str(tmp_path), "--to", str(tmp_path / "to")]

    result = CliRunner().invoke(commands.pictures, options)

    assert result.exit_code == 0
    assert sorted(Path(line).name for line in result.output.splitlines()) == NAMES


def test_the_command_runs_the_demonstration_first(
    programs: Path, xlsx: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When it left no workbooks in the folder."""
    folder = tmp_path / "empty"

    def leave_workbooks(_: object, where: Path) -> None:
        where.mkdir()
        xlsx.rename(where / "xlsx")

    monkeypatch.setattr(commands, "run_demo", leave_workbooks)

    options = ["--folder", str(folder), "--to", str(tmp_path / "to")]
    result = CliRunner().invoke(commands.pictures, options)

    assert result.exit_code == 0
    assert sorted(path.name for path in (tmp_path / "to").iterdir()) == NAMES


def test_the_command_fails_in_one_line(
    programs: Path, xlsx: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """For a missing program and for a failed demonstration; no picture is touched."""

    def fail(_: object, where: Path) -> None:
        raise DemoError(f"nothing came of {where.name}")

    monkeypatch.setattr(commands, "run_demo", fail)
    to = ["--to", str(tmp_path / "to")]
    failed = CliRunner().invoke(commands.pictures, ["--folder", str(tmp_path / "empty"), *to])
    (programs / "pdftoppm").unlink()
    missing = CliRunner().invoke(commands.pictures, ["--folder", str(tmp_path), *to])

    assert (failed.exit_code, failed.output) == (1, "Error: nothing came of empty\n")
    assert missing.exit_code == 1
    assert missing.output.startswith("Error: pdftoppm is missing; install the Debian package")
    assert missing.output.count("\n") == 1
    assert not (tmp_path / "to").exists()
