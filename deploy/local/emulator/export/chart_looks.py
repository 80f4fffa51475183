"""Titles, axes, legend and colours of a chart in XlsxWriter's words."""

from typing import Any

from deploy.local.emulator.export.styles import hex_colour
from deploy.local.emulator.shapes import Json

_LEGENDS = {
    "BOTTOM_LEGEND": "bottom",
    "LEFT_LEGEND": "left",
    "RIGHT_LEGEND": "right",
    "TOP_LEGEND": "top",
}
_DASHES = {
    "DOTTED": "round_dot",
    "MEDIUM_DASHED": "dash",
    "MEDIUM_DASHED_DOTTED": "dash_dot",
    "LONG_DASHED": "long_dash",
    "LONG_DASHED_DOTTED": "long_dash_dot",
}
_SHAPES = {
    "CIRCLE": "circle",
    "DIAMOND": "diamond",
    "STAR": "star",
    "TRIANGLE": "triangle",
    "X_MARK": "x",
    "SQUARE": "square",
}
_LABELS = {
    "CENTER": "center",
    "LEFT": "left",
    "RIGHT": "right",
    "ABOVE": "above",
    "BELOW": "below",
    "INSIDE_END": "inside_end",
    "INSIDE_BASE": "inside_base",
    "OUTSIDE_END": "outside_end",
}
_LABELS_OF = {
    "column": ("center", "inside_end", "inside_base", "outside_end"),
    "bar": ("center", "inside_end", "inside_base", "outside_end"),
    "line": ("center", "left", "right", "above", "below"),
    "scatter": ("center", "left", "right", "above", "below"),
}
_SWITCHES = ("bold", "italic")


class Palette:
    """The colours of a document: those of its theme by name, and the six of series in turn."""

    def __init__(self, properties: Json) -> None:
        theme = properties.get("spreadsheetTheme", {}).get("themeColors", [])
        self._theme = {
            entry["colorType"]: entry.get("color", {}).get("rgbColor", {}) for entry in theme
        }

    def of(self, holder: Json, name: str) -> str | None:
        """Return the colour ``name`` of an object as #RRGGBB, None when it has none."""
        style = holder.get(f"{name}Style", {})
        if "themeColor" in style:
            return hex_colour(self._theme.get(style["themeColor"], {}))
        rgb = style.get("rgbColor", holder.get(name))
        return None if rgb is None else hex_colour(rgb)

    def accent(self, number: int) -> str:
        """Return the colour Google gives to the series with that number, from 0."""
        accents = [name for name in sorted(self._theme) if name.startswith("ACCENT")]
        if not accents:
            return "#4285F4"
        return hex_colour(self._theme[accents[number % len(accents)]])


def font(palette: Palette, text: Json, family: str) -> Json:
    """Return XlsxWriter's font for a TextFormat."""
    found: Json = {"name": text.get("fontFamily", family)}
    found |= {name: bool(text[name]) for name in _SWITCHES if name in text}
    if text.get("fontSize"):
        found["size"] = text["fontSize"]
    colour = palette.of(text, "foregroundColor")
    if colour is not None:
        found["color"] = colour
    return found


def dress(chart: Any, spec: Json, palette: Palette, border: Json) -> None:  # noqa: ANN401
    """Set title, background, border and how hidden cells count."""
    family = spec.get("fontName", "Roboto")
    if spec.get("title"):
        name_font = {"bold": False, "size": 14, **font(palette, spec["titleTextFormat"], family)}
        chart.set_title({"name": plain(spec["title"]), "name_font": name_font})
    else:
        chart.set_title({"none": True})
    background = palette.of(spec, "backgroundColor")
    line = palette.of(border, "color")
    chart.set_chartarea(
        {
            "fill": {"color": background or "#FFFFFF"},
            "border": {"none": True} if line is None else {"color": line},
        }
    )
    if spec.get("hiddenDimensionStrategy") == "SHOW_ALL":
        chart.show_hidden_data()


def plain(text: str) -> str:
    """Return a title that XlsxWriter does not take for a formula."""
    return f" {text}" if text.startswith("=") else text


def set_legend(chart: Any, position: str, family: str) -> None:  # noqa: ANN401
    """Set where the legend stands; where Google chooses, it is at the right."""
    if position == "NO_LEGEND":
        chart.set_legend({"none": True})
    else:
        chart.set_legend({"position": _LEGENDS.get(position, "right"), "font": {"name": family}})


def axis_options(palette: Palette, axis: Json, family: str) -> Json:
    """Return XlsxWriter's options for a BasicChartAxis."""
    options: Json = {"num_font": {"name": family}}
    if axis.get("title"):
        options["name"] = plain(axis["title"])
        options["name_font"] = {"bold": False, **font(palette, axis.get("format", {}), family)}
    window = axis.get("viewWindowOptions", {})
    for name, limit in (("viewWindowMin", "min"), ("viewWindowMax", "max")):
        if name in window:
            options[limit] = window[name]
    return options


def series_look(palette: Palette, kind: str, series: Json, number: int) -> Json:
    """Return colours, line, markers and labels of one series of that kind of chart."""
    colour = palette.of(series, "color") or palette.accent(number)
    style = series.get("lineStyle", {})
    line: Json = {"color": colour, "width": style.get("width", 2)}
    if style.get("type") in _DASHES:
        line["dash_type"] = _DASHES[style["type"]]
    look: Json = {}
    if kind in ("line", "scatter"):
        look["line"] = line if kind == "line" else {"none": True}
        if style.get("type") == "INVISIBLE":
            look["line"] = {"none": True}
        look["marker"] = _marker(kind, series.get("pointStyle", {}), colour)
    else:
        look["fill"] = {"color": colour}
    label = series.get("dataLabel", {})
    if label.get("type") == "DATA":
        look["data_labels"] = _label(kind, label)
    return look


def _marker(kind: str, style: Json, colour: str) -> Json:
    if kind == "line" and not style.get("shape"):
        return {"type": "none"}
    shape = _SHAPES.get(style.get("shape", ""), "circle")
    fill = {"fill": {"color": colour}, "border": {"color": colour}}
    return {"type": shape, "size": int(style.get("size", 7)), **fill}


def _label(kind: str, label: Json) -> Json:
    position = _LABELS.get(label.get("placement", ""))
    known = position in _LABELS_OF.get(kind, ())
    return {"value": True, "position": position} if known else {"value": True}
