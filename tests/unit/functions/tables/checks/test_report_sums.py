"""The parts of a report's figure fit the figure."""

import pytest

from functions.domain.workbook import Cell
from functions.tables.checks.report_sums import find
from functions.tables.frames import make_tables
from tests.builders import SCHEMA, TODAY, WINDOW, good, read_rows, tables, where


@pytest.mark.parametrize(
    ("youth", "citizens", "officials", "found"),
    [
        (None, None, None, []),
        (40, 70, 10, []),
        (40, 70, None, []),
        (120, None, None, []),
        (120, 0, 0, []),
        (40, 70, 11, [("parts_do_not_add_up", 1, "beneficiaries")]),
        (40, 70, 9, [("parts_do_not_add_up", 1, "beneficiaries")]),
        (130, 0, 0, [("parts_do_not_add_up", 1, "beneficiaries")]),
        (121, None, None, [("part_exceeds_total", 1, "youth")]),
        (
            121,
            122,
            None,
            [("part_exceeds_total", 1, "youth"), ("part_exceeds_total", 1, "citizens")],
        ),
        (100, 100, None, [("parts_exceed_total", 1, "beneficiaries")]),
        (None, 60, 60, []),
        (None, 60, 61, [("parts_exceed_total", 1, "beneficiaries")]),
    ],
)
def test_parts(
    youth: Cell, citizens: Cell, officials: Cell, found: list[tuple[str, int, str]]
) -> None:
    """All three parts make the total of 120, and no part alone exceeds it."""
    row = good("reports", youth=youth, citizens=citizens, officials=officials)
    assert where(find(tables(reports=[row]))) == found


def test_nobody_is_helped_with_more_than_was_counted() -> None:
    """More accounts than people helped is a warning; people may count in several figures."""
    row = good("reports", vneid=121, online_services=120, epayment=120)
    (finding,) = find(tables(reports=[row]))
    assert where([finding]) == [("figure_exceeds_total", 1, "vneid")]
    assert SCHEMA.findings[finding.code].severity == "warning"


def test_words() -> None:
    """The finding names the part and writes figures with a dot for thousands."""
    (finding,) = find(tables(reports=[good("reports", beneficiaries=1000, officials=1200)]))
    assert finding.data == {"part": "Trong đó: cán bộ, công chức", "total": "1.000"}
    assert finding.value == "1.200"


def test_a_total_that_could_not_be_read() -> None:
    """Without a total there is nothing to compare the parts with."""
    reading = read_rows("reports", good("reports", beneficiaries="?", youth=5))
    assert list(find(make_tables(SCHEMA, TODAY, WINDOW, [reading]))) == []
