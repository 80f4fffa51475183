"""The whole document as .xlsx, as faithful as the format allows."""

import io
from typing import Any

import xlsxwriter

from deploy.local.emulator.cells.view import View
from deploy.local.emulator.export.names import SheetNames
from deploy.local.emulator.export.sheet_cells import SheetCells
from deploy.local.emulator.export.sheet_layout import lay_out
from deploy.local.emulator.export.sheet_rules import add_conditional_formats, add_validations
from deploy.local.emulator.export.styles import Styles
from deploy.local.emulator.state.workbook import Workbook


def as_xlsx(workbook: Workbook) -> bytes:
    """Return the file: values with computed results, formats, layout, rules and notes."""
    out = io.BytesIO()
    options = {"in_memory": True, "use_future_functions": True}
    book: Any = xlsxwriter.Workbook(out, options)
    book.set_calc_mode("auto")
    names = SheetNames(workbook)
    styles = Styles(book)
    view = View(workbook)
    pages = [(sheet, book.add_worksheet(names.excel(sheet))) for sheet in workbook.sheets]
    first = next(page for sheet, page in pages if not sheet.properties.get("hidden"))
    first.activate()
    first.set_first_sheet()
    for sheet, page in pages:
        lay_out(sheet, page, view)
        SheetCells(sheet, page, view, styles, names=names).write()
        add_validations(book, sheet, page, names)
        add_conditional_formats(sheet, page, styles, names)
    book.close()
    return out.getvalue()
