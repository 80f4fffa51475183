"""What people break by pasting, the night puts back: that and nothing else."""

from collections.abc import Callable, Mapping
from typing import Any

import pytest

from deploy.local.people import OWNER, client_of
from functions.domain.records import PROVINCE
from functions.writers import style
from tests.province import NEED, SCHEMA, Province
from tests.recording import watch

Change = Callable[[Province], Mapping[str, Any]]

NEEDS = SCHEMA.table("unit", "needs")
LAST = 42


def cells(province: Province, column: str, rows: tuple[int, int] = (2, LAST)) -> dict[str, int]:
    """Return the range of a column of «Nhu cầu»."""
    at = NEEDS.column(column)
    return {
        "sheetId": province.sheet("705", "needs"),
        "startRowIndex": rows[0],
        "endRowIndex": rows[1],
        "startColumnIndex": at,
        "endColumnIndex": at + 1,
    }


def protections(province: Province, table: str) -> list[int]:
    """Return the ids of the protections of a tab."""
    return [each.id for each in province.tab("705", table).look.protections]


def wiped(province: Province, column: str, fields: str) -> Mapping[str, Any]:
    """Return the request that takes something off a few cells, as a paste does."""
    return {"repeatCell": {"range": cells(province, column, (5, 9)), "cell": {}, "fields": fields}}


DAMAGES: Mapping[str, tuple[Change, set[str]]] = {
    "a dropdown": (
        lambda province: {"setDataValidation": {"range": cells(province, "topics", (4, 7))}},
        {"setDataValidation"},
    ),
    "a pasted dropdown of another list": (
        lambda province: {
            "setDataValidation": {
                "range": cells(province, "activity_type", (4, 7)),
                "rule": {"condition": {"type": "TEXT_IS_EMAIL"}, "strict": True},
            }
        },
        {"setDataValidation"},
    ),
    "the format of dates as text": (
        lambda province: wiped(province, "date_range", "userEnteredFormat"),
        {"repeatCell"},
    ),
    "the grey of the robot's column": (
        lambda province: wiped(province, "status", "userEnteredFormat"),
        {"repeatCell"},
    ),
    "a note": (
        lambda province: {
            "repeatCell": {
                "range": cells(province, "topics", (0, 1)),
                "cell": {},
                "fields": "note",
            }
        },
        {"updateCells"},
    ),
    "the colour of a header": (
        lambda province: {
            "repeatCell": {
                "range": cells(province, "topics", (0, 1)),
                "cell": {},
                "fields": "userEnteredFormat",
            }
        },
        {"updateCells"},
    ),
    "a formula": (
        lambda province: wiped(province, "status", "userEnteredValue"),
        {"updateCells"},
    ),
    "a protection": (
        lambda province: {
            "deleteProtectedRange": {"protectedRangeId": protections(province, "needs")[1]}
        },
        {"addProtectedRange"},
    ),
    "the protection of the robot's tab": (
        lambda province: {
            "deleteProtectedRange": {"protectedRangeId": protections(province, "findings")[0]}
        },
        {"addProtectedRange"},
    ),
    "a colour rule": (
        lambda province: {
            "deleteConditionalFormatRule": {"sheetId": province.sheet("705", "needs"), "index": 1}
        },
        {"deleteConditionalFormatRule", "addConditionalFormatRule"},
    ),
    "the frozen header": (
        lambda province: {
            "updateSheetProperties": {
                "properties": {
                    "sheetId": province.sheet("705", "needs"),
                    "gridProperties": {"frozenRowCount": 0},
                },
                "fields": "gridProperties.frozenRowCount",
            }
        },
        {"updateSheetProperties"},
    ),
    "the order of tabs": (
        lambda province: {
            "updateSheetProperties": {
                "properties": {"sheetId": province.sheet("705", "guide"), "index": 7},
                "fields": "index",
            }
        },
        {"updateSheetProperties"},
    ),
    "the name of the robot's tab": (
        lambda province: {
            "updateSheetProperties": {
                "properties": {"sheetId": province.sheet("705", "arrivals"), "title": "Ai đến"},
                "fields": "title",
            }
        },
        {"updateSheetProperties"},
    ),
    "the mark of a column": (
        lambda province: {
            "deleteDeveloperMetadata": {
                "dataFilter": {
                    "developerMetadataLookup": {
                        "metadataKey": "muaheso.column",
                        "metadataValue": "topics",
                        "metadataLocation": {"sheetId": province.sheet("705", "needs")},
                        "locationMatchingStrategy": "INTERSECTING_LOCATION",
                    }
                }
            }
        },
        {"createDeveloperMetadata"},
    ),
    "a helper column shown": (
        lambda province: {
            "updateDimensionProperties": {
                "range": {
                    "sheetId": province.sheet("705", "findings"),
                    "dimension": "COLUMNS",
                    "startIndex": SCHEMA.table("unit", "findings").column("mark"),
                    "endIndex": SCHEMA.table("unit", "findings").column("mark") + 1,
                },
                "properties": {"hiddenByUser": False},
                "fields": "hiddenByUser",
            }
        },
        {"updateDimensionProperties"},
    ),
    "a filter view": (
        lambda province: {"deleteFilterView": {"filterId": filter_view(province)}},
        {"addFilterView"},
    ),
    "the time zone": (
        lambda _: {
            "updateSpreadsheetProperties": {
                "properties": {"timeZone": "Europe/Paris"},
                "fields": "timeZone",
            }
        },
        {"updateSpreadsheetProperties"},
    ),
}


def filter_view(province: Province) -> int:
    """Return the id of the filter view of «Nhu cầu»."""
    answer = client_of(OWNER, province.google).fetch_sheet_metadata(province.workbooks["705"])
    found: int = next(
        view["filterViewId"]
        for sheet in answer["sheets"]
        if sheet["properties"]["title"] == NEEDS.title
        for view in sheet["filterViews"]
    )
    return found


@pytest.mark.repeated
@pytest.mark.parametrize("damage", DAMAGES)
def test_one_damage_is_one_kind_of_request_in_one_workbook(province: Province, damage: str) -> None:
    """It is put back in the same night; the next one writes nothing."""
    province.night()
    change, kinds = DAMAGES[damage]
    province.change("705", change(province))

    watched = watch(province)
    report = watched.night(("validate",))
    recorder = watched.recorder
    assert report.workbooks_written[:1] == ("705",)
    assert len([each for each, _ in recorder.bodies if each == province.workbooks["705"]]) == 1
    assert set(recorder.kinds(province.workbooks["705"])) == kinds

    assert province.night().writes == 0


def test_the_locale_comes_back(province: Province) -> None:
    """In another one, 5/8/2024 would become the eighth of May while it is typed."""
    province.night()
    change = {"properties": {"locale": "en_US"}, "fields": "locale"}
    province.change("705", {"updateSpreadsheetProperties": change})
    assert province.night(("validate",)).workbooks_written[:1] == ("705",)
    assert province.services().workbooks.read(province.workbooks["705"]).locale == "vi_VN"
    assert province.night().writes == 0


def test_nothing_broken_is_nothing_written(province: Province) -> None:
    """Neither the night nor provisioning writes into workbooks in order."""
    province.night()
    assert province.night().writes == 0
    province.local("POST", "counters/reset")
    assert province.provision().steps == ()
    assert province.local("GET", "counters")[OWNER]["writes"] == 0


def test_the_look_that_people_gave_their_cells_is_theirs(province: Province) -> None:
    """Own colours, rules, dropdowns in free columns and protections stay, and no night minds."""
    province.night()
    yellow = style.colour("#ffff00")
    province.change(
        "705",
        {
            "repeatCell": {
                "range": cells(province, "place"),
                "cell": {"userEnteredFormat": {"backgroundColorStyle": yellow}},
                "fields": "userEnteredFormat.backgroundColorStyle",
            }
        },
        {
            "addConditionalFormatRule": {
                "rule": {
                    "ranges": [cells(province, "place")],
                    "booleanRule": {
                        "condition": {
                            "type": "TEXT_CONTAINS",
                            "values": [{"userEnteredValue": "ấp"}],
                        },
                        "format": {"backgroundColorStyle": yellow},
                    },
                },
                "index": 0,
            }
        },
        {
            "setDataValidation": {
                "range": cells(province, "place"),
                "rule": {
                    "condition": {
                        "type": "TEXT_CONTAINS",
                        "values": [{"userEnteredValue": "ấp"}],
                    }
                },
            }
        },
        {
            "addProtectedRange": {
                "protectedRange": {"range": cells(province, "note"), "warningOnly": True}
            }
        },
    )
    assert province.night().writes == 0
    look = province.tab("705", "needs").look
    assert "TEXT_CONTAINS" in str(look.rules[0])


def test_a_date_that_shows_keeps_showing(province: Province) -> None:
    """A cell in which somebody typed keeps its format: 45509 would say nothing to anyone."""
    province.night()
    at = NEEDS.column("date_range")
    date = {"userEnteredFormat": {"numberFormat": {"type": "DATE", "pattern": "d/m/yyyy"}}}
    province.change(
        "705",
        {
            "updateCells": {
                "start": {
                    "sheetId": province.sheet("705", "needs"),
                    "rowIndex": 3,
                    "columnIndex": at,
                },
                "rows": [{"values": [{"userEnteredValue": {"numberValue": 45524}, **date}]}],
                "fields": "userEnteredValue,userEnteredFormat.numberFormat",
            }
        },
    )
    province.night()
    client = client_of(OWNER, province.google)
    shown = client.values_get(
        province.workbooks["705"], province.cell("705", "needs", "date_range", 1)
    )
    assert shown["values"] == [["20/8/2024"]]


def test_numbers_are_topped_up_before_they_run_out(province: Province) -> None:
    """A unit with many needs finds numbered rows with dropdowns below, and no id twice."""
    province.type("705", "needs", [{**NEED, "place": f"Ấp {number}"} for number in range(37)])
    province.night()
    tab = province.tab("705", "needs")
    ids = [str(tab.cell(row, 0)) for row in range(2, len(tab.rows)) if tab.cell(row, 0)]
    assert ids == [NEEDS.row_id("705", number) for number in range(1, 61)]
    assert [span.end for span in tab.look.validations[NEEDS.column("topics")]] == [62]
    assert province.night().writes == 0


def test_an_id_that_was_deleted_is_not_given_again(province: Province) -> None:
    """Numbers go on above the highest that was ever given."""
    province.night()
    sheet = province.sheet("705", "needs")
    where = {"sheetId": sheet, "dimension": "ROWS", "startIndex": 5, "endIndex": LAST}
    province.change("705", {"deleteDimension": {"range": where}})
    province.night()
    tab = province.tab("705", "needs")
    numbers = [int(str(tab.cell(row, 0))[-3:]) for row in range(2, len(tab.rows))]
    assert numbers[:3] == [1, 2, 3]
    assert min(numbers[3:]) == 41


def test_a_cleared_tab_is_laid_out_again(province: Province) -> None:
    """Somebody selected everything and pressed Delete: header, numbers and formulas come back."""
    province.night()
    province.change(
        "706",
        {
            "updateCells": {
                "range": {"sheetId": province.sheet("706", "needs")},
                "fields": "*",
            }
        },
    )
    province.night()
    tab = province.tab("706", "needs")
    assert tab.rows[0][:3] == tuple(each.title for each in NEEDS.fields[:3])
    ids = [str(row[0]) for row in tab.rows[1:] if row and row[0]]
    assert len(ids) == len(set(ids)) >= NEEDS.rows // 2
    province.night()
    assert province.night().writes == 0


def test_the_province_is_mended_too(province: Province) -> None:
    """A dropdown of «Duyệt» comes back."""
    province.night()
    ledger = SCHEMA.table("province", "assignments")
    at = ledger.column("decision")
    where = {
        "sheetId": province.sheet(PROVINCE, "assignments"),
        "startColumnIndex": at,
        "endColumnIndex": at + 1,
    }
    province.change(PROVINCE, {"setDataValidation": {"range": where}})
    watched = watch(province)
    watched.night()
    assert watched.recorder.kinds(province.workbooks[PROVINCE])["setDataValidation"] == 1
    assert province.night().writes == 0
