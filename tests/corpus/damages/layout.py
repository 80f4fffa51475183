"""Rows of a form that are no data: titles, sums, groups, notes, signatures, blank lines."""

from __future__ import annotations

from collections.abc import Callable

from functions.domain.workbook import Cell
from tests.corpus.damages.base import Expected, Findings, damage
from tests.corpus.sheets import Draft, Line, Sheet

_FIGURES = {"needs": "expected_beneficiaries", "reports": "beneficiaries"}


def _sum_line(sheet: Sheet, name: str, words: str, rows: list[Line]) -> Line:
    """Return a line that sums rows up, with its words in the field `name`."""
    figure = _FIGURES[sheet.table.name]
    total = sum(int(str(each.meaning[figure])) for each in rows)
    return sheet.line({name: words, figure: total})


def _left_out(sheet: Sheet, line: Line, column: int = 0) -> Expected:
    return Expected("row_left_out", sheet, line, column=column)


def _numbers(sheet: Sheet) -> Callable[[Line], Cell]:
    return lambda line: sheet.at(line) if line.formulas else None


@damage
def title_above(draft: Draft) -> Findings:
    """Lines of a title stand above the header."""
    for sheet in draft.sheets.values():
        sheet.insert(
            0,
            sheet.text("ĐOÀN TNCS HỒ CHÍ MINH"),
            sheet.text(f"DANH SÁCH {sheet.title.upper()}"),
            sheet.text("(Kèm theo Báo cáo số 12-BC/ĐTN ngày 20/8/2024)"),
        )
    return []


@damage
def letterhead_above(draft: Draft) -> Findings:
    """A whole letterhead of fourteen lines, some of them blank, stands above the header."""
    words = ("ĐOÀN TNCS HỒ CHÍ MINH", "BCH HUYỆN ĐOÀN", "***", "Số: 12-BC/ĐTN", "", "BÁO CÁO")
    for sheet in draft.sheets.values():
        sheet.insert(0, *(sheet.text(each or None) for each in (*words, *[""] * 8)))
    return []


@damage
def numbered_columns(draft: Draft) -> Findings:
    """A row «(1) (2) (3)» numbers the columns under every header."""
    for sheet in draft.sheets.values():
        numbers = [f"({at})" for at in range(1, len(sheet.columns) + 1)]
        sheet.below(sheet.header, sheet.text(*numbers))
    return []


@damage
def header_on_every_page(draft: Draft) -> Findings:
    """The header is repeated in the middle of the rows, as on a new page."""
    for sheet in draft.sheets.values():
        sheet.above(sheet.last, sheet.text(*sheet.header.cells))
    return []


@damage
def groups(draft: Draft) -> Findings:
    """Lines such as «II. CÁC XÃ BIÊN GIỚI» head groups of rows."""
    sheet = draft["needs"]
    first, second = sheet.text("I. CÁC XÃ NỘI ĐỊA"), sheet.text("II. CÁC XÃ BIÊN GIỚI")
    sheet.above(sheet.rows[0], first)
    sheet.above(sheet.last, second)
    return [_left_out(sheet, first), _left_out(sheet, second)]


@damage
def group_over_the_width(draft: Draft) -> Findings:
    """The name of a group is one cell over the whole width of the reports."""
    sheet = draft["reports"]
    line = sheet.text("Đợt 1")
    sheet.above(sheet.rows[0], line)
    sheet.joined.append((line, 1, 0, len(sheet.columns)))
    return [_left_out(sheet, line)]


@damage
def sum_at_the_bottom(draft: Draft) -> Findings:
    """«Tổng cộng» stands under the last row, with the sum."""
    sheet = draft["reports"]
    line = _sum_line(sheet, "activity", "Tổng cộng", sheet.rows)
    sheet.below(sheet.last, line)
    return [Expected("subtotal_row", sheet, line, column=sheet.column("activity"))]


@damage
def sum_in_the_middle(draft: Draft) -> Findings:
    """«Cộng mục I» stands between two rows, with the sum so far."""
    sheet = draft["needs"]
    line = _sum_line(sheet, "commune", "Cộng mục I", sheet.rows[:2])
    sheet.below(sheet.rows[1], line)
    return [Expected("subtotal_row", sheet, line, column=sheet.column("commune"))]


@damage
def sum_over_the_ids(draft: Draft) -> Findings:
    """«TỔNG SỐ» is typed into the column of the ids."""
    sheet = draft["reports"]
    line = _sum_line(sheet, "report_id", "TỔNG SỐ", sheet.rows)
    sheet.below(sheet.last, line)
    return [Expected("subtotal_row", sheet, line, column=sheet.column("report_id"))]


@damage
def whole_district(draft: Draft) -> Findings:
    """«Toàn huyện» with the sum stands above the rows of the communes."""
    sheet = draft["needs"]
    line = _sum_line(sheet, "commune", "Toàn huyện", sheet.rows)
    sheet.above(sheet.rows[0], line)
    return [Expected("subtotal_row", sheet, line, column=sheet.column("commune"))]


@damage
def sum_in_a_numbered_row(draft: Draft) -> Findings:
    """«Cộng» is typed into a row that has its id."""
    sheet = draft["needs"]
    line = _sum_line(sheet, "commune", "Cộng", sheet.rows)
    line.cells[sheet.column("need_id")] = f"NC-{draft.unit}-038"
    sheet.below(sheet.last, line)
    return [Expected("subtotal_row", sheet, line, column=sheet.column("commune"))]


@damage
def signatures(draft: Draft) -> Findings:
    """Place, date, offices and names of who signs stand under the rows."""
    sheet = draft["reports"]
    lines = [
        sheet.text(None, "Tây Ninh, ngày 20 tháng 8 năm 2024"),
        sheet.text("NGƯỜI LẬP BIỂU", None, "TM. BAN THƯỜNG VỤ"),
        sheet.text(None, None, "PHÓ BÍ THƯ"),
        sheet.text("(Ký, ghi rõ họ tên)"),
        sheet.text(None, None, "Nguyễn Thanh Phong"),
    ]
    sheet.lines += [sheet.text(), *lines]
    return [_left_out(sheet, line, at) for line, at in zip(lines, (1, 0, 2, 0, 2), strict=True)]


@damage
def notes(draft: Draft) -> Findings:
    """A remark about the table stands under its rows."""
    sheet = draft["resources"]
    line = sheet.text("Ghi chú: số liệu tính đến ngày 15/8/2024")
    sheet.lines.append(line)
    return [_left_out(sheet, line)]


@damage
def blank_rows(draft: Draft) -> Findings:
    """Blank lines stand between all rows."""
    for sheet in draft.sheets.values():
        for line in sheet.rows:
            sheet.above(line, sheet.text())
    return []


@damage
def rows_of_a_paper_form(draft: Draft) -> Findings:
    """Rows of dots, dashes and invisible characters wait for a pen."""
    for sheet in draft.sheets.values():
        dots = sheet.text(*["……"] * len(sheet.columns))
        dashes = sheet.text(None, "-", " ", "\u200b", "_____", "...")
        sheet.lines += [dots, dashes]
    return []


@damage
def numbers_in_advance(draft: Draft) -> Findings:
    """A column «STT» with numbers, also in rows that nobody has filled, is inserted on the left."""
    for sheet in draft.sheets.values():
        sheet.insert_column(0, "STT", _numbers(sheet))
    return []


@damage
def unit_in_every_row(draft: Draft) -> Findings:
    """A column «Đơn vị» that names the unit in every row is inserted."""
    for sheet in draft.sheets.values():
        sheet.insert_column(1, "Đơn vị", lambda _: "Huyện đoàn Tân Biên")
    return []
