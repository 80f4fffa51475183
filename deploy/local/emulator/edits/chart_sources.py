"""The cells a chart draws: walks a ChartSpec and changes its source ranges."""

from collections.abc import Callable, Iterator

from deploy.local.emulator.shapes import Json, JsonValue

Move = Callable[[Json], Json | None]
"""A GridRange to what becomes of it, None when nothing is left."""


def chart_data(value: JsonValue) -> Iterator[Json]:
    """Yield every ChartData at any depth of a ChartSpec."""
    if isinstance(value, list):
        for item in value:
            yield from chart_data(item)
    elif isinstance(value, dict):
        if _is_data(value):
            yield value
        else:
            for item in value.values():
                yield from chart_data(item)


def _is_data(value: JsonValue) -> bool:
    return isinstance(value, dict) and ("sourceRange" in value or "columnReference" in value)


def with_sources(spec: Json, move: Move) -> Json:
    """Return ``spec`` with every source range moved.

    A domain or series that loses all of its sources goes away, as at Google; the chart stays.
    """
    result: Json = _moved(spec, move)
    return result


def _moved(value: JsonValue, move: Move) -> JsonValue:
    if isinstance(value, list):
        pairs = [(item, _moved(item, move)) for item in value]
        return [new for old, new in pairs if not _bereft(old, new)]
    if not isinstance(value, dict):
        return value
    if _is_data(value):
        sources = [move(source) for source in value.get("sourceRange", {}).get("sources", [])]
        kept = [source for source in sources if source is not None]
        return {**value, "sourceRange": {"sources": kept}} if kept else None
    moved = {name: _moved(item, move) for name, item in value.items()}
    return {name: item for name, item in moved.items() if item is not None}


def _bereft(old: JsonValue, new: JsonValue) -> bool:
    """Say whether a domain or series has lost the data it was there for."""
    if not isinstance(old, dict):
        return False
    return any(_is_data(item) and name not in new for name, item in old.items())
