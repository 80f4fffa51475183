"""The same volunteer in two rows is pointed out in both, without a word of the other row."""

from functions.tables.checks import run_checks
from functions.tables.checks.same_person import find
from functions.tables.frames import make_tables
from functions.tables.typed import Source
from tests.builders import SCHEMA, TODAY, WINDOW, Row, good, read_rows, rows_where, tables

BE = good("volunteers")


def person(number: int, full_name: str, phone: str, birth_year: int) -> Row:
    """Return a volunteer."""
    return good("volunteers", number, full_name=full_name, phone=phone, birth_year=birth_year)


def test_two_units_and_the_province() -> None:
    """Every row names another one by id and unit, and copies no cell but its own name."""
    readings = [
        read_rows("units", good("units"), source=Source("T")),
        read_rows("volunteers", BE),
        read_rows(
            "volunteers",
            good("volunteers", unit="706", full_name="TRAN THI BE", phone="0987654321"),
            source=Source("706"),
        ),
        read_rows("volunteers", good("volunteers", unit="T", birth_year=1999), source=Source("T")),
    ]
    found = list(find(make_tables(SCHEMA, TODAY, WINDOW, readings)))
    assert [(each.code, each.place.unit, each.value, dict(each.data)) for each in found] == [
        ("same_person", "705", "Trần Thị Bé", {"other": "TNV-706-001", "unit": "706"}),
        (
            "same_person",
            "706",
            "Tran Thi Be",
            {"other": "TNV-705-001", "unit": "Huyện đoàn Tân Biên"},
        ),
        (
            "same_person",
            "T",
            "Trần Thị Bé",
            {"other": "TNV-705-001", "unit": "Huyện đoàn Tân Biên"},
        ),
    ]
    assert [each.subject for each in found] == ["TNV-706-001", "TNV-705-001", "TNV-705-001"]


def test_the_province_is_called_by_its_name() -> None:
    """A row of the province's workbook is said to be the province's."""
    readings = [
        read_rows("volunteers", BE),
        read_rows("volunteers", good("volunteers", unit="T"), source=Source("T")),
    ]
    first, _ = find(make_tables(SCHEMA, TODAY, WINDOW, readings))
    assert first.data == {"other": "TNV-T-001", "unit": "tỉnh"}


def test_names_alone_are_not_enough() -> None:
    """Two people may share a name, and two people may share a year of birth."""
    rows = [
        person(1, "Trần Thị Bé", "0912345678", 2004),
        person(2, "Trần Thị Bé", "0912345679", 2003),
        person(3, "Trần Thị Bê", "0912345670", 2002),
        person(4, "Trần Thị Lan", "0912345671", 2004),
    ]
    assert list(find(tables(volunteers=rows))) == []


def test_one_phone_under_two_names() -> None:
    """A family may share a phone: a hint to each, which shows no number."""
    rows = [
        person(1, "Trần Thị Bé", "0912345678", 2004),
        person(2, "Trần Thị Bé", "0912345678", 2004),
        person(3, "Lê Văn Cường", "0912345678", 2001),
    ]
    found = list(find(tables(volunteers=rows)))
    assert rows_where(found) == [
        ("same_person", "TNV-705-001", "full_name"),
        ("same_person", "TNV-705-002", "full_name"),
        ("shared_phone", "TNV-705-001", "phone"),
        ("shared_phone", "TNV-705-002", "phone"),
        ("shared_phone", "TNV-705-003", "phone"),
    ]
    assert [(each.subject, each.value) for each in found[2:]] == [
        ("TNV-705-003", ""),
        ("TNV-705-003", ""),
        ("TNV-705-001", ""),
    ]
    assert SCHEMA.findings["shared_phone"].severity == "hint"


def test_people_without_consent_are_compared_with_nobody() -> None:
    """Who has not agreed is not looked for in other rows."""
    readings = [read_rows("volunteers", BE, good("volunteers", 2, consent=False))]
    tables = make_tables(SCHEMA, TODAY, WINDOW, readings)
    _, findings = run_checks(tables, [])
    assert "same_person" not in {each.code for each in findings}
