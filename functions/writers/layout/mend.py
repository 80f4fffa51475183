"""What one tab lacks of what the schema says, aspect by aspect; nothing where nothing is wrong."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from functions.ports import Request
from functions.writers.layout.example import example
from functions.writers.layout.filter_views import filter_views
from functions.writers.layout.formats import formats
from functions.writers.layout.headers import headers
from functions.writers.layout.keys import keys
from functions.writers.layout.lists import lists
from functions.writers.layout.marks import marks
from functions.writers.layout.numbering import numbering
from functions.writers.layout.protection import protections
from functions.writers.layout.rules import mend_rules
from functions.writers.layout.shape import shape
from functions.writers.layout.standing import Standing
from functions.writers.layout.validation import validations
from sheets_schema.model import Schema, TableKind


@dataclass(frozen=True, slots=True)
class Repair:
    """What one aspect of one tab needs: the requests, and what to call it."""

    table: str
    aspect: str
    requests: tuple[Request, ...]


@dataclass(frozen=True, slots=True)
class Occasion:
    """On whose behalf a workbook is mended.

    `unit` is the code in row ids, `communes` are the full names for the unit's dropdown, `robot` is
    the address that may write closed cells; without it protection is left as it is. `relabel` gives
    columns their present titles. `given` are ids of rows that people added, by table and row.
    """

    unit: str
    communes: Sequence[str] = ()
    robot: str = ""
    relabel: bool = False
    given: Mapping[str, Mapping[int, str]] = field(default_factory=dict)


def mend_table(schema: Schema, standing: Standing, occasion: Occasion) -> list[Repair]:
    """Return the repairs of one tab."""
    table = standing.table
    return [
        Repair(table.name, aspect, tuple(requests))
        for aspect, requests in _aspects(schema, standing, occasion)
        if requests
    ]


def _aspects(
    schema: Schema, standing: Standing, occasion: Occasion
) -> Iterator[tuple[str, Iterable[Request]]]:
    table = standing.table
    numbered = numbering(schema, standing, occasion.unit, occasion.given.get(table.name, {}))
    yield "numbering", numbered.requests
    standing = replace(standing, row_count=numbered.row_count)
    if table.kind is TableKind.LISTS:
        yield "lists", lists(schema, standing, occasion.communes)
    yield "formats", formats(standing)
    yield from headers(schema, standing, relabel=occasion.relabel).items()
    yield "example", example(schema, standing)
    yield "dropdowns", validations(schema, standing)
    have = standing.tab.look
    wanted = marks(schema, standing)
    yield "colour rules", mend_rules(standing.sheet_id, wanted, have.rules, standing.row_count)
    yield "shape", shape(schema, standing)
    yield "keys", keys(standing)
    yield (
        "filter views",
        filter_views(
            schema,
            table,
            standing.sheet_id,
            standing.columns,
            standing.header_row,
            standing.row_count,
            have.filter_views,
        ),
    )
    # Protection comes last, so that nothing above depends on who lays the workbook out.
    if occasion.robot:
        yield "protection", protections(schema, standing, occasion.robot)
