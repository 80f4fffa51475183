"""«Số liệu biểu đồ»: three small tables side by side, which the charts of «Tổng hợp» draw."""

from __future__ import annotations

from itertools import zip_longest

from functions.domain.night import Night, Part
from functions.domain.summarise import UnitProgress
from functions.writers.tabs.base import Content, Row
from functions.writers.words import show_day
from sheets_schema.model import Schema

TABLE = "figures"
PART: Part = "summarize"


def content(schema: Schema, night: Night, unit: str) -> Content:
    """Return units by the rate they have reached, the lowest first; weeks; topics by demand."""
    del unit
    nothing: Row = {}
    tables = (_units(night), _weeks(night), _topics(schema, night))
    info = schema.text(
        "figures_tab.info",
        tab=schema.table("province", "summary").title,
        as_of=show_day(night.today),
    )
    rows = [
        {name: cell for part in parts for name, cell in part.items()}
        for parts in zip_longest(*tables, fillvalue=nothing)
    ]
    return Content(info, rows)


def _units(night: Night) -> list[Row]:
    def key(unit: UnitProgress) -> tuple[bool, float, str]:
        return unit.rate is None, unit.rate or 0.0, unit.code

    return [
        {"unit": each.name, "beneficiaries": each.beneficiaries, "target": each.target}
        for each in sorted(night.summary.units, key=key)
    ]


def _weeks(night: Night) -> list[Row]:
    return [
        {
            "week": f"{each.first:%d/%m}",
            "week_beneficiaries": each.beneficiaries,
            "running": each.running,
        }
        for each in night.summary.weeks
    ]


def _topics(schema: Schema, night: Night) -> list[Row]:
    labels = schema.lists["topics"]
    return [
        {
            "topic": labels.label(each.topic),
            "needs": each.needs,
            "needs_met": each.met,
            "needs_unmet": each.needs - each.met,
        }
        for each in night.summary.demanded
    ]
