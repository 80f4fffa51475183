"""One activity that two units, or two teams of one unit, both report would be counted twice."""

from __future__ import annotations

from collections.abc import Iterator

from functions.domain.findings import Finding
from functions.tables.converters.base import show_number
from functions.tables.frames import Row, Tables

CODES = ("joint_activity",)


def find(tables: Tables) -> Iterator[Finding]:
    """Yield reports that agree with another one in place, days, a topic and people helped.

    Of several others, the first one is named.
    """
    alike: dict[tuple[str, int], list[Row]] = {}
    for row in tables.rows("reports"):
        if row["beneficiaries"]:
            alike.setdefault((row["commune"], row["beneficiaries"]), []).append(row)
    for rows in alike.values():
        for row in rows:
            other = next((each for each in rows if _is_joint(row, each)), None)
            if other:
                place = tables.place("reports", row, "beneficiaries")
                other_id = str(other["row_id"])
                data = {"other": other_id, "unit": tables.unit_name(str(other["owner"]))}
                shown = show_number(row["beneficiaries"])
                yield Finding("joint_activity", place, shown, data, subject=other_id)


def _is_joint(one: Row, other: Row) -> bool:
    """Say whether two rows may be one activity; what a team repeats is no joint activity."""
    if (one["owner"], one["team"]) == (other["owner"], other["team"]):
        return False
    meeting = one["date_range"].meets(other["date_range"])
    return bool(meeting) and not set(one["topics"]).isdisjoint(other["topics"])
