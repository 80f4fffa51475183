"""The rows of an input tab: an example, then numbered rows with their formulas."""

from __future__ import annotations

from collections.abc import Mapping

from functions.ports import Request
from functions.writers import style
from functions.writers.a1 import column_letters, quoted
from functions.writers.diff import runs
from functions.writers.layout.ranges import format_range, grid_range, write_cells
from functions.writers.layout.tabs import first_row, header_row, row_count, sheet_id
from sheets_schema.model import Field, FilledBy, Schema, Table, TableKind


def columns(schema: Schema, table: Table) -> list[Request]:
    """Return the requests that give every column of a tab its number format and colour."""
    return [
        format_range(
            grid_range(
                sheet_id(table),
                rows=(header_row(table) + 1, row_count(table, len(schema.settings))),
                columns=(index, index + 1),
            ),
            _column_format(table, each),
        )
        for index, each in enumerate(table.fields)
    ]


def numbered(schema: Schema, table: Table, unit: str) -> list[Request]:
    """Return the requests that write the example row and the numbered rows of an input tab."""
    if table.kind is not TableKind.INPUT or not table.prefix:
        return []
    top = first_row(table)
    requests = [_example(schema, table)]
    for index, each in enumerate(table.fields):
        if each.kind == "id":
            cells = [
                {"userEnteredValue": {"stringValue": table.row_id(unit, number)}}
                for number in range(1, table.rows + 1)
            ]
        elif each.filled_by is FilledBy.FORMULA:
            cells = [
                {"userEnteredValue": {"formulaValue": formula(schema, table, each, top + offset)}}
                for offset in range(table.rows)
            ]
        else:
            continue
        block: list[list[Mapping[str, object]]] = [[cell] for cell in cells]
        requests.append(write_cells(sheet_id(table), top, index, block, "userEnteredValue"))
    return requests


def formula(
    schema: Schema, table: Table, field: Field, row: int, at: Mapping[str, int] | None = None
) -> str:
    """Return the formula of a status or note cell in a zero-based row.

    `at` says where the columns stand now, by name; without it, where a new tab has them.
    It looks the row's id up among what is open in the robot's list of findings, so it stays right
    wherever the row goes. Arguments are separated by `;`, which every locale understands.
    """
    findings = schema.table(table.book, "findings")

    def column(name: str) -> str:
        letters = column_letters(findings.column(name))
        return f"{quoted(findings.title)}!${letters}:${letters}"

    columns = at or {each.name: index for index, each in enumerate(table.fields)}
    row_id = f"${column_letters(columns[table.fields[0].name])}{row + 1}"
    if field.formula == "note":
        where = f"MATCH({row_id};{column('open_row')};0)"
        return f'=IFERROR(INDEX({column("problem")};{where});"")'
    typed = sorted(
        columns[each.name]
        for each in table.fields
        if _typed(each) and each.kind != "id" and each.name in columns
    )
    # Runs, not one span: a column that people moved between may be the formula's own.
    spans = ";".join(
        f"{column_letters(first)}{row + 1}:{column_letters(last)}{row + 1}"
        for first, last in runs(typed)
    )
    labels = schema.lists["severity"]

    def count(severity: str) -> str:
        return (
            f"COUNTIFS({column('open_row')};{row_id};{column('severity')};"
            f'"{labels.label(severity)}")>0'
        )

    words = {name: schema.text(f"status.{name}") for name in ("new", "fix", "review", "accepted")}
    return (
        f'=IF(COUNTA({spans})=0;"";IF({count("error")};"{words["fix"]}";'
        f'IF({count("warning")};"{words["review"]}";'
        f'IF(COUNTIF({column("seen")};{row_id})>0;"{words["accepted"]}";"{words["new"]}"))))'
    )


def _typed(field: Field) -> bool:
    return field.filled_by is FilledBy.PEOPLE


def _example(schema: Schema, table: Table) -> Request:
    cells: list[Mapping[str, object]] = []
    for each in table.fields:
        text = each.example if _typed(each) else ""
        if each.kind == "id":
            text = schema.text("example_row.id")
        cell: dict[str, object] = {
            "userEnteredFormat": style.cell_format(
                italic=True, text=style.EXAMPLE_TEXT, background=style.ROBOT_CELL
            )
        }
        if text:
            cell["userEnteredValue"] = {"stringValue": text}
        cells.append(cell)
    fields = "userEnteredValue,userEnteredFormat"
    return write_cells(sheet_id(table), header_row(table) + 1, 0, [cells], fields)


def _column_format(table: Table, field: Field) -> dict[str, object]:
    number = style.NUMBER_FORMATS.get(field.kind)
    robot = field.filled_by is not FilledBy.PEOPLE and table.kind is not TableKind.ROBOT
    return style.cell_format(
        background=style.ROBOT_CELL if robot else "",
        text=style.MUTED_TEXT if robot else "",
        number=number,
        # A number pushed to the right would touch the text of the next column.
        align="CENTER" if field.kind in style.CENTRED else "",
    )
