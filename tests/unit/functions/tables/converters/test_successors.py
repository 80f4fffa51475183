"""Communes that were merged, split or renamed, in campaigns before and after."""

from dataclasses import replace
from datetime import date

import pytest

from functions.domain.records import Window
from functions.tables.converters import convert
from functions.tables.converters.base import Context
from functions.tables.converters.successors import (
    Renamed,
    split_renamed,
    successors_of,
    units_before,
)
from sheets_schema.model import Field
from sheets_schema.unit_tree import UnitTree
from tests.builders import SCHEMA, WINDOW

LATER = Window(date(2026, 6, 1), date(2026, 8, 31))


def commune(cell: str, campaign: Window, unit: str = "") -> tuple[object, list[str]]:
    """Return the commune that a cell names in a campaign, and the codes of the remarks."""
    read = convert(cell, Context(SCHEMA, Field("f", "F", "commune"), campaign, unit))
    return read.value, [each.code for each in read.remarks]


@pytest.mark.parametrize(
    ("text", "renamed"),
    [
        ("xã A, nay là xã B", Renamed("xã A", "xã B")),
        ("xã A (nay thuộc xã B)", Renamed("xã A", "xã B")),
        ("A đã sáp nhập vào B", Renamed("A", "B")),
        ("A → B", Renamed("A", "B")),
        ("xã B (xã A cũ)", Renamed("xã A", "xã B")),
        ("xã B (trước đây là xã A)", Renamed("xã A", "xã B")),
        ("xã B, tên cũ: xã A", Renamed("xã A", "xã B")),
        ("xã A cũ", Renamed("xã A")),
        ("xã A (cũ)", Renamed("xã A")),
        ("xã A", None),
        ("Nay", None),
    ],
)
def test_what_people_write(text: str, renamed: Renamed | None) -> None:
    """Which name is the old one shows in the words between."""
    assert split_renamed(text) == renamed


@pytest.mark.parametrize(
    ("cell", "before", "after"),
    [
        ("Xã Tân Hà", ("25519", []), ("25522", ["successor_unit"])),
        ("Xã Tân Hà cũ", ("25519", []), ("25522", ["successor_unit"])),
        ("Xã Tân Hà, nay là xã Tân Đông", ("25519", []), ("25522", [])),
        ("Xã Tân Đông (xã Tân Hà cũ)", ("25519", []), ("25522", [])),
        ("Phường 1", ("25456", []), ("25459", ["successor_unit"])),
        ("Xã Tân Phong", ("25507", []), (None, ["ambiguous_unit"])),
        ("Xã Tân Phú, nay là xã Tân Châu", ("25546", []), ("25516", [])),
        ("Xã Tân Phú cũ", ("25546", []), (None, ["ambiguous_unit"])),
        ("Xã Tân Hà, nay là xã Long Thuận", (None, ["ambiguous_unit"]), (None, ["ambiguous_unit"])),
        ("Xã Không Đâu cũ", (None, ["unknown_unit"]), (None, ["unknown_unit"])),
    ],
)
def test_the_day_of_the_campaign_decides(
    cell: str, before: tuple[object, list[str]], after: tuple[object, list[str]]
) -> None:
    """Before the merger the old unit is meant, after it the new one; a split one may be either."""
    assert (commune(cell, WINDOW), commune(cell, LATER)) == (before, after)


def test_a_successor_may_be_elsewhere() -> None:
    """In the workbook of a commune the merged one has to have become that commune."""
    assert commune("Xã Thạnh Bắc", LATER, "25489") == ("25489", ["successor_unit"])
    assert commune("Xã Tân Hà", LATER, "25489") == (None, ["wrong_parent"])


def test_units_keep_their_own_name_while_they_exist() -> None:
    """A unit has successors only for a day on which it is gone."""
    assert successors_of(SCHEMA, WINDOW.first, "commune", "Tân Hà") == ()
    (now,) = successors_of(SCHEMA, LATER.first, "commune", "Tân Hà")
    assert now.full_name == "Xã Tân Đông"


def test_units_that_became_another_one() -> None:
    """The tree has to know of a change that somebody tells of."""
    (unit,) = units_before(SCHEMA, Renamed("Tân Hà", "Tân Đông"), "commune")
    assert unit.code == "25519"
    assert units_before(SCHEMA, Renamed("Tân Hà", "Long Thuận"), "commune") == ()


def test_a_successor_that_the_tree_lacks_is_none() -> None:
    """A unit whose successor is in no list is gone without one."""
    old = UnitTree(tuple(each for each in SCHEMA.units if each.exists_on(WINDOW.first)))
    schema = replace(SCHEMA, units=old)
    assert successors_of(schema, LATER.first, "commune", "Tân Hà") == ()
