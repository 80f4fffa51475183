"""Texts with links and with several formats inside."""

from typing import Any, Final

from deploy.local.emulator.export.styles import Styles
from deploy.local.emulator.shapes import Json
from deploy.local.emulator.state.canonical import merged

UNCERTAIN: Final = (
    "In .xlsx: links inside a part of a text are left out; a link of the whole cell is kept.",
)
ADDRESS_LIMIT = 2079
LINK_LIMIT = 60_000
"""Excel takes 65,530 links a tab."""

_SCHEMES = ("http://", "https://", "mailto:")


class TextWriter:
    """Writes texts into one XlsxWriter worksheet."""

    def __init__(self, page: Any, styles: Styles) -> None:  # noqa: ANN401 - XlsxWriter has no types
        self._page = page
        self._styles = styles
        self._links = 0

    def write(
        self, place: tuple[int, int], text: str, look: tuple[Json | None, Any], runs: list[Json]
    ) -> None:
        """Write a text; ``look`` is the cell's format at Google and in the file."""
        own, style = look
        address = (own or {}).get("textFormat", {}).get("link", {}).get("uri", "")
        parts = self._parts(text, own, runs)
        if parts:
            self._page.write_rich_string(*place, *parts, style)
        elif self._is_link(address):
            self._links += 1
            self._page.write_url(*place, address, style, text)
        else:
            self._page.write_string(*place, text, style)

    def _is_link(self, address: str) -> bool:
        fits = address.startswith(_SCHEMES) and len(address) <= ADDRESS_LIMIT
        return fits and self._links < LINK_LIMIT

    def _parts(self, text: str, own: Json | None, runs: list[Json]) -> list[Any]:
        """Return formats and pieces in turn, nothing when the whole text looks the same."""
        starts = [run.get("startIndex", 0) for run in runs]
        if len(starts) <= 1:
            return []
        # Google counts in UTF-16 code units.
        units = text.encode("utf-16-le")
        ends = [*starts[1:], len(units) // 2]
        base = {"textFormat": (own or {}).get("textFormat", {})}
        parts: list[Any] = []
        for run, start, end in zip(runs, starts, ends, strict=True):
            piece = units[start * 2 : end * 2].decode("utf-16-le", "replace")
            look = merged(base, {"textFormat": run.get("format", {})})
            if piece:
                parts += [self._styles.of(look), piece]
        return parts if len(parts) > 2 else []  # noqa: PLR2004 - one format and one piece are no mix
