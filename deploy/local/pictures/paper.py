"""Puts one tab of a workbook on one sheet of paper and hides the others."""

from __future__ import annotations

from dataclasses import dataclass
from xml.etree import ElementTree as ET

from deploy.local.pictures.archive import MAIN, WORKBOOK, Archive
from functions.writers.a1 import column_letters, quoted

_A3 = "8"
# Column widths stand in the file in digits of Calibri 11, which are seven pixels wide.
_PIXELS_PER_DIGIT = 7
_STYLES = "xl/styles.xml"
# Few machines have Calibri and what stands in for it makes columns a fifth wider. In this font they
# are as wide as on the screen, and a little more: the heights of the rows allow for no longer text.
_STAND_IN = ("Liberation Sans", "10")


@dataclass(frozen=True, slots=True)
class View:
    """What of a tab is shown: its first `rows`, and the columns at these zero-based positions.

    `pixels` is how wide these columns are on a screen.
    """

    title: str
    rows: int
    columns: tuple[int, ...]
    pixels: int
    portrait: bool = False


def column_pixels(archive: Archive, title: str) -> list[int]:
    """Return the widths of a tab's columns in pixels, 0 for hidden ones."""
    return [
        0 if each.get("hidden") == "1" else round(float(each.attrib["width"]) * _PIXELS_PER_DIGIT)
        for each in _columns(archive.tree(archive.tabs()[title]))
    ]


def on_paper(archive: Archive, view: View) -> bytes:
    """Return the workbook so that it prints as one page that shows `view` and nothing else.

    The page is never enlarged: a view that fits A3 is printed in its own size.
    """
    part = archive.tabs()[view.title]
    sheet = archive.tree(part)
    _show_columns(sheet, view)
    _set_page(sheet, view)
    parts = {part: sheet, WORKBOOK: _only(archive, view), _STYLES: _true_widths(archive)}
    return archive.replaced(parts)


def _only(archive: Archive, view: View) -> ET.Element:
    """Return the list of tabs with one of them visible and its print area named."""
    tree = archive.tree(WORKBOOK)
    sheets = _first(tree, "sheets")
    titles = [each.attrib["name"] for each in sheets]
    for each in sheets:
        each.set("state", "visible" if each.attrib["name"] == view.title else "hidden")
    index = str(titles.index(view.title))
    _first(tree, "workbookView").set("activeTab", index)
    names = tree.find(f"{{{MAIN}}}definedNames")
    if names is None:
        names = ET.Element(f"{{{MAIN}}}definedNames")
        tree.insert(list(tree).index(sheets) + 1, names)
    attributes = {"name": "_xlnm.Print_Area", "localSheetId": index}
    area = ET.SubElement(names, f"{{{MAIN}}}definedName", attributes)
    last = column_letters(max(view.columns))
    area.text = f"{quoted(view.title)}!$A$1:${last}${view.rows}"
    return tree


def _true_widths(archive: Archive) -> ET.Element:
    """Return the styles with a default font that makes columns as wide as in the workbook."""
    tree = archive.tree(_STYLES)
    name, size = _STAND_IN
    font = _first(tree, "font")
    _first(font, "name").set("val", name)
    _first(font, "sz").set("val", size)
    return tree


def _show_columns(sheet: ET.Element, view: View) -> None:
    columns = _columns(sheet)
    for index, each in enumerate(columns):
        if index not in view.columns:
            each.set("hidden", "1")
    cols = _first(sheet, "cols")
    cols.clear()
    cols.extend(columns)


def _columns(sheet: ET.Element) -> list[ET.Element]:
    """Return one `col` per column, where the file has one for neighbours of the same width."""
    return [
        ET.Element(each.tag, {**each.attrib, "min": str(number), "max": str(number)})
        for each in _first(sheet, "cols")
        for number in range(int(each.attrib["min"]), int(each.attrib["max"]) + 1)
    ]


def _set_page(sheet: ET.Element, view: View) -> None:
    margins = _first(sheet, "pageMargins")
    for side in margins.attrib:
        margins.set(side, "0")
    _first(sheet, "pageSetUpPr").set("fitToPage", "1")
    page = _first(sheet, "pageSetup")
    page.set("paperSize", _A3)
    page.set("orientation", "portrait" if view.portrait else "landscape")
    page.set("fitToWidth", "1")
    page.set("fitToHeight", "1")
    # What the screen shows, the paper shows as well: grid, letters and numbers, except on pages
    # that are laid out without them.
    if _first(sheet, "sheetView").get("showGridLines") != "0":
        options = ET.Element(f"{{{MAIN}}}printOptions", {"headings": "1", "gridLines": "1"})
        sheet.insert(list(sheet).index(margins), options)


def _first(tree: ET.Element, name: str) -> ET.Element:
    return next(tree.iter(f"{{{MAIN}}}{name}"))
