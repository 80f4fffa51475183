"""Teams of a size that no campaign has seen: a list cut short, or people who are no members."""

from __future__ import annotations

from collections.abc import Iterator

from functions.domain.findings import Finding
from functions.tables.build import is_over, team_members
from functions.tables.frames import Tables

CODES = ("team_size", "unusual_team_size")
# Teams of earlier campaigns had from 3 to 50 members, nearly all of them from 5 to 40.
_FEWEST, _MOST = 3, 50
_USUALLY_FEWEST, _USUALLY_MOST = 5, 40


def find(tables: Tables) -> Iterator[Finding]:
    """Yield teams that are too small or too large; of teams that are over nothing is asked."""
    for row in tables.rows("teams"):
        members = len(team_members(row))
        if is_over(row) or _USUALLY_FEWEST <= members <= _USUALLY_MOST:
            continue
        place, data = tables.place("teams", row, "members"), {"members": str(members)}
        if _FEWEST <= members <= _MOST:
            data |= {"fewest": str(_USUALLY_FEWEST), "most": str(_USUALLY_MOST)}
            yield Finding("unusual_team_size", place, "", data)
        else:
            data |= {"fewest": str(_FEWEST), "most": str(_MOST)}
            yield Finding("team_size", place, "", data)
