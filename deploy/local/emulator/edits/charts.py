"""Chart specifications: what Google takes, and the form it keeps them in."""

from typing import Final

from deploy.local.emulator import errors
from deploy.local.emulator.discovery.oneofs import unions_of
from deploy.local.emulator.edits.chart_sources import chart_data, with_sources
from deploy.local.emulator.edits.colours import with_styles
from deploy.local.emulator.edits.context import Edit
from deploy.local.emulator.errors import RequestFault
from deploy.local.emulator.rects import grid_range
from deploy.local.emulator.shapes import Json
from deploy.local.emulator.state.canonical import tidy

UNCERTAIN: Final = (
    (
        "Charts: the sentences about source ranges of a wrong shape, about axes, domains and 3D "
        "are the local server's own; the rules are those of Google's documentation."
    ),
    (
        "Charts: a basic chart with neither domains nor series is a 500 INTERNAL at Google "
        "(reported by users), here a 400 that says why."
    ),
    (
        "Charts: hiddenDimensionStrategy, fontName, viewWindowOptions and the font of titles are "
        "filled in as in published answers of Google; other defaults Google may add are not known."
    ),
    (
        "Charts: headerCount 0 reads back as not set, like every zero, and then the headers are "
        "guessed; whether Google tells the two apart is not known."
    ),
    "Charts: an open side of a source range is read back closed by the size of the grid.",
    (
        "Charts: a chart whose sources lie on a tab that is deleted loses those domains and "
        "series, as it does (reported) when the columns are deleted."
    ),
)
ONE_OF = (
    "One of basicChart, pieChart, bubbleChart, candelstickChart, histogramChart, or orgChart must "
    "be set on chartSpec."
)
FONT = "Roboto"
_OF_DATA_SOURCES = ("dataSourceChartProperties", "filterSpecs", "sortSpecs")
_DATA_OF_DATA_SOURCES = ("columnReference", "aggregateType", "groupRule")
_SOLID = ("BAR", "COLUMN", "COMBO")
_BASIC_ORDER = ("chartType", "legendPosition", "axis", "domains", "series", "headerCount")


def stored_spec(edit: Edit, spec: Json | None) -> Json:
    """Return a ChartSpec as Google reads it back.

    Raises:
        RequestFault: No kind of chart, or one that does not fit its own rules or the tabs.
        GoogleError: 501 for charts of data sources.
    """
    kind = next((name for name in unions_of("ChartSpec") if name in (spec or {})), None)
    if spec is None or kind is None:
        raise RequestFault(ONE_OF)
    _refuse_data_sources(spec)
    if kind == "basicChart":
        _check_basic(spec[kind])
    _check_counts(spec[kind])

    def closed(source: Json) -> Json:
        sheet, rect = edit.area(source, "sources")
        if 1 not in (rect.height, rect.width):
            raise RequestFault(
                "Exactly one dimension of every source of a ChartSourceRange must have length 1."
            )
        return grid_range(rect, sheet.id)

    dressed = with_styles(tidy(with_sources(spec, closed)))
    return _with_defaults(dressed, kind)


def _refuse_data_sources(spec: Json) -> None:
    for name in _OF_DATA_SOURCES:
        if spec.get(name):
            raise errors.unimplemented(f"ChartSpec.{name}")
    for data in chart_data(spec):
        for name in _DATA_OF_DATA_SOURCES:
            if name in data:
                raise errors.unimplemented(f"ChartData.{name}")


def _check_basic(basic: Json) -> None:
    kind = basic.get("chartType", "BASIC_CHART_TYPE_UNSPECIFIED")
    domains, series = basic.get("domains", []), basic.get("series", [])
    positions = [axis.get("position") for axis in basic.get("axis", [])]
    rules: tuple[tuple[bool, str], ...] = (
        (kind == "BASIC_CHART_TYPE_UNSPECIFIED", "BasicChartSpec.chartType must be set."),
        (not domains and not series, "BasicChartSpec must have at least one domain or series."),
        (len(domains) > 1, "Only a single domain is supported."),
        (
            len(set(positions)) < len(positions),
            "A chart may not have more than one axis per axis position.",
        ),
        (
            bool(basic.get("threeDimensional")) and kind not in _SOLID,
            f"threeDimensional is not supported for charts of type {kind}.",
        ),
    )
    for broken, sentence in rules:
        if broken:
            raise RequestFault(sentence)


def _check_counts(chart: Json) -> None:
    """Refuse domains and series that are cut into different numbers of ranges."""
    counts = {len(data["sourceRange"].get("sources", [])) for data in chart_data(chart)}
    if 0 in counts:
        raise RequestFault("A ChartSourceRange must have at least one source.")
    if len(counts) > 1:
        raise RequestFault(
            "The domain and all series of a chart must have the same number of source ranges."
        )


def _with_defaults(spec: Json, kind: str) -> Json:
    font = spec.get("fontName", FONT)
    strategy = "SKIP_HIDDEN_ROWS_AND_COLUMNS"
    result: Json = {"title": spec["title"]} if "title" in spec else {}
    result[kind] = _ordered(spec[kind], font) if kind == "basicChart" else spec[kind]
    result["hiddenDimensionStrategy"] = spec.get("hiddenDimensionStrategy", strategy)
    for name in ("title", "subtitle"):
        if name in spec:
            result[f"{name}TextFormat"] = {"fontFamily": font, **spec.get(f"{name}TextFormat", {})}
    result["fontName"] = font
    return {**result, **{name: item for name, item in spec.items() if name not in result}}


def _ordered(basic: Json, font: str) -> Json:
    result = {name: basic[name] for name in _BASIC_ORDER if name in basic}
    result |= {name: item for name, item in basic.items() if name not in result}
    if "axis" in result:
        result["axis"] = [_axis(axis, font) for axis in result["axis"]]
    return result


def _axis(axis: Json, font: str) -> Json:
    named = {"format": {"fontFamily": font, **axis.get("format", {})}} if "title" in axis else {}
    return {**axis, **named, "viewWindowOptions": axis.get("viewWindowOptions", {})}
