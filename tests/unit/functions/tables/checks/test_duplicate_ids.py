"""An id belongs to one row of one workbook."""

from functions.tables.checks import run_checks
from functions.tables.checks.duplicate_ids import find
from functions.tables.frames import make_tables
from functions.tables.typed import Source
from tests.builders import (
    SCHEMA,
    TAN_BIEN,
    TODAY,
    WINDOW,
    good,
    joined,
    read_rows,
    rows_where,
    tables,
    where,
)

TAN_CHAU = Source("706", "706")


def test_the_upper_row_keeps_its_id() -> None:
    """Every further row with the id is an error that names the row that keeps it."""
    found = list(
        find(tables(needs=[good("needs"), good("needs", 2), good("needs"), good("needs")]))
    )
    assert where(found) == [("duplicate_id", 3, ""), ("duplicate_id", 4, "")]
    assert {each.data["other_row"] for each in found} == {"2"}
    assert {each.value for each in found} == {"NC-705-001"}


def test_different_tabs_do_not_clash() -> None:
    """Ids are compared within one table only."""
    rows = tables(needs=[good("needs")], resources=[good("resources", resource_id="NC-705-001")])
    assert list(find(rows)) == []


def test_an_id_copied_from_another_unit() -> None:
    """A row that brought another unit's id along is the one at fault, whoever is read first."""
    copied = {"needs": [good("needs", need_id="NC-706-001")], "resources": [good("resources")]}
    own = {
        "needs": [good("needs", unit="706", commune="Tân Hà")],
        "resources": [good("resources", unit="706")],
    }
    for books in (((TAN_BIEN, copied), (TAN_CHAU, own)), ((TAN_CHAU, own), (TAN_BIEN, copied))):
        found, findings = joined(*books)
        left, findings = run_checks(found, findings)
        assert rows_where(findings) == [("duplicate_id", "NC-706-001", "")]
        assert findings[0].place.unit == "705"
        assert findings[0].data == {"other_row": "2 (706)"}
        assert list(left.frame("needs")["owner"]) == ["706"]


def test_a_row_with_errors_keeps_its_id() -> None:
    """The lower row does not inherit the id of an upper one that waits to be mended."""
    rows = [good("needs", commune="?"), good("needs", place="Ấp 2")]
    found, findings = joined((TAN_BIEN, {"needs": rows, "resources": [good("resources")]}))
    left, findings = run_checks(found, findings)
    assert where(findings) == [("unknown_unit", 1, "commune"), ("duplicate_id", 2, "")]
    assert len(left.frame("needs")) == 0


def test_rows_without_an_id_do_not_clash() -> None:
    """Rows that wait for their id are not duplicates of each other."""
    rows = [good("units", code=None), good("units", code=None), good("units"), good("units")]
    reading = read_rows("units", *rows, source=Source("T"))
    assert where(find(make_tables(SCHEMA, TODAY, WINDOW, [reading]))) == [("duplicate_id", 4, "")]
