"""What stands in each tab that the robot writes: one file per tab, listed once.

To add a robot's table, write its columns in `sheets_schema/`, a module here with `TABLE` and
`content(schema, night, unit)`, and list it below.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from functions.writers.tabs import activities, arrivals, chasing, figures, findings, unmet
from functions.writers.tabs.base import TableWriter
from sheets_schema.model import Book

TABLE_WRITERS: Mapping[Book, Sequence[TableWriter]] = {
    "unit": (findings, arrivals),
    "province": (unmet, chasing, activities, findings, figures),
}
