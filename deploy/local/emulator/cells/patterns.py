"""Number format patterns: ``dd/mm/yyyy``, ``#,##0.00``, ``0%``, ``@``, up to four sections."""

from functools import lru_cache
from typing import Final

from deploy.local.emulator.cells import shown_moments, shown_numbers
from deploy.local.emulator.cells.general import general
from deploy.local.emulator.cells.locales import Locale
from deploy.local.emulator.cells.sections import section_for, sections_of

__all__ = ["general", "is_date", "render", "render_text"]

UNCERTAIN: Final = (
    (
        "A pattern's `*` shows the character to repeat once and `_` one space, because a formatted "
        "value has no width; colours do not show at all."
    ),
    "A pattern `0.##` keeps its point behind a whole number (`5.`), as in Excel.",
    "Patterns are never refused, whatever is in them.",
)
_TEXT_SECTION = 4


@lru_cache(maxsize=512)
def is_date(pattern: str) -> bool:
    """Say whether a pattern shows a date, a time or a duration."""
    return sections_of(pattern)[0].is_date


@lru_cache(maxsize=100_000)
def render(number: float, pattern: str, locale: Locale) -> str:
    """Return ``number`` as the pattern shows it."""
    section, shown = section_for(number, sections_of(pattern))
    how = shown_moments.show if section.is_date else shown_numbers.show
    return how(shown, section, locale)


def render_text(text: str, pattern: str) -> str:
    """Return a text as the pattern's text section shows it; without one, as it is."""
    sections = sections_of(pattern)
    own = len(sections) >= _TEXT_SECTION
    section = sections[_TEXT_SECTION - 1] if own else sections[-1]
    if not own and not section.is_text:
        return text
    return "".join(text if token.kind == "text" else token.text for token in section.tokens)
