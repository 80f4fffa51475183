"""A team brings what it teaches with."""

import pytest

from functions.domain.workbook import Cell
from functions.tables.checks.team_equipment import find
from tests.builders import good, rows_where, tables


@pytest.mark.parametrize(
    ("cells", "codes"),
    [
        ({"laptops": 1}, []),
        ({"laptops": 0}, ["no_equipment"]),
        ({"laptops": 0, "phones": 0}, ["no_equipment"]),
        ({"laptops": 0, "phones": 8}, ["no_computers"]),
        ({"laptops": 0, "software": "Máy chiếu", "topics": "AI; Lập trình"}, ["no_computers"]),
        ({"laptops": 0, "phones": 8, "topics": "VNeID"}, []),
        ({"laptops": 0, "topics": "VNeID"}, ["no_equipment"]),
        ({"laptops": 0, "team_status": "Kết thúc"}, []),
    ],
)
def test_equipment(cells: dict[str, Cell], codes: list[str]) -> None:
    """Computers for what needs them, and something at least for everything else."""
    found = list(find(tables(teams=[good("teams", **cells)])))
    assert rows_where(found) == [(code, "DH-705-01", "laptops") for code in codes]


def test_the_topics_are_named() -> None:
    """The sentence names what cannot be taught, by its label."""
    row = good("teams", laptops=0, phones=1, topics="VNeID; Lập trình; Tin học văn phòng")
    (finding,) = find(tables(teams=[row]))
    assert finding.data == {"topics": "Lập trình cơ bản; Tin học văn phòng"}
