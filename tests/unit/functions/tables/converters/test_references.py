"""References to rows of other tabs."""

import pytest

from functions.domain.workbook import Cell
from functions.tables.converters import convert
from functions.tables.converters.base import Context
from sheets_schema.model import Field
from tests.builders import SCHEMA, WINDOW, meaning


@pytest.mark.parametrize(
    ("cell", "value", "codes"),
    [
        ("TNV-705-001", "TNV-705-001", []),
        ("tnv-705-001", "TNV-705-001", []),
        ("TNV_705_001", "TNV-705-001", []),
        ("TNV-705-001; TNV-705-002", None, ["multiple_values"]),
        ("TNV-705-001, TNV-705-001", "TNV-705-001", []),
        ("Nguyễn", "NGUYỄN", []),
        (";", None, []),
        (12, "12", []),
    ],
)
def test_one_reference(cell: Cell, value: str | None, codes: list[str]) -> None:
    """An id is read in any case and with any joint; two different ones are refused."""
    assert meaning("ref", cell) == (value, codes)


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("TNV-705-001; TNV-705-002", ("TNV-705-001", "TNV-705-002")),
        ("tnv-705-001\nTNV-705-002, TNV-705-001", ("TNV-705-001", "TNV-705-002")),
        ("DH-T-01 + TNV-705-002", ("DH-T-01", "TNV-705-002")),
        (" ; ", None),
        ("-; TNV-705-001", ("TNV-705-001",)),
    ],
)
def test_several_references(cell: Cell, value: tuple[str, ...] | None) -> None:
    """Several ids may be separated in any way and are kept once each."""
    assert meaning("ref", cell, many=True) == (value, [])


@pytest.mark.parametrize(
    ("cell", "owner", "tables", "value", "codes"),
    [
        ("TNV-705-1", "705", ("volunteers",), ("TNV-705-001",), []),
        ("TNV705001", "705", ("volunteers",), ("TNV-705-001",), []),
        ("705-001", "705", ("volunteers",), ("TNV-705-001",), []),
        ("TNV-001", "705", ("volunteers",), ("TNV-705-001",), ["assumed_id"]),
        ("1; 2", "705", ("volunteers",), ("TNV-705-001", "TNV-705-002"), ["assumed_id"]),
        ("1", "705", ("volunteers", "teams"), ("1",), []),
        ("1", "", ("volunteers",), ("1",), []),
        ("TNV-706-1", "705", ("volunteers",), ("TNV-706-001",), []),
        ("TNV-705-001 TNV-705-2", "705", ("volunteers",), ("TNV-705-001", "TNV-705-002"), []),
        ("TNV-705-001 An", "705", ("volunteers",), ("TNV-705-001 AN",), []),
        ("TNV-705-001 (đội trưởng (mới))", "705", ("volunteers",), ("TNV-705-001",), []),
        ("TNV-705-001 đến 010", "705", ("volunteers",), None, ["range_not_allowed"]),
    ],
)
def test_short_ids(
    cell: Cell, owner: str, tables: tuple[str, ...], value: object, codes: list[str]
) -> None:
    """In a unit's workbook an id may be short; of a bare number the table has to be clear."""
    column = Field("f", "F", "ref", many=True, refers_to=tables)
    read = convert(cell, Context(SCHEMA, column, WINDOW, owner=owner))
    assert (read.value, [each.code for each in read.remarks]) == (value, codes)
