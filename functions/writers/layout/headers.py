"""Header cells: the title, a colour that says who fills the column, a note that says how."""

from __future__ import annotations

from functions.ports import Request
from functions.writers import style
from functions.writers.layout.ranges import write_cells
from functions.writers.layout.tabs import header_row, sheet_id
from functions.writers.words import show_count
from sheets_schema.model import Field, FilledBy, Schema, Table, TableKind


def headers(schema: Schema, table: Table) -> list[Request]:
    """Return the request that writes the header row of a tab."""
    if not table.fields:
        return []
    cells: list[dict[str, object]] = [
        {
            "userEnteredValue": {"stringValue": each.title},
            "note": note(schema, each),
            "userEnteredFormat": _format(table, each),
        }
        for each in table.fields
    ]
    fields = "userEnteredValue,note,userEnteredFormat"
    return [write_cells(sheet_id(table), header_row(table), 0, [list(cells)], fields)]


def note(schema: Schema, field: Field) -> str:
    """Return what the header's note says: meaning, what may be typed, an example."""
    if field.filled_by is not FilledBy.PEOPLE:
        return _lines(field.description, schema.text("header_note.robot"))
    limits = ""
    if field.minimum is not None and field.maximum is not None:
        show = str if field.kind == "birth_year" else show_count
        limits = schema.text(
            "header_note.limits", minimum=show(field.minimum), maximum=show(field.maximum)
        )
    example = schema.text("header_note.example", example=field.example) if field.example else ""
    return _lines(
        field.description,
        schema.text("header_note.required") if field.required else "",
        schema.text(f"kinds.{field.kind}") + ".",
        schema.text("header_note.several") if field.many else "",
        limits,
        example,
    )


def _lines(*parts: str) -> str:
    return "\n".join(part for part in parts if part)


def _format(table: Table, field: Field) -> dict[str, object]:
    if table.kind is TableKind.ROBOT or field.filled_by is not FilledBy.PEOPLE:
        background, text = style.ROBOT_HEADER, style.WHITE
    elif field.required or table.kind is TableKind.LEDGER:
        background, text = style.REQUIRED_HEADER, style.WHITE
    else:
        background, text = style.OPTIONAL_HEADER, style.BLACK
    return style.cell_format(bold=True, background=background, text=text, middle=True)
