"""REGEXMATCH, REGEXEXTRACT, REGEXREPLACE, by RE2 as at Google."""

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

import re2

from deploy.local.emulator.formulas.library.failing import fail, not_available
from deploy.local.emulator.formulas.outcomes import ErrorValue
from deploy.local.emulator.formulas.registry import function
from deploy.local.emulator.formulas.values import Arg, Array, Failed, Value

if TYPE_CHECKING:
    from deploy.local.emulator.formulas.machine import Site

UNCERTAIN: Final = ("A number given as the text of a REGEX function is refused with #VALUE!.",)


@lru_cache(maxsize=512)
def compiled(text: str) -> Any:  # noqa: ANN401 - RE2 ships no types
    """Return RE2's pattern.

    Raises:
        re2.error: The text is not a regular expression of RE2.
    """
    options = re2.Options()
    # RE2 would print the expression, which is content of a cell.
    options.log_errors = False
    return re2.compile(text, options)


def _pattern(site: "Site", text: str) -> Any:  # noqa: ANN401 - RE2 ships no types
    try:
        return compiled(text)
    except (re2.error, ValueError):
        fail(
            "REF",
            f'Function {site.name} parameter 2 value "{text}" is not a valid regular expression.',
        )


def _subject(site: "Site", value: Value) -> str:
    if isinstance(value, bool | int | float):
        kind = "boolean" if isinstance(value, bool) else "number"
        shown = str(value).upper() if isinstance(value, bool) else f"{value:.15g}"
        fail(
            "VALUE",
            f"Function {site.name} parameter 1 expects text values. "
            f"But '{shown}' is a {kind} and cannot be coerced to a text.",
        )
    if isinstance(value, ErrorValue):
        raise Failed(value)
    return value or ""


@function("REGEXMATCH", "st", bound=True)
def _matches(site: "Site", value: Value, pattern: str) -> bool:
    return _pattern(site, pattern).search(_subject(site, value)) is not None


@function("REGEXEXTRACT", "st", bound=True)
def _extract(site: "Site", value: Value, pattern: str) -> Arg:
    text = _subject(site, value)
    found = _pattern(site, pattern).search(text)
    if found is None:
        not_available(
            f'Function REGEXEXTRACT parameter 2 value "{pattern}" does not match text of '
            f'Function REGEXEXTRACT parameter 1 value "{text}".'
        )
    groups = found.groups(default="")
    if len(groups) > 1:
        return Array([list(groups)])
    whole: Arg = groups[0] if groups else found[0]
    return whole


@function("REGEXREPLACE", "stt", bound=True)
def _replace(site: "Site", value: Value, pattern: str, new: str) -> str:
    text = _subject(site, value)
    found = _pattern(site, pattern)
    for number in re.findall(r"\$(\d)", new):
        if int(number) > found.groups:
            fail("REF", f'Function REGEXREPLACE parameter 3 value "{new}" is invalid.')

    def filled(match: Any) -> str:  # noqa: ANN401 - RE2 ships no types
        return re.sub(r"\$(\d)", lambda mark: match[int(mark[1])] or "", new)

    replaced: str = found.sub(filled, text)
    return replaced
