"""Shuffles the rows of a range."""

from secrets import SystemRandom

from deploy.local.emulator.edits.blocks import lift
from deploy.local.emulator.edits.context import Edit
from deploy.local.emulator.edits.merges import refuse_vertical
from deploy.local.emulator.shapes import Json

KIND = "randomizeRange"


def apply(edit: Edit, body: Json) -> Json:
    """Put whole rows of a range into a random order."""
    sheet, rect = edit.area(body.get("range"))
    edit.guard(sheet, rect)
    refuse_vertical(sheet, rect)
    rows = [lift(sheet, rect.left, rect.right, row) for row in range(rect.top, rect.bottom)]
    SystemRandom().shuffle(rows)
    for target, row in enumerate(rows, rect.top):
        row.lay(edit, sheet, target, rect.left)
    return {}
