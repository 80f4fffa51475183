"""Rows: hidden, sorted, inserted, without ids or with those of others."""

from __future__ import annotations

from tests.corpus.damages.base import Expected, Findings, damage, damage_of
from tests.corpus.sheets import Draft, Line


@damage
def hidden(draft: Draft) -> Findings:
    """Rows are hidden by hand or by a filter."""
    sheet = draft["volunteers"]
    for line in sheet.rows[1:4]:
        line.hidden = True
    return [Expected("hidden_rows", sheet)]


@damage
def hidden_empty(draft: Draft) -> Findings:
    """The rows that nobody has filled yet are hidden."""
    for sheet in draft.sheets.values():
        for line in sheet.lines:
            line.hidden = bool(line.cells) and not line.table and line is not sheet.header
    return []


@damage
def sorted_rows(draft: Draft) -> Findings:
    """The rows of all tabs are sorted backwards, ids and all."""
    for sheet in draft.sheets.values():
        sheet.write_out()
        rows = sheet.rows
        places = [sheet.at(each) for each in rows]
        for at, line in zip(places, reversed(rows), strict=True):
            sheet.lines[at] = line
    return []


@damage
def inserted_without_id(draft: Draft) -> Findings:
    """A row is inserted in the middle and typed, without an id."""
    sheet = draft["needs"]
    line = sheet.last.copy()
    line.row_id, line.formulas = "", False
    sheet.type(line, "need_id", None)
    sheet.mean(line, "place", "Nhà văn hóa ấp 2", "Nhà văn hóa ấp 2")
    sheet.above(sheet.rows[1], line)
    return []


@damage
def below_the_last_id(draft: Draft) -> Findings:
    """Rows are typed far below the last row that has an id."""
    sheet = draft["resources"]
    line = sheet.last.copy()
    line.row_id, line.formulas = "", False
    sheet.type(line, "resource_id", None)
    sheet.lines += [*(sheet.text() for _ in range(12)), line]
    return []


@damage
def deleted_id(draft: Draft) -> Findings:
    """The id of a row is deleted."""
    sheet = draft["needs"]
    sheet.type(sheet.last, "need_id", None)
    sheet.last.row_id = ""
    return []


@damage
def all_ids_deleted(draft: Draft) -> Findings:
    """All ids of a tab to which nothing refers are deleted."""
    sheet = draft["resources"]
    for line in sheet.lines:
        if line is not sheet.header and sheet.cell(line, "resource_id") != "VD":
            sheet.type(line, "resource_id", None)
            line.row_id = ""
    return []


@damage
def doubled_id(draft: Draft) -> Findings:
    """A row was copied with its id, and then changed."""
    sheet = draft["needs"]
    line = sheet.last.copy()
    sheet.mean(line, "place", "Nhà văn hóa ấp 2", "Nhà văn hóa ấp 2")
    sheet.below(sheet.last, line)
    return [Expected("duplicate_id", sheet, line)]


@damage_of("706")
def id_of_another_unit(draft: Draft) -> Findings:
    """A row was pasted from another unit's workbook, id and all."""
    sheet = draft["resources"]
    other = draft.others["705"]["resources"]
    cells = {name: other.cell(other.last, name) for name in sheet.columns}
    line = Line([cells[name] for name in sheet.columns], "resources", other.last.row_id)
    line.meaning = other.last.meaning
    sheet.type(line, "commune", None)
    sheet.mean(line, "commune", "Xã Tân Hà", "25519")
    sheet.below(sheet.last, line)
    return [Expected("duplicate_id", sheet, line)]


@damage
def retyped_id(draft: Draft) -> Findings:
    """An id was typed again, in small letters and with spaces around."""
    sheet = draft["needs"]
    sheet.type(sheet.last, "need_id", f" {sheet.last.row_id.lower()} ")
    return []


@damage
def joined_cells(draft: Draft) -> Findings:
    """The type of two resources is one cell over both rows, of which only the upper one has it."""
    sheet = draft["resources"]
    upper, lower = sheet.rows[:2]
    sheet.type(lower, "resource_type", None)
    at = sheet.column("resource_type")
    sheet.joined.append((upper, 2, at, at + 1))
    return [Expected("missing", sheet, lower, "resource_type")]


@damage
def text_for_an_id(draft: Draft) -> Findings:
    """A name was pasted over the id of a row."""
    sheet = draft["resources"]
    line = sheet.last
    sheet.type(line, "resource_id", "Phòng họp")
    line.row_id = "Phòng họp"
    return []


@damage
def example_filled_in(draft: Draft) -> Findings:
    """Somebody has typed over the example row: it stays an example."""
    sheet = draft["volunteers"]
    line = sheet.last.copy()
    line.table, line.formulas = "", False
    sheet.type(line, "volunteer_id", "VD")
    sheet.below(sheet.header, line)
    return []
