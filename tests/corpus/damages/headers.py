"""Header rows: of two rows, misspelt, broken, gone."""

from __future__ import annotations

import unicodedata

from functions.domain.workbook import CellError
from tests.corpus.damages.base import Expected, Findings, damage
from tests.corpus.sheets import Draft, Line, Sheet

_PARTS = {"youth": "Thanh thiếu nhi", "citizens": "Người dân", "officials": "Cán bộ, công chức"}


def _two_rows(sheet: Sheet) -> Line:
    """Give the reports a header of two rows: «Trong đó» over three parts; return the lower row."""
    for name in _PARTS:
        sheet.move_column(name, len(sheet.columns) - 1)
    for name, caption in zip(_PARTS, ("Trong đó", None, None), strict=True):
        sheet.type(sheet.header, name, caption)
    lower = sheet.line(_PARTS)
    sheet.below(sheet.header, lower)
    return lower


@damage
def merged_header(draft: Draft) -> Findings:
    """The header has two rows of merged cells."""
    sheet = draft["reports"]
    _two_rows(sheet)
    first = sheet.column("youth")
    sheet.joined.append((sheet.header, 1, first, first + len(_PARTS)))
    singles = [at for at, name in enumerate(sheet.columns) if name not in _PARTS]
    sheet.joined += [(sheet.header, 2, at, at + 1) for at in singles]
    return []


@damage
def unmerged_header(draft: Draft) -> Findings:
    """The header has two rows, of which a paste has lost the merges."""
    _two_rows(draft["reports"])
    return []


@damage
def shouted_header(draft: Draft) -> Findings:
    """All headers are in capitals and numbered, with line breaks and stars."""
    for sheet in draft.sheets.values():
        for at, cell in enumerate(sheet.header.cells):
            sheet.header.cells[at] = f"{at + 1}. {str(cell).upper()}".replace(" ", "\n", 2) + " (*)"
    return []


@damage
def decomposed_header(draft: Draft) -> Findings:
    """All headers were typed on a Mac, letters and marks apart."""
    for sheet in draft.sheets.values():
        sheet.header.cells = [
            unicodedata.normalize("NFD", str(each)) for each in sheet.header.cells
        ]
    return []


@damage
def header_with_remarks(draft: Draft) -> Findings:
    """Headers say how to fill the column: «Số điện thoại (ghi rõ)», «Số lượt dự kiến (người)»."""
    sheet = draft["needs"]
    sheet.type(sheet.header, "expected_beneficiaries", "Số lượt dự kiến (người)")
    sheet.type(sheet.header, "date_range", "Thời gian dự kiến (dd/mm/yyyy)")
    sheet.type(sheet.header, "contact_phone", "Số điện thoại (ghi rõ)")
    return []


@damage
def header_in_tcvn3(draft: Draft) -> Findings:
    """Headers were typed in .VnTime."""
    sheet = draft["volunteers"]
    for name, caption in {"full_name": "Hä vµ tªn", "birth_year": "N¨m sinh"}.items():
        sheet.type(sheet.header, name, caption)
    return []


@damage
def header_gone_with_metadata(draft: Draft) -> Findings:
    """The header row is deleted; the columns still carry their developer metadata."""
    sheet = draft["resources"]
    sheet.give_metadata()
    sheet.lines.remove(sheet.header)
    return [Expected("header_gone", sheet)]


@damage
def header_gone(draft: Draft) -> Findings:
    """The header row is deleted, and nothing else says what the columns are."""
    sheet = draft["resources"]
    sheet.take_metadata()
    sheet.lines.remove(sheet.header)
    return [Expected("header_missing", sheet)]


@damage
def header_among_the_rows(draft: Draft) -> Findings:
    """The whole sheet was sorted, and the header with it: rows stand above it."""
    sheet = draft["resources"]
    sheet.lines.remove(sheet.header)
    sheet.below(sheet.rows[1], sheet.header)
    return []


@damage
def header_among_rows_without_ids(draft: Draft) -> Findings:
    """The whole sheet was sorted with its header, and its rows have no ids."""
    sheet = draft["resources"]
    sheet.lines.remove(sheet.header)
    sheet.below(sheet.rows[1], sheet.header)
    for line in sheet.rows:
        sheet.type(line, "resource_id", None)
        line.row_id = ""
    return []


@damage
def broken_header_with_metadata(draft: Draft) -> Findings:
    """A header cell shows a formula's error; its column carries developer metadata."""
    sheet = draft["needs"]
    sheet.give_metadata()
    sheet.type(sheet.header, "commune", CellError("#REF!"))
    column = sheet.column("commune")
    return [Expected("column_renamed", sheet, sheet.header, column=column)]


@damage
def broken_header(draft: Draft) -> Findings:
    """The header cell of a column that may be left out shows a formula's error."""
    sheet = draft["needs"]
    sheet.take_metadata()
    sheet.mean(sheet.last, "place", "Nhà văn hóa ấp 4", "Nhà văn hóa ấp 4")
    sheet.type(sheet.header, "place", CellError("#NAME?"))
    column = sheet.column("place")
    filled = next(each for each in sheet.rows if str(sheet.cell(each, "place") or "").strip())
    sheet.forgotten.add("place")
    return [
        Expected("column_gone", sheet, field="place"),
        Expected("unlabelled_column", sheet, filled, column=column),
    ]
