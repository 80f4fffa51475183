"""Ways to damage a workbook, one module per family."""

from __future__ import annotations

from tests.corpus.damages import (
    blocks,
    columns,
    consent,
    days,
    declared,
    figures,
    headers,
    layout,
    lists,
    people,
    private,
    references,
    reports,
    rows,
    tabs,
    teams,
    texts,
)
from tests.corpus.damages.base import Damage, damages_in

_FAMILIES = (
    layout,
    headers,
    blocks,
    columns,
    tabs,
    rows,
    texts,
    figures,
    days,
    people,
    lists,
    references,
    consent,
    private,
    teams,
    reports,
    declared,
)

DAMAGES: tuple[Damage, ...] = tuple(each for module in _FAMILIES for each in damages_in(module))
"""Every damage of the corpus."""
