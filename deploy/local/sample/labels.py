"""The schema's words: labels of dropdown values, and the units of the campaign year."""

from collections.abc import Iterable
from datetime import date

from sheets_schema.schema import load
from sheets_schema.unit_tree import Unit

AS_OF = date(2024, 8, 13)
"""The evening on which the sample plays."""

PROVINCE = "72"


def label(list_name: str, code: str) -> str:
    """Return what people see for `code`; KeyError for a code that is not in the list."""
    return load().lists[list_name].label(code)


def labels(list_name: str, codes: Iterable[str]) -> str:
    """Return several labels as one cell."""
    return "; ".join(label(list_name, code) for code in codes)


def answer(*, yes: bool) -> str:
    """Return the dropdown value for yes or no."""
    return label("answer", "true" if yes else "false")


def districts() -> tuple[Unit, ...]:
    """Return the district-level units of the campaign year, by code."""
    return load().units.children(PROVINCE, AS_OF)


def communes(district: str) -> tuple[Unit, ...]:
    """Return the communes of one district, by code."""
    return load().units.children(district, AS_OF)
