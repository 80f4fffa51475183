"""«Báo cáo hoạt động»: every accepted report of every unit, without personal data."""

from __future__ import annotations

from functions.domain.night import Night, Part
from functions.domain.records import Report
from functions.domain.summarise import punctual
from functions.writers.tabs.base import Content, Row
from functions.writers.words import show_count, show_day, topics
from sheets_schema.model import Schema

TABLE = "activities"
PART: Part = "summarize"


def content(schema: Schema, night: Night, unit: str) -> Content:
    """Return the reports by day of the activity."""
    del unit
    reports = sorted(night.campaign.reports, key=lambda each: (each.window.first, each.id))
    info = schema.text(
        "activities_tab.info",
        as_of=show_day(night.today),
        count=show_count(len(reports)),
        beneficiaries=show_count(sum(each.beneficiaries for each in reports)),
    )
    return Content(info, [_row(schema, night, each) for each in reports])


def _row(schema: Schema, night: Night, report: Report) -> Row:
    campaign = night.campaign
    unit = campaign.unit(report.unit)
    team = next((each for each in campaign.teams if each.id == report.team), None)
    late = punctual(report, campaign.settings.report_days)
    return {
        "report_id": report.id,
        "unit": unit.name if unit else report.unit,
        "commune": campaign.localities[report.commune].full_name,
        "team": team.name if team else report.team,
        "start": report.window.first,
        "end": report.window.last,
        "activity": report.activity,
        "topics": topics(schema, report.topics),
        "beneficiaries": report.beneficiaries,
        **report.figures,
        "volunteers": report.volunteers,
        "report_date": report.report_date,
        "punctual": schema.text("activities.late", days=late)
        if late
        else schema.text("activities.punctual"),
    }
