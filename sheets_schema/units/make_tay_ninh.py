# /// script
# requires-python = ">=3.11"
# dependencies = ["vietnamadminunits==1.0.4"]
# ///
"""Remake tay_ninh.csv, the dated unit tree of Tây Ninh, from a public Python package.

Source: PyPI package vietnamadminunits 1.0.4, MIT, (c) 2025 Tran Ngoc Minh Hieu. It is not a
dependency of this project; uv runs the script in an environment of its own:

    uv run --no-project --script sheets_schema/units/make_tay_ninh.py

The package's two data files are read directly, so none of its own requirements is imported.
"""

import csv
import importlib.util
import json
import sqlite3
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any

TARGET = Path(__file__).with_name("tay_ninh.csv")

TYPES = ("Tỉnh", "Thành phố", "Thị xã", "Huyện", "Phường", "Thị trấn", "Xã")
OLD_PROVINCE = "72"
NEW_PROVINCE = "80"
# Five published lists agree on the units from this day to the last day before the reform.
OLD_FROM, OLD_TO = "2024-05-01", "2025-06-30"
# Nghị quyết 1682/NQ-UBTVQH15 of 2025-06-16.
NEW_FROM = "2025-07-01"

# Basis: the border communes in the annex of Nghị định 34/2014/NĐ-CP, under their names of 2024.
# Nineteen of them were confirmed by comparing the communes' extent with the border line;
# Hòa Hội (25612) rests on the annex and on its neighbour's official description alone.
BORDER_COMMUNES = frozenset(
    {
        *("25489", "25495", "25504"),  # Tân Biên: Tân Lập, Tân Bình, Hòa Hiệp
        *("25519", "25522", "25528", "25531"),  # Tân Châu: Tân Hà, Tân Đông, Tân Hòa, Suối Ngô
        *("25591", "25603", "25606"),  # Châu Thành: Phước Vinh, Biên Giới, Hòa Thạnh
        *("25612", "25621", "25624"),  # Châu Thành: Hòa Hội, Thành Long, Ninh Điền
        *("25687", "25693", "25696"),  # Bến Cầu: Long Phước, Tiên Thuận, Long Khánh
        *("25699", "25702"),  # Bến Cầu: Lợi Thuận, Long Thuận
        *("25729", "25738"),  # Trảng Bàng: Phước Bình, Phước Chỉ
    }
)

# The source splits Phường 4 of thành phố Tây Ninh between its real successor and one that is
# 85 km away: it confuses the ward with Phường 4 of thành phố Tân An.
WRONG_SUCCESSORS = frozenset({("25462", "27694")})

PHUOC_NINH, DUONG_MINH_CHAU, PHUOC_MINH = "25561", "25552", "25564"


@dataclass(frozen=True)
class UnitRow:
    """One line of the CSV; the fields are its columns, in order, as the text that is written."""

    code: str
    name: str
    full_name: str
    level: str
    type: str
    parent_code: str
    valid_from: str
    valid_to: str
    successors: str
    lat: str
    lon: str
    is_border: str


@dataclass(frozen=True)
class Source:
    """What the package holds: rows of its two tables and its conversion of old to new units."""

    old: list[dict[str, str]]
    new: list[dict[str, str]]
    conversion: dict[str, dict[str, dict[str, list[Any]]]]


def read_source(folder: Path) -> Source:
    """Read dataset.db and converter_2025.json in `folder`; OSError or sqlite3.Error if absent."""
    conversion = json.loads((folder / "converter_2025.json").read_text(encoding="utf-8"))
    database = sqlite3.connect(f"{(folder / 'dataset.db').as_uri()}?mode=ro", uri=True)
    try:
        database.row_factory = sqlite3.Row
        rows = {
            table: [
                {key: _text(row[key]) for key in row.keys()}  # noqa: SIM118 - sqlite3.Row
                for row in database.execute(
                    f"SELECT * FROM {table} WHERE provinceCode = ? ORDER BY wardCode",  # noqa: S608 - two constants
                    (province,),
                )
            ]
            for table, province in (
                ("admin_units_legacy", OLD_PROVINCE),
                ("admin_units", NEW_PROVINCE),
            )
        }
    finally:
        database.close()
    return Source(rows["admin_units_legacy"], rows["admin_units"], conversion)


def unit_rows(source: Source) -> list[UnitRow]:
    """Return the whole tree: the units of 2024 from the top down, then those of 2025.

    Raises:
        ValueError: the source does not hold the units that the two official lists name.
    """
    rows = [*_old_units(source), *_new_units(source)]
    _check(rows)
    return rows


def write(rows: list[UnitRow], target: Path) -> None:
    """Write `rows` as UTF-8 CSV with a header line and LF line ends."""
    with target.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        columns = [field.name for field in fields(UnitRow)]
        writer.writerow(columns)
        writer.writerows([getattr(row, column) for column in columns] for row in rows)


def main() -> None:
    """Remake the CSV beside this script from the installed package."""
    package = importlib.util.find_spec("vietnamadminunits")
    if package is None or not package.submodule_search_locations:
        raise SystemExit("vietnamadminunits is not installed; see the first lines of this script")
    folder = Path(package.submodule_search_locations[0]) / "data"
    write(unit_rows(read_source(folder)), TARGET)


def _text(value: object) -> str:
    """Return a cell of the package as composed text; a missing one is empty."""
    return "" if value is None else unicodedata.normalize("NFC", str(value))


def _old_units(source: Source) -> Iterator[UnitRow]:
    first = source.old[0]
    yield _unit(first, "province", "", NEW_PROVINCE)
    for row in {row["districtCode"]: row for row in source.old}.values():
        yield _unit(row, "district", OLD_PROVINCE, "")
    successors = _successors(source)
    for row in source.old:
        commune = _unit(row, "commune", row["districtCode"], ";".join(successors[row["wardCode"]]))
        if commune.code == PHUOC_NINH:
            lat, lon = _phuoc_ninh(source)
            commune = replace(commune, lat=lat, lon=lon)
        yield commune


def _new_units(source: Source) -> Iterator[UnitRow]:
    on_border = {
        code
        for old, successors in _successors(source).items()
        if old in BORDER_COMMUNES
        for code in successors
    }
    rows = [_unit(source.new[0], "province", "", "")]
    rows += [_unit(row, "commune", NEW_PROVINCE, "") for row in source.new]
    for row in rows:
        is_border = str(int(row.level == "commune" and row.code in on_border))
        yield replace(row, valid_from=NEW_FROM, valid_to="", is_border=is_border)


def _unit(row: Mapping[str, str], level: str, parent: str, successors: str) -> UnitRow:
    """Return the unit of `level` that `row` of the package describes, dated as of 2024."""
    prefix = {"province": "province", "district": "district", "commune": "ward"}[level]
    full_name, name = row[prefix], row[f"{prefix}Short"]
    code = row[f"{prefix}Code"]
    return UnitRow(
        code=code,
        name=name,
        full_name=full_name,
        level=level,
        type=next(kind for kind in TYPES if full_name.startswith(f"{kind} ")),
        parent_code=parent,
        valid_from=OLD_FROM,
        valid_to=OLD_TO,
        successors=successors,
        lat=row[f"{prefix}Lat"],
        lon=row[f"{prefix}Lon"],
        is_border=str(int(level == "commune" and code in BORDER_COMMUNES)),
    )


def _successors(source: Source) -> dict[str, list[str]]:
    """Return for each commune of 2024 the codes of 2025 that took it over, ascending."""
    province = source.new[0]["provinceKey"]
    new_codes = {row["wardKey"]: row["wardCode"] for row in source.new}
    by_key: dict[str, list[str]] = {}
    for new_key, old_keys in source.conversion["DICT_PROVINCE_WARD_NO_DIVIDED"][province].items():
        for old_key in old_keys:
            by_key.setdefault(old_key, []).append(new_codes[new_key])
    for old_key, parts in source.conversion["DICT_PROVINCE_WARD_DIVIDED"][province].items():
        for part in parts:
            by_key.setdefault(old_key, []).append(new_codes[part["newWardKey"]])
    return {
        row["wardCode"]: sorted(
            code
            for code in by_key[
                "_".join(row[f"{key}Key"] for key in ("province", "district", "ward"))
            ]
            if (row["wardCode"], code) not in WRONG_SUCCESSORS
        )
        for row in source.old
    }


def _phuoc_ninh(source: Source) -> tuple[str, str]:
    """Return a point for Phước Ninh, whose own one at the source lies 17 km away in the lake.

    The south-west corner of its bounds is right, the north-east one is not. The commune ends where
    thị trấn Dương Minh Châu begins in the north and xã Phước Minh in the east, so the point is the
    middle of the box between that corner and those two edges.
    """
    corners = {row["wardCode"]: row["wardBounds"].split(" – ")[0] for row in source.old}
    south, west = map(float, corners[PHUOC_NINH].split(","))
    north = float(corners[DUONG_MINH_CHAU].split(",")[0])
    east = float(corners[PHUOC_MINH].split(",")[1])
    return f"{(south + north) / 2:.6f}", f"{(west + east) / 2:.6f}"


def _check(rows: list[UnitRow]) -> None:
    """Refuse a source that is not the one this script was written against."""
    counts = [
        sum(row.valid_from == valid_from and row.level == level for row in rows)
        for valid_from, level in (
            (OLD_FROM, "province"),
            (OLD_FROM, "district"),
            (OLD_FROM, "commune"),
            (NEW_FROM, "province"),
            (NEW_FROM, "commune"),
        )
    ]
    split = sum(";" in row.successors for row in rows)
    if (counts, split) != ([1, 9, 94, 1, 96], 10):
        raise ValueError(f"unexpected units: counts per level {counts}, split communes {split}")


if __name__ == "__main__":
    main()
