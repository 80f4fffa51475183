"""Who may write where: protected ranges."""

from deploy.local.emulator.rects import Rect
from deploy.local.emulator.shapes import Json
from deploy.local.emulator.state.files import OWNER, DriveFile
from deploy.local.emulator.state.sheet import Sheet
from deploy.local.emulator.state.workbook import Workbook


def may_edit(file: DriveFile, protection: Json, user: str) -> bool:
    """Say whether ``user`` may write inside a protected range."""
    if file.rank(user) == OWNER or protection.get("warningOnly"):
        return True
    editors = protection.get("editors", {})
    if editors.get("domainUsersCanEdit") and _domain(user) == _domain(file.owner):
        return True
    return user.lower() in (address.lower() for address in editors.get("users", []))


def _domain(address: str) -> str:
    return address.rpartition("@")[2].lower()


def protected_rect(workbook: Workbook, sheet: Sheet, protection: Json) -> Rect:
    """Return the cells a protection covers on its sheet."""
    named = protection.get("namedRangeId")
    for entry in workbook.named_ranges:
        if named is not None and entry["namedRangeId"] == named:
            return sheet.rect(entry["range"])
    return sheet.rect(protection.get("range", {}))


def blocked(workbook: Workbook, file: DriveFile, user: str, sheet: Sheet, rect: Rect) -> bool:
    """Say whether a protection forbids ``user`` to write somewhere in ``rect``."""
    for protection in sheet.protections:
        if may_edit(file, protection, user):
            continue
        covered = protected_rect(workbook, sheet, protection)
        if not covered.meets(rect):
            continue
        left = [covered.overlap(rect)]
        for free in protection.get("unprotectedRanges", []):
            left = [part for piece in left for part in piece.without(sheet.rect(free))]
        if left:
            return True
    return False
