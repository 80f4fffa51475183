"""The README says what the schema says."""

from pathlib import Path

from sheets_schema.readme import renewed, tabs
from sheets_schema.schema import load

README = Path(__file__).parents[3] / "README.md"


def test_the_table_of_tabs_is_up_to_date() -> None:
    """Making it anew changes nothing; `make docs` mends it."""
    text = README.read_text(encoding="utf-8")

    assert renewed(text, load()) == text


def test_every_tab_stands_in_the_table_once() -> None:
    """Tabs of both workbooks, in the order in which they stand."""
    schema = load()

    lines = tabs(schema).splitlines()[2:]

    assert len(lines) == len(schema.tables)
    assert "| unit | Nhu cầu | `needs` | people | 20 |" in lines
