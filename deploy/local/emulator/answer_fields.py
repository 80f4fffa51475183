"""The ``fields`` parameter for methods that do not build their answer through it."""

from deploy.local.emulator import masks
from deploy.local.emulator.context import Context
from deploy.local.emulator.responses.spreadsheets import mask_of
from deploy.local.emulator.routes import Route
from deploy.local.emulator.shapes import Json

_OWN_MASK = "spreadsheets.get"


def apply_fields(context: Context, route: Route, answer: Json) -> Json:
    """Return ``answer`` through the query's mask, for Sheets methods other than get."""
    if route.drive or route.method == _OWN_MASK:
        return answer
    schema = context.api.methods[route.method].response or ""
    shown: Json = masks.apply(mask_of(context, schema), answer)
    return shown
