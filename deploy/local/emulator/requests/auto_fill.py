"""Goes on with the series that cells begin."""

from dataclasses import dataclass
from typing import Final

from deploy.local.emulator import errors
from deploy.local.emulator.cells.locales import locale_of
from deploy.local.emulator.cells.view import View
from deploy.local.emulator.edits.context import Edit, beyond
from deploy.local.emulator.edits.series import Item, NoSeriesError, continuation
from deploy.local.emulator.errors import RequestFault
from deploy.local.emulator.formulas.rewriting import displaced
from deploy.local.emulator.rects import Rect
from deploy.local.emulator.shapes import Json
from deploy.local.emulator.state.grid import Entered, Formula
from deploy.local.emulator.state.sheet import Sheet

KIND = "autoFill"
LIMITS: Final = (
    (
        "AutoFill goes on with numbers and dates at equal steps only, and not with lines that mix "
        "them with other values."
    ),
)


@dataclass(frozen=True)
class _Fill:
    """From where to where cells are filled: down or up (rows), else to the right or left."""

    source: Rect
    target: Rect
    rows: bool


def apply(edit: Edit, body: Json) -> Json:
    """Fill a range from the cells at one of its edges, or from a source given."""
    if ("range" in body) == ("sourceAndDestination" in body):
        raise RequestFault("Exactly one of range and sourceAndDestination must be set.")
    if "range" in body:
        sheet, rect = edit.area(body["range"])
        fill = _detected(sheet, rect)
    else:
        sheet, fill = _given(edit, body["sourceAndDestination"])
    if fill is None:
        return {}
    edit.guard(sheet, fill.target)
    alternate = body.get("useAlternateSeries", False)
    view = View(edit.workbook)
    try:
        for line in _lines(fill):
            _fill_line(edit, view, (sheet, line), alternate=alternate)
    except NoSeriesError:
        raise errors.unimplemented("autoFill of unequal steps or mixed values") from None
    return {}


def _given(edit: Edit, body: Json) -> tuple[Sheet, _Fill | None]:
    sheet, source = edit.area(body.get("source"), "source")
    if body.get("dimension") not in ("ROWS", "COLUMNS"):
        raise RequestFault("No dimension specified.")
    rows, length = body["dimension"] == "ROWS", body.get("fillLength", 0)
    start, end = (source.top, source.bottom) if rows else (source.left, source.right)
    first, last = (end, end + length) if length > 0 else (start + length, start)
    target = (
        Rect(first, source.left, last, source.right)
        if rows
        else Rect(source.top, first, source.bottom, last)
    )
    if first < 0:
        raise RequestFault("fillLength reaches beyond the first row or column.")
    if target.bottom > sheet.rows or target.right > sheet.columns:
        raise RequestFault(beyond(sheet, target))
    return sheet, _Fill(source, target, rows) if length else None


def _detected(sheet: Sheet, rect: Rect) -> _Fill | None:
    places = [(row, column) for row, column, _ in sheet.grid.entered.within(rect)]
    if not places:
        return None
    top, bottom = min(row for row, _ in places), max(row for row, _ in places) + 1
    left, right = min(at for _, at in places), max(at for _, at in places) + 1
    if bottom < rect.bottom and top == rect.top:
        return _Fill(_rows(rect, top, bottom), _rows(rect, bottom, rect.bottom), rows=True)
    if top > rect.top and bottom == rect.bottom:
        return _Fill(_rows(rect, top, bottom), _rows(rect, rect.top, top), rows=True)
    if right < rect.right and left == rect.left:
        return _Fill(_columns(rect, left, right), _columns(rect, right, rect.right), rows=False)
    if left > rect.left and right == rect.right:
        return _Fill(_columns(rect, left, right), _columns(rect, rect.left, left), rows=False)
    return None


def _rows(rect: Rect, start: int, end: int) -> Rect:
    return Rect(start, rect.left, end, rect.right)


def _columns(rect: Rect, start: int, end: int) -> Rect:
    return Rect(rect.top, start, rect.bottom, end)


def _lines(fill: _Fill) -> list[_Fill]:
    """Return the columns (or rows) of a fill, one by one."""
    part = _columns if fill.rows else _rows
    start, end = (
        (fill.source.left, fill.source.right)
        if fill.rows
        else (fill.source.top, fill.source.bottom)
    )
    return [
        _Fill(part(fill.source, at, at + 1), part(fill.target, at, at + 1), fill.rows)
        for at in range(start, end)
    ]


def _cells(rect: Rect) -> list[tuple[int, int]]:
    return [
        (row, column)
        for row in range(rect.top, rect.bottom)
        for column in range(rect.left, rect.right)
    ]


def _fill_line(edit: Edit, view: View, place: tuple[Sheet, _Fill], *, alternate: bool) -> None:
    sheet, line = place
    source = _cells(line.source)
    items = [Item(sheet.grid.entered.get(*cell), view.is_date(sheet, *cell)) for cell in source]
    calendar = locale_of(edit.workbook.locale).calendar
    following = continuation(items, calendar, alternate=alternate)
    axis = 0 if line.rows else 1
    for spot in _cells(line.target):
        distance = spot[axis] - source[0][axis]
        origin = source[distance % len(source)]
        entered: Entered | None = sheet.grid.entered.get(*origin)
        if following is not None:
            entered = following(distance)
        elif isinstance(entered, Formula):
            rows, columns = spot[0] - origin[0], spot[1] - origin[1]
            entered = Formula(displaced(entered.text, edit.decimal, rows, columns))
        edit.workbook.enter(sheet, *spot, entered)
        for layer in (sheet.grid.formats, sheet.grid.rules):
            layer.put(*spot, layer.get(*origin))
