"""A chart on a tab."""

from typing import Final

from deploy.local.emulator.edits.charts import stored_spec
from deploy.local.emulator.edits.colours import with_styles
from deploy.local.emulator.edits.context import Edit
from deploy.local.emulator.edits.embedded import CHART_SIZE, free_id, placed
from deploy.local.emulator.shapes import Json
from deploy.local.emulator.state.canonical import tidy

KIND = "addChart"
LIMITS: Final = ("Charts of data sources.",)


def apply(edit: Edit, body: Json) -> Json:
    """Add a chart over the cells of a tab, or on a tab of its own."""
    wanted = body.get("chart", {})
    identifier = free_id(edit, wanted.get("chartId"))
    spec = stored_spec(edit, wanted.get("spec"))
    sheet, position = placed(edit, wanted.get("position"), CHART_SIZE)
    chart: Json = {"chartId": identifier, "spec": spec, "position": position}
    if wanted.get("border"):
        chart["border"] = stored_border(wanted["border"])
    sheet.charts.append(chart)
    return {"addChart": {"chart": chart}}


def stored_border(border: Json) -> Json:
    """Return an EmbeddedObjectBorder with its colour in both spellings."""
    stored: Json = with_styles(tidy(border))
    return stored
