"""The list of findings says what the catalogue says."""

from pathlib import Path

from sheets_schema.findings_doc import document
from sheets_schema.schema import load

DOCUMENT = Path(__file__).parents[3] / "docs" / "findings.md"


def test_the_document_is_up_to_date() -> None:
    """Making it anew changes nothing; `make docs` mends it."""
    assert DOCUMENT.read_text(encoding="utf-8") == document(load())


def test_every_finding_has_its_line() -> None:
    """Each code and each case of it is listed once, under its group, in the catalogue's order."""
    schema = load()
    text = document(schema)

    rows = [line.split(" | ") for line in text.splitlines() if line.startswith("| `")]

    assert [row[0] for row in rows] == [f"| `{k.support_code}`" for k in schema.findings.values()]
    assert [row[2] for row in rows] == [kind.title for kind in schema.findings.values()]
    assert {row[1] for row in rows} == {each.label for each in schema.lists["severity"].items}
    groups = dict.fromkeys(kind.group for kind in schema.findings.values())
    assert [line[3:] for line in text.splitlines() if line.startswith("## ")] == list(groups)


def test_blanks_are_left_open() -> None:
    """What the robot fills in cannot be known here."""
    assert not set("{}") & set(document(load()))
