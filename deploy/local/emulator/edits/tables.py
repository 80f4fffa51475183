"""Tables: what Google takes, what it writes into the cells, and how tables read back."""

from typing import Final

from deploy.local.emulator.cells.view import View
from deploy.local.emulator.edits.boolean_conditions import check
from deploy.local.emulator.edits.condition_types import Purpose
from deploy.local.emulator.edits.context import Edit
from deploy.local.emulator.errors import RequestFault
from deploy.local.emulator.rects import Rect
from deploy.local.emulator.shapes import Json
from deploy.local.emulator.state.canonical import tidy
from deploy.local.emulator.state.sheet import Sheet
from deploy.local.emulator.state.tables import column_title
from deploy.local.emulator.state.workbook import Workbook

UNCERTAIN: Final = (
    (
        "Tables: the sentences for a name that is taken, for overlapping tables and merged cells, "
        "and for columns outside the table are the local server's own."
    ),
    (
        "Tables: a header cell that is emptied, or empty when the table is made, is called Column "
        "N after its place; users report it for formulas only."
    ),
    (
        "Tables: a boolean column turns texts and empty cells into FALSE and a rating column fills "
        "empty cells with 0; whether the cells get a validation rule or a number format of their "
        "own is not known, here they do not. Dropdown columns put no rule on the cells either."
    ),
    "Tables: two columns with the same header keep it; Google may number the second one.",
    (
        "Tables: rows written right below a table do not enlarge it, and values.append does not "
        "know tables; Google's answers are not known."
    ),
)
FALSE_TYPES = ("BOOLEAN",)
ZERO_TYPES = ("RATINGS_CHIP",)


def find_table(edit: Edit, identifier: str) -> tuple[Sheet, int]:
    """Return tab and position of a table."""
    for sheet in edit.workbook.sheets:
        for position, table in enumerate(sheet.tables):
            if table["tableId"] == identifier:
                return edit.sheet(sheet.id), position
    raise RequestFault(f"No table with id: {identifier}")


def check_name(edit: Edit, name: str, besides: str = "") -> str:
    """Return a name that no other table of the document has."""
    if not name:
        raise RequestFault("The table name cannot be empty.")
    for sheet in edit.workbook.sheets:
        for table in sheet.tables:
            same = table["name"].casefold() == name.casefold()
            if same and table["tableId"] != besides:
                raise RequestFault(f'A table with the name "{name}" already exists.')
    return name


def free_name(workbook: Workbook) -> str:
    """Return the first free ``TableN``."""
    taken = {table["name"].casefold() for sheet in workbook.sheets for table in sheet.tables}
    number = 1
    while f"table{number}" in taken:
        number += 1
    return f"Table{number}"


def check_place(sheet: Sheet, rect: Rect, besides: str = "") -> None:
    """Refuse cells a table cannot have: those of another one, and merged ones."""
    for table in sheet.tables:
        if table["tableId"] != besides and sheet.rect(table["range"]).meets(rect):
            raise RequestFault("A table cannot overlap with another table.")
    if any(merge.meets(rect) for merge in sheet.merges):
        raise RequestFault("A table cannot contain merged cells.")


def stored_columns(edit: Edit, wanted: list[Json], width: int) -> dict[int, Json]:
    """Return the columns of a request by index, each as it is kept: type and dropdown list."""
    columns: dict[int, Json] = {}
    for column in wanted:
        index = column.get("columnIndex", 0)
        if not 0 <= index < width or index in columns:
            raise RequestFault(f"Invalid columnIndex: {index}")
        kind = column.get("columnType", "COLUMN_TYPE_UNSPECIFIED")
        rule = column.get("dataValidationRule")
        if kind == "DROPDOWN" and not (rule and rule.get("condition")):
            raise RequestFault("Condition must be set for dropdown column type.")
        if kind != "DROPDOWN" and rule:
            raise RequestFault("Cannot set condition for non-dropdown column type.")
        kept: Json = {} if kind == "COLUMN_TYPE_UNSPECIFIED" else {"columnType": kind}
        if rule:
            kept["dataValidationRule"] = {"condition": _list_condition(edit, rule["condition"])}
        columns[index] = kept
    return columns


def _list_condition(edit: Edit, condition: Json) -> Json:
    if condition.get("type") != "ONE_OF_LIST":
        raise RequestFault("The condition of a dropdown column must be of type ONE_OF_LIST.")
    return check(edit, condition, Purpose.VALIDATION)


def stored_rows(properties: Json) -> Json:
    """Return TableRowsProperties as they are kept: only the fields the schema has."""
    tidied = tidy(properties)
    return {name: item for name, item in tidied.items() if name.endswith("ColorStyle")}


def write_header(edit: Edit, sheet: Sheet, table: Json, index: int, name: str) -> None:
    """Write a column's name into its header cell, as plain text."""
    place = table["range"]
    column = place["startColumnIndex"] + index
    edit.workbook.enter(sheet, place["startRowIndex"], column, name)


def fill_types(edit: Edit, sheet: Sheet, table: Json) -> None:
    """Give cells of boolean and rating columns the values Google fills them with."""
    rect = sheet.rect(table["range"])
    bottom = rect.bottom - ("footerColorStyle" in table.get("rowsProperties", {}))
    for offset, column in enumerate(table["columns"]):
        kind, at = column.get("columnType"), rect.left + offset
        for row in range(rect.top + 1, bottom):
            entered = sheet.grid.entered.get(row, at)
            if kind in FALSE_TYPES and (entered is None or isinstance(entered, str)):
                edit.workbook.enter(sheet, row, at, entered=False)
            if kind in ZERO_TYPES and entered is None:
                edit.workbook.enter(sheet, row, at, 0)


def table_json(view: View, sheet: Sheet, table: Json) -> Json:
    """Return Google's Table: one entry a column, named by what its header cell shows."""
    place = table["range"]
    row, left = place["startRowIndex"], place["startColumnIndex"]
    columns = []
    for index, column in enumerate(table["columns"]):
        name = view.formatted(sheet, row, left + index) or column_title(index)
        shown: Json = {"columnIndex": index} if index else {}
        columns.append({**shown, "columnName": name, **column})
    result = {"tableId": table["tableId"], "name": table["name"], "range": place}
    if table.get("rowsProperties"):
        result["rowsProperties"] = table["rowsProperties"]
    return {**result, "columnProperties": columns}
