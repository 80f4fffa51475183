"""Title, locale, time zone and the like of the document."""

from deploy.local.emulator.cells.locales import locale_of
from deploy.local.emulator.edits.context import Edit
from deploy.local.emulator.edits.fields import overlay, read_fields
from deploy.local.emulator.edits.references import rewrite_formulas
from deploy.local.emulator.errors import RequestFault
from deploy.local.emulator.formulas.rewriting import localised
from deploy.local.emulator.shapes import Json

KIND = "updateSpreadsheetProperties"


def apply(edit: Edit, body: Json) -> Json:
    """Change the masked properties; the title is the file's name in Drive as well."""
    mask = read_fields(body, "SpreadsheetProperties")
    workbook = edit.workbook
    new = overlay(workbook.properties, body.get("properties", {}), mask)
    for name in ("title", "locale", "timeZone"):
        if not new.get(name):
            raise RequestFault(f"The {name} cannot be empty.")
    # A mask of * cannot take away what every document has.
    old = locale_of(workbook.locale).decimal
    workbook.properties = {**workbook.properties, **new}
    mark = locale_of(workbook.locale).decimal
    if mark != old:
        rewrite_formulas(workbook, lambda formula, _own: localised(formula, old, mark))
    edit.file.name = new["title"]
    workbook.restructured()
    return {}
