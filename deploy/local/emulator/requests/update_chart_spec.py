"""Another specification for a chart."""

from typing import Final

from deploy.local.emulator.edits.charts import stored_spec
from deploy.local.emulator.edits.context import Edit
from deploy.local.emulator.edits.embedded import find_in
from deploy.local.emulator.shapes import Json

KIND = "updateChartSpec"
LIMITS: Final = ("Charts of data sources.",)


def apply(edit: Edit, body: Json) -> Json:
    """Replace the whole specification of a chart; its place stays."""
    chart = find_in(edit, "chart", body.get("chartId", 0))
    chart["spec"] = stored_spec(edit, body.get("spec"))
    return {}
