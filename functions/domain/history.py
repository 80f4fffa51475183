"""What a list of findings remembers from one night to the next: since when, and what was mended."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from functions.domain.explanations import Explained


class LineKey(NamedTuple):
    """What makes two lines of different nights the same one, as it stands in the list."""

    tab: str
    row_id: str
    column: str
    code: str


@dataclass(frozen=True, slots=True)
class History:
    """What last night's list said.

    `since` holds the lines that were open or explained with the night when they were first listed,
    `fixed` those that were shown as mended with the night when they were found so, `explained` the
    explanations by table and row id.
    """

    since: Mapping[LineKey, date] = field(default_factory=dict)
    fixed: Mapping[LineKey, date] = field(default_factory=dict)
    explained: Mapping[tuple[str, str], Explained] = field(default_factory=dict)

    def first_seen(self, line: LineKey, today: date) -> date:
        """Return the first night of a line; `today` for a new one."""
        return self.since.get(line, today)

    def fixed_tonight(
        self, standing: Collection[LineKey], errors: Collection[LineKey], today: date
    ) -> dict[LineKey, date]:
        """Return the lines to show as mended, each with the night when it was found so.

        They are shown for one night; a second run of the same night shows them again. `standing`
        are all findings of tonight and `errors` the errors among them: where one is new, of a row
        or of its whole tab, what else was said there may only be hidden, and nobody is praised.
        """
        hiding = {(each.tab, each.row_id) for each in errors if each not in self.since}
        gone = {
            line: today
            for line in self.since
            if line not in standing and not {(line.tab, line.row_id), (line.tab, "")} & hiding
        }
        kept = {
            line: night
            for line, night in self.fixed.items()
            if night == today and line not in standing
        }
        return kept | gone
