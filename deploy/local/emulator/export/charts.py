"""Charts of a document as Excel charts."""

from typing import Any, Final

from deploy.local.emulator.export import chart_looks as looks
from deploy.local.emulator.export.chart_data import ChartCells
from deploy.local.emulator.export.chart_looks import Palette
from deploy.local.emulator.shapes import Json
from deploy.local.emulator.state.sheet import Sheet

UNCERTAIN: Final = (
    (
        "In .xlsx: bubble, candlestick, organisation, histogram, waterfall, treemap and scorecard "
        "charts, stepped areas and combinations of three kinds are left out; Google exports some "
        "of them."
    ),
    (
        "In .xlsx: 3D charts are flat, and subtitles, custom data labels and styles of single "
        "points are left out. Slicers are left out as well."
    ),
)
_KINDS = {"BAR": "bar", "COLUMN": "column", "LINE": "line", "AREA": "area", "SCATTER": "scatter"}
_SUBTYPES = {"STACKED": "stacked", "PERCENT_STACKED": "percent_stacked"}
_STACKABLE = ("bar", "column", "area")
_MOST_KINDS = 2


class ChartWriter:
    """Makes the charts of one document in one XlsxWriter workbook."""

    def __init__(self, book: Any, cells: ChartCells) -> None:  # noqa: ANN401 - no types there
        self._book = book
        self._cells = cells
        self._palette = Palette(cells.workbook.properties)

    def add_to(self, sheet: Sheet, page: Any) -> None:  # noqa: ANN401
        """Put the charts of a tab over its cells, at their places and in their sizes."""
        for chart in sheet.charts:
            made = self.make(chart)
            if made is None:
                continue
            overlay = chart["position"]["overlayPosition"]
            made.set_size({"width": overlay["widthPixels"], "height": overlay["heightPixels"]})
            anchor = overlay["anchorCell"]
            offsets = {
                "x_offset": overlay.get("offsetXPixels", 0),
                "y_offset": overlay.get("offsetYPixels", 0),
                "description": chart["spec"].get("altText", ""),
            }
            row, column = anchor.get("rowIndex", 0), anchor.get("columnIndex", 0)
            page.insert_chart(row, column, made, offsets)

    def make(self, chart: Json) -> Any:  # noqa: ANN401
        """Return the chart in XlsxWriter's form, None when Excel has nothing like it."""
        spec = chart["spec"]
        made = None
        if "basicChart" in spec:
            made = self._basic(spec["basicChart"], spec["fontName"])
        elif "pieChart" in spec:
            made = self._pie(spec["pieChart"], spec["fontName"])
        if made is not None:
            looks.dress(made, spec, self._palette, chart.get("border", {}))
        return made

    def _basic(self, basic: Json, family: str) -> Any:  # noqa: ANN401
        series = [
            (_kind(basic, one), number, one) for number, one in enumerate(basic.get("series", []))
        ]
        kinds = list(dict.fromkeys(kind for kind, _, _ in series))
        if not series or None in kinds or len(kinds) > _MOST_KINDS:
            return None
        # Lines are drawn over columns and areas.
        kinds.sort(key=lambda kind: kind == "line")
        parts = [self._part(basic, kind, series) for kind in kinds]
        if not all(part.series for part in parts):
            return None
        whole = parts[0]
        self._set_axes(parts, basic, family)
        looks.set_legend(whole, basic.get("legendPosition", ""), family)
        if basic.get("interpolateNulls"):
            whole.show_blanks_as("span")
        if len(parts) > 1:
            whole.combine(parts[1])
        return whole

    def _part(
        self, basic: Json, kind: str | None, series: list[tuple[str | None, int, Json]]
    ) -> Any:  # noqa: ANN401
        options: Json = {"type": kind}
        subtype = _SUBTYPES.get(basic.get("stackedType", ""))
        if subtype and kind in _STACKABLE:
            options["subtype"] = subtype
        part = self._book.add_chart(options)
        domains = basic.get("domains", [])
        for own, number, one in series:
            if own == kind:
                added = self._series(basic, domains, one)
                if added is not None:
                    look = looks.series_look(self._palette, str(kind), one, number)
                    part.add_series({**added, **look})
        return part

    def _series(self, basic: Json, domains: list[Json], one: Json) -> Json | None:
        cells, data = self._cells, one.get("series", {})
        if "sourceRange" not in data:
            return None
        headers = cells.headers(data, basic.get("headerCount"))
        values = cells.values(data, headers)
        if values is None:
            return None
        added: Json = {"values": values, "name": cells.name(data, headers)}
        domain = domains[0].get("domain", {}) if domains else {}
        if "sourceRange" in domain:
            added["categories"] = cells.values(domain, headers)
        if one.get("targetAxis") == "RIGHT_AXIS":
            added["y2_axis"] = True
        if basic.get("lineSmoothing"):
            added["smooth"] = True
        return {name: item for name, item in added.items() if item is not None}

    def _set_axes(self, parts: list[Any], basic: Json, family: str) -> None:
        axes = {axis.get("position"): axis for axis in basic.get("axis", [])}
        bottom, left, right = (
            looks.axis_options(self._palette, axes.get(name, {}), family)
            for name in ("BOTTOM_AXIS", "LEFT_AXIS", "RIGHT_AXIS")
        )
        bars = basic["chartType"] == "BAR"
        categories, values = (left, bottom) if bars else (bottom, left)
        categories["major_gridlines"] = {"visible": False}
        values["major_gridlines"] = {"visible": True, "line": {"color": "#CCCCCC"}}
        # Google draws the first bar at the top, Excel at the bottom.
        if bars != any(domain.get("reversed") for domain in basic.get("domains", [])):
            categories |= {"reverse": True, "crossing": "max"}
        parts[0].set_x_axis(bottom)
        parts[0].set_y_axis(left)
        for part in parts:
            part.set_y2_axis(right)

    def _pie(self, pie: Json, family: str) -> Any:  # noqa: ANN401
        cells = self._cells
        if "sourceRange" not in pie.get("series", {}):
            return None
        headers = cells.headers(pie["series"], None)
        values = cells.values(pie["series"], headers)
        if values is None:
            return None
        hole = pie.get("pieHole", 0)
        made = self._book.add_chart({"type": "doughnut" if hole else "pie"})
        if hole:
            made.set_hole_size(min(max(round(hole * 100), 10), 90))
        count = cells.count(pie["series"]) - headers
        points = [{"fill": {"color": self._palette.accent(number)}} for number in range(count)]
        options: Json = {"values": values, "points": points}
        if "sourceRange" in pie.get("domain", {}):
            options["categories"] = cells.values(pie["domain"], headers)
        position = pie.get("legendPosition", "")
        if position == "LABELED_LEGEND":
            labels = {"category": True, "percentage": True, "leader_lines": True}
            options["data_labels"] = {**labels, "position": "outside_end"}
            if hole:
                del options["data_labels"]["position"]
            position = "NO_LEGEND"
        made.add_series({name: item for name, item in options.items() if item is not None})
        looks.set_legend(made, position, family)
        return made


def _kind(basic: Json, series: Json) -> str | None:
    """Return XlsxWriter's type for a series, None when there is none."""
    name = basic["chartType"]
    if name == "COMBO":
        name = series.get("type", "COLUMN")
    return _KINDS.get(name)
