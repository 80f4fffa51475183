"""spreadsheets: create, get, batchUpdate, sheets.copyTo, developerMetadata."""

from deploy.local.emulator import errors, masks
from deploy.local.emulator.context import Context
from deploy.local.emulator.edits.cells import CellWriter, check_cell
from deploy.local.emulator.edits.context import Edit
from deploy.local.emulator.edits.ranges import find
from deploy.local.emulator.edits.sheets import clone, sheet_properties
from deploy.local.emulator.errors import RequestFault
from deploy.local.emulator.masks import ALL, Mask
from deploy.local.emulator.requests.duplicate_sheet import copy_title
from deploy.local.emulator.requests.registry import kinds
from deploy.local.emulator.responses.data_filters import matched
from deploy.local.emulator.responses.spreadsheet_json import spreadsheet_json
from deploy.local.emulator.shapes import Json
from deploy.local.emulator.state import identifiers
from deploy.local.emulator.state.canonical import tidy
from deploy.local.emulator.state.files import WRITER, new_file
from deploy.local.emulator.state.workbook import new_workbook

UNTITLED = "Untitled spreadsheet"


def mask_of(context: Context, schema: str) -> Mask:
    """Return the mask of the query's ``fields``, everything when there is none.

    Raises:
        GoogleError: It cannot be read or names an unknown field.
    """
    text = context.query.text("fields")
    if not text:
        return ALL
    try:
        mask = masks.parse(text)
        masks.check(mask, context.api.fields, schema)
    except masks.MaskError as error:
        raise errors.bad_fields(error.path) from None
    return mask


def get(context: Context) -> Json:
    """Implement spreadsheets.get."""
    file, workbook = context.readable()
    mask = mask_of(context, "Spreadsheet")
    if mask == ALL and not context.query.flag("includeGridData"):
        mask = _without_data(context)
    texts = context.query.texts("ranges")
    places = [find(workbook, text) for text in texts] if texts else None
    return spreadsheet_json(file, workbook, context.user, mask, places)


def get_by_data_filter(context: Context) -> Json:
    """Implement spreadsheets.getByDataFilter."""
    body = context.body("GetSpreadsheetByDataFilterRequest")
    file, workbook = context.readable()
    mask = mask_of(context, "Spreadsheet")
    if mask == ALL and not body.get("includeGridData"):
        mask = _without_data(context)
    filters = body.get("dataFilters", [])
    places = [match.place for match in matched(workbook, filters)] if filters else None
    return spreadsheet_json(file, workbook, context.user, mask, places)


def _without_data(context: Context) -> Mask:
    top = dict.fromkeys(context.api.schemas["Spreadsheet"], ALL)
    sheet = {name: ALL for name in context.api.schemas["Sheet"] if name != "data"}
    return {**top, "sheets": sheet}


def create(context: Context) -> Json:
    """Implement spreadsheets.create."""
    body = context.body("Spreadsheet", "spreadsheet")
    if context.is_service_account:
        raise errors.permission_denied()
    wanted = body.get("properties", {})
    title = wanted.get("title") or UNTITLED
    file = new_file(identifiers.file_id(), title, context.user)
    workbook = new_workbook(file.id, title)
    workbook.properties = {**workbook.properties, **tidy(wanted), "title": title}
    context.store.add(file, workbook)
    if body.get("sheets"):
        _add_sheets(Edit(workbook, file, context.user), body["sheets"])
    if body.get("namedRanges"):
        edit = Edit(workbook, file, context.user)
        for entry in body["namedRanges"]:
            _apply(edit, 0, "addNamedRange", {"namedRange": entry})
    return spreadsheet_json(file, workbook, context.user, _without_data(context), None)


def _add_sheets(edit: Edit, wanted: list[Json]) -> None:
    first = edit.workbook.sheets.pop()
    for number, sheet_json in enumerate(wanted):
        for name in sheet_json:
            if name not in ("properties", "data"):
                raise errors.unimplemented(f"spreadsheets.create with sheets.{name}")
        properties = sheet_json.get("properties", {})
        if not properties.get("sheetId") and number == 0:
            edit.workbook.sheets.append(first)
            kept = {"sheetId": 0, "title": first.title, **properties}
            update = {"properties": kept, "fields": ",".join(sorted(kept.keys() - {"sheetId"}))}
            _apply(edit, number, "updateSheetProperties", update)
        else:
            _apply(edit, number, "addSheet", {"properties": properties})
        _fill(edit, number, sheet_json.get("data", []))


def _fill(edit: Edit, number: int, blocks: list[Json]) -> None:
    sheet = edit.workbook.sheets[number]
    writer = CellWriter(edit, sheet, ALL)
    for block in blocks:
        for row, line in enumerate(block.get("rowData", []), block.get("startRow", 0)):
            for column, cell in enumerate(line.get("values", []), block.get("startColumn", 0)):
                check_cell(cell)
                sheet.resize(max(sheet.rows, row + 1), max(sheet.columns, column + 1))
                try:
                    writer.write(row, column, cell)
                except RequestFault as fault:
                    raise errors.invalid(f"Invalid sheets[{number}]: {fault.text}") from None


def batch_update(context: Context) -> Json:
    """Implement spreadsheets.batchUpdate."""
    body = context.body("BatchUpdateSpreadsheetRequest")
    file, workbook = context.writable()
    requests = body.get("requests", [])
    if not requests:
        raise errors.invalid("Must specify at least one request.")
    edit = Edit(workbook, file, context.user)
    replies = []
    for position, request in enumerate(requests):
        if not request:
            raise errors.invalid(f"Invalid requests[{position}]: No request set.")
        ((kind, arguments),) = request.items()
        replies.append(_apply(edit, position, kind, arguments))
    answer: Json = {"spreadsheetId": file.id, "replies": replies}
    if body.get("includeSpreadsheetInResponse"):
        texts = body.get("responseRanges", [])
        places = [find(workbook, text) for text in texts] if texts else None
        mask = ALL if body.get("responseIncludeGridData") else _without_data(context)
        shown = spreadsheet_json(file, workbook, context.user, mask, places)
        answer["updatedSpreadsheet"] = shown
    return answer


def _apply(edit: Edit, position: int, kind: str, arguments: Json) -> Json:
    apply = kinds().get(kind)
    if apply is None:
        raise errors.unimplemented(f"requests[{position}].{kind}")
    try:
        return apply(edit, arguments)
    except RequestFault as fault:
        raise errors.request_invalid(position, kind, fault.text) from None


def copy_to(context: Context) -> Json:
    """Implement spreadsheets.sheets.copyTo."""
    body = context.body("CopySheetToAnotherSpreadsheetRequest")
    _, workbook = context.readable()
    text = context.params["sheetId"]
    source = workbook.sheet(int(text)) if text.lstrip("-").isdigit() else None
    if source is None:
        raise errors.not_found()
    target_id = body.get("destinationSpreadsheetId", "")
    target_file = context.store.files.get(target_id)
    if target_file is None or target_file.is_folder:
        raise errors.not_found()
    if target_file.rank(context.user) < WRITER:
        raise errors.permission_denied()
    target = context.store.workbook(target_id)
    context.store.touch(target_id)
    target_file.changed_by(context.user)
    edit = Edit(target, target_file, context.user)
    title = copy_title(edit, source.title)
    sheet = clone(source, target, None, title, within=target is workbook)
    target.sheets.append(sheet)
    try:
        edit.check_size()
    except RequestFault as fault:
        raise errors.invalid(fault.text) from None
    target.restructured()
    return sheet_properties(target, sheet)


def get_metadata(context: Context) -> Json:
    """Implement spreadsheets.developerMetadata.get."""
    _, workbook = context.readable()
    for entry in workbook.metadata:
        if str(entry["metadataId"]) == context.params["metadataId"]:
            return entry
    raise errors.not_found()
