"""«Hướng dẫn» of a unit: what to do in five lines, whom to ask, what the colours mean."""

from __future__ import annotations

from functions.domain.night import Part
from functions.domain.records import CampaignSettings
from functions.writers.page import Page, Styled
from functions.writers.words import show_day
from sheets_schema.model import Schema

TABLE = "guide"
PART: Part = "summarize"
_STEPS = ("step_1", "step_2", "step_3", "step_4", "step_5")
_COLOURS = (
    ("colour_new", "text"),
    ("colour_fix", "bad"),
    ("colour_review", "warn"),
    ("colour_accepted", "good"),
)
_PRIVACY = ("privacy_what", "privacy_rights", "privacy_never")
_WIDTH = 760


def page(schema: Schema, settings: CampaignSettings, unit_name: str) -> Page:
    """Return the guide of one unit's workbook."""
    words = {
        "campaign": settings.campaign_name,
        "unit": unit_name,
        "report_days": settings.report_days,
        "deadline": show_day(settings.need_deadline),
        "contact": settings.contact,
        "issuer": settings.issuer,
    }

    def line(key: str, style: str = "text") -> list[Styled]:
        return [Styled(schema.text(f"guide.{key}", **words), style)]

    rows = [
        line("heading", "title"),
        [],
        line("what", "section"),
        *(line(key) for key in _STEPS),
        [],
        line("deadline", "strong"),
        line("contact", "strong"),
        [],
        line("colours", "section"),
        *(line(key, style) for key, style in _COLOURS),
        [],
        line("privacy", "section"),
        *(line(key) for key in _PRIVACY),
    ]
    return Page(rows, (_WIDTH,))
