"""Where the campaign stands, as values: per unit, per block, in all, and what to do first."""

from functions.domain.summarise.blocks import BlockProgress
from functions.domain.summarise.facts import INDICATOR_MEASURE, Reading, punctual
from functions.domain.summarise.indicators import Indicator
from functions.domain.summarise.progress import UnitProgress
from functions.domain.summarise.quality import (
    FLOORS,
    WEIGHTS,
    Aspect,
    Grade,
    Quality,
    warned_rows,
)
from functions.domain.summarise.reminders import Matter, Reminder
from functions.domain.summarise.summary import Summary, summarise
from functions.domain.summarise.topics import Served, TopicDemand
from functions.domain.summarise.weeks import Week

__all__ = [
    "FLOORS",
    "INDICATOR_MEASURE",
    "WEIGHTS",
    "Aspect",
    "BlockProgress",
    "Grade",
    "Indicator",
    "Matter",
    "Quality",
    "Reading",
    "Reminder",
    "Served",
    "Summary",
    "TopicDemand",
    "UnitProgress",
    "Week",
    "punctual",
    "summarise",
    "warned_rows",
]
