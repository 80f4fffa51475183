"""Computes formulas that stand in no cell: those of filters."""

from deploy.local.emulator import a1
from deploy.local.emulator.cells.locales import locale_of
from deploy.local.emulator.formulas.outcomes import ErrorValue, Scalar
from deploy.local.emulator.formulas.tokens import tokenize
from deploy.local.emulator.state.grid import Formula
from deploy.local.emulator.state.sheet import Sheet, new_sheet
from deploy.local.emulator.state.workbook import Workbook

_TITLE = "scratch"


def results(
    workbook: Workbook, sheet: Sheet, formulas: list[str]
) -> list[Scalar | ErrorValue | None]:
    """Return what each formula gives as if it stood on ``sheet``; the document stays as it is."""
    if not formulas:
        return []
    title = _TITLE
    while workbook.titled(title) is not None:
        title += "_"
    page = new_sheet(workbook.free_sheet_id(), title, len(formulas), 1)
    decimal = locale_of(workbook.locale).decimal
    for row, formula in enumerate(formulas):
        page.grid.entered.put(row, 0, Formula(_on(sheet, formula, decimal)))
    sheets = [*workbook.sheets, page]
    twin = Workbook(workbook.id, workbook.properties, sheets, workbook.named_ranges)
    twin.calculator.refresh()
    outcomes = [twin.calculator.outcome(page, row, 0) for row in range(len(formulas))]
    return [None if outcome is None else outcome.value for outcome in outcomes]


def _on(sheet: Sheet, formula: str, decimal: str) -> str:
    """Return the formula with the tab's name in front of every reference that lacks one."""
    prefix = f"{a1.quoted(sheet.title)}!"
    tokens = tokenize(formula[1:], decimal)
    texts = [
        prefix + token.text if token.kind == "ref" and token.sheet is None else token.text
        for token in tokens
    ]
    return "=" + "".join(texts)
