"""An exported workbook as the parts of its zip, and what stands in its tabs.

The parts are edited in place rather than loaded and saved again, because a round trip through a
spreadsheet library loses charts and some conditional formats.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from posixpath import join
from xml.etree import ElementTree as ET

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_LINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
WORKBOOK = "xl/workbook.xml"
_STRINGS = "xl/sharedStrings.xml"

ET.register_namespace("", MAIN)
ET.register_namespace("r", _LINK)

Grid = list[list[str]]


@dataclass(frozen=True, slots=True)
class Archive:
    """The parts of one workbook by their names in the zip."""

    parts: Mapping[str, bytes]

    def tree(self, name: str) -> ET.Element:
        """Return the root of an XML part; raise KeyError when there is no such part."""
        return ET.fromstring(self.parts[name])  # noqa: S314 - exported by our own server

    def tabs(self) -> dict[str, str]:
        """Return the part of every tab by its title, in the order in which they stand."""
        links = self.tree("xl/_rels/workbook.xml.rels").iter(f"{{{_PACKAGE}}}Relationship")
        targets = {each.attrib["Id"]: each.attrib["Target"] for each in links}
        return {
            each.attrib["name"]: join("xl", targets[each.attrib[f"{{{_LINK}}}id"]])
            for each in self.tree(WORKBOOK).iter(f"{{{MAIN}}}sheet")
        }

    def grid(self, title: str) -> Grid:
        """Return the texts of a tab from A1 on, empty where nothing stands."""
        strings = self._strings()
        rows: Grid = []
        for cell in self.tree(self.tabs()[title]).iter(f"{{{MAIN}}}c"):
            value = cell.findtext(f"{{{MAIN}}}v") or ""
            text = strings[int(value)] if cell.get("t") == "s" else value
            row, column = _position(cell.attrib["r"])
            rows.extend([] for _ in range(row - len(rows) + 1))
            rows[row].extend("" for _ in range(column - len(rows[row]) + 1))
            rows[row][column] = text
        return rows

    def replaced(self, trees: Mapping[str, ET.Element]) -> bytes:
        """Return the zip with some parts written anew."""
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as output:
            for name, content in self.parts.items():
                tree = trees.get(name)
                output.writestr(name, content if tree is None else _written(tree))
        return buffer.getvalue()

    def _strings(self) -> list[str]:
        if _STRINGS not in self.parts:
            return []
        return ["".join(each.itertext()) for each in self.tree(_STRINGS)]


def read_archive(path: Path) -> Archive:
    """Read an xlsx file."""
    with zipfile.ZipFile(path) as file:
        return Archive({name: file.read(name) for name in file.namelist()})


def _written(tree: ET.Element) -> bytes:
    found: bytes = ET.tostring(tree, encoding="UTF-8", xml_declaration=True)
    return found


def _position(name: str) -> tuple[int, int]:
    letters = name.rstrip("0123456789")
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(name[len(letters) :]) - 1, column - 1
