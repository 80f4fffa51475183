"""What a team brings along has to do for what it teaches."""

from __future__ import annotations

from collections.abc import Iterator

from functions.domain.findings import Finding
from functions.tables.build import is_over
from functions.tables.frames import Tables

CODES = ("no_computers", "no_equipment")
# Nobody learns these on a telephone; every other topic was taught with telephones alone.
_ON_COMPUTERS = frozenset({"tin_hoc_van_phong", "lap_trinh"})


def find(tables: Tables) -> Iterator[Finding]:
    """Yield teams without any equipment, and teams without computers that teach what needs them."""
    topics = tables.schema.lists["topics"]
    for row in tables.rows("teams"):
        if row["laptops"] or is_over(row):
            continue
        place = tables.place("teams", row, "laptops")
        needing = [topics.label(each) for each in row["topics"] if each in _ON_COMPUTERS]
        if not row["phones"] and not row["software"]:
            yield Finding("no_equipment", place, "0")
        elif needing:
            yield Finding("no_computers", place, "0", {"topics": "; ".join(needing)})
