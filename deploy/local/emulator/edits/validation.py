"""Data validation rules as Google keeps them."""

from typing import Final

from deploy.local.emulator.edits.boolean_conditions import check
from deploy.local.emulator.edits.condition_types import Purpose
from deploy.local.emulator.edits.context import Edit
from deploy.local.emulator.shapes import Json

UNCERTAIN: Final = (
    (
        "Data validation: writes through the API are never refused by a rule, not even by a "
        "strict one; Google documents strictness for the editor only."
    ),
    (
        "Data validation: the values of a condition read back as they were written (only ranges "
        "are normalised); whether Google rewrites dates and numbers is not known."
    ),
)


def kept_rule(edit: Edit, rule: Json | None) -> Json | None:
    """Return a DataValidationRule as Google keeps it; None when there is none to set.

    Raises:
        RequestFault: Its condition cannot be used for data validation.
    """
    if not rule:
        return None
    kept: Json = {"condition": check(edit, rule.get("condition"), Purpose.VALIDATION)}
    for name in ("inputMessage", "strict", "showCustomUi"):
        if rule.get(name):
            kept[name] = rule[name]
    return kept
