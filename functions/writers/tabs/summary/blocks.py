"""Each block with its board: who has registered, whose reports came, in time or late."""

from __future__ import annotations

from collections.abc import Iterator

from functions.domain.night import Night
from functions.writers.page import Styled
from functions.writers.tabs.summary.grid import (
    Line,
    figure_headers,
    flagged,
    header,
    late_flag,
    named,
    no_units,
)
from sheets_schema.model import Schema

_BOARD_SPAN = 2
_NOT_YET_SPAN = 4
_MISSING_SPAN = 3
_FIGURES = (
    "block_units", "registered", "not_registered_yet",
    "reports_due", "reports_in_time", "reports_late", "reports_missing",
)  # fmt: skip


def lines(schema: Schema, night: Night) -> Iterator[Line]:
    """Yield a line per block and their sum."""
    blocks = night.summary.blocks
    if not blocks:
        yield no_units(schema)
        return
    yield [
        header(schema, "summary.block"),
        header(schema, "summary.board", _BOARD_SPAN),
        *figure_headers(schema, (f"summary.{name}" for name in _FIGURES)),
        header(schema, "summary.who_not_registered", _NOT_YET_SPAN),
        header(schema, "summary.who_misses_reports", _MISSING_SPAN),
    ]
    late = late_flag(night)
    sums = [0] * len(_FIGURES)
    for each in blocks:
        waiting, missing = each.not_registered, each.missing_reports
        figures = (
            len(each.units), len(each.units) - len(waiting), len(waiting),
            each.reports_due, each.reports_in_time, each.reports_late, each.reports_missing,
        )  # fmt: skip
        sums = [before + figure for before, figure in zip(sums, figures, strict=True)]
        yield [
            Styled(each.name, "strong"),
            Styled(each.board, "text", _BOARD_SPAN),
            *_figures(figures, late),
            Styled(named(schema, waiting), late if waiting else "text", _NOT_YET_SPAN),
            Styled(named(schema, missing), "warn" if missing else "text", _MISSING_SPAN),
        ]
    yield [
        Styled(schema.text("summary.total"), "strong"),
        Styled(None, "text", _BOARD_SPAN),
        *(Styled(each, "strong_whole") for each in sums),
    ]


def _figures(figures: tuple[int, ...], late: str) -> Iterator[Styled]:
    flags = {"not_registered_yet": late, "reports_late": "warn", "reports_missing": "warn"}
    for name, figure in zip(_FIGURES, figures, strict=True):
        yield flagged(figure, flags[name]) if name in flags else Styled(figure, "whole")
