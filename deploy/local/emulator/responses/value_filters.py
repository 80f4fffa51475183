"""spreadsheets.values by data filters."""

from deploy.local.emulator import errors
from deploy.local.emulator.cells.view import View
from deploy.local.emulator.context import Context
from deploy.local.emulator.discovery.queries import Query
from deploy.local.emulator.edits.context import Edit
from deploy.local.emulator.errors import RequestFault
from deploy.local.emulator.responses.data_filters import echoed, matched
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


def batch_get(context: Context) -> Json:
    """Implement values.batchGetByDataFilter."""
    body = context.body("BatchGetValuesByDataFilterRequest")
    _, workbook = context.readable()
    view, rendering = View(workbook), rendering_of(options_of(body))
    ranges = [
        {
            "valueRange": value_range(view, match.place.sheet, match.place.rect, rendering),
            "dataFilters": match.filters,
        }
        for match in matched(workbook, body.get("dataFilters", []))
    ]
    shown: Json = {"spreadsheetId": workbook.id}
    return {**shown, "valueRanges": ranges} if ranges else shown


def batch_update(context: Context) -> Json:
    """Implement values.batchUpdateByDataFilter: values go into every range a filter chooses."""
    body = context.body("BatchUpdateValuesByDataFilterRequest")
    file, workbook = context.writable()
    option = body.get("valueInputOption", "")
    check_option(option)
    edit = Edit(workbook, file, context.user)
    done: list[tuple[Written, Json]] = []
    for number, data in enumerate(body.get("data", [])):
        data_filter = data.get("dataFilter", {})
        try:
            for match in matched(workbook, [data_filter]):
                written = write_block(edit, match.place, matrix_of(data), option)
                done.append((written, echoed(data_filter)))
        except RequestFault as fault:
            raise errors.invalid(f"Invalid data[{number}]: {fault.text}") from None
    answer: Json = {"spreadsheetId": workbook.id, **totals([one for one, _ in done])}
    if done:
        answer["responses"] = [_answer(workbook, one, options_of(body)) for one in done]
    return answer


def batch_clear(context: Context) -> Json:
    """Implement values.batchClearByDataFilter."""
    body = context.body("BatchClearValuesByDataFilterRequest")
    file, workbook = context.writable()
    edit = Edit(workbook, file, context.user)
    names = []
    for number, data_filter in enumerate(body.get("dataFilters", [])):
        try:
            names += [clear_block(edit, match.place) for match in matched(workbook, [data_filter])]
        except RequestFault as fault:
            raise errors.invalid(f"Invalid dataFilters[{number}]: {fault.text}") from None
    shown: Json = {"spreadsheetId": workbook.id}
    return {**shown, "clearedRanges": names} if names else shown


def _answer(workbook: Workbook, done: tuple[Written, Json], options: Query) -> Json:
    written, data_filter = done
    answer = answer_of(workbook, written, options)
    del answer["spreadsheetId"]
    return {**answer, "dataFilter": data_filter}
