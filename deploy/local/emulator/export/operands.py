"""Values of conditions in a form Excel's formulas take."""

from dataclasses import dataclass

from deploy.local.emulator.cells.locales import Locale
from deploy.local.emulator.cells.typed import read_typed
from deploy.local.emulator.export.names import SheetNames
from deploy.local.emulator.shapes import Json

_RELATIVE = {
    "PAST_YEAR": "EDATE(TODAY(),-12)",
    "PAST_MONTH": "EDATE(TODAY(),-1)",
    "PAST_WEEK": "TODAY()-7",
    "YESTERDAY": "TODAY()-1",
    "TODAY": "TODAY()",
    "TOMORROW": "TODAY()+1",
}


@dataclass(frozen=True)
class Operands:
    """Reads the ConditionValues of one document; every answer lacks the equals sign."""

    names: SheetNames
    locale: Locale

    def all(self, condition: Json) -> list[str] | None:
        """Return the values of a condition, None when one of them cannot be said in Excel."""
        wants_text = condition.get("type", "").startswith("TEXT_")
        found = [self._one(value, wants_text) for value in condition.get("values", [])]
        return None if None in found else [text for text in found if text is not None]

    def _one(self, value: Json, wants_text: bool) -> str | None:  # noqa: FBT001 - one of two kinds
        if "relativeDate" in value:
            return _RELATIVE[value["relativeDate"]]
        text = value.get("userEnteredValue", "")
        if text[:1] in ("=", "+") and len(text) > 1:
            return self.formula(text)
        if wants_text:
            return quoted(text)
        number = read_typed(text, self.locale).value
        is_number = isinstance(number, int | float) and not isinstance(number, bool)
        return repr(number) if is_number else None

    def formula(self, text: str) -> str | None:
        """Return a formula in Excel's language, None when Excel has no such function."""
        translated = self.names.formula("=" + text[1:])
        return None if translated.error else translated.plain.removeprefix("=")


def quoted(text: str) -> str:
    """Return a text as a literal of a formula."""
    return '"' + text.replace('"', '""') + '"'
