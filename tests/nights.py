"""Nights of the small campaign in `tests.campaigns`: assignments, summaries, tabs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import date, datetime
from zoneinfo import ZoneInfo

from functions.domain.findings import Finding, RowCount
from functions.domain.history import History
from functions.domain.ledger import Changes, Decision, Entry, State
from functions.domain.night import PARTS, Night, Part, UnmetNeed
from functions.domain.plan import Reason
from functions.domain.planning import tier
from functions.domain.records import Campaign
from functions.domain.summarise import Reading, Summary, summarise
from functions.domain.workbook import Cell, Tab
from tests.campaigns import TODAY, after, make_campaign, make_need, schema

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
RAN_AT = datetime(2024, 8, 13, 2, 0, tzinfo=ZONE)


def make_entry(
    number: int = 1,
    *,
    need: str = "NC-705-001",
    team: str = "DH-705-01",
    days: tuple[int, int] = (5, 6),
    state: State = State.PROPOSED,
    decision: Decision | None = None,
    km: float = 5.0,
    why: tuple[Reason, ...] | None = None,
) -> Entry:
    """Return one row of the list of assignments; `days` are days after `TODAY`."""
    return Entry(
        id=f"PC-T-{number:03d}",
        need=need,
        team=team,
        start=after(days[0]),
        end=after(days[1]),
        state=state,
        decision=decision,
        km=km,
        why=why,
    )


def fresh() -> Reading:
    """Return the reading of a workbook that was read tonight."""
    return Reading(RAN_AT)


def make_summary(
    campaign: Campaign,
    entries: tuple[Entry, ...] = (),
    *,
    readings: Mapping[str, Reading] | None = None,
    rows: Mapping[tuple[str, str], RowCount] | None = None,
    severities: Mapping[str, Counter[str]] | None = None,
    warned: Mapping[str, int] | None = None,
    hard_needs: frozenset[str] = frozenset(),
    today: date = TODAY,
) -> Summary:
    """Return where the campaign stands; without a word about it, everything was read tonight."""
    known = {each.code: fresh() for each in campaign.units}
    return summarise(
        campaign,
        entries,
        readings=known if readings is None else readings,
        rows=rows or {},
        severities=severities or {},
        warned=warned or {},
        hard_needs=hard_needs,
        today=today,
    )


def make_night(
    campaign: Campaign | None = None,
    entries: tuple[Entry, ...] = (),
    *,
    findings: tuple[Finding, ...] = (),
    rows: Mapping[tuple[str, str], RowCount] | None = None,
    readings: Mapping[str, Reading] | None = None,
    unmet: tuple[UnmetNeed, ...] = (),
    histories: Mapping[str, History] | None = None,
    seen: Mapping[str, tuple[str, ...]] | None = None,
    parts: tuple[Part, ...] = PARTS,
) -> Night:
    """Return what one night found out about a campaign."""
    campaign = campaign or make_campaign(needs=(make_need(),))
    severities: dict[str, Counter[str]] = {}
    for each in findings:
        severity = schema().findings[each.code].severity
        severities.setdefault(each.place.unit, Counter())[severity] += 1
    tiers = {each.id: tier(campaign, each) for each in campaign.needs}
    return Night(
        run_id="2024-08-12T19:00:00Z",
        ran_at=RAN_AT,
        today=TODAY,
        campaign=campaign,
        findings=findings,
        rows=rows or {},
        entries=entries,
        changes=Changes(),
        unmet=unmet,
        tiers=tiers,
        summary=make_summary(
            campaign,
            entries,
            readings=readings,
            rows=rows,
            severities=severities,
            hard_needs=frozenset(need for need, level in tiers.items() if level == 1),
        ),
        histories=histories or {},
        seen=seen or {},
        parts=parts,
    )


def make_tab(
    rows: tuple[tuple[Cell, ...], ...] = (),
    *,
    formulas: Mapping[tuple[int, int], str] | None = None,
    row_count: int = 200,
    column_count: int = 26,
    key: str = "",
) -> Tab:
    """Return a tab as it was read."""
    return Tab(
        sheet_id=7,
        title="Tab",
        index=0,
        rows=rows,
        key=key,
        formulas=formulas or {},
        row_count=row_count,
        column_count=column_count,
    )
