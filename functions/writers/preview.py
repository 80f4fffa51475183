"""A preview as lines that a coordinator reads out, and the same as JSON values."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from itertools import groupby

from functions.domain.difference import TIERS, Choice, NeedChange, Preview
from functions.domain.ledger import Changes, Entry
from functions.domain.strict import write_record
from functions.writers.preview_words import PreviewWords
from functions.writers.tabs import assignments
from functions.writers.words import show_day
from sheets_schema.model import Schema


def preview_lines(schema: Schema, preview: Preview) -> list[str]:
    """Return the preview as lines: counts first, then a line for each need that changes."""
    text = schema.text
    lines = [text("preview.heading", as_of=show_day(preview.today))]
    if preview.stale:
        lines.append(text("summary.stale", units=", ".join(preview.stale)))
    lines += [text("preview.supposed", sentence=each) for each in preview.supposed]
    if preview.broken:
        lines.append(text("preview.refused", rules=preview.broken))
    return [
        *lines,
        *_counts(schema, preview),
        text("preview.unmet", tiers="; ".join(_tier(schema, preview, tier) for tier in TIERS)),
        *_changes(schema, preview),
        *_for_people(schema, preview),
        *_choices(schema, preview.choices),
    ]


def preview_json(schema: Schema, preview: Preview) -> dict[str, object]:
    """Return the preview as JSON values; days are ISO days, reasons have their sentence."""
    words = PreviewWords(schema, preview.campaign)
    communes = {each.id: each.commune for each in preview.campaign.needs}
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
        "changes": [
            {"commune": communes.get(each.need), **_change_json(words, each)}
            for each in preview.changes
        ],
        "held": [{"id": each.id, "need": each.need, **_mission(each)} for each in preview.held],
        "to_decide": [
            {"id": each.id, "need": each.need, "team": each.team, "decision": each.decision}
            for each in preview.to_decide
        ],
        "choices": [
            {**asdict(each), "unmet": {str(tier): each.unmet[tier] for tier in TIERS}}
            for each in preview.choices
        ],
    }


def _counts(schema: Schema, preview: Preview) -> Iterable[str]:
    def counted(changes: Changes) -> str:
        return schema.text("preview.counts", **asdict(changes))

    if preview.supposed:
        yield schema.text("preview.tonight", counts=counted(preview.tonight))
        yield schema.text("preview.then", counts=counted(preview.counts))
    else:
        yield schema.text("preview.against_published", counts=counted(preview.counts))
    if beyond := assignments.beyond(schema, preview.campaign, preview.counts):
        yield beyond


def _tier(schema: Schema, preview: Preview, tier: int) -> str:
    before, after = preview.unmet_before[tier], preview.unmet_after[tier]
    key = "preview.unmet_same" if before == after else "preview.unmet_tier"
    return schema.text(key, tier=tier, before=before, after=after)


def _changes(schema: Schema, preview: Preview) -> Iterable[str]:
    words = PreviewWords(schema, preview.campaign)
    if not preview.changes:
        yield schema.text("preview.nothing")
    for kind, group in groupby(preview.changes, lambda each: each.kind):
        changes = list(group)
        yield schema.text(f"preview.{kind}", count=len(changes))
        yield from map(words.change, changes)


def _for_people(schema: Schema, preview: Preview) -> Iterable[str]:
    """Yield what stays against a rule, and what people have to decide themselves."""
    words = PreviewWords(schema, preview.campaign)
    if preview.held:
        yield schema.text("preview.held")
        yield from map(words.held, preview.held)
    if preview.to_decide:
        table = schema.table("province", assignments.TABLE)
        column = table.field("decision").title
        yield schema.text("preview.to_decide", tab=table.title, column=column)
        yield from map(words.to_decide, preview.to_decide)


def _choices(schema: Schema, choices: Sequence[Choice]) -> Iterable[str]:
    if not choices:
        return
    yield schema.text("choices.heading")
    tiers = (schema.text("choices.tier", tier=each) for each in TIERS)
    rows = [[schema.text("choices.allowed"), *tiers]]
    for each in choices:
        counts = (str(each.unmet[tier]) for tier in TIERS)
        rows.append([_allowed(schema, each, last=each is choices[-1]), *counts])
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        yield " | ".join(cell.rjust(width) for cell, width in zip(row, widths, strict=True))
    yield schema.text("choices.note")


def _allowed(schema: Schema, choice: Choice, *, last: bool) -> str:
    if choice.made > choice.allowed:
        return schema.text("choices.forced", allowed=choice.allowed, made=choice.made)
    return schema.text("choices.most", allowed=choice.allowed) if last else f"{choice.allowed}"


def _change_json(words: PreviewWords, change: NeedChange) -> dict[str, object]:
    reasons = words.reasons
    return {
        "need": change.need,
        "kind": change.kind,
        "before": [_mission(each) for each in change.before],
        "after": [_mission(each) for each in change.after],
        "why": [{**write_record(each), "text": reasons.sentence(each)} for each in change.why],
        "text": words.change(change).removeprefix("- "),
    }


def _mission(entry: Entry) -> dict[str, object]:
    days = {"start": entry.start.isoformat(), "end": entry.end.isoformat()}
    return {"team": entry.team, **days, "state": entry.state}
