"""Columns: renamed, moved, inserted, doubled, deleted."""

from __future__ import annotations

from tests.corpus.damages.base import Expected, Findings, damage
from tests.corpus.sheets import Draft, Sheet


def _with_metadata(sheet: Sheet) -> Sheet:
    sheet.give_metadata()
    return sheet


def _without_metadata(sheet: Sheet) -> Sheet:
    sheet.take_metadata()
    return sheet


def _rename(sheet: Sheet, name: str, caption: str, code: str) -> Expected:
    """Rename a column; expect `code` at its header."""
    sheet.type(sheet.header, name, caption)
    return Expected(code, sheet, sheet.header, column=sheet.column(name))


@damage
def renamed_to_an_alias(draft: Draft) -> Findings:
    """A column bears another name that is known for it."""
    sheet = _without_metadata(draft["needs"])
    sheet.type(sheet.header, "contact_phone", "SĐT")
    sheet.type(sheet.header, "commune", "Địa bàn")
    return []


@damage
def misspelt_with_metadata(draft: Draft) -> Findings:
    """The header of a required column is misspelt; its developer metadata is there."""
    return [_rename(_with_metadata(draft["needs"]), "commune", "Xa, phươgn", "column_renamed")]


@damage
def misspelt_optional(draft: Draft) -> Findings:
    """The header of a column that may be left out is misspelt, and nothing else tells it."""
    sheet = _without_metadata(draft["needs"])
    found = _rename(sheet, "priority", "Mức ưu tiêm", "unknown_header")
    sheet.forgotten.add("priority")
    return [found, Expected("column_gone", sheet, field="priority")]


@damage
def misspelt_required(draft: Draft) -> Findings:
    """The header of a required column is misspelt, and nothing else tells it."""
    sheet = _without_metadata(draft["resources"])
    found = _rename(sheet, "resource_type", "Loại nguồn lựt", "unknown_header")
    return [found, Expected("column_missing", sheet, field="resource_type")]


@damage
def unknown_with_metadata(draft: Draft) -> Findings:
    """A column is called something else altogether; its developer metadata is there."""
    return [_rename(_with_metadata(draft["reports"]), "partners", "Ai giúp?", "column_renamed")]


@damage
def unknown_required(draft: Draft) -> Findings:
    """A required column is called something else altogether, and nothing else tells it."""
    sheet = _without_metadata(draft["reports"])
    found = _rename(sheet, "partners", "Ai giúp?", "unknown_header")
    return [found, Expected("column_missing", sheet, field="partners")]


@damage
def moved_with_metadata(draft: Draft) -> Findings:
    """Columns are moved to the other end; their developer metadata went along."""
    for sheet in draft.sheets.values():
        _with_metadata(sheet).move_column(sheet.columns[2], len(sheet.columns) - 1)
    return []


@damage
def moved(draft: Draft) -> Findings:
    """Columns are moved, the column of the ids to the very end, and only labels tell them."""
    for sheet in draft.sheets.values():
        _without_metadata(sheet).move_column(sheet.columns[0], len(sheet.columns) - 1)
    return []


@damage
def cut_and_pasted(draft: Draft) -> Findings:
    """Two columns were exchanged by cutting and pasting cells: the metadata stayed behind."""
    sheet = _with_metadata(draft["reports"])
    keys = [*sheet.keys]
    sheet.move_column("strengths", sheet.column("limits"))
    sheet.keys = keys
    return []


@damage
def inserted_unknown(draft: Draft) -> Findings:
    """Somebody has added a column of their own, with content."""
    sheet = draft["volunteers"]
    at = sheet.column("phone") + 1
    sheet.insert_column(at, "Cỡ áo", lambda line: "XL" if line.table else None)
    return [Expected("unknown_header", sheet, sheet.header, column=at)]


@damage
def inserted_without_label(draft: Draft) -> Findings:
    """Somebody has written beside the rows, without a header."""
    sheet = draft["volunteers"]
    at = len(sheet.columns)
    sheet.insert_column(at, None, lambda line: "đã gọi" if line is sheet.rows[1] else None)
    return [Expected("unlabelled_column", sheet, sheet.rows[1], column=at)]


@damage
def inserted_empty(draft: Draft) -> Findings:
    """Empty columns stand between the others."""
    for sheet in draft.sheets.values():
        for at in (9, 5, 2):
            sheet.insert_column(at, None, lambda _: None)
    return []


@damage
def doubled_empty(draft: Draft) -> Findings:
    """A column is there twice; the copy is empty."""
    sheet = draft["needs"]
    at = sheet.column("contact_name") + 1
    sheet.insert_column(at, sheet.cell(sheet.header, "contact_name"), lambda _: None)
    return [Expected("column_twice", sheet, sheet.header, column=at)]


@damage
def doubled_full(draft: Draft) -> Findings:
    """A column is there twice, and the copy holds other values."""
    sheet = draft["reports"]
    at = sheet.column("content") + 1
    caption = sheet.cell(sheet.header, "content")
    sheet.insert_column(at, caption, lambda line: "Nội dung cũ" if line.table else None)
    return [Expected("column_twice", sheet, sheet.header, column=at)]


@damage
def deleted_required(draft: Draft) -> Findings:
    """A required column is deleted."""
    sheet = draft["reports"]
    sheet.delete_column("beneficiaries")
    return [Expected("column_missing", sheet, field="beneficiaries")]


@damage
def deleted_optional(draft: Draft) -> Findings:
    """A column that may be left out is deleted."""
    sheet = draft["needs"]
    sheet.delete_column("note")
    return [Expected("column_gone", sheet, field="note")]


@damage
def deleted_ids(draft: Draft) -> Findings:
    """The column of the ids is deleted."""
    sheet = draft["resources"]
    sheet.delete_column("resource_id")
    return [Expected("column_missing", sheet, field="resource_id")]


@damage
def deleted_formulas(draft: Draft) -> Findings:
    """The columns of the robot's formulas are deleted."""
    for sheet in draft.sheets.values():
        sheet.delete_column("status")
        sheet.delete_column("robot_note")
    return []
