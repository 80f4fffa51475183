"""The order Google sorts values in: numbers, texts, booleans, errors; blanks stay last."""

from deploy.local.emulator.formulas.outcomes import ErrorValue, Scalar

SortKey = tuple[int, float, str]


def sort_key(value: Scalar | ErrorValue | None) -> SortKey | None:
    """Return what a value is compared by, None for a blank."""
    if value is None:
        return None
    if isinstance(value, bool):
        return 2, float(value), ""
    if isinstance(value, int | float):
        return 0, float(value), ""
    if isinstance(value, str):
        return 1, 0.0, value.casefold()
    return 3, 0.0, value.type
