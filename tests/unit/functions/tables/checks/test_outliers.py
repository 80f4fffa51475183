"""Figures far away from the usual ones are pointed out, and usual ones never."""

from collections.abc import Sequence

import pytest

from functions.domain.findings import Finding
from functions.domain.workbook import Cell
from functions.tables.checks.outliers import find
from functions.tables.frames import make_tables
from functions.tables.typed import Source
from tests.builders import SCHEMA, TODAY, WINDOW, Row, good, read_rows, rows_where, tables

USUAL = (100, 120, 90, 150, 80)


def needs(
    figures: Sequence[int], unit: str = "705", field: str = "expected_beneficiaries"
) -> list[Row]:
    """Return needs with these figures."""
    commune = "Xã Tân Lập" if unit == "705" else "Tân Hà"
    return [
        good("needs", number, unit, **{"commune": commune, field: figure})
        for number, figure in enumerate(figures, 1)
    ]


def of_units(*units: tuple[str, Sequence[int]]) -> list[Finding]:
    """Return what is said about the needs of several units."""
    readings = [read_rows("reports")] + [
        read_rows("needs", *needs(figures, unit), source=Source(unit, unit))
        for unit, figures in units
    ]
    return list(find(make_tables(SCHEMA, TODAY, WINDOW, readings)))


@pytest.mark.parametrize(("figure", "said"), [(1200, True), (9, True), (400, False), (30, False)])
def test_a_units_own_figures(figure: int, *, said: bool) -> None:
    """A zero too many or too few is seen among five others; four times as many is not."""
    found = list(find(tables(needs=needs((*USUAL, figure)))))
    assert rows_where(found) == [
        ("unusual_figure", "NC-705-006", "expected_beneficiaries") for _ in range(said)
    ]


def test_the_usual_value_is_named() -> None:
    """The sentence names what is usual, so that the officer can see what is wrong."""
    (finding,) = find(tables(needs=needs((*USUAL, 12000))))
    assert (finding.value, finding.data) == ("12.000", {"usual": "110"})


def test_volunteers_needed() -> None:
    """The people that a need asks for are compared too."""
    rows = needs((8, 6, 10, 8, 7, 80), field="volunteers_needed")
    assert rows_where(find(tables(needs=rows))) == [
        ("unusual_figure", "NC-705-006", "volunteers_needed")
    ]


def test_too_few_figures_say_nothing() -> None:
    """Four figures of a unit, or seven of the province, are no usual value."""
    assert of_units(("705", (100, 90, 110, 9000))) == []
    assert of_units(("705", (100, 90, 110, 9000)), ("706", (100, 90, 110))) == []


def test_the_province_speaks_for_small_units() -> None:
    """A unit with few figures is compared with all of the province."""
    found = of_units(("705", (100, 9000)), ("706", (100, 90, 110, 120, 105, 95)))
    assert rows_where(found) == [("unusual_figure", "NC-705-002", "expected_beneficiaries")]
    assert found[0].data == {"usual": "100"}


def test_what_is_usual_in_the_province_passes() -> None:
    """A large class in a unit of small ones is no mistake when others have such classes too."""
    assert of_units(("705", (10, 12, 9, 11, 10, 120)), ("706", (100, 90, 110, 120, 105, 95))) == []


def test_figures_that_differ_anyway_pass() -> None:
    """Where figures are spread widely, far away is further."""
    assert list(find(tables(needs=needs((10, 40, 90, 300, 900, 1200))))) == []


def report(number: int, beneficiaries: int, days: str = "12/08/2024", **cells: Cell) -> Row:
    """Return a report."""
    return good("reports", number, beneficiaries=beneficiaries, date_range=days, **cells)


def test_reports_are_compared_by_the_day() -> None:
    """Five days of a hundred people are as usual as one."""
    rows = [report(number, figure) for number, figure in enumerate(USUAL, 1)]
    long = report(6, 500, "12/08/2024 - 16/08/2024")
    assert list(find(tables(reports=[*rows, long]))) == []
    assert rows_where(find(tables(reports=[*rows, report(6, 4)]))) == [
        ("unusual_figure", "BC-705-006", "beneficiaries")
    ]
    late = report(6, 10, "12/08/2024 - 16/08/2024")
    (finding,) = find(tables(reports=[*rows, late]))
    assert finding.data == {"usual": "470"}


@pytest.mark.parametrize(
    ("row", "codes"),
    [
        (report(1, 500), []),
        (report(1, 501), ["many_for_one_day"]),
        (report(1, 1500, "12/08/2024 - 14/08/2024"), []),
        (report(1, 1501, "12/08/2024 - 14/08/2024"), ["many_for_one_day"]),
        (report(1, 9000, activity="Livestream hướng dẫn VNeID"), []),
        (report(1, 9000, content="Phát trực tuyến trên fanpage"), []),
        (report(1, 9000, content="Hướng dẫn nộp hồ sơ trực tuyến"), ["many_for_one_day"]),
        (report(1, 0), []),
    ],
)
def test_one_activity_on_one_day(row: Row, codes: list[str]) -> None:
    """No hall in a commune holds more than 500 people; online there is no hall."""
    assert [each.code for each in find(tables(reports=[row]))] == codes


def test_one_remark_per_figure() -> None:
    """What is too much for a day is not called unusual as well."""
    rows = [report(number, figure) for number, figure in enumerate((*USUAL, 9000), 1)]
    assert [each.code for each in find(tables(reports=rows))] == ["many_for_one_day"]
