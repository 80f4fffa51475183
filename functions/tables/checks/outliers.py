"""Figures far away from what is usual: a zero too many, two figures run together, another unit."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from functions.domain.findings import Finding
from functions.tables.converters.base import show_number
from functions.tables.folding import folded
from functions.tables.frames import Row, Tables

CODES = ("unusual_figure", "many_for_one_day")
_FEWEST_OWN, _FEWEST_IN_PROVINCE = 5, 8
# How many times the usual value, at the least, and how many usual deviations, is far away.
_FACTOR, _DEVIATIONS = 5.0, 3.5
_NORMAL = 1.4826
"""The standard deviation of normal values, as a multiple of their median deviation."""
_MOST_A_DAY = 500
"""People at one activity on one day: the largest that earlier campaigns told of had fewer."""
# What people do online is no event online: «hồ sơ trực tuyến» are filed in a hall.
_ONLINE = re.compile(
    r"(?<!dich vu cong )(?<!ho so )(?<!dvc )(?<!thu tuc )(?<!thanh toan )(?<!ban hang )truc tuyen"
    r"|(?<!ban hang )\bonline|livestream|phat song|facebook|fanpage|tiktok|youtube"
)


@dataclass(frozen=True, slots=True)
class _Figure:
    """One column that is compared; `days` gives the days that a row's figure is spread over."""

    table: str
    field: str
    days: Callable[[Row], int]


@dataclass(frozen=True, slots=True)
class _Usual:
    """Figures as logarithms: the middle one, and how far away from it is far."""

    middle: float
    far: float


_FIGURES = (
    _Figure("reports", "beneficiaries", lambda row: int(row["date_range"].days)),
    _Figure("needs", "expected_beneficiaries", lambda _: 1),
    _Figure("needs", "volunteers_needed", lambda _: 1),
)


def find(tables: Tables) -> Iterator[Finding]:
    """Yield figures far away from the usual ones of the unit and of the province.

    Who has too few figures of its own is compared with the province alone, and where that has too
    few as well nothing is said.
    """
    for figure in _FIGURES:
        rows = [row for row in tables.rows(figure.table) if row[figure.field]]
        units: dict[str, list[float]] = {}
        for row in rows:
            units.setdefault(row["owner"], []).append(_size(row, figure))
        usual = {unit: _usual(sizes, _FEWEST_OWN) for unit, sizes in units.items()}
        everywhere = [size for sizes in units.values() for size in sizes]
        of_province = _usual(everywhere, _FEWEST_IN_PROVINCE)
        for row in rows:
            references = [each for each in (usual[row["owner"]], of_province) if each]
            if figure.table == "reports" and _crowded(row):
                code, data = "many_for_one_day", {"most": str(_MOST_A_DAY)}
            elif references and all(_is_far(_size(row, figure), each) for each in references):
                middle = math.exp(references[0].middle) * figure.days(row)
                code, data = "unusual_figure", {"usual": show_number(float(f"{middle:.2g}"))}
            else:
                continue
            place = tables.place(figure.table, row, figure.field)
            yield Finding(code, place, show_number(row[figure.field]), data)


def _size(row: Row, figure: _Figure) -> float:
    return math.log(row[figure.field] / figure.days(row))


def _usual(sizes: Sequence[float], fewest: int) -> _Usual | None:
    if len(sizes) < fewest:
        return None
    middle = median(sizes)
    deviation = _NORMAL * median(abs(each - middle) for each in sizes)
    return _Usual(middle, max(math.log(_FACTOR), _DEVIATIONS * deviation))


def _is_far(size: float, usual: _Usual) -> bool:
    return abs(size - usual.middle) > usual.far


def _crowded(row: Row) -> bool:
    """Say whether more people came on one day than fit; whoever watches online needs no room."""
    if row["beneficiaries"] <= _MOST_A_DAY * row["date_range"].days:
        return False
    return not any(_ONLINE.search(folded(str(row[each]))) for each in ("activity", "content"))
