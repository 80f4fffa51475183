"""Conditional formats of cells that are copied or moved."""

from deploy.local.emulator.edits.context import Edit
from deploy.local.emulator.edits.pasted_layers import turned
from deploy.local.emulator.edits.references import rewrite_conditions
from deploy.local.emulator.formulas.rewriting import displaced
from deploy.local.emulator.rects import Rect, grid_range
from deploy.local.emulator.shapes import Json
from deploy.local.emulator.state.sheet import Sheet

Spot = tuple[Sheet, Rect]


def copy_conditions(
    edit: Edit, source: Spot, target: tuple[Sheet, list[Rect]], *, cut: bool, transpose: bool
) -> None:
    """Let the conditional formats of ``source`` hold at every target, instead of those there.

    A rule that says the same already gets more ranges; otherwise one is added behind the others.
    """
    (sheet, rect), (destination, spots) = source, target
    found = [
        (rule, [place.overlap(rect) for place in _places(sheet, rule) if place.meets(rect)])
        for rule in sheet.conditional_formats
    ]
    if cut:
        _carve(edit, sheet, rect)
    for spot in spots:
        _carve(edit, destination, spot)
        for rule, parts in found:
            places = [turned(part, rect, spot, transpose=transpose) for part in parts]
            if places:
                _add(edit, destination, _at(edit, rule, sheet, places[0]), places)


def _places(sheet: Sheet, rule: Json) -> list[Rect]:
    return [sheet.rect(one) for one in rule["ranges"]]


def _at(edit: Edit, rule: Json, sheet: Sheet, place: Rect) -> Json:
    """Return a rule without ranges, its formulas as they read at the corner of ``place``."""
    anchor = _places(sheet, rule)[0]

    def rewrite(formula: str, _own: str) -> str:
        return displaced(formula, edit.decimal, place.top - anchor.top, place.left - anchor.left)

    bare = {name: item for name, item in rule.items() if name != "ranges"}
    moved: Json = rewrite_conditions(bare, rewrite, sheet)
    return moved


def _add(edit: Edit, sheet: Sheet, bare: Json, places: list[Rect]) -> None:
    ranges = [grid_range(place, sheet.id) for place in places]
    for position, known in enumerate(sheet.conditional_formats):
        if _at(edit, known, sheet, places[0]) == bare:
            longer = {**known, "ranges": known["ranges"] + ranges}
            sheet.conditional_formats[position] = longer
            return
    sheet.conditional_formats.append({"ranges": ranges, **bare})


def _carve(edit: Edit, sheet: Sheet, hole: Rect) -> None:
    """Take ``hole`` out of the ranges of every rule; a rule without ranges goes away."""
    kept = []
    for rule in sheet.conditional_formats:
        ranges: list[Json] = []
        for one in rule["ranges"]:
            place = sheet.rect(one)
            parts = place.without(hole)
            ranges += [one] if parts == [place] else [grid_range(p, sheet.id) for p in parts]
        if ranges:
            kept.append({"ranges": ranges, **_at(edit, rule, sheet, sheet.rect(ranges[0]))})
    sheet.conditional_formats = kept
