"""Names for the JSON that travels between the layers."""

from typing import Any

Json = dict[str, Any]
"""One JSON object, as Google's API spells it."""

JsonValue = Any
"""Anything JSON can say."""
