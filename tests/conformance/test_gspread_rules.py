"""Named ranges, protected ranges, validation rules and filters."""

import gspread
import pytest
from gspread.exceptions import APIError
from gspread.utils import ValidationConditionType

from deploy.local.emulator.shapes import Json
from tests.conformance.reach import OWNER, Server


def _sheet(book: gspread.Spreadsheet) -> Json:
    found: Json = book.fetch_sheet_metadata()["sheets"][0]
    return found


@pytest.mark.recorded
def test_named_ranges_are_listed_and_read(book: gspread.Spreadsheet) -> None:
    """The reply and the list show the same object; its id is a number as a text."""
    sheet = book.sheet1
    sheet.update([["a", "b"], ["c", "d"]])
    assert book.fetch_sheet_metadata({"fields": "namedRanges"}) == {}
    answer = sheet.define_named_range("A1:B2", "TestDefineNamedRange")
    named = answer["replies"][0]["addNamedRange"]["namedRange"]
    assert named == {
        "namedRangeId": named["namedRangeId"],
        "name": "TestDefineNamedRange",
        "range": {
            "startRowIndex": 0,
            "endRowIndex": 2,
            "startColumnIndex": 0,
            "endColumnIndex": 2,
        },
    }
    assert named["namedRangeId"].isdecimal()
    assert book.list_named_ranges() == [named]
    assert list(book.fetch_sheet_metadata()) == [
        "spreadsheetId",
        "properties",
        "sheets",
        "namedRanges",
        "spreadsheetUrl",
    ]
    assert [cell.value for cell in book.named_range("TestDefineNamedRange")] == list("abcd")
    assert sheet.get("TestDefineNamedRange").range == "Sheet1!A1:B2"
    assert sheet.delete_named_range(named["namedRangeId"])["replies"] == [{}]
    assert book.list_named_ranges() == []


@pytest.mark.recorded
def test_named_ranges_change_name_and_place(book: gspread.Spreadsheet) -> None:
    """Each update changes what its mask names."""
    answer = book.sheet1.define_named_range("A1", "old")
    named = answer["replies"][0]["addNamedRange"]["namedRange"]
    moved = {"startRowIndex": 1, "endRowIndex": 3, "startColumnIndex": 1, "endColumnIndex": 2}
    for change in ({"name": "new"}, {"range": {"sheetId": 0, **moved}}):
        body = {
            "namedRange": {"namedRangeId": named["namedRangeId"], **change},
            "fields": next(iter(change)),
        }
        assert book.batch_update({"requests": [{"updateNamedRange": body}]})["replies"] == [{}]
    assert book.list_named_ranges() == [{**named, "name": "new", "range": moved}]


@pytest.mark.recorded
def test_protecting_a_range_names_the_owner(book: gspread.Spreadsheet) -> None:
    """The reply shows empty editors, the document the owner's address."""
    answer = book.sheet1.add_protected_range("A1:B2", warning_only=True)
    shown = answer["replies"][0]["addProtectedRange"]["protectedRange"]
    place = {"startRowIndex": 0, "endRowIndex": 2, "startColumnIndex": 0, "endColumnIndex": 2}
    assert shown == {
        "protectedRangeId": shown["protectedRangeId"],
        "range": place,
        "warningOnly": True,
        "requestingUserCanEdit": True,
        "editors": {},
    }
    assert list(shown)[-3:] == ["warningOnly", "requestingUserCanEdit", "editors"]
    assert book.list_protected_ranges(0) == [{**shown, "editors": {"users": [OWNER]}}]
    assert book.sheet1.delete_protected_range(shown["protectedRangeId"])["replies"] == [{}]
    assert book.list_protected_ranges(0) == []


@pytest.mark.recorded
def test_a_protection_without_warning_has_no_such_key(book: gspread.Spreadsheet) -> None:
    """``warningOnly`` false is left out."""
    answer = book.sheet1.add_protected_range(1, 1, 2, 2)
    shown = answer["replies"][0]["addProtectedRange"]["protectedRange"]
    assert "warningOnly" not in shown
    assert (shown["requestingUserCanEdit"], shown["editors"]) == (True, {})


@pytest.mark.documented
def test_protected_cells_keep_others_out(
    server: Server, client: gspread.Client, book: gspread.Spreadsheet
) -> None:
    """A writer who is no editor of the protection is refused there and nowhere else."""
    for name in ("mai", "lan"):
        book.share(f"{name}@example.test", perm_type="user", role="writer", notify=False)
    book.sheet1.add_protected_range("A1:B2", editor_users_emails=["mai@example.test"])
    server.sign_in("mai@example.test").open_by_key(book.id).sheet1.update([["mai"]], "A1")
    lans = server.sign_in("lan@example.test").open_by_key(book.id).sheet1
    lans.update([["lan"]], "C3")
    with pytest.raises(APIError) as caught:
        lans.update([["lan"]], "A1")
    assert "protected cell or object" in caught.value.error["message"]
    assert book.sheet1.acell("A1").value == "mai"


VALUES = {
    ValidationConditionType.number_between: ["1", "5"],
    ValidationConditionType.number_not_between: ["1", "5"],
    ValidationConditionType.text_is_email: [],
    ValidationConditionType.text_is_url: [],
    ValidationConditionType.date_between: ["2024-01-01", "2024-12-31"],
    ValidationConditionType.date_not_between: ["2024-01-01", "2024-12-31"],
    ValidationConditionType.date_is_valid: [],
    ValidationConditionType.one_of_range: ["=Sheet1!A1:A3"],
    ValidationConditionType.one_of_list: ["có", "không"],
    ValidationConditionType.blank: [],
    ValidationConditionType.not_blank: [],
    ValidationConditionType.custom_formula: ["=ISNUMBER(A1)"],
    ValidationConditionType.boolean: [],
}
NOT_FOR_VALIDATION = {
    ValidationConditionType.text_starts_with,
    ValidationConditionType.text_ends_with,
    ValidationConditionType.blank,
    ValidationConditionType.not_blank,
    ValidationConditionType.text_not_eq,
    ValidationConditionType.date_not_eq,
    ValidationConditionType.filter_expression,
}


def _values(kind: ValidationConditionType) -> list[object]:
    dated = "DATE" in kind.value
    return VALUES.get(kind, ["2024-01-01" if dated else "x" if "TEXT" in kind.value else "5"])


@pytest.mark.parametrize("kind", list(ValidationConditionType))
@pytest.mark.documented
def test_every_kind_of_validation_is_taken_or_refused(
    book: gspread.Spreadsheet, kind: ValidationConditionType
) -> None:
    """What Google documents as supported by data validation is kept; the rest answers 400."""
    sheet = book.sheet1
    if kind in NOT_FOR_VALIDATION:
        with pytest.raises(APIError) as caught:
            sheet.add_validation("A1:B2", kind, _values(kind))
        assert caught.value.code == 400
        assert caught.value.error["message"].startswith("Invalid requests[0].setDataValidation: ")
        return
    answer = sheet.add_validation(
        "A1:B2", kind, _values(kind), inputMessage="đọc kỹ", strict=True, showCustomUi=True
    )
    assert answer == {"spreadsheetId": book.id, "replies": [{}]}
    mask = {"fields": "sheets.data.rowData.values.dataValidation"}
    rows = book.fetch_sheet_metadata(mask)["sheets"][0]["data"][0]["rowData"]
    rules = [cell["dataValidation"] for row in rows for cell in row["values"]]
    assert len(rules) == 4
    assert all(rule == rules[0] for rule in rules)
    assert rules[0]["condition"]["type"] == kind.value
    assert len(rules[0]["condition"].get("values", [])) == len(_values(kind))
    assert (rules[0]["inputMessage"], rules[0]["strict"]) == ("đọc kỹ", True)


@pytest.mark.recorded
def test_basic_filters_cover_the_grid(book: gspread.Spreadsheet) -> None:
    """A filter without corners reads back with those of the grid; a second replaces the first."""
    sheet = book.add_worksheet("x", 20, 20)
    assert sheet.set_basic_filter()["replies"] == [{}]
    shown = book.fetch_sheet_metadata()["sheets"][1]["basicFilter"]["range"]
    assert shown == {
        "sheetId": sheet.id,
        "startRowIndex": 0,
        "endRowIndex": 20,
        "startColumnIndex": 0,
        "endColumnIndex": 20,
    }
    sheet.set_basic_filter("B1:C2")
    shown = book.fetch_sheet_metadata()["sheets"][1]["basicFilter"]["range"]
    assert (shown["startColumnIndex"], shown["endRowIndex"]) == (1, 2)
    sheet.set_basic_filter(1, 1, 10, 10)
    assert sheet.clear_basic_filter()["replies"] == [{}]
    assert "basicFilter" not in book.fetch_sheet_metadata()["sheets"][1]


@pytest.mark.recorded
def test_a_tab_without_extras_has_only_properties(book: gspread.Spreadsheet) -> None:
    """Merges, protections, filters and groups are keys only while there are any."""
    assert list(_sheet(book)) == ["properties"]
