"""Reports: sums, running totals, repetitions, days, places, and reports that say nothing."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from functions.domain.records import Window
from functions.domain.workbook import Cell
from tests.builders import SCHEMA, WINDOW
from tests.corpus.damages.base import Expected, Findings, damage, damage_of, meant
from tests.corpus.sheets import Draft, Line, Sheet

_FIGURES = ("youth", "citizens", "officials", "vneid", "online_services", "epayment")


def _figures(sheet: Sheet, line: Line, **figures: int | None) -> None:
    """Give a report these figures and no others."""
    for name in (*_FIGURES, *figures):
        sheet.mean(line, name, figures.get(name), figures.get(name))


def _on(sheet: Sheet, line: Line, day: date, written: date | None = None) -> None:
    """Let a report be about one day, and written on that day or another."""
    sheet.mean(line, "date_range", f"{day:%d/%m/%Y}", Window(day, day))
    sheet.mean(line, "report_date", f"{written or day:%d/%m/%Y}", written or day)


def _added(draft: Draft, number: int) -> Line:
    """Add a report like the last one, under an id of its own."""
    sheet = draft["reports"]
    sheet.write_out()
    line = sheet.last.copy()
    line.row_id = f"BC-{draft.unit}-{number:03d}"
    sheet.type(line, "report_id", line.row_id)
    sheet.below(sheet.last, line)
    return line


def _total(line: Line) -> int:
    return int(str(line.meaning["beneficiaries"]))


def _expect(sheet: Sheet, line: Line, code: str, name: str = "beneficiaries") -> list[Expected]:
    return [Expected(code, sheet, line, name)]


@damage
def parts_of_another_sum(draft: Draft) -> Findings:
    """The three parts do not add up to the total."""
    sheet, line = draft["reports"], draft["reports"].last
    _figures(sheet, line, youth=1, citizens=1, officials=1)
    return _expect(sheet, line, "parts_do_not_add_up")


@damage
def two_parts_too_large(draft: Draft) -> Findings:
    """Two of the parts are together larger than the total."""
    sheet, line = draft["reports"], draft["reports"].last
    _figures(sheet, line, youth=_total(line), citizens=_total(line))
    return _expect(sheet, line, "parts_exceed_total")


@damage
def part_too_large(draft: Draft) -> Findings:
    """One part is larger than the total."""
    sheet, line = draft["reports"], draft["reports"].last
    _figures(sheet, line, youth=_total(line) + 1)
    return _expect(sheet, line, "part_exceeds_total", "youth")


@damage
def figure_too_large(draft: Draft) -> Findings:
    """More accounts were helped with than people came."""
    sheet, line = draft["reports"], draft["reports"].last
    _figures(sheet, line, vneid=_total(line) + 1)
    return _expect(sheet, line, "figure_exceeds_total", "vneid")


@damage
def running_total_in_words(draft: Draft) -> Findings:
    """A report says that its figure is of the whole time so far."""
    sheet = draft["reports"]
    text = f"Lũy kế đến nay {_total(sheet.last)} lượt người được hướng dẫn"
    return meant(sheet, sheet.last, "result", text, text, "running_total_words")


@damage
def running_totals(draft: Draft) -> Findings:
    """The figures of a team's six reports are the sums so far."""
    sheet = draft["reports"]
    team = sheet.last.meaning["team"]
    for number in range(50, 56):
        _added(draft, number)
    rows = [each for each in sheet.rows if each.meaning["team"] == team]
    for at, line in enumerate(rows):
        _figures(sheet, line, beneficiaries=70 + at * 28 + at % 3 * 3)
        _on(sheet, line, date(2024, 8, 10) + timedelta(days=at))
    return _expect(sheet, rows[-1], "running_total_series")


@damage
def sent_twice(draft: Draft) -> Findings:
    """The same report is typed twice."""
    sheet, line = draft["reports"], _added(draft, 50)
    return _expect(sheet, line, "repeated_figures")


@damage
def two_teams_one_activity(draft: Draft) -> Findings:
    """Two teams of a unit both report what they did together."""
    sheet = draft["reports"]
    first, line = sheet.last, _added(draft, 50)
    sheet.mean(line, "team", f"DH-{draft.unit}-01", f"DH-{draft.unit}-01")
    return [*_expect(sheet, first, "joint_activity"), *_expect(sheet, line, "joint_activity")]


@damage_of("D01")
def two_units_one_activity(draft: Draft) -> Findings:
    """Two units both report what they did together."""
    sheet, other = draft["reports"], draft.others["706"]["reports"]
    line = _added(draft, 50)
    commune = SCHEMA.units.get(str(other.last.meaning["commune"]), WINDOW.first)
    assert commune
    sheet.mean(line, "commune", f"{commune.full_name}, huyện Tân Châu", commune.code)
    for name in ("date_range", "topics", "report_date"):
        sheet.mean(line, name, other.cell(other.last, name), other.last.meaning[name])
    sheet.mean(line, "need", None, None)
    _figures(sheet, line, beneficiaries=_total(other.last))
    return [*_expect(sheet, line, "joint_activity"), *_expect(other, other.last, "joint_activity")]


@damage
def report_of_tomorrow(draft: Draft) -> Findings:
    """A report tells of an activity that has not been yet."""
    sheet, line = draft["reports"], draft["reports"].last
    _on(sheet, line, date(2024, 9, 5))
    return _expect(sheet, line, "report_in_future", "date_range")


@damage
def report_before_activity(draft: Draft) -> Findings:
    """A report was written before its activity."""
    sheet, line = draft["reports"], draft["reports"].last
    _on(sheet, line, date(2024, 8, 20), date(2024, 8, 12))
    return _expect(sheet, line, "report_before_activity", "report_date")


@damage
def before_the_team(draft: Draft) -> Findings:
    """A report is of a day on which its team was not active yet."""
    sheet, line = draft["reports"], draft["reports"].last
    _on(sheet, line, date(2024, 7, 5))
    return _expect(sheet, line, "report_outside_team", "date_range")


@damage_of("710")
def elsewhere(draft: Draft) -> Findings:
    """A report names a need of another commune."""
    sheet, line = draft["reports"], draft["reports"].last
    need = draft["needs"].last
    draft["needs"].mean(need, "commune", "Xã Bàu Đồn", "25666")
    sheet.mean(line, "commune", "Xã Thạnh Đức", "25657")
    sheet.mean(line, "need", need.row_id or None, need.row_id or None)
    return _expect(sheet, line, "report_elsewhere", "commune")


@damage
def says_nothing(draft: Draft) -> Findings:
    """A report is complete and says nothing."""
    sheet, line = draft["reports"], draft["reports"].last
    words: Mapping[str, Cell] = {
        "content": "ok",
        "result": "tốt",
        "partners": "đã thực hiện",
        "strengths": "hoàn thành",
    }
    for name, word in words.items():
        sheet.mean(line, name, word, word)
    return _expect(sheet, line, "empty_report", "content")


@damage
def nobody_came(draft: Draft) -> Findings:
    """A report has a result and nobody whom it was for."""
    sheet, line = draft["reports"], draft["reports"].last
    _figures(sheet, line, beneficiaries=0)
    return _expect(sheet, line, "result_without_people")


@damage
def too_many_for_a_day(draft: Draft) -> Findings:
    """More people came in a day than any place holds."""
    sheet, line = draft["reports"], draft["reports"].last
    for name, words in {"activity": "Lớp tin học", "content": "Soạn thảo văn bản"}.items():
        sheet.mean(line, name, words, words)
    _on(sheet, line, date(2024, 8, 20))
    _figures(sheet, line, beneficiaries=1200)
    return _expect(sheet, line, "many_for_one_day")


@damage
def two_zeros_too_many(draft: Draft) -> Findings:
    """A need has a hundred times as many people as usual."""
    sheet = draft["needs"]
    return meant(sheet, sheet.last, "expected_beneficiaries", "60.000", 60000, "unusual_figure")
