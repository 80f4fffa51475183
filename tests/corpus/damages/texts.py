"""Letters: old encodings, broken copies, invisible characters, and cells that hold no text."""

from __future__ import annotations

import html
import unicodedata

from functions.domain.workbook import CellError
from tests.corpus.damages.base import Findings, damage, meant, wrong, wrong_in
from tests.corpus.sheets import Draft

_SENTENCE = "Hướng dẫn người dân Tây Ninh nộp hồ sơ"


@damage
def formula_error(draft: Draft) -> Findings:
    """A required cell shows a formula's error."""
    return wrong(draft, "needs", "expected_beneficiaries", CellError("#REF!"), "sheet_error")


@damage
def formula_error_in_optional_cell(draft: Draft) -> Findings:
    """A cell that may be empty shows a formula's error."""
    return wrong(draft, "resources", "capacity", CellError("#DIV/0!"), "sheet_error")


@damage
def error_typed_as_text(draft: Draft) -> Findings:
    """An error was pasted as the text that it shows."""
    return wrong(draft, "resources", "name", "#VALUE!", "sheet_error")


@damage
def tcvn3(draft: Draft) -> Findings:
    """A text was typed in .VnTime."""
    sheet = draft["reports"]
    cell, value = "Tuyªn truyÒn chuyÓn ®æi sè", "Tuyên truyền chuyển đổi số"
    return meant(sheet, sheet.last, "content", cell, value, "legacy_tcvn3")


@damage
def tcvn3_name(draft: Draft) -> Findings:
    """A person's name was typed in .VnTime."""
    sheet = draft["volunteers"]
    return meant(
        sheet, sheet.last, "full_name", "NguyÔn ThÞ Phóng", "Nguyễn Thị Phúng", "legacy_tcvn3"
    )


@damage
def tcvn3_topics(draft: Draft) -> Findings:
    """A list of topics was typed in .VnTime."""
    sheet = draft["needs"]
    value = ("tin_hoc_van_phong",)
    return meant(sheet, sheet.last, "topics", "Tin häc v¨n phßng", value, "legacy_tcvn3")


@damage
def vni(draft: Draft) -> Findings:
    """A text was typed in VNI-Times."""
    sheet = draft["reports"]
    cell, value = "Ñoäi tình nguyeän ôû Hoøa Thaønh", "Đội tình nguyện ở Hòa Thành"
    return meant(sheet, sheet.last, "result", cell, value, "legacy_vni")


@damage
def mojibake(draft: Draft) -> Findings:
    """A text was copied through a program that took UTF-8 for Windows letters."""
    sheet = draft["reports"]
    clean = "Tây Ninh làm tốt"
    broken = clean.encode().decode("cp1252")
    return meant(sheet, sheet.last, "content", broken, clean, "mojibake")


@damage
def html_entities(draft: Draft) -> Findings:
    """A text was copied from the source of a web page."""
    sheet = draft["reports"]
    cell = "".join(
        f"&#{ord(each)};" if ord(each) > 127 else html.escape(each) for each in _SENTENCE
    )
    return meant(sheet, sheet.last, "content", cell, _SENTENCE, "html_entity")


@damage
def letters_apart(draft: Draft) -> Findings:
    """Letters and their marks were typed apart, as on a Mac, in every text of every tab."""
    for sheet in draft.sheets.values():
        for line in sheet.rows:
            line.cells = [
                unicodedata.normalize("NFD", each) if isinstance(each, str) else each
                for each in line.cells
            ]
    return []


@damage
def hard_spaces(draft: Draft) -> Findings:
    """Spaces that do not break stand in place of spaces, in every text of every tab."""
    for sheet in draft.sheets.values():
        for line in sheet.rows:
            line.cells = [
                each.replace(" ", "\u00a0") if isinstance(each, str) else each
                for each in line.cells
            ]
    return []


@damage
def invisible_characters(draft: Draft) -> Findings:
    """Characters of no width stand in names, numbers and days."""
    for name in ("full_name", "phone", "birth_year", "skills"):
        sheet = draft["volunteers"]
        for line in sheet.rows:
            cell = sheet.cell(line, name)
            if isinstance(cell, str):
                sheet.type(line, name, f"\ufeff{cell[:2]}\u200b{cell[2:]}\u2060")
    return []


@damage
def eth(draft: Draft) -> Findings:
    """An Icelandic letter that looks like Đ was typed for it."""
    sheet = draft["reports"]
    cell, value = "Ðội hướng dẫn ðoàn viên", "Đội hướng dẫn đoàn viên"
    return meant(sheet, sheet.last, "content", cell, value)


@damage
def true_for_text(draft: Draft) -> Findings:
    """A box was ticked where words are asked for: it is read as the mark that people type."""
    sheet = draft["needs"]
    return meant(sheet, sheet.last, "note", True, "x")  # noqa: FBT003 - the cell's value


@damage
def number_for_text(draft: Draft) -> Findings:
    """A number stands where words are asked for."""
    sheet = draft["needs"]
    return meant(sheet, sheet.last, "place", 5, "5")


@damage
def very_long_text(draft: Draft) -> Findings:
    """A whole report of forty pages was pasted into one cell."""
    sheet = draft["reports"]
    return wrong_in(sheet, sheet.last, "content", "Lớp học " * 6_000, "too_long")


@damage
def ditto_in_the_first_row(draft: Draft) -> Findings:
    """«nt» stands in the first row, where there is nothing above."""
    sheet = draft["resources"]
    return wrong_in(sheet, sheet.rows[0], "resource_type", "nt", "no_previous")


@damage
def ditto_with_words(draft: Draft) -> Findings:
    """«nt» has words behind it."""
    sheet = draft["reports"]
    sheet.write_out()
    above, line = sheet.rows[-2:]
    value = above.meaning["partners"]
    return meant(sheet, line, "partners", "nt (buổi chiều)", value, "extra_text")


@damage
def ditto_marks(draft: Draft) -> Findings:
    """All cells of a row that are like those above are marks for «the same»."""
    sheet = draft["reports"]
    sheet.write_out()
    above, line = sheet.rows[-2:]
    for mark, name in zip(('"', "nt", '-"-'), ("limits", "partners", "content"), strict=True):
        sheet.mean(line, name, mark, above.meaning[name])
    return []


@damage
def empty_required_cell(draft: Draft) -> Findings:
    """A required cell is empty."""
    return wrong(draft, "reports", "strengths", None, "missing")


@damage
def dots_in_required_cell(draft: Draft) -> Findings:
    """A required cell holds the dots of a paper form."""
    return wrong(draft, "reports", "result", "……", "missing")
