"""A preview in sentences that a coordinator reads out, and the same as JSON values."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from itertools import groupby

from functions.domain.difference import TIERS, Choice, Kind, NeedChange, Preview
from functions.domain.ledger import Changes, Decision, Entry
from functions.domain.planning import tier
from functions.domain.strict import write_record
from functions.writers.tabs import assignments
from functions.writers.words import ChangeReasons, show_day
from sheets_schema.model import Schema


def preview_lines(schema: Schema, preview: Preview) -> list[str]:
    """Return the preview as lines: counts first, then a line for each need that changes."""
    return [*_Told(schema, preview).lines()]


def preview_json(schema: Schema, preview: Preview) -> dict[str, object]:
    """Return the preview as JSON values; days are ISO days, reasons have their sentence."""
    told = _Told(schema, preview)
    return {
        "as_of": preview.today.isoformat(),
        "supposed": list(preview.supposed),
        "stale_units": list(preview.stale),
        "broken_rules": preview.broken,
        "tonight": asdict(preview.tonight),
        "counts": asdict(preview.counts),
        "unmet": {
            "before": {str(tier): count for tier, count in preview.unmet_before.items()},
            "after": {str(tier): count for tier, count in preview.unmet_after.items()},
        },
        "changes": [told.change_json(each) for each in preview.changes],
        "to_decide": [
            {"id": each.id, "need": each.need, "team": each.team, "decision": each.decision}
            for each in preview.to_decide
        ],
        "choices": [
            {**asdict(each), "unmet": {str(tier): each.unmet[tier] for tier in TIERS}}
            for each in preview.choices
        ],
    }


class _Told:
    """The words for one preview."""

    def __init__(self, schema: Schema, preview: Preview) -> None:
        self._schema = schema
        self._text = schema.text
        self._preview = preview
        self._reasons = ChangeReasons(schema, preview.campaign)
        self._needs = {each.id: each for each in preview.campaign.needs}
        self._teams = {each.id: each.name for each in preview.campaign.teams}

    def lines(self) -> Iterable[str]:
        preview, text = self._preview, self._text
        yield text("preview.heading", as_of=show_day(preview.today))
        if preview.stale:
            yield text("summary.stale", units=", ".join(preview.stale))
        for sentence in preview.supposed:
            yield text("preview.supposed", sentence=sentence)
        if preview.broken:
            yield text("preview.refused", rules=preview.broken)
        yield from self._counts()
        yield text("preview.unmet", tiers="; ".join(map(self._tier, TIERS)))
        yield from self._changes()
        yield from self._to_decide()
        yield from self._choices()

    def change_json(self, change: NeedChange) -> dict[str, object]:
        need = self._needs.get(change.need)
        return {
            "need": change.need,
            "commune": need.commune if need else None,
            "kind": change.kind,
            "before": [_mission(each) for each in change.before],
            "after": [_mission(each) for each in change.after],
            "why": [
                {**write_record(each), "text": self._reasons.sentence(each)} for each in change.why
            ],
            "text": self._line(change),
        }

    def _counts(self) -> Iterable[str]:
        preview, text = self._preview, self._text
        if preview.supposed:
            yield text("preview.tonight", counts=self._counted(preview.tonight))
            yield text("preview.then", counts=self._counted(preview.counts))
        else:
            yield text("preview.against_published", counts=self._counted(preview.counts))
        if beyond := assignments.beyond(self._schema, preview.campaign, preview.counts):
            yield beyond

    def _counted(self, changes: Changes) -> str:
        return self._text("preview.counts", **asdict(changes))

    def _tier(self, tier: int) -> str:
        before, after = self._preview.unmet_before[tier], self._preview.unmet_after[tier]
        key = "preview.unmet_same" if before == after else "preview.unmet_tier"
        return self._text(key, tier=tier, before=before, after=after)

    def _changes(self) -> Iterable[str]:
        if not self._preview.changes:
            yield self._text("preview.nothing")
        for kind, group in groupby(self._preview.changes, lambda each: each.kind):
            changes = list(group)
            yield self._text(f"preview.{kind}", count=len(changes))
            yield from map(self._line, changes)

    def _line(self, change: NeedChange) -> str:
        need, place = self._needs.get(change.need), ""
        if need:
            commune = self._preview.campaign.localities[need.commune].full_name
            number = tier(self._preview.campaign, need)
            place = self._text("preview.place", commune=commune, tier=number)
        return self._text(
            "preview.line",
            need=change.need,
            place=place,
            before=self._missions(change.before),
            after=self._after(change),
            why=self._why(change),
        )

    def _after(self, change: NeedChange) -> str:
        if change.kind is Kind.GONE:
            return self._text("preview.withdrawn")
        if change.kind is Kind.MOVED:
            return "; ".join(map(self._days, change.after))
        return self._missions(change.after)

    def _why(self, change: NeedChange) -> str:
        """Say why, without the teams that no rule lets go: «Chưa đáp ứng» counts them."""
        codes = {each.code for each in change.why}
        why = [each for each in change.why if not each.code.startswith(("excluded", "unlock_"))]
        unlock = [each for each in change.why if each.code.startswith("unlock_")]
        sentences = [self._reasons.sentences(why)]
        if change.kind is Kind.LOST and "excluded" in codes and "possible" not in codes:
            sentences.append(self._text("preview.no_other_team"))
        if unlock:
            words = self._reasons.sentences(unlock)
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

    def _to_decide(self) -> Iterable[str]:
        if not self._preview.to_decide:
            return
        table = self._schema.table("province", "assignments")
        column = table.field("decision").title
        yield self._text("preview.to_decide", tab=table.title, column=column)
        for each in self._preview.to_decide:
            key = "preview.refuse" if each.decision else "preview.unsign"
            label = self._schema.lists["decision"].label(each.decision or Decision.SIGN)
            team = self._teams.get(each.team, each.team)
            yield self._text(key, row=each.id, need=each.need, team=team, decision=label)

    def _choices(self) -> Iterable[str]:
        choices, text = self._preview.choices, self._text
        if not choices:
            return
        yield text("choices.heading")
        heads = [text("choices.allowed"), *(text("choices.tier", tier=each) for each in TIERS)]
        rows = [
            [
                self._allowed(each, last=each is choices[-1]),
                *(f"{each.unmet[one]}" for one in TIERS),
            ]
            for each in choices
        ]
        widths = [max(map(len, column)) for column in zip(heads, *rows, strict=True)]
        for row in (heads, *rows):
            cells = (cell.rjust(width) for cell, width in zip(row, widths, strict=True))
            yield " | ".join(cells)
        yield text("choices.note")

    def _allowed(self, choice: Choice, *, last: bool) -> str:
        if choice.made > choice.allowed:
            return self._text("choices.forced", allowed=choice.allowed, made=choice.made)
        return self._text("choices.most", allowed=choice.allowed) if last else f"{choice.allowed}"


def _mission(entry: Entry) -> dict[str, object]:
    days = {"start": entry.start.isoformat(), "end": entry.end.isoformat()}
    return {"team": entry.team, **days, "state": entry.state}
