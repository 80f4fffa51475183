"""Copies and moves blocks of cells."""

from dataclasses import dataclass
from typing import Any, Final

from deploy.local.emulator import a1
from deploy.local.emulator.edits.context import Edit
from deploy.local.emulator.edits.pasted_layers import lifted, put_down, turned
from deploy.local.emulator.edits.pasted_rules import copy_conditions
from deploy.local.emulator.edits.references import rewrite_formulas
from deploy.local.emulator.errors import RequestFault
from deploy.local.emulator.formulas.rewriting import relocated
from deploy.local.emulator.rects import Rect
from deploy.local.emulator.state.grid import Layer
from deploy.local.emulator.state.sheet import Sheet

UNCERTAIN: Final = (
    (
        "CopyPaste: a destination whose size is no multiple of the source's takes one copy; cells "
        "beyond the edge enlarge the grid."
    ),
    (
        "CopyPaste and cutPaste: pasting over a part of a merge is refused in our own words; "
        "PASTE_NORMAL, PASTE_FORMAT and PASTE_NO_BORDERS carry conditional formats along as the "
        "editor does."
    ),
    (
        "CutPaste: formulas elsewhere follow the moved cells when formulas move (PASTE_NORMAL, "
        "PASTE_NO_BORDERS, PASTE_FORMULA); named and protected ranges stay where they are."
    ),
)


@dataclass(frozen=True)
class PasteType:
    """What a pasteType takes along: layers of the grid, merges, conditional formats.

    The layer ``values`` means results instead of formulas.
    """

    layers: tuple[str, ...]
    merges: bool = False
    conditions: bool = False
    borders: bool = True


_EVERYTHING = ("entered", "formats", "notes", "rules", "runs")
TYPES: Final = {
    "PASTE_NORMAL": PasteType(_EVERYTHING, merges=True, conditions=True),
    "PASTE_NO_BORDERS": PasteType(_EVERYTHING, merges=True, conditions=True, borders=False),
    "PASTE_VALUES": PasteType(("values",)),
    "PASTE_FORMAT": PasteType(("formats",), conditions=True),
    "PASTE_FORMULA": PasteType(("entered", "runs")),
    "PASTE_DATA_VALIDATION": PasteType(("rules",)),
    "PASTE_CONDITIONAL_FORMATTING": PasteType((), conditions=True),
}
Spot = tuple[Sheet, Rect]


def tiled(source: Rect, target: Rect, *, transpose: bool = False) -> list[Rect]:
    """Return where copies of ``source`` land: repeated where they fit exactly, else one."""
    height, width = source.height, source.width
    if transpose:
        height, width = width, height
    bottom = target.bottom if target.height % height == 0 else target.top + height
    right = target.right if target.width % width == 0 else target.left + width
    return [
        Rect(top, left, top + height, left + width)
        for top in range(target.top, bottom, height)
        for left in range(target.left, right, width)
    ]


def paste(
    edit: Edit,
    source: Spot,
    target: tuple[Sheet, list[Rect]],
    kind: PasteType,
    *,
    cut: bool = False,
    transpose: bool = False,
) -> None:
    """Write what ``kind`` takes of ``source`` into every target; a cut empties the source.

    Raises:
        RequestFault: A target tears a merge apart, or the document gets too big.
        GoogleError: 501 for formulas with relative references that would be transposed.
    """
    sheet, rect = source
    destination, spots = target
    cells = lifted(edit, sheet, rect, kind.layers, transpose=transpose)
    merges = [merge for merge in sheet.merges if kind.merges and rect.covers(merge)]
    if cut:
        _empty(sheet, rect)
    for spot in spots:
        destination.resize(max(destination.rows, spot.bottom), max(destination.columns, spot.right))
        edit.check_size()
        if kind.merges:
            _make_room(destination, spot)
            destination.merges += [turned(one, rect, spot, transpose=transpose) for one in merges]
        if "values" in kind.layers:
            destination.grid.runs.clear(spot)
        offset = (spot.top - rect.top, spot.left - rect.left)
        for name, layer in cells.items():
            put_down(
                edit,
                _layer(destination, name),
                spot,
                layer,
                offset=(0, 0) if cut else offset,
                borders=kind.borders,
            )
    if kind.conditions:
        copy_conditions(edit, source, target, cut=cut, transpose=transpose)
    sheet.dirty = destination.dirty = True
    edit.workbook.restructured()


def _layer(sheet: Sheet, name: str) -> Layer[Any]:
    layer: Layer[Any] = getattr(sheet.grid, "entered" if name == "values" else name)
    return layer


def _empty(sheet: Sheet, rect: Rect) -> None:
    for layer in sheet.grid.layers():
        layer.clear(rect)
    sheet.merges = [merge for merge in sheet.merges if not rect.covers(merge)]


def _make_room(sheet: Sheet, spot: Rect) -> None:
    if any(merge.meets(spot) and not spot.covers(merge) for merge in sheet.merges):
        raise RequestFault(
            "You can't paste over a part of merged cells. Please unmerge them and try again."
        )
    sheet.merges = [merge for merge in sheet.merges if not spot.covers(merge)]


def move_references(edit: Edit, source: Spot, target: Spot) -> None:
    """Let formulas that pointed into a moved range point to its new place."""
    (sheet, rect), (destination, spot) = source, target
    decimal = edit.decimal

    def rewrite(formula: str, own_title: str) -> str:
        return relocated(
            formula,
            decimal,
            own_title=own_title,
            source=(sheet.title, rect),
            target=(a1.quoted(destination.title), spot.top - rect.top, spot.left - rect.left),
        )

    rewrite_formulas(edit.workbook, rewrite)
