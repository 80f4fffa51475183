"""One tab: its grid and everything that hangs on it."""

from dataclasses import dataclass, field

from deploy.local.emulator.rects import Rect, rect_of
from deploy.local.emulator.shapes import Json
from deploy.local.emulator.state.grid import Grid


@dataclass
class Group:
    """A group of rows or columns: ``[start, end)`` at ``depth``."""

    start: int
    end: int
    depth: int
    collapsed: bool = False


@dataclass
class Sheet:
    """One tab. ``properties`` holds Google's SheetProperties without ``index``.

    Whoever changes a sheet sets ``dirty``; only dirty sheets are stored again.
    """

    properties: Json
    grid: Grid = field(default_factory=Grid)
    merges: list[Rect] = field(default_factory=list)
    protections: list[Json] = field(default_factory=list)
    conditional_formats: list[Json] = field(default_factory=list)
    basic_filter: Json | None = None
    filter_views: list[Json] = field(default_factory=list)
    bandings: list[Json] = field(default_factory=list)
    charts: list[Json] = field(default_factory=list)
    slicers: list[Json] = field(default_factory=list)
    tables: list[Json] = field(default_factory=list)
    row_groups: list[Group] = field(default_factory=list)
    column_groups: list[Group] = field(default_factory=list)
    row_properties: dict[int, Json] = field(default_factory=dict)
    column_properties: dict[int, Json] = field(default_factory=dict)
    dirty: bool = True

    @property
    def id(self) -> int:
        """The sheetId."""
        return int(self.properties["sheetId"])

    @property
    def title(self) -> str:
        """The tab's title."""
        return str(self.properties["title"])

    @property
    def is_grid(self) -> bool:
        """Say whether the tab has cells; one that holds nothing but a chart has none."""
        return bool(self.properties["sheetType"] == "GRID")

    @property
    def rows(self) -> int:
        """Number of rows of the grid."""
        return int(self.properties["gridProperties"]["rowCount"])

    @property
    def columns(self) -> int:
        """Number of columns of the grid."""
        return int(self.properties["gridProperties"]["columnCount"])

    @property
    def all(self) -> Rect:
        """Every cell of the grid."""
        return Rect(0, 0, self.rows, self.columns)

    def resize(self, rows: int, columns: int) -> None:
        """Set the size of the grid; cells beyond it are lost."""
        sizes = self.properties["gridProperties"]
        shrinks = rows < self.rows or columns < self.columns
        sizes["rowCount"], sizes["columnCount"] = rows, columns
        if shrinks:
            for layer in self.grid.layers():
                beyond = [
                    (row, column)
                    for row, column, _ in layer.everything()
                    if row >= rows or column >= columns
                ]
                for row, column in beyond:
                    layer.put(row, column, None)

    def rect(self, grid_range: Json) -> Rect:
        """Return the cells of a GridRange on this sheet, open sides filled."""
        return rect_of(grid_range, self.rows, self.columns)

    def groups(self, dimension: str) -> list[Group]:
        """Return the groups of ``ROWS`` or ``COLUMNS``."""
        return self.row_groups if dimension == "ROWS" else self.column_groups

    def dimension_properties(self, dimension: str) -> dict[int, Json]:
        """Return the stored properties of rows or columns by index."""
        return self.row_properties if dimension == "ROWS" else self.column_properties

    def length(self, dimension: str) -> int:
        """Return the number of rows or columns."""
        return self.rows if dimension == "ROWS" else self.columns


def new_object_sheet(sheet_id: int, title: str) -> Sheet:
    """Return a tab for one chart: a grid of no cells, which Google does not show."""
    sizes = {"rowCount": 0, "columnCount": 0}
    return Sheet(
        {"sheetId": sheet_id, "title": title, "sheetType": "OBJECT", "gridProperties": sizes}
    )


def new_sheet(sheet_id: int, title: str, rows: int, columns: int) -> Sheet:
    """Return an empty tab."""
    sizes = {"rowCount": rows, "columnCount": columns}
    return Sheet(
        {"sheetId": sheet_id, "title": title, "sheetType": "GRID", "gridProperties": sizes}
    )
