"""Merged cells in the way of requests that move rows."""

from typing import Final

from deploy.local.emulator import a1
from deploy.local.emulator.errors import RequestFault
from deploy.local.emulator.rects import Rect
from deploy.local.emulator.state.sheet import Sheet

UNCERTAIN: Final = (
    (
        "Vertical merges inside a range: deleteDuplicates and randomizeRange refuse them with the "
        "sentence reported for sortRange."
    ),
)


def refuse_vertical(sheet: Sheet, rect: Rect) -> None:
    """Refuse a range whose rows cannot move one by one."""
    for merge in sheet.merges:
        if merge.height > 1 and merge.meets(rect):
            place = a1.range_name("x", merge.top, merge.left, merge.bottom, merge.right)
            raise RequestFault(
                "You can't sort a range containing vertical merges. There is a vertical merge at "
                + place.partition("!")[2]
            )
