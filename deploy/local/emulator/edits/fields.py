"""The ``fields`` of an update request and how they are applied."""

from deploy.local.emulator import masks
from deploy.local.emulator.discovery.tables import api
from deploy.local.emulator.errors import RequestFault
from deploy.local.emulator.masks import ALL, Mask
from deploy.local.emulator.shapes import Json

MISSING = "At least one field must be listed in 'fields'. (Use '*' to indicate all fields.)"


def read_fields(body: Json, schema: str, root: str = "") -> Mask:
    """Return the mask of a request; ``root`` may stand in front of every name.

    Raises:
        RequestFault: No field is named, or one the schema does not have.
    """
    text = body.get("fields", "")
    if not text.strip():
        raise RequestFault(MISSING)
    mask = masks.parse(text)
    if root and root in mask:
        mask = mask[root]
    try:
        masks.check(mask, api("sheets").fields, schema)
    except masks.MaskError as error:
        raise RequestFault(f"Invalid field: {error.path}") from None
    return mask


def overlay(old: Json, new: Json, mask: Mask) -> Json:
    """Return ``old`` with the masked fields taken from ``new``; what ``new`` lacks goes away."""
    if mask == ALL:
        return new
    result = dict(old)
    for name, below in mask.items():
        item = new.get(name)
        if below and isinstance(item, dict | None):
            item = overlay(result.get(name) or {}, item or {}, below) or None
        _drop_twin(result, name)
        if item is None:
            result.pop(name, None)
        else:
            result[name] = item
    return result


def _drop_twin(result: Json, name: str) -> None:
    """Forget the other spelling of a colour: Google fills both from the one that was set."""
    if name.endswith("ColorStyle"):
        result.pop(name.removesuffix("Style"), None)
    elif name.endswith("Color"):
        result.pop(f"{name}Style", None)
