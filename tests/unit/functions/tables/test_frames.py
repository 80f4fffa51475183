"""All rows of all workbooks stand in one frame per table, and none is lost on the way."""

from dataclasses import replace

from functions.domain.findings import Finding, Place, RowCount
from functions.tables.campaign import read_campaign
from functions.tables.frames import KEYS, Tables, make_tables, rows_of
from functions.tables.typed import Source
from tests.builders import (
    SCHEMA,
    TAN_BIEN,
    TODAY,
    WINDOW,
    good,
    joined,
    province,
    read_rows,
    read_tab,
    tab,
    table,
)

TAN_CHAU = Source("706", "706")


def two_units() -> tuple[Tables, list[Finding]]:
    """Return the needs of two units, one row of each wrong."""
    return joined(
        (TAN_BIEN, {"needs": [good("needs"), good("needs", 2, commune="?")]}),
        (TAN_CHAU, {"needs": [good("needs", unit="706", commune="Tân Hà", topics="?")]}),
    )


def test_a_frame_holds_the_rows_of_all_units() -> None:
    """Rows of all units follow one another, with where they came from before their fields."""
    tables, _ = two_units()
    frame = tables.frame("needs")
    assert tuple(frame.columns[:4]) == KEYS
    assert [(row["owner"], row["row_id"], row["row"]) for row in rows_of(frame)] == [
        ("705", "NC-705-001", 1),
        ("705", "NC-705-002", 2),
        ("706", "NC-706-001", 1),
    ]
    assert {"need_id", "status", "robot_note"}.isdisjoint(frame.columns)


def test_values_stay_what_they_are() -> None:
    """An empty cell stays None and a whole number stays whole, whatever stands beside it."""
    tables, _ = joined(
        (TAN_BIEN, {"needs": [good("needs", 1, sessions=3), good("needs", 2, sessions=None)]})
    )
    assert [row["sessions"] for row in rows_of(tables.frame("needs"))] == [3, None]
    assert all(type(row["volunteers_needed"]) is int for row in rows_of(tables.frame("needs")))


def test_read_is_accepted_and_set_aside() -> None:
    """Every row that was read is either accepted or set aside, in every unit and table."""
    tables, findings = two_units()
    counts = tables.set_aside(findings).counts()
    assert counts["705", "needs"] == RowCount(2, 1)
    assert counts["706", "needs"] == RowCount(1, 0)
    assert counts["706", "teams"] == RowCount(0, 0)
    assert all(each.read == each.accepted + each.set_aside for each in counts.values())


def test_only_errors_about_rows_set_aside() -> None:
    """Warnings, errors about whole tabs and findings about other tables keep every row."""
    tables, _ = joined((TAN_BIEN, {"needs": [good("needs")]}))
    kept = [
        Finding("approximate", Place("705", "needs", row=1)),
        Finding("tab_missing", Place("705", "needs")),
        Finding("bad_date", Place("706", "needs", row=1)),
        Finding("bad_date", Place("705", "needs", row=2)),
        Finding("bad_date", Place("T", "settings", row=1)),
    ]
    assert len(tables.set_aside(kept).frame("needs")) == 1
    assert (
        len(tables.set_aside([Finding("bad_date", Place("705", "needs", row=1))]).frame("needs"))
        == 0
    )


def test_setting_aside_twice_is_setting_aside_once() -> None:
    """The same findings may be applied again without losing another row."""
    tables, findings = two_units()
    once = tables.set_aside(findings)
    assert len(once.set_aside(findings).frame("needs")) == len(once.frame("needs")) == 1


def test_rows_follow_what_is_set_aside() -> None:
    """Rows as mappings are those of the frame, before and after rows are set aside."""
    tables, findings = two_units()
    left = tables.set_aside(findings)
    for each in (tables, left, make_tables(SCHEMA, TODAY, WINDOW, [read_rows("needs")])):
        assert each.rows("needs") == rows_of(each.frame("needs"))
    assert [row["row_id"] for row in left.rows("needs")] == ["NC-705-001"]
    assert left.rows("visits") == []


def test_tables_built_from_frames_have_rows() -> None:
    """Whoever gives frames alone gets the same rows."""
    tables, _ = two_units()
    bare = Tables(SCHEMA, TODAY, WINDOW, tables.frames, tables.located, tables.read)
    assert bare == tables
    assert bare.rows("needs") == tables.rows("needs")


def test_without_errors_nothing_changes() -> None:
    """Warnings leave the tables as they are."""
    tables, _ = two_units()
    warning = Finding("approximate", Place("705", "needs", row=1))
    assert tables.set_aside([warning]) is tables


def test_declarations_are_kept() -> None:
    """The row in which a unit says that it has nothing is known by unit and table."""
    reading = replace(read_rows("needs"), declared_none=0)
    tables = make_tables(SCHEMA, TODAY, WINDOW, [reading, read_rows("resources")])
    assert tables.declared == {("705", "needs"): 0}


def test_units_have_names() -> None:
    """A unit is called as the province lists it, by its code when it does not, or «tỉnh»."""
    units = read_rows(
        "units", good("units"), good("units", 2, "706", name=None), source=Source("T")
    )
    tables = make_tables(SCHEMA, TODAY, WINDOW, [units])
    assert [tables.unit_name(each) for each in ("705", "706", "T")] == [
        "Huyện đoàn Tân Biên",
        "706",
        "tỉnh",
    ]


def test_a_table_without_rows_has_its_columns() -> None:
    """A frame without rows can be asked for every column."""
    tables, _ = joined((TAN_BIEN, {}))
    assert list(tables.frame("teams")["row_id"]) == []
    assert "leader" in tables.frame("teams").columns


def test_a_tab_that_was_not_found_counts_nothing() -> None:
    """A reading without a place gives no rows and no columns."""
    reading = read_tab(tab(table("teams")), table("needs"))
    tables = make_tables(SCHEMA, TODAY, WINDOW, [reading])
    assert tables.counts() == {("705", "needs"): RowCount(0, 0)}
    assert tables.located == {}


def test_places_and_titles() -> None:
    """A row's place names the sheet, the row and, for a field, the column."""
    tables, _ = joined((TAN_BIEN, {"needs": [good("needs")]}))
    (row,) = rows_of(tables.frame("needs"))
    assert tables.place("needs", row) == Place("705", "needs", "NC-705-001", "", 102, 1, None)
    assert tables.place("needs", row, "topics").column == table("needs").column("topics")
    assert tables.title("needs", "topics") == "Nội dung đề nghị hỗ trợ"


def test_units_and_the_province_share_a_frame() -> None:
    """Teams of the province and of units stand in one frame, the province's under its code."""
    campaign = read_campaign(SCHEMA, province(teams=[good("teams", unit="T")]), TODAY)
    readings = [*campaign.readings, read_rows("teams", good("teams"))]
    frame = make_tables(SCHEMA, TODAY, WINDOW, readings).frame("teams")
    assert sorted(frame["owner"]) == ["705", "T"]
