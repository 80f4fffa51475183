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
        left = [_overlap(covered, rect)]
        for free in protection.get("unprotectedRanges", []):
            left = [part for piece in left for part in _without(piece, sheet.rect(free))]
        if left:
            return True
    return False


def _overlap(one: Rect, other: Rect) -> Rect:
    return Rect(
        max(one.top, other.top),
        max(one.left, other.left),
        min(one.bottom, other.bottom),
        min(one.right, other.right),
    )


def _without(rect: Rect, hole: Rect) -> list[Rect]:
    if not rect.meets(hole):
        return [rect]
    inner = _overlap(rect, hole)
    parts = [
        Rect(rect.top, rect.left, inner.top, rect.right),
        Rect(inner.bottom, rect.left, rect.bottom, rect.right),
        Rect(inner.top, rect.left, inner.bottom, inner.left),
        Rect(inner.top, inner.right, inner.bottom, rect.right),
    ]
    return [part for part in parts if part.height > 0 and part.width > 0]
