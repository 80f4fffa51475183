"""A page: styled cells without fixed columns, written as a whole when a word of it changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from functions.domain.workbook import Tab
from functions.ports import Request
from functions.writers import style
from functions.writers.diff import grow, replace_grid
from functions.writers.values import Out, entered

Styles = Mapping[str, Mapping[str, object]]


def _flags(name: str, *, number: Mapping[str, str] | None, bold: bool) -> Styles:
    """Return a centred style in each of the three colours that judge."""
    colours = {
        "bad": style.ERROR_CELL,
        "warn": style.WARNING_CELL,
        "good": style.ACCEPTED_CELL,
    }
    return {
        f"{flag}_{name}": style.cell_format(
            background=colour, number=number, align="CENTER", bold=bold
        )
        for flag, colour in colours.items()
    }


STYLES: Styles = {
    "title": style.cell_format(bold=True, size=16, text=style.SECTION),
    "stamp": style.cell_format(italic=True, text=style.MUTED_TEXT),
    "alert": style.cell_format(bold=True, text="#b3261e"),
    "section": style.cell_format(
        bold=True, size=12, text=style.WHITE, background=style.SECTION, middle=True
    ),
    "header": style.cell_format(bold=True, background=style.TABLE_HEADER, middle=True),
    "header_figure": style.cell_format(
        bold=True, background=style.TABLE_HEADER, middle=True, align="CENTER"
    ),
    "text": style.cell_format(),
    "strong": style.cell_format(bold=True),
    "required": style.cell_format(bold=True, text=style.WHITE, background=style.REQUIRED_HEADER),
    "optional": style.cell_format(bold=True, background=style.OPTIONAL_HEADER),
    "robot": style.cell_format(bold=True, text=style.WHITE, background=style.ROBOT_HEADER),
    "new": style.cell_format(background=style.NEW_CELL),
    "whole": style.cell_format(number=style.WHOLE, align="CENTER"),
    "strong_whole": style.cell_format(number=style.WHOLE, align="CENTER", bold=True),
    "percent": style.cell_format(number=style.PERCENT, align="CENTER"),
    "strong_percent": style.cell_format(number=style.PERCENT, align="CENTER", bold=True),
    "bad": style.cell_format(background=style.ERROR_CELL),
    "bad_whole": style.cell_format(
        background=style.ERROR_CELL, number=style.WHOLE, align="CENTER", bold=True
    ),
    "warn": style.cell_format(background=style.WARNING_CELL),
    "warn_whole": style.cell_format(
        background=style.WARNING_CELL, number=style.WHOLE, align="CENTER"
    ),
    "good": style.cell_format(background=style.ACCEPTED_CELL),
    "bar": style.cell_format(text=style.SECTION),
    "centred": style.cell_format(align="CENTER"),
    **_flags("centred", number=None, bold=False),
    **_flags("score", number=style.WHOLE, bold=True),
}
_EMPTY_STYLE = style.cell_format()


@dataclass(frozen=True, slots=True)
class Styled:
    """One cell of a page: what it says, the name of its style, how many columns it covers."""

    value: Out
    style: str = "text"
    span: int = 1


@dataclass(frozen=True, slots=True)
class Page:
    """The cells of a page from its top left corner.

    Rows in `volatile` change every night without news, such as the stamp; they alone are no reason
    to write. `widths` are the columns' in pixels, `chart_row` is the first of the empty rows that
    are left for charts.
    """

    rows: Sequence[Sequence[Styled]]
    widths: Sequence[int]
    volatile: frozenset[int] = frozenset()
    chart_row: int | None = None


def page_requests(tab: Tab, page: Page) -> list[Request]:
    """Return the requests that make `page` the content of `tab`; none when it says so already."""
    quiet = [
        [] if index in page.volatile else [cell.value for cell in _spread(row)]
        for index, row in enumerate(page.rows)
    ]
    if not replace_grid(_without(tab, page.volatile), quiet):
        return []
    return write_page(tab, page)


def write_page(tab: Tab, page: Page) -> list[Request]:
    """Return the requests that write `page` over whatever `tab` holds."""
    width = max(len(page.widths), *(len(row) for row in tab.rows), 0)
    height = max(len(page.rows), len(tab.rows))
    rows = []
    for index in range(height):
        cells = _spread(page.rows[index]) if index < len(page.rows) else []
        section = bool(cells) and cells[0].style == "section"
        filler = STYLES["section"] if section else _EMPTY_STYLE
        values = [
            {**entered(cell.value), "userEnteredFormat": STYLES[cell.style]} for cell in cells
        ]
        values += [{"userEnteredFormat": filler}] * (width - len(values))
        rows.append({"values": values})
    return [
        *grow(tab, height, width),
        # The whole tab: a range must not cut through cells that people merged.
        {"unmergeCells": {"range": {"sheetId": tab.sheet_id}}},
        {
            "updateCells": {
                "start": {"sheetId": tab.sheet_id, "rowIndex": 0, "columnIndex": 0},
                "rows": rows,
                "fields": "userEnteredValue,userEnteredFormat",
            }
        },
        *(request for index, row in enumerate(page.rows) for request in _merges(tab, index, row)),
    ]


def _spread(row: Sequence[Styled]) -> list[Styled]:
    """Return one cell per column: a cell that covers several is followed by empty ones."""
    return [
        each for cell in row for each in (cell, *([Styled(None, cell.style)] * (cell.span - 1)))
    ]


def _without(tab: Tab, rows: frozenset[int]) -> Tab:
    kept = tuple(() if index in rows else row for index, row in enumerate(tab.rows))
    return Tab(
        tab.sheet_id,
        tab.title,
        tab.index,
        kept,
        row_count=tab.row_count,
        column_count=tab.column_count,
    )


def _merges(tab: Tab, index: int, row: Sequence[Styled]) -> Iterator[Request]:
    column = 0
    for cell in row:
        if cell.span > 1:
            where = {
                "sheetId": tab.sheet_id,
                "startRowIndex": index,
                "endRowIndex": index + 1,
                "startColumnIndex": column,
                "endColumnIndex": column + cell.span,
            }
            yield {"mergeCells": {"range": where, "mergeType": "MERGE_ALL"}}
        column += cell.span
