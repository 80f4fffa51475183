"""Conditions of Google as formulas of Excel about one cell."""

_COMPARED = {
    "NUMBER_GREATER": "{cell}>{0}",
    "NUMBER_GREATER_THAN_EQ": "{cell}>={0}",
    "NUMBER_LESS": "{cell}<{0}",
    "NUMBER_LESS_THAN_EQ": "{cell}<={0}",
    "NUMBER_EQ": "{cell}={0}",
    "NUMBER_BETWEEN": "AND({cell}>=MIN({0},{1}),{cell}<=MAX({0},{1}))",
    "DATE_EQ": "INT({cell})=INT({0})",
    "DATE_BEFORE": "INT({cell})<INT({0})",
    "DATE_AFTER": "INT({cell})>INT({0})",
    "DATE_ON_OR_BEFORE": "INT({cell})<=INT({0})",
    "DATE_ON_OR_AFTER": "INT({cell})>=INT({0})",
    "DATE_BETWEEN": "AND(INT({cell})>=MIN({0},{1}),INT({cell})<=MAX({0},{1}))",
    "DATE_NOT_BETWEEN": "OR(INT({cell})<MIN({0},{1}),INT({cell})>MAX({0},{1}))",
    "DATE_IS_VALID": "{cell}>0",
}
_PLAIN = {
    "NUMBER_NOT_EQ": "{cell}<>{0}",
    "NUMBER_NOT_BETWEEN": "OR({cell}<MIN({0},{1}),{cell}>MAX({0},{1}))",
    "TEXT_CONTAINS": "ISNUMBER(SEARCH({0},{cell}))",
    "TEXT_NOT_CONTAINS": "ISERROR(SEARCH({0},{cell}))",
    "TEXT_STARTS_WITH": "LEFT({cell},LEN({0}))={0}",
    "TEXT_ENDS_WITH": "RIGHT({cell},LEN({0}))={0}",
    "TEXT_EQ": "{cell}={0}",
    "BLANK": "LEN({cell})=0",
    "NOT_BLANK": "LEN({cell})>0",
    "CUSTOM_FORMULA": "{0}",
}


def formula_of(kind: str, cell: str, operands: list[str]) -> str | None:
    """Return the formula that is true where ``cell`` meets the condition, None if Excel lacks it.

    Number and date conditions are false for texts and blanks, which Excel alone would count as 0.
    """
    if kind in _COMPARED:
        return f"=AND(ISNUMBER({cell}),{_COMPARED[kind].format(*operands, cell=cell)})"
    return "=" + _PLAIN[kind].format(*operands, cell=cell) if kind in _PLAIN else None
