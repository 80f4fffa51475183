"""Every figure is of its own activity: running totals, added up again, would count people twice."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from functions.domain.findings import Finding
from functions.domain.running import looks_added_up
from functions.tables.build import FIGURES
from functions.tables.converters.base import show_number
from functions.tables.folding import folded
from functions.tables.frames import Row, Tables
from functions.tables.words import plain

CODES = ("running_total_words", "repeated_figures", "running_total_series")
_TEXTS = ("activity", "content", "result")
_FEWEST_EQUAL = 3
# Words that speak of a sum by themselves, and words that do so beside a number.
_SUM = re.compile(r"\b(?:lu[iy] ke|cong don|cong gop|tinh don)\b")
_SINCE = re.compile(
    r"\b(?:tu (?:dau|khi bat dau|luc bat dau) (?:chien dich|dot|he|mua he|nam)"
    r"|tu (?:ngay|khi|luc) ra quan|tinh (?:den|toi) (?:nay|het|ngay|thoi diem|cuoi|thang)"
    r"|den nay|den thoi diem (?:nay|hien tai)|tu truoc (?:den|toi) (?:nay|gio))\b"
)
_DENIED = re.compile(r"\b(?:khong|chua|chang)(?: (?:phai|duoc|tinh|co|la|ghi|so))*\s*$")
_DATE = re.compile(
    r"(?:\bngay )?\d{1,2}\s?[/.-]\s?\d{1,2}(?:\s?[/.-]\s?\d{4})?(?!\d)"
    r"|\bngay \d{1,2}|\bthang \d{1,2}|\bnam \d{4}"
)
_NUMBER = re.compile(r"\d{1,3}(?:\.\d{3})+(?!\d)|\d+")


def find(tables: Tables) -> Iterator[Finding]:
    """Yield reports that say so in words, repeat the one before, or end a series of sums.

    The reports of a team are compared in the order of their days.
    """
    teams: dict[object, list[Row]] = {}
    for row in tables.rows("reports"):
        teams.setdefault(row["team"], []).append(row)
        name = next((each for each in _TEXTS if _speaks_of_a_sum(row, str(row[each] or ""))), "")
        if name:
            yield Finding("running_total_words", tables.place("reports", row, name))
    for rows in teams.values():
        rows.sort(key=lambda row: (row["date_range"].last, row["report_date"], row["row_id"]))
        for before, row in pairwise(rows):
            if _repeats(before, row):
                place, other = tables.place("reports", row, "beneficiaries"), str(before["row_id"])
                shown = show_number(row["beneficiaries"])
                yield Finding("repeated_figures", place, shown, {"other": other}, subject=other)
        if _adds_up(rows):
            place = tables.place("reports", rows[-1], "beneficiaries")
            data = {"first": str(rows[0]["row_id"]), "count": str(len(rows))}
            yield Finding("running_total_series", place, show_number(_total(rows[-1])), data)


def _speaks_of_a_sum(row: Row, text: str) -> bool:
    """Say whether a text calls the report's figure a sum, and not only some other number."""
    words = folded(text)
    if not _total(row) or not (_SUM.search(words) or _SINCE.search(words)):
        return False
    numbers = [
        (match.start(), int(match[0].replace(".", "")))
        for match in _NUMBER.finditer(_DATE.sub(lambda date: " " * len(date[0]), words))
    ]
    for match in (*_SUM.finditer(words), *(_SINCE.finditer(words) if numbers else ())):
        # «Tỉnh đến ngày …» and «tính đến ngày …» differ in the tone alone.
        is_place = text[match.start() :].lower().startswith("tỉnh")
        if is_place or _DENIED.search(words[: match.start()]):
            continue
        after = [number for at, number in numbers if at > match.start()]
        before = [number for at, number in numbers if at < match.start()]
        summed = (after or before[::-1] or [0])[0]
        if summed == _total(row) or _total(row) not in (*before, *after):
            return True
    return False


def _repeats(before: Row, row: Row) -> bool:
    """Say whether all figures are those of the report before: three at least, or one activity."""
    figures = [row[name] or 0 for name in ("beneficiaries", *FIGURES)]
    if not _total(row) or figures != [before[name] or 0 for name in ("beneficiaries", *FIGURES)]:
        return False
    same_activity = row["date_range"] == before["date_range"] and (
        plain(str(row["activity"])) == plain(str(before["activity"]))
    )
    return same_activity or len(figures) - figures.count(0) >= _FEWEST_EQUAL


def _adds_up(rows: Sequence[Row]) -> bool:
    others = [[row[name] for row in rows if row[name] is not None] for name in FIGURES]
    return looks_added_up([_total(row) for row in rows], [each for each in others if each])


def _total(row: Row) -> int:
    return int(row["beneficiaries"])
