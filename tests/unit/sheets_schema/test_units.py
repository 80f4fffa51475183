"""The unit file says what the official lists say, and its script remakes it from the package."""

import csv
import importlib.util
import json
import sqlite3
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

import sheets_schema

FOLDER = Path(sheets_schema.__file__).parent / "units"
OLD, NEW = "2024-05-01", "2025-07-01"


def read_rows() -> list[dict[str, str]]:
    """Return the lines of the unit file."""
    with (FOLDER / "tay_ninh.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


ROWS = read_rows()


def units(valid_from: str, level: str) -> list[dict[str, str]]:
    """Return the lines of one level that begin on one day."""
    return [row for row in ROWS if (row["valid_from"], row["level"]) == (valid_from, level)]


def test_counts_of_2024() -> None:
    """In 2024 the province had 9 districts and 94 communes of three types."""
    assert [row["code"] for row in units(OLD, "province")] == ["72"]
    assert len(units(OLD, "district")) == 9
    assert Counter(row["type"] for row in units(OLD, "commune")) == {
        "Xã": 71,
        "Phường": 17,
        "Thị trấn": 6,
    }


def test_counts_of_2025() -> None:
    """Since July 2025 the new province has 96 communes of two types and no districts."""
    assert [row["code"] for row in units(NEW, "province")] == ["80"]
    assert units(NEW, "district") == []
    assert Counter(row["type"] for row in units(NEW, "commune")) == {"Xã": 82, "Phường": 14}


def test_code_and_first_day_are_the_key() -> None:
    """A code repeats over time, but never twice from the same day."""
    keys = Counter((row["code"], row["valid_from"]) for row in ROWS)
    assert max(keys.values()) == 1
    assert keys["25459", OLD] == keys["25459", NEW] == 1


def test_every_parent_exists_at_the_same_time() -> None:
    """The unit above a unit is in the file with the same dates; only provinces have none."""
    known = {(row["code"], row["valid_from"]) for row in ROWS}
    for row in ROWS:
        if row["level"] == "province":
            assert row["parent_code"] == ""
        else:
            assert (row["parent_code"], row["valid_from"]) in known


def test_old_units_end_the_day_before_the_new_ones_begin() -> None:
    """Units of 2024 end on the last of June 2025; those of 2025 are still in force."""
    assert {row["valid_to"] for row in ROWS if row["valid_from"] == OLD} == {"2025-06-30"}
    assert {row["valid_to"] for row in ROWS if row["valid_from"] == NEW} == {""}


def test_every_commune_of_2024_has_known_successors() -> None:
    """Each old commune went to one commune of 2025, or to two in ten cases."""
    new_codes = {row["code"] for row in units(NEW, "commune")}
    successors = [row["successors"].split(";") for row in units(OLD, "commune")]
    assert {code for codes in successors for code in codes} <= new_codes
    assert Counter(len(codes) for codes in successors) == {1: 84, 2: 10}


def test_border_communes() -> None:
    """Twenty communes of 2024 and the eleven that took them over lie on the border."""
    old = [row for row in units(OLD, "commune") if row["is_border"] == "1"]
    new = {row["code"] for row in units(NEW, "commune") if row["is_border"] == "1"}
    assert Counter(row["parent_code"] for row in old) == {
        "705": 3,
        "706": 4,
        "708": 6,
        "711": 5,
        "712": 2,
    }
    assert new == {code for row in old for code in row["successors"].split(";")}
    assert len(new) == 11


def test_names_are_composed_and_place_tones_the_old_way() -> None:
    """Names are in composed Unicode and write Hòa, never Hoà."""
    text = "\n".join(row["full_name"] for row in ROWS)
    assert unicodedata.is_normalized("NFC", text)
    assert "Hoà" not in text
    assert {"Phường 1", "Thị xã Hòa Thành", "Xã Biên Giới"} <= set(text.splitlines())


def test_points_lie_in_the_province() -> None:
    """Every point lies in the box around the new province, and old communes near their district."""
    districts = {row["code"]: row for row in units(OLD, "district")}
    for row in ROWS:
        assert 10.3 < float(row["lat"]) < 11.8
        assert 105.5 < float(row["lon"]) < 106.8
    for row in units(OLD, "commune"):
        parent = districts[row["parent_code"]]
        assert abs(float(row["lat"]) - float(parent["lat"])) < 0.17
        assert abs(float(row["lon"]) - float(parent["lon"])) < 0.18


@pytest.fixture(scope="module")
def script() -> Iterator[ModuleType]:
    """The script beside the file; it is not part of the package."""
    spec = importlib.util.spec_from_file_location("make_tay_ninh", FOLDER / "make_tay_ninh.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    yield module
    del sys.modules[spec.name]


# Corners of the three bounds from which the point of Phước Ninh is computed.
BOUNDS = {
    "25561": "11.298619,106.226113 – 11.541178,106.431787",
    "25552": "11.371266,106.222279 – 11.404586,106.253951",
    "25564": "11.269663,106.278091 – 11.426187,106.366539",
}


def described(prefix: str, row: dict[str, str]) -> dict[str, Any]:
    """One unit in the columns of the package; keys are codes, which are as unique as its own."""
    return {
        prefix: row["full_name"],
        f"{prefix}Short": row["name"],
        f"{prefix}Code": row["code"],
        f"{prefix}Key": row["code"],
        f"{prefix}Lat": float(row["lat"]),
        f"{prefix}Lon": float(row["lon"]),
    }


def make_package(folder: Path) -> None:
    """Write the two data files of the package so that they hold what the unit file says."""
    (old_province,), (new_province,) = units(OLD, "province"), units(NEW, "province")
    districts = {row["code"]: row for row in units(OLD, "district")}
    old = [
        described("province", old_province)
        | described("district", districts[row["parent_code"]])
        | described("ward", row)
        | {"wardBounds": BOUNDS.get(row["code"])}
        for row in units(OLD, "commune")
    ]
    new = [
        described("province", new_province) | described("ward", row)
        for row in units(NEW, "commune")
    ]
    whole: dict[str, list[str]] = {}
    divided: dict[str, list[dict[str, str]]] = {}
    for row in units(OLD, "commune"):
        key = f"72_{row['parent_code']}_{row['code']}"
        codes = row["successors"].split(";") + ["27694"] * (row["code"] == "25462")
        if len(codes) == 1:
            whole.setdefault(codes[0], []).append(key)
        else:
            divided[key] = [{"newWardKey": code} for code in codes]
    folder.mkdir(parents=True)
    conversion = {
        "DICT_PROVINCE_WARD_NO_DIVIDED": {"80": whole},
        "DICT_PROVINCE_WARD_DIVIDED": {"80": divided},
    }
    (folder / "converter_2025.json").write_text(json.dumps(conversion), encoding="utf-8")
    database = sqlite3.connect(folder / "dataset.db")
    for table, rows in (("admin_units_legacy", old), ("admin_units", new)):
        columns = list(rows[0])
        marks = ", ".join("?" * len(columns))
        database.execute(f"CREATE TABLE {table} ({', '.join(columns)})")
        database.executemany(
            f"INSERT INTO {table} VALUES ({marks})",  # noqa: S608 - two constants
            [[row[column] for column in columns] for row in rows],
        )
    database.commit()
    database.close()


def test_script_remakes_the_file(
    script: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With the package installed, the script writes the file as it stands, byte for byte."""
    make_package(tmp_path / "vietnamadminunits" / "data")
    (tmp_path / "vietnamadminunits" / "__init__.py").touch()
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setattr(script, "TARGET", tmp_path / "made.csv")
    script.main()
    made, stored = (tmp_path / "made.csv").read_bytes(), (FOLDER / "tay_ninh.csv").read_bytes()
    assert made == stored


def test_script_names_the_missing_package(script: ModuleType) -> None:
    """Without the package, the script ends with one sentence that names it."""
    with pytest.raises(SystemExit, match="vietnamadminunits is not installed"):
        script.main()


def test_script_refuses_another_source(script: ModuleType, tmp_path: Path) -> None:
    """A source that lacks a commune is refused, so that no half file is written."""
    make_package(tmp_path / "data")
    source = script.read_source(tmp_path / "data")
    source.old.pop(0)
    with pytest.raises(ValueError, match="unexpected units"):
        script.unit_rows(source)
