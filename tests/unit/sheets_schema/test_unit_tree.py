"""Units are known by code and day."""

from datetime import date
from pathlib import Path

import pytest

from sheets_schema.unit_tree import Unit, UnitTree, read_units

HEADER = (
    "code,name,full_name,level,type,parent_code,valid_from,valid_to,successors,lat,lon,is_border"
)
OLD = "1,A,Xã A,commune,Xã,9,2024-05-01,2025-06-30,1;2,11.5,106.1,1"
NEW = "1,A,Phường A,commune,Phường,8,2025-07-01,,,,,0"


def read(folder: Path, *rows: str) -> UnitTree:
    """Read a unit file of these rows."""
    path = folder / "u.csv"
    path.write_text("\n".join([HEADER, *rows]) + "\n", encoding="utf-8")
    return read_units(path)


def test_a_unit(tmp_path: Path) -> None:
    """Every column of the file is read in the form of its kind."""
    (unit,) = read(tmp_path, OLD)
    assert unit == Unit(
        code="1",
        name="A",
        full_name="Xã A",
        level="commune",
        type="Xã",
        parent="9",
        valid_from=date(2024, 5, 1),
        valid_to=date(2025, 6, 30),
        successors=("1", "2"),
        latitude=11.5,
        longitude=106.1,
        is_border=True,
    )


def test_a_code_means_another_unit_on_another_day(tmp_path: Path) -> None:
    """Codes are used again; the day decides, first and last day included."""
    tree = read(tmp_path, NEW, OLD)
    days = [date(2024, 4, 30), date(2024, 5, 1), date(2025, 6, 30), date(2025, 7, 1)]
    found = [tree.get("1", day) for day in days]
    assert [each.full_name if each else None for each in found] == [
        None,
        "Xã A",
        "Xã A",
        "Phường A",
    ]
    assert tree.get("2", days[1]) is None
    assert [each.full_name for each in tree] == ["Xã A", "Phường A"]


def test_levels_and_children(tmp_path: Path) -> None:
    """Units of a level, and those below a unit, are those of the day."""
    tree = read(tmp_path, OLD, NEW)
    assert [each.type for each in tree.at_level("commune", date(2024, 6, 1))] == ["Xã"]
    assert [each.type for each in tree.children("8", date(2026, 1, 1))] == ["Phường"]
    assert tree.children("9", date(2026, 1, 1)) == ()


@pytest.mark.parametrize(
    "row",
    [
        "1,A",
        OLD.replace("2024-05-01", ""),
        OLD.replace("2025-06-30", "mai"),
        OLD.replace("11.5", "bắc"),
    ],
)
def test_a_row_that_cannot_be_understood(tmp_path: Path, row: str) -> None:
    """The file and the row are named, counted as an editor counts lines."""
    with pytest.raises(ValueError, match=r"^u\.csv: row 3: "):
        read(tmp_path, OLD, row)


def test_a_file_without_its_columns(tmp_path: Path) -> None:
    """A file of something else is refused."""
    path = tmp_path / "u.csv"
    path.write_text("a,b\n1,2\n", encoding="utf-8")
    with pytest.raises(ValueError, match="row 2: 'code'"):
        read_units(path)
