"""Header cells: the title, a colour that says who fills the column, a note that says how."""

from __future__ import annotations

from collections.abc import Mapping

from functions.ports import Request
from functions.writers import style as styles
from functions.writers.diff import runs
from functions.writers.layout.ranges import write_cells
from functions.writers.layout.spans import same_colour
from functions.writers.layout.standing import Standing
from functions.writers.words import show_count
from sheets_schema.model import Field, FilledBy, Schema, Table, TableKind


def headers(schema: Schema, standing: Standing, *, relabel: bool) -> Mapping[str, list[Request]]:
    """Return, by aspect, what gives the header cells their titles, notes and colours.

    A title is written where the cell is empty; with `relabel` also over another one.
    """
    table, tab, top = standing.table, standing.tab, standing.header_row
    titles, notes, formats = {}, {}, {}
    for column, each in standing.fields():
        label, style = tab.cell(top, column), _format(table, each)
        if label in (None, "") or (relabel and label != each.title):
            titles[column] = {"userEnteredValue": {"stringValue": each.title}}
        if tab.look.notes.get((top, column), "") != note(schema, each):
            notes[column] = {"note": note(schema, each)}
        have = next(
            (
                span.value
                for span in tab.look.backgrounds.get(column, ())
                if span.first <= top < span.end
            ),
            None,
        )
        if not same_colour(have, style["backgroundColorStyle"]):  # type: ignore[arg-type]
            formats[column] = {"userEnteredFormat": style}
    return {
        "titles": _written(standing, titles, "userEnteredValue"),
        "notes": _written(standing, notes, "note"),
        "formats": _written(standing, formats, "userEnteredFormat"),
    }


def _written(
    standing: Standing, cells: Mapping[int, Mapping[str, object]], fields: str
) -> list[Request]:
    return [
        write_cells(
            standing.sheet_id,
            standing.header_row,
            first,
            [[cells[column] for column in range(first, last + 1)]],
            fields,
        )
        for first, last in runs(sorted(cells))
    ]


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
        background, text = styles.ROBOT_HEADER, styles.WHITE
    elif field.required or table.kind is TableKind.LEDGER:
        background, text = styles.REQUIRED_HEADER, styles.WHITE
    else:
        background, text = styles.OPTIONAL_HEADER, styles.BLACK
    return styles.cell_format(bold=True, background=background, text=text, middle=True)
