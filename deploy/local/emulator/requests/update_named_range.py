"""Changes a named range."""

from deploy.local.emulator.edits.context import Edit
from deploy.local.emulator.edits.fields import read_fields
from deploy.local.emulator.edits.names import check_name, position_of, stored_range
from deploy.local.emulator.edits.references import rewrite_formulas
from deploy.local.emulator.formulas.rewriting import renamed
from deploy.local.emulator.masks import wants
from deploy.local.emulator.shapes import Json

KIND = "updateNamedRange"


def apply(edit: Edit, body: Json) -> Json:
    """Change name or range of a named range."""
    mask = read_fields(body, "NamedRange")
    wanted = body.get("namedRange", {})
    position = position_of(edit, wanted.get("namedRangeId", ""))
    entry = dict(edit.workbook.named_ranges[position])
    if wants(mask, "name"):
        entry["name"] = check_name(edit, wanted.get("name", ""), besides=entry["namedRangeId"])
    if wants(mask, "range"):
        entry["range"] = stored_range(edit, wanted.get("range"))
    _rename(edit, str(edit.workbook.named_ranges[position]["name"]), str(entry["name"]))
    edit.workbook.named_ranges[position] = entry
    edit.workbook.restructured()
    return {}


def _rename(edit: Edit, old: str, new: str) -> None:
    if new != old:
        decimal = edit.decimal
        rewrite_formulas(edit.workbook, lambda text, _own: renamed(text, decimal, old, new))
