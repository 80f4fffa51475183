"""spreadsheets.values: reading and writing plain values."""

from deploy.local.emulator import errors
from deploy.local.emulator.cells.view import View
from deploy.local.emulator.context import Context
from deploy.local.emulator.edits.context import Edit
from deploy.local.emulator.edits.dimensions import insert
from deploy.local.emulator.edits.ranges import Place, find, name_of
from deploy.local.emulator.errors import RequestFault
from deploy.local.emulator.rects import Rect
from deploy.local.emulator.responses.tables import table_in
from deploy.local.emulator.responses.value_ranges import rendering_of, value_range
from deploy.local.emulator.responses.value_writes import (
    Written,
    answer_of,
    check_option,
    clear_block,
    matrix_of,
    options_of,
    totals,
    write_block,
)
from deploy.local.emulator.shapes import Json
from deploy.local.emulator.state.workbook import Workbook


def get(context: Context) -> Json:
    """Implement values.get."""
    _, workbook = context.readable()
    place = find(workbook, context.params["range"])
    return value_range(View(workbook), place.sheet, place.rect, rendering_of(context.query))


def batch_get(context: Context) -> Json:
    """Implement values.batchGet."""
    _, workbook = context.readable()
    places = [find(workbook, text) for text in context.query.texts("ranges")]
    view, rendering = View(workbook), rendering_of(context.query)
    ranges = [value_range(view, place.sheet, place.rect, rendering) for place in places]
    shown: Json = {"spreadsheetId": workbook.id}
    return {**shown, "valueRanges": ranges} if ranges else shown


def update(context: Context) -> Json:
    """Implement values.update."""
    body = context.body("ValueRange", "data")
    file, workbook = context.writable()
    edit = Edit(workbook, file, context.user)
    try:
        place = find(workbook, context.params["range"])
        _check_same(workbook, place, body)
        written = write_block(edit, place, matrix_of(body), context.query.text("valueInputOption"))
    except RequestFault as fault:
        raise errors.invalid(fault.text) from None
    return answer_of(workbook, written, context.query)


def append(context: Context) -> Json:
    """Implement values.append."""
    body = context.body("ValueRange", "data")
    file, workbook = context.writable()
    edit = Edit(workbook, file, context.user)
    try:
        place = find(workbook, context.params["range"])
        _check_same(workbook, place, body)
        check_option(context.query.text("valueInputOption"))
        matrix = matrix_of(body)
        inside = place.rect.clipped(place.sheet.rows, place.sheet.columns)
        table = table_in(place.sheet, inside)
        top, left = (inside.top, inside.left) if table is None else (table.bottom, table.left)
        answer: Json = {"spreadsheetId": workbook.id}
        if table is not None:
            answer["tableRange"] = name_of(place.sheet, table)
        if context.query.text("insertDataOption") == "INSERT_ROWS" and matrix:
            below = min(top, place.sheet.rows)
            span = (below, below + len(matrix))
            insert(edit, place.sheet, "ROWS", span, inherit_before=below > 0)
        spot = Place(place.sheet, Rect(top, left, top + 1, left + 1), place.written)
        written = write_block(edit, spot, matrix, context.query.text("valueInputOption"))
    except RequestFault as fault:
        raise errors.invalid(fault.text) from None
    return {**answer, "updates": answer_of(workbook, written, context.query)}


def clear(context: Context) -> Json:
    """Implement values.clear."""
    context.body("ClearValuesRequest")
    file, workbook = context.writable()
    try:
        name = clear_block(
            Edit(workbook, file, context.user), find(workbook, context.params["range"])
        )
    except RequestFault as fault:
        raise errors.invalid(fault.text) from None
    return {"spreadsheetId": workbook.id, "clearedRange": name}


def batch_clear(context: Context) -> Json:
    """Implement values.batchClear."""
    body = context.body("BatchClearValuesRequest")
    file, workbook = context.writable()
    edit = Edit(workbook, file, context.user)
    names = []
    for number, text in enumerate(body.get("ranges", [])):
        try:
            names.append(clear_block(edit, find(workbook, text)))
        except RequestFault as fault:
            raise errors.invalid(f"Invalid ranges[{number}]: {fault.text}") from None
    shown: Json = {"spreadsheetId": workbook.id}
    return {**shown, "clearedRanges": names} if names else shown


def batch_update(context: Context) -> Json:
    """Implement values.batchUpdate."""
    body = context.body("BatchUpdateValuesRequest")
    file, workbook = context.writable()
    edit = Edit(workbook, file, context.user)
    option = body.get("valueInputOption", "")
    check_option(option)
    done: list[Written] = []
    for number, data in enumerate(body.get("data", [])):
        try:
            place = find(workbook, data.get("range", ""))
            done.append(write_block(edit, place, matrix_of(data), option))
        except RequestFault as fault:
            raise errors.invalid(f"Invalid data[{number}]: {fault.text}") from None
        except errors.GoogleError as error:
            message = error.body["error"]["message"]
            raise errors.invalid(f"Invalid data[{number}]: {message}") from None
    answer: Json = {"spreadsheetId": workbook.id, **totals(done)}
    if done:
        options = options_of(body)
        answer["responses"] = [answer_of(workbook, one, options) for one in done]
    return answer


def _check_same(workbook: Workbook, place: Place, body: Json) -> None:
    text = body.get("range")
    if text and find(workbook, text).name != place.name:
        raise RequestFault(f"Requested writing within range [{place.name}], but got [{text}]")
