"""Types the sample campaign into its workbooks, each unit as itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import groupby

from deploy.local.people import OWNER, client_of
from deploy.local.sample import Cell, RenameHeader, Row, SampleCampaign
from functions.domain.records import PROVINCE
from functions.writers.a1 import cell_name, quoted
from functions.writers.layout.tabs import first_row, header_row
from sheets_schema.model import Book, FilledBy, Schema, Table

Block = Mapping[str, object]


def fill(
    schema: Schema,
    sample: SampleCampaign,
    workbooks: Mapping[str, str],
    google: str,
    progress: Callable[[str, int, int], None],
) -> None:
    """Write every row where people would have typed it, one request per workbook."""
    emails = {each.code: each.email for each in sample.units} | {PROVINCE: OWNER}
    for number, (name, tables) in enumerate(sample.books.items(), 1):
        code, book = _book(name)
        data = [
            block
            for table_name, rows in tables.items()
            for block in _blocks(schema.table(book, table_name), rows)
        ]
        if data:
            body = {"valueInputOption": "RAW", "data": data}
            client_of(emails[code], google).values_batch_update(workbooks[code], body)
        progress("fill", number, len(sample.books))
    for edit in sample.edits:
        _rename(schema, edit, workbooks, google)


def _book(name: str) -> tuple[str, Book]:
    return (PROVINCE, "province") if name == "province" else (name, "unit")


def _blocks(table: Table, rows: Sequence[Row]) -> list[Block]:
    """Return one range for each run of neighbouring columns that people fill."""
    if not rows:
        return []
    own = [
        index
        for index, each in enumerate(table.fields)
        if each.filled_by is FilledBy.PEOPLE and each.kind != "id"
    ]
    blocks: list[Block] = []
    for _, run in groupby(enumerate(own), key=lambda pair: pair[1] - pair[0]):
        columns = [index for _, index in run]
        values: list[list[Cell | None]] = [
            [row.get(table.fields[index].name) for index in columns] for row in rows
        ]
        corner = cell_name(first_row(table), columns[0])
        blocks.append({"range": f"{quoted(table.title)}!{corner}", "values": values})
    return blocks


def _rename(schema: Schema, edit: RenameHeader, workbooks: Mapping[str, str], google: str) -> None:
    """Type over a header. Headers are protected, so only the owner can do such a thing."""
    code, book = _book(edit.book)
    table = schema.table(book, edit.table)
    corner = cell_name(header_row(table), table.column(edit.field))
    data = [{"range": f"{quoted(table.title)}!{corner}", "values": [[edit.text]]}]
    client_of(OWNER, google).values_batch_update(
        workbooks[code], {"valueInputOption": "RAW", "data": data}
    )
