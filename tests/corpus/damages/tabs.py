"""Tabs: renamed, copied, deleted, exchanged, added."""

from __future__ import annotations

from dataclasses import replace

from tests.corpus.damages.base import Expected, Findings, damage
from tests.corpus.sheets import Draft, Sheet


def _copy_of(sheet: Sheet, title: str) -> None:
    """Rename a sheet as Google names a copy, which has no metadata of the original."""
    sheet.title, sheet.sheet_id = title, sheet.sheet_id + 900


@damage
def renamed_with_metadata(draft: Draft) -> Findings:
    """A tab bears another name; its developer metadata is there."""
    sheet = draft["needs"]
    sheet.key, sheet.title = "needs", "Đăng ký đội về xã"
    return [Expected("tab_renamed", sheet)]


@damage
def renamed_in_spelling(draft: Draft) -> Findings:
    """A tab's name has lost its capitals and diacritics, and its metadata."""
    sheet = draft["reports"]
    sheet.key, sheet.title = "", "bao cao"
    return [Expected("tab_renamed", sheet)]


@damage
def copied(draft: Draft) -> Findings:
    """A tab and its copy stand side by side, both with rows."""
    sheet = draft["reports"]
    sheet.key = "reports"
    tab = sheet.tab()
    title = f"Bản sao của {tab.title}"
    draft.extra.append(replace(tab, sheet_id=901, title=title, index=99))
    return [Expected("tab_copied", sheet)]


@damage
def copied_without_metadata(draft: Draft) -> Findings:
    """A tab and a copy «(2)» of it stand side by side, both without metadata."""
    sheet = draft["volunteers"]
    sheet.key = ""
    tab = sheet.tab()
    draft.extra.append(replace(tab, sheet_id=902, title=f"{tab.title} (2)", index=0))
    return [Expected("tab_copied", sheet)]


@damage
def copied_empty(draft: Draft) -> Findings:
    """An empty copy of a tab stands beside it."""
    tab = draft["teams"].tab()
    empty = replace(tab, sheet_id=903, title=f"Copy of {tab.title}", index=9, rows=tab.rows[:1])
    draft.extra.append(replace(empty, formulas={}))
    return []


@damage
def only_the_copy_left(draft: Draft) -> Findings:
    """The original of a copied tab is deleted: all that is left is the copy."""
    sheet = draft["teams"]
    sheet.key = ""
    _copy_of(sheet, f"Bản sao của {sheet.title}")
    return [Expected("tab_renamed", sheet)]


@damage
def deleted(draft: Draft) -> Findings:
    """A tab is deleted."""
    sheet = draft.sheets.pop("resources")
    draft.gone.append(sheet)
    return [Expected("tab_missing", sheet)]


@damage
def exchanged_places(draft: Draft) -> Findings:
    """Two tabs have changed places."""
    needs, reports = draft["needs"], draft["reports"]
    needs.index, reports.index = reports.index, needs.index
    return []


@damage
def exchanged_names(draft: Draft) -> Findings:
    """Two tabs have changed names; their developer metadata is there."""
    needs, reports = draft["needs"], draft["reports"]
    needs.key, reports.key = "needs", "reports"
    needs.title, reports.title = reports.title, needs.title
    return [Expected("tab_renamed", needs), Expected("tab_renamed", reports)]


@damage
def exchanged_names_without_metadata(draft: Draft) -> Findings:
    """Two tabs have changed names, and nothing else says which is which."""
    resources, reports = draft["resources"], draft["reports"]
    for sheet in (resources, reports):
        sheet.key = ""
        sheet.take_metadata()
    resources.title, reports.title = reports.title, resources.title
    lost = [Expected("header_missing", sheet) for sheet in (resources, reports)]
    return [
        *lost,
        Expected("other_table", resources, resources.header),
        Expected("other_table", reports, reports.header),
    ]


@damage
def added(draft: Draft) -> Findings:
    """A tab of the unit's own stands first, with a title like that of a report."""
    tab = draft["reports"].text("Báo cáo nhanh gửi Huyện ủy"), draft["reports"].text("Tổng: 12 lớp")
    sheet = replace(draft["reports"], title="Báo cáo Huyện ủy", key="", keys=[], sheet_id=904)
    sheet.lines, sheet.index = [*tab], 0
    draft.extra.append(sheet.tab())
    return []
