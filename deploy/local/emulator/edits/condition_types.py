"""Google's condition types: where each may be used and what values it takes."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class Purpose(StrEnum):
    """What a condition is for; the text is how Google names it in its refusals."""

    VALIDATION = "data validation"
    FORMAT = "conditional formats"
    FILTER = "filters"


@dataclass(frozen=True)
class ConditionType:
    """How many values a type takes, of what kind, and the purposes it serves.

    ``kind`` is number, date, text, range, item or formula; ``most`` None means any number.
    """

    purposes: frozenset[Purpose]
    kind: str = "text"
    least: int = 1
    most: int | None = 1
    relative: bool = False


_ALL = frozenset(Purpose)
_CHECKED = frozenset({Purpose.VALIDATION})
_SHOWN = frozenset({Purpose.FORMAT, Purpose.FILTER})
_DATA_SOURCE: frozenset[Purpose] = frozenset()
_NUMBER, _NUMBERS = ConditionType(_ALL, "number"), ConditionType(_ALL, "number", 2, 2)
_DAY = ConditionType(_ALL, "date", relative=True)
_DAYS = ConditionType(_CHECKED, "date", 2, 2)
_LATER_DAY = ConditionType(_CHECKED, "date", relative=True)
_ALONE = ConditionType(_CHECKED, least=0, most=0)

TYPES: Final = {
    **dict.fromkeys(
        (
            "NUMBER_GREATER",
            "NUMBER_GREATER_THAN_EQ",
            "NUMBER_LESS",
            "NUMBER_LESS_THAN_EQ",
            "NUMBER_EQ",
            "NUMBER_NOT_EQ",
        ),
        _NUMBER,
    ),
    **dict.fromkeys(("NUMBER_BETWEEN", "NUMBER_NOT_BETWEEN"), _NUMBERS),
    **dict.fromkeys(("TEXT_CONTAINS", "TEXT_NOT_CONTAINS", "TEXT_EQ"), ConditionType(_ALL)),
    **dict.fromkeys(("TEXT_STARTS_WITH", "TEXT_ENDS_WITH"), ConditionType(_SHOWN)),
    **dict.fromkeys(("TEXT_IS_EMAIL", "TEXT_IS_URL", "DATE_IS_VALID"), _ALONE),
    "DATE_EQ": ConditionType(_ALL, "date"),
    **dict.fromkeys(("DATE_BEFORE", "DATE_AFTER"), _DAY),
    **dict.fromkeys(("DATE_ON_OR_BEFORE", "DATE_ON_OR_AFTER"), _LATER_DAY),
    **dict.fromkeys(("DATE_BETWEEN", "DATE_NOT_BETWEEN"), _DAYS),
    "ONE_OF_RANGE": ConditionType(_CHECKED, "range"),
    "ONE_OF_LIST": ConditionType(_CHECKED, "item", 1, None),
    **dict.fromkeys(("BLANK", "NOT_BLANK"), ConditionType(_SHOWN, least=0, most=0)),
    "CUSTOM_FORMULA": ConditionType(_ALL, "formula"),
    "BOOLEAN": ConditionType(_CHECKED, least=0, most=2),
    **dict.fromkeys(("TEXT_NOT_EQ", "DATE_NOT_EQ"), ConditionType(_DATA_SOURCE, most=None)),
    "FILTER_EXPRESSION": ConditionType(_DATA_SOURCE),
}
"""Every value of Google's ConditionType but the unspecified one."""
