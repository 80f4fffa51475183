"""People go on editing while the robot reads and writes: nothing of theirs gets lost or mixed up.

Every edit is made at each moment in turn at which it could go wrong: between reading and reading
again, between that and writing, between writing and looking at what was written.
"""

from collections.abc import Callable, Mapping
from typing import Any

import pytest

from functions.domain.workbook import Tab
from functions.writers.a1 import quoted
from sheets_schema.model import FilledBy
from tests.province import NEED, SCHEMA, Province
from tests.recording import watch

NEEDS = SCHEMA.table("unit", "needs")
STEPS = {"before reading again": 3, "before writing": 4, "after writing": 5}
"""The calls of a night: reading the province and two units is 0 to 2, then comes the first unit."""

Edit = Callable[[Province], None]


def rows_of(province: Province, first: int, count: int) -> dict[str, Any]:
    """Return a range of rows of «Nhu cầu»."""
    return {
        "sheetId": province.sheet("705", "needs"),
        "dimension": "ROWS",
        "startIndex": first,
        "endIndex": first + count,
    }


def insert_above(province: Province) -> None:
    """Insert two rows above the second need."""
    province.change("705", {"insertDimension": {"range": rows_of(province, 3, 2)}})


def insert_title(province: Province) -> None:
    """Insert a row above the header and type a title into it."""
    province.change("705", {"insertDimension": {"range": rows_of(province, 0, 1)}})
    title = {"range": f"{quoted(NEEDS.title)}!C1", "values": [["BẢNG NHU CẦU NĂM 2024"]]}
    province.send("705", [title])


def delete_rows(province: Province) -> None:
    """Delete the row of the second need."""
    province.change("705", {"deleteDimension": {"range": rows_of(province, 3, 1)}})


def sort_rows(province: Province) -> None:
    """Sort all needs by place, the last first."""
    area = {
        "sheetId": province.sheet("705", "needs"),
        "startRowIndex": 2,
        "endRowIndex": 44,
        "startColumnIndex": 0,
        "endColumnIndex": len(NEEDS.fields),
    }
    by = {"dimensionIndex": column_of(province, "place"), "sortOrder": "DESCENDING"}
    province.change("705", {"sortRange": {"range": area, "sortSpecs": [by]}})


def add_column(province: Province) -> None:
    """Insert a column of one's own at the left and type into it."""
    where = {
        "sheetId": province.sheet("705", "needs"),
        "dimension": "COLUMNS",
        "startIndex": 1,
        "endIndex": 2,
    }
    province.change("705", {"insertDimension": {"range": where}})
    own = [{"range": f"{quoted(NEEDS.title)}!B1", "values": [["Ghi riêng"], [""], ["của tôi"]]}]
    province.send("705", own)


def rename_tab(province: Province) -> None:
    """Give the tab another name."""
    properties = {"sheetId": province.sheet("705", "needs"), "title": "Nhu cầu của huyện"}
    province.change("705", {"updateSheetProperties": {"properties": properties, "fields": "title"}})


def scribble(province: Province) -> None:
    """Write into cells of the robot: an id that was typed over, a status that was made up."""
    cells = [
        {"range": province.cell("705", "needs", "status", 0), "values": [["Đã nhận hết"]]},
        {"range": province.cell("705", "arrivals", "team", 0), "values": [["Đội của tôi"]]},
    ]
    province.send("705", cells)


def type_more(province: Province) -> None:
    """Type another need into the next free numbered row."""
    at = next(
        row
        for row in range(2, 60)
        if not province.tab("705", "needs").holds(row, [column_of(province, "place")])
    )
    values = [[f"Ấp mới {at}"]]
    letter = chr(ord("A") + column_of(province, "place"))
    cell = f"'{province.tab('705', 'needs').title}'!{letter}{at + 1}"
    province.send("705", [{"range": cell, "values": values}])


def paste_over(province: Province) -> None:
    """Paste a list of one's own over the whole tab: header, ids, statuses, rules and all.

    Its rows stand in another order and are numbered 1, 2, 3 where the ids were.
    """
    own = 77
    columns = len(NEEDS.fields)
    province.change(
        "705",
        {
            "addSheet": {
                "properties": {
                    "sheetId": own,
                    "title": "Danh sách riêng",
                    "gridProperties": {"rowCount": 44, "columnCount": columns},
                }
            }
        },
    )
    titles = [each.title.upper() for each in NEEDS.fields]
    places = ("Ấp 3", "Ấp 9", "Ấp 1", "Ấp 2")
    needs = [
        {**NEED, "place": place, "need_id": number} for number, place in enumerate(places, start=1)
    ]
    needs[-1]["contact_phone"] = "12"
    rows = [[need.get(each.name, "") for each in NEEDS.fields] for need in needs]
    blank = [[""] * columns] * (44 - 1 - len(rows))
    whole = {"range": "'Danh sách riêng'!A1", "values": [titles, *rows, *blank]}
    province.send("705", [whole])
    area = {"startRowIndex": 0, "endRowIndex": 44, "startColumnIndex": 0, "endColumnIndex": columns}
    province.change(
        "705",
        {
            "copyPaste": {
                "source": {"sheetId": own, **area},
                "destination": {"sheetId": province.sheet("705", "needs"), **area},
                "pasteType": "PASTE_NORMAL",
            }
        },
        {"deleteSheet": {"sheetId": own}},
    )


EDITS: Mapping[str, Edit] = {
    each.__name__: each
    for each in (
        insert_above,
        insert_title,
        delete_rows,
        sort_rows,
        add_column,
        rename_tab,
        scribble,
        type_more,
        paste_over,
    )
}


def column_of(province: Province, name: str) -> int:
    """Return where a column of «Nhu cầu» is now."""
    keys = province.tab("705", "needs").column_keys
    return next(column for column, key in keys.items() if key == name)


def typed(province: Province) -> dict[str, tuple[object, ...]]:
    """Return what people typed in each need, by the place that tells the needs apart."""
    tab = province.tab("705", "needs")
    own = [each.name for each in NEEDS.fields if each.filled_by is FilledBy.PEOPLE]
    columns = {key: column for column, key in tab.column_keys.items()}
    return {
        str(place): tuple(tab.cell(row, columns[name]) for name in own)
        for row in range(len(tab.rows))
        if str(place := tab.cell(row, columns["place"]) or "").startswith("Ấp")
    }


def ids(tab: Tab) -> dict[str, str]:
    """Return the id of each need, by its place."""
    columns = {key: column for column, key in tab.column_keys.items()}
    return {
        str(place): str(tab.cell(row, columns["need_id"]) or "")
        for row in range(len(tab.rows))
        if str(place := tab.cell(row, columns["place"]) or "").startswith("Ấp")
    }


def statuses(tab: Tab) -> dict[str, object]:
    """Return the status of each need, by its place."""
    columns = {key: column for column, key in tab.column_keys.items()}
    return {
        str(place): tab.cell(row, columns["status"])
        for row in range(len(tab.rows))
        if str(place := tab.cell(row, columns["place"]) or "").startswith("Ấp")
    }


@pytest.mark.repeated
@pytest.mark.parametrize("when", STEPS)
@pytest.mark.parametrize("name", EDITS)
def test_an_edit_at_any_moment_of_the_night_is_safe(
    province: Province, name: str, when: str
) -> None:
    """No typed value changes, no id changes hands, and statuses are right after the next night."""
    rows = [
        {**NEED, "place": "Ấp 1"},
        {**NEED, "place": "Ấp 2", "contact_phone": "12"},
        {**NEED, "place": "Ấp 3"},
    ]
    province.type("705", "needs", rows)
    # Rows without ids below the numbered ones, and a formula that is gone: values to be written.
    sheet = province.sheet("705", "needs")
    more = {"sheetId": sheet, "dimension": "ROWS", "length": 2}
    province.change("705", {"appendDimension": more})
    province.type("705", "needs", [{**NEED, "place": "Ấp 41"}, {**NEED, "place": "Ấp 42"}], at=40)
    province.send(
        "705", [{"range": province.cell("705", "needs", "robot_note", 1), "values": [[""]]}]
    )
    before = {place: owner for place, owner in ids(province.tab("705", "needs")).items() if owner}
    left: dict[str, tuple[object, ...]] = {}

    def meddle(step: int, _: str) -> None:
        if step == STEPS[when]:
            EDITS[name](province)
            left.update(typed(province))

    watched = watch(province)
    watched.recorder.before = meddle
    watched.night()

    assert typed(province) == left
    province.night()
    assert typed(province) == left
    after = ids(province.tab("705", "needs"))
    assert len(set(after.values())) == len(after)
    assert all(after.values())
    owners = {row_id: place for place, row_id in before.items()}
    assert all(owners.get(row_id, place) == place for place, row_id in after.items())
    # Ids that somebody pasted over are gone for good; all others are where they were.
    if name != "paste_over":
        assert all(after[place] == owner for place, owner in before.items() if place in after)
    expected = dict.fromkeys(after, "Đã nhận") | {"Ấp 2": "Cần sửa"}
    expected |= {place: "Cần sửa" for place in after if place.startswith("Ấp mới")}
    shown = statuses(province.tab("705", "needs"))
    assert shown == {place: expected[place] for place in shown}
    assert province.night().writes == 0
