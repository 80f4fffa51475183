"""References to rows of other tabs."""

import pytest

from functions.domain.workbook import Cell
from tests.builders import meaning


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
