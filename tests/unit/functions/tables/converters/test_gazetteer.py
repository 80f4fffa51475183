"""Units of one day by any of their names."""

from datetime import date

import pytest

from functions.tables.converters.gazetteer import Match, bare, find, units_at
from tests.builders import SCHEMA

BEFORE, AFTER = date(2024, 6, 1), date(2026, 6, 1)


@pytest.mark.parametrize(
    ("level", "text", "codes", "remark"),
    [
        ("district", "705", ["705"], ""),
        ("district", "705.0", ["705"], ""),
        ("district", "Tân Biên", ["705"], ""),
        ("district", "tan bien", ["705"], ""),
        ("district", "Tân Biển", ["705"], "accent_mismatch"),
        ("district", "Thị xã Tân Biên", ["705"], "type_mismatch"),
        ("district", "Xã Tân Biên", [], ""),
        ("district", "Tây Ninh", ["703"], "could_be_province"),
        ("district", "TP Tây Ninh", ["703"], ""),
        ("district", "DMC", ["707"], ""),
        ("district", "TXHT", ["709"], ""),
        ("district", "TB", [], ""),
        ("district", "Hòa Thạnh", [], ""),
        ("commune", "Hòa Thạnh", ["25606"], ""),
        ("commune", "Tân Bình", ["25474", "25495"], ""),
        ("commune", "Phường 1", ["25456"], ""),
    ],
)
def test_units(level: str, text: str, codes: list[str], remark: str) -> None:
    """A name is looked for as it sounds, then without its marks, then by initials."""
    match = find(SCHEMA, BEFORE, level, text)
    assert ([each.code for each in match.units], match.remark) == (codes, remark)


def test_a_type_is_remembered() -> None:
    """Whether a type was typed is said, also where nothing was found."""
    assert find(SCHEMA, BEFORE, "commune", "xã Tân Hà").typed
    assert not find(SCHEMA, BEFORE, "commune", "Tân Hà").typed
    assert find(SCHEMA, BEFORE, "commune", "xã Không Đâu") == Match(typed=True)


def test_units_are_those_of_the_day() -> None:
    """After the merger the same name and the same code mean another unit."""
    (old,) = find(SCHEMA, BEFORE, "commune", "Tân Phú").units
    (new,) = find(SCHEMA, AFTER, "commune", "Tân Phú").units
    assert (old.code, new.code) == ("25546", "25549")
    assert not find(SCHEMA, AFTER, "district", "Tân Biên").units
    assert not units_at(SCHEMA, AFTER, "district")


def test_numbered_wards_are_called_by_their_number() -> None:
    """The type is part of the name of a numbered ward alone."""
    (ward,) = find(SCHEMA, BEFORE, "commune", "25456").units
    (town,) = find(SCHEMA, BEFORE, "commune", "25486").units
    assert (bare(ward), bare(town)) == ("1", "Tân Biên")
