"""The figures of the whole campaign, each with the tab and the filter that show what is behind."""

from __future__ import annotations

from collections.abc import Iterator

from functions.domain.ledger import STANDING
from functions.domain.night import Night
from functions.domain.summarise import INDICATOR_MEASURE
from functions.writers.page import Styled
from functions.writers.tabs.summary.grid import ALL, Line
from sheets_schema.model import Schema

_NAME_SPAN = 2
_HARDEST = 1


def lines(schema: Schema, night: Night) -> Iterator[Line]:
    """Yield a line per figure."""
    whole = night.summary.whole
    where = _Where(schema)
    figures: tuple[tuple[str, float | None, str, str], ...] = (
        ("needs", whole.needs, "whole", f"{where.met()}; {where.every_row('unmet')}"),
        ("needs_met", whole.needs_met, "whole", where.met()),
        ("needs_unmet", whole.needs_unmet, "whole", where.every_row("unmet")),
        ("needs_unmet_hard", night.summary.unmet_hard, "whole", where.hardest()),
        ("teams", whole.teams, "whole", where.both_books("teams")),
        ("teams_trained", whole.teams_trained, "whole", where.both_books("trainings")),
        ("volunteers", whole.volunteers, "whole", where.both_books("volunteers")),
        ("reports", whole.reports, "whole", where.every_row("activities")),
        ("beneficiaries", whole.beneficiaries, "whole", where.people()),
        ("target", whole.target, "whole", where.targets()),
        ("rate", whole.rate, "percent", f"{where.people()}; {where.targets()}"),
        ("set_aside", whole.rows.set_aside, "whole", where.set_aside()),
    )
    for name, value, style, place in figures:
        yield [
            Styled(schema.text(f"summary.{name}"), "text", _NAME_SPAN),
            Styled(value, f"strong_{style}"),
            Styled(place, "stamp", ALL - _NAME_SPAN - 1),
        ]


class _Where:
    """Says where the rows behind a figure stand, in the words of the schema."""

    def __init__(self, schema: Schema) -> None:
        self._schema = schema

    def met(self) -> str:
        """Assignments in which a team goes, or went."""
        states = self._schema.lists["assignment_state"]
        return self._filtered(
            "assignments", "state", *(each.label for each in states.items if each.code in STANDING)
        )

    def hardest(self) -> str:
        """Needs of the hardest localities without a team."""
        return self._filtered("unmet", "tier", str(_HARDEST))

    def targets(self) -> str:
        """Targets that count people."""
        measures = self._schema.lists["indicator_measure"]
        return self._filtered("targets", "measure", measures.label(INDICATOR_MEASURE))

    def set_aside(self) -> str:
        """Rows that an error keeps out: those of the units, those of the province."""
        matter = self._schema.text("chasing.set_aside")
        error = self._schema.lists["severity"].label("error")
        units = self._filtered("chasing", "matter", matter)
        return f"{units}; {self._filtered('findings', 'severity', error)}"

    def people(self) -> str:
        """Reports, by the people whom they reached."""
        table = self._schema.table("province", "activities")
        column = table.field("beneficiaries").title
        return self._schema.text("summary.where_sum", tab=table.title, column=column)

    def every_row(self, name: str) -> str:
        """All rows of a tab."""
        tab = self._schema.table("province", name).title
        return self._schema.text("summary.where_all", tab=tab)

    def both_books(self, name: str) -> str:
        """The accepted rows of a tab that the province and every unit fill in."""
        table = self._schema.table("province", name)
        states = (self._schema.text(f"status.{state}") for state in ("accepted", "review"))
        return self._schema.text(
            "summary.where_both",
            tab=table.title,
            column=table.field("status").title,
            values=", ".join(states),
        )

    def _filtered(self, name: str, field: str, *values: str) -> str:
        table = self._schema.table("province", name)
        return self._schema.text(
            "summary.where_filter",
            tab=table.title,
            column=table.field(field).title,
            values=", ".join(values),
        )
