"""More than one table in one tab."""

from __future__ import annotations

from tests.corpus.damages.base import Expected, Findings, damage
from tests.corpus.sheets import Draft, Line, Sheet


def _moved(sheet: Sheet, line: Line, columns: list[str], right: int = 0) -> Line:
    """Return a row of `sheet` as it looks in a block with columns of its own."""
    names = [""] * right + columns
    line.cells = [sheet.cell(line, name) if name else None for name in names]
    line.columns, line.formulas = names, False
    return line


def _caption(sheet: Sheet, columns: list[str]) -> Line:
    return Line([sheet.table.field(name).title if name else None for name in columns])


@damage
def same_table_below(draft: Draft) -> Findings:
    """The last rows stand lower down under a second header with its columns in another order."""
    sheet = draft["needs"]
    sheet.write_out()
    rows = sheet.rows[-2:]
    columns = [*reversed(sheet.columns)]
    for line in rows:
        sheet.lines.remove(line)
        _moved(sheet, line, columns)
    sheet.lines += [sheet.text(), _caption(sheet, columns), *rows]
    return []


@damage
def other_table_below(draft: Draft) -> Findings:
    """Resources are typed below the needs, under a header of their own."""
    sheet, other = draft["needs"], draft["resources"]
    columns = [each.name for each in other.table.fields]
    rows = [_moved(other, line, columns) for line in other.rows[-2:]]
    header = _caption(other, columns)
    for line in rows:
        other.lines.remove(line)
    sheet.lines += [sheet.text(), header, *rows]
    return [Expected("other_table", sheet, header)]


@damage
def other_table_beside(draft: Draft) -> Findings:
    """Resources are typed to the right of the needs, under a header of their own."""
    sheet, other = draft["needs"], draft["resources"]
    columns = [each.name for each in other.table.fields]
    right = len(sheet.columns) + 1
    for line in sheet.lines:
        line.cells += [None] * (right + len(columns) - len(line.cells))
    sheet.header.cells[right:] = _caption(other, columns).cells
    for line, beside in zip(other.rows[-2:], sheet.lines[-2:], strict=True):
        beside.cells[right:] = [other.cell(line, name) for name in columns]
        other.lines.remove(line)
    sheet.columns += [""] * (1 + len(columns))
    sheet.keys += [""] * (1 + len(columns))
    return [Expected("other_table", sheet)]


@damage
def a_title_between(draft: Draft) -> Findings:
    """The rows are in two tables with titles, each with its header, in the same columns."""
    sheet = draft["reports"]
    title = sheet.text("BÁO CÁO ĐỢT 2")
    sheet.above(sheet.last, sheet.text(), title, sheet.text(*sheet.header.cells))
    return [Expected("row_left_out", sheet, title, column=0)]
