"""Sentences about single assignments and needs of a preview."""

from __future__ import annotations

from collections.abc import Sequence

from functions.domain.difference import Kind, NeedChange
from functions.domain.ledger import Decision, Entry
from functions.domain.planning import tier
from functions.domain.records import Campaign
from functions.writers.words import ChangeReasons, show_day
from sheets_schema.model import Schema

_LEFT_OUT = ("excluded", "forming_", "unlock_")
"""Reasons that are too many to be read out, or that have a sentence of their own, by beginning."""


class PreviewWords:
    """Puts what changes in one campaign into lines."""

    def __init__(self, schema: Schema, campaign: Campaign) -> None:
        self.reasons = ChangeReasons(schema, campaign)
        self._schema = schema
        self._text = schema.text
        self._campaign = campaign
        self._needs = {each.id: each for each in campaign.needs}
        self._teams = {each.id: each.name for each in campaign.teams}

    def change(self, change: NeedChange) -> str:
        """Write one need: who was to come, who comes now, and why."""
        return self._text(
            "preview.line",
            need=change.need,
            place=self._place(change.need),
            before=self._missions(change.before),
            after=self._after(change),
            why=self._why(change),
        )

    def held(self, entry: Entry) -> str:
        """Write one assignment that stays, and the rules that it breaks."""
        why = (each for each in entry.why or () if each.code == "breaks_rules")
        return self._text(
            "preview.held_line",
            need=entry.need,
            place=self._place(entry.need),
            mission=self._mission(entry),
            why=self.reasons.sentences(why),
        )

    def to_decide(self, entry: Entry) -> str:
        """Write what to choose in one row of the list of assignments."""
        key = "preview.refuse" if entry.decision else "preview.unsign"
        label = self._schema.lists["decision"].label(entry.decision or Decision.SIGN)
        team = self._teams.get(entry.team, entry.team)
        return self._text(key, row=entry.id, need=entry.need, team=team, decision=label)

    def _place(self, need_id: str) -> str:
        need = self._needs.get(need_id)
        if need is None:
            return ""
        commune = self._campaign.localities[need.commune].full_name
        return self._text("preview.place", commune=commune, tier=tier(self._campaign, need))

    def _after(self, change: NeedChange) -> str:
        if change.kind is Kind.GONE:
            return self._text("preview.withdrawn")
        if change.kind is Kind.MOVED:
            return "; ".join(map(self._days, change.after))
        return self._missions(change.after)

    def _why(self, change: NeedChange) -> str:
        """Say why; «Chưa đáp ứng» counts the teams that no rule lets go, and what is lacking."""
        codes = {each.code for each in change.why}
        why = [each for each in change.why if not each.code.startswith(_LEFT_OUT)]
        unlock = [each for each in change.why if each.code.startswith("unlock_")]
        sentences = [self.reasons.sentences(why)]
        if change.kind is Kind.LOST and "excluded" in codes and "possible" not in codes:
            sentences.append(self._text("preview.no_other_team"))
        if unlock:
            words = self.reasons.sentences(unlock)
            sentences.append(self._text("preview.unlock", unlock=words))
        return " ".join(filter(None, sentences))

    def _missions(self, entries: Sequence[Entry]) -> str:
        return "; ".join(map(self._mission, entries)) or self._text("preview.nobody")

    def _mission(self, entry: Entry) -> str:
        team = self._teams.get(entry.team, entry.team)
        return self._text("preview.mission", team=team, id=entry.team, days=self._days(entry))

    def _days(self, entry: Entry) -> str:
        start, end = show_day(entry.start), show_day(entry.end)
        return start if start == end else self._text("preview.days", start=start, end=end)
