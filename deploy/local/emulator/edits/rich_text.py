"""Runs of rich text inside a cell, and links."""

from typing import Final

from deploy.local.emulator.errors import RequestFault
from deploy.local.emulator.shapes import Json
from deploy.local.emulator.state.canonical import tidy
from deploy.local.emulator.state.grid import Entered

UNCERTAIN: Final = (
    (
        "Rich text: the sentence about a startIndex at or behind the end of the text is "
        "quoted from a report; those about runs on cells without text, negative and repeated "
        "indexes are our own."
    ),
    (
        "Rich text: when the first run does not start at 0, reading gives an empty run in "
        "front of it; whether Google adds it is not known."
    ),
    (
        "Links: the colour of a new link is kept as the theme colour LINK with its underline, as "
        "the documentation describes; the exact form of Google's answer is not recorded."
    ),
)
_LINK_BLUE = {"red": 0.06666667, "green": 0.33333334, "blue": 0.8}


def utf16_length(text: str) -> int:
    """Return the length of ``text`` as Google counts: in UTF-16 code units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def kept_runs(entered: Entered | None, runs: list[Json]) -> list[Json] | None:
    """Return runs as Google keeps them: in order, the first one at 0; None for none.

    Raises:
        RequestFault: The cell holds no text, or a run starts outside of it.
    """
    if not runs:
        return None
    if not isinstance(entered, str):
        raise RequestFault("TextFormatRuns can only be set on cells with a string value.")
    starts = [run.get("startIndex", 0) for run in runs]
    if min(starts) < 0 or len(set(starts)) < len(starts):
        raise RequestFault("TextFormatRun.startIndex must be positive and unique.")
    if max(starts) >= utf16_length(entered):
        raise RequestFault("TextFormatRun.startIndex must be less than the length")
    kept: list[Json] = [] if 0 in starts else [{"format": {}}]
    for start, run in sorted(zip(starts, runs, strict=True), key=lambda pair: pair[0]):
        place: Json = {"startIndex": start} if start else {}
        kept.append({**place, "format": tidy(linked(run.get("format", {})))})
    return kept


def linked(text_format: Json) -> Json:
    """Return a text format in which a link looks like one, unless it says otherwise."""
    if not text_format.get("link", {}).get("uri"):
        return text_format
    look: Json = {}
    if "foregroundColor" not in text_format and "foregroundColorStyle" not in text_format:
        look = {
            "foregroundColor": _LINK_BLUE,
            "foregroundColorStyle": {"themeColor": "LINK"},
        }
    return {**look, "underline": True, **text_format}


def uris(runs: list[Json]) -> list[str]:
    """Return the addresses runs link to, in order."""
    links = [run["format"].get("link", {}).get("uri") for run in runs]
    return [uri for uri in links if uri]


def unlinked(runs: list[Json]) -> list[Json]:
    """Return runs without their links."""
    return [
        {**run, "format": {key: item for key, item in run["format"].items() if key != "link"}}
        for run in runs
    ]
