"""«Đôn đốc»: which board reminds which unit of what, with a message ready to send."""

from __future__ import annotations

from functions.domain.night import Night, Part
from functions.domain.records import Block
from functions.domain.summarise import Matter, Reminder
from functions.writers.tabs.base import Content, Row
from functions.writers.words import show_day
from sheets_schema.model import Schema

TABLE = "chasing"
PART: Part = "summarize"
_ANSWER_DAYS = 2


def content(schema: Schema, night: Night, unit: str) -> Content:
    """Return one row per unit and matter, grouped by block."""
    del unit
    blocks = {each.name: each for each in night.campaign.blocks}
    order = list(Matter)
    reminders = sorted(
        night.summary.reminders,
        key=lambda each: (each.unit.block, each.unit.code, order.index(each.matter)),
    )
    info = schema.text(
        "chasing_tab.info",
        as_of=show_day(night.today),
        count=len(reminders),
        units=len({each.unit.code for each in reminders}),
    )
    return Content(info, [_row(schema, night, blocks, each) for each in reminders])


def detail(schema: Schema, night: Night, reminder: Reminder) -> str:
    """Say what exactly a reminder is about, in a few words."""
    matter = reminder.matter
    words: dict[str, object] = {"count": reminder.count}
    if matter is Matter.UNREADABLE:
        words["reason"] = schema.text(f"workbook_problem.{reminder.items[0]}")
    elif matter is Matter.NOT_REGISTERED:
        words["deadline"] = show_day(night.campaign.settings.need_deadline)
    elif matter is Matter.MISSING_REPORTS:
        words["needs"] = ", ".join(reminder.items)
    elif matter is Matter.UNTRAINED:
        words["teams"] = ", ".join(reminder.items)
    return schema.text(f"chasing.{matter}_detail", **words)


def _row(schema: Schema, night: Night, blocks: dict[str, Block], reminder: Reminder) -> Row:
    block = blocks.get(reminder.unit.block)
    return {
        "board": block.board if block else None,
        "block": reminder.unit.block,
        "officer": block.officer if block else None,
        "unit": reminder.unit.name,
        "matter": schema.text(f"chasing.{reminder.matter}"),
        "count": reminder.count,
        "message": _message(schema, night, block, reminder),
    }


def _message(schema: Schema, night: Night, block: Block | None, reminder: Reminder) -> str:
    matter = schema.text(f"chasing.{reminder.matter}")
    campaign = night.campaign.settings.campaign_name
    lines = [
        schema.text("chasing.greeting", unit=reminder.unit.name),
        schema.text("chasing.campaign", campaign=campaign),
        schema.text("chasing.line", matter=matter, detail=detail(schema, night, reminder)),
        schema.text("chasing.ask", days=_ANSWER_DAYS),
        schema.text("chasing.thanks"),
    ]
    if block:
        signature = schema.text("chasing.signature", officer=block.officer, board=block.board)
        lines.append(signature)
    return "\n".join(lines)
