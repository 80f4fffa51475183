"""How a workbook looks: what a paste may have wiped and what the night puts back.

It is read with the cells, compared with what the schema says, and never kept in a snapshot.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

Json = Mapping[str, object]
"""A JSON object as Google writes it."""


@dataclass(frozen=True, slots=True)
class Span:
    """Neighbouring cells of one column that share a property: zero-based, `end` exclusive."""

    first: int
    end: int
    value: Json


@dataclass(frozen=True, slots=True)
class Protection:
    """One protected range; `editors` are the addresses that may write there."""

    id: int
    range: Json
    unprotected: tuple[Json, ...] = ()
    editors: frozenset[str] = frozenset()
    warning_only: bool = False
    description: str = ""


@dataclass(frozen=True, slots=True)
class Look:
    """The look of one tab.

    `rules` are the conditional formats in their order. `validations`, `number_formats` and
    `backgrounds` are by zero-based column, from top to bottom; cells without any are in no span.
    `notes` are by zero-based row and column. `filter_views` holds titles, `charts` the
    specification of each chart by its id, `chart_rows` the zero-based row at which it is anchored.
    """

    frozen_rows: int = 0
    frozen_columns: int = 0
    rules: tuple[Json, ...] = ()
    protections: tuple[Protection, ...] = ()
    validations: Mapping[int, tuple[Span, ...]] = field(default_factory=dict)
    number_formats: Mapping[int, tuple[Span, ...]] = field(default_factory=dict)
    backgrounds: Mapping[int, tuple[Span, ...]] = field(default_factory=dict)
    notes: Mapping[tuple[int, int], str] = field(default_factory=dict)
    hidden_columns: frozenset[int] = frozenset()
    filter_views: frozenset[str] = frozenset()
    charts: Mapping[int, Json] = field(default_factory=dict)
    chart_rows: Mapping[int, int] = field(default_factory=dict)
