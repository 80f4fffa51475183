"""The whole document as .xlsx, as faithful as the format allows."""

import io
from typing import Any

import xlsxwriter

from deploy.local.emulator.cells.locales import locale_of
from deploy.local.emulator.cells.view import View
from deploy.local.emulator.export.chart_data import ChartCells
from deploy.local.emulator.export.chart_looks import Palette
from deploy.local.emulator.export.charts import ChartWriter
from deploy.local.emulator.export.conditional_formats import add_conditional_formats
from deploy.local.emulator.export.names import SheetNames
from deploy.local.emulator.export.operands import Operands
from deploy.local.emulator.export.sheet_cells import SheetCells
from deploy.local.emulator.export.sheet_layout import lay_out, mark_tab
from deploy.local.emulator.export.styles import Styles
from deploy.local.emulator.export.validations import Validations
from deploy.local.emulator.state.sheet import Sheet
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
    operands = Operands(names, locale_of(workbook.locale))
    validations = Validations(book, names, operands)
    palette = Palette(workbook.properties)
    charts = ChartWriter(book, ChartCells(workbook, view, names))
    pages = [(sheet, _page(book, sheet, names, charts)) for sheet in workbook.sheets]
    pages = [(sheet, page) for sheet, page in pages if page is not None]
    visible = [page for sheet, page in pages if not sheet.properties.get("hidden")]
    for page in visible[:1]:
        page.activate()
        page.set_first_sheet()
    for sheet, page in pages:
        if not sheet.is_grid:
            mark_tab(sheet, page)
            continue
        lay_out(workbook, sheet, page, view)
        SheetCells(sheet, page, view, styles, names=names, palette=palette).write()
        validations.add_to(sheet, page)
        add_conditional_formats(sheet, page, styles, operands)
        charts.add_to(sheet, page)
    for _, page in [] if visible else pages[:1]:
        # The only visible tab held a chart that is left out: Excel needs another one.
        page.hidden = 0
    book.close()
    return out.getvalue()


def _page(book: Any, sheet: Sheet, names: SheetNames, charts: ChartWriter) -> Any:  # noqa: ANN401
    """Return the page of a tab; None for a chart of its own that Excel cannot draw."""
    if sheet.is_grid:
        return book.add_worksheet(names.excel(sheet))
    made = [charts.make(chart) for chart in sheet.charts]
    if not made or made[0] is None:
        return None
    page = book.add_chartsheet(names.excel(sheet))
    page.set_chart(made[0])
    return page
