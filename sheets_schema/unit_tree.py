"""The dated tree of administrative units, read from a CSV with its source named beside it."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Unit:
    """One administrative unit during one period.

    Codes repeat over time (25459 is a ward in 2024 and another one in 2025), so a unit is known by
    its code and the day from which it exists. `latitude` and `longitude` are degrees, good to about
    1-3 km: a place to measure distances from, not a boundary.
    """

    code: str
    name: str
    full_name: str
    level: str
    type: str
    parent: str
    valid_from: date
    valid_to: date | None
    successors: tuple[str, ...]
    latitude: float | None
    longitude: float | None
    is_border: bool

    def exists_on(self, day: date) -> bool:
        """Say whether the unit exists on `day`, first and last day included."""
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)


@dataclass(frozen=True, eq=False)
class UnitTree:
    """All units of all periods. Levels are data: nothing here assumes how many there are."""

    units: tuple[Unit, ...]
    _by_code: dict[str, tuple[Unit, ...]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        grouped: dict[str, tuple[Unit, ...]] = {}
        for unit in self.units:
            grouped[unit.code] = (*grouped.get(unit.code, ()), unit)
        object.__setattr__(self, "_by_code", grouped)

    def __iter__(self) -> Iterator[Unit]:
        return iter(self.units)

    def get(self, code: str, day: date) -> Unit | None:
        """Return the unit with `code` on `day`, or None when none existed then."""
        return next((each for each in self._by_code.get(code, ()) if each.exists_on(day)), None)

    def children(self, code: str, day: date) -> tuple[Unit, ...]:
        """Return the units whose parent is `code` on `day`, in the order of their codes."""
        return tuple(each for each in self.units if each.parent == code and each.exists_on(day))

    def at_level(self, level: str, day: date) -> tuple[Unit, ...]:
        """Return the units of one level on `day`, in the order of their codes."""
        return tuple(each for each in self.units if each.level == level and each.exists_on(day))


def read_units(path: Path) -> UnitTree:
    """Read a unit file; raise ValueError naming the row that cannot be understood."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, restval=""))
    return UnitTree(tuple(_sorted(_unit(path, number, row) for number, row in enumerate(rows, 2))))


def _sorted(units: Iterable[Unit]) -> list[Unit]:
    return sorted(units, key=lambda unit: (unit.valid_from, unit.code))


def _unit(path: Path, number: int, row: dict[str, str]) -> Unit:
    try:
        return Unit(
            code=row["code"],
            name=row["name"],
            full_name=row["full_name"],
            level=row["level"],
            type=row["type"],
            parent=row["parent_code"],
            valid_from=date.fromisoformat(row["valid_from"]),
            valid_to=date.fromisoformat(row["valid_to"]) if row["valid_to"] else None,
            successors=tuple(code for code in row["successors"].split(";") if code),
            latitude=float(row["lat"]) if row["lat"] else None,
            longitude=float(row["lon"]) if row["lon"] else None,
            is_border=row["is_border"] == "1",
        )
    except (KeyError, ValueError) as error:
        raise ValueError(f"{path.name}: row {number}: {error}") from error
