"""Says of one tab how many rows were read, accepted, set aside, and what the others were."""

from __future__ import annotations

from collections.abc import Sequence

from functions.domain.findings import Tally
from functions.writers.diff import runs
from functions.writers.words import show_count
from sheets_schema.model import Schema

_MOST_RUNS = 8


def sentence(schema: Schema, title: str, tally: Tally) -> str:
    """Return the sum of the rows of the tab `title` in one sentence."""
    count = tally.count
    rows = others = ""
    if tally.set_aside:
        rows = schema.text("findings_tab.tally_rows", rows=show_rows(tally.set_aside))
    if tally.others:
        kinds = ", ".join(
            schema.text(
                "findings_tab.tally_kind",
                count=show_count(len(numbers)),
                kind=schema.text(f"row_kinds.{kind}"),
                rows=show_rows(numbers),
            )
            for kind, numbers in tally.others.items()
        )
        others = schema.text("findings_tab.tally_others", others=kinds)
    return schema.text(
        "findings_tab.tally",
        tab=title,
        read=show_count(count.read),
        accepted=show_count(count.accepted),
        set_aside=show_count(count.set_aside),
        rows=rows,
        others=others,
    )


def show_rows(rows: Sequence[int]) -> str:
    """Write rows, counted from zero and sorted, as people count them; a long list is cut."""
    spans = [
        f"{first + 1}" if first == last else f"{first + 1}–{last + 1}" for first, last in runs(rows)
    ]
    return ", ".join([*spans[:_MOST_RUNS], *(["…"] if len(spans) > _MOST_RUNS else [])])
