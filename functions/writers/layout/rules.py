"""Conditional formats: ours stand on top and whole, those of people stay as they are."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from functions.domain.look import Json
from functions.ports import Request
from functions.writers.layout.spans import covers, plain_words, same_colour

_REFERENCE = re.compile(r"\$?[A-Z]{0,3}\$?\d+|\$?[A-Z]{1,3}:\$?[A-Z]{1,3}")

Rule = Mapping[str, object]


def colour_rule(
    where: Json, condition: Json, background: Json | None, text: Json | None = None
) -> Rule:
    """Return an API `ConditionalFormatRule` that colours cells, or their text, on a condition."""
    look: dict[str, object] = {}
    if background:
        look["backgroundColorStyle"] = background
    if text:
        look["textFormat"] = {"foregroundColorStyle": text}
    return {
        "ranges": [dict(where)],
        "booleanRule": {"condition": dict(condition), "format": look},
    }


def mend_rules(
    sheet_id: int, wanted: Sequence[Rule], have: Sequence[Rule], row_count: int
) -> list[Request]:
    """Return the requests that bring our rules back, in their order; none when they are there.

    Pasting cuts rules into pieces and doubles them, so ours are told by what they say, wherever
    they point: the same kind of condition with the same colour.
    """
    families = [_family(each) for each in wanted]
    ours = [index for index, each in enumerate(have) if _family(each) in families]
    if len(ours) == len(wanted) and all(
        _same(have[index], rule, row_count) for index, rule in zip(ours, wanted, strict=True)
    ):
        return []
    # From the last one on, so that the indexes of the others stay right.
    requests: list[Request] = [
        {"deleteConditionalFormatRule": {"sheetId": sheet_id, "index": index}}
        for index in reversed(ours)
    ]
    # The topmost that holds gives the colour: the last one added is the topmost.
    requests += [
        {"addConditionalFormatRule": {"rule": rule, "index": 0}} for rule in reversed(wanted)
    ]
    return requests


def _same(have: Rule, want: Rule, row_count: int) -> bool:
    have_ranges, want_ranges = have.get("ranges"), want.get("ranges")
    return (
        isinstance(have_ranges, list)
        and isinstance(want_ranges, list)
        and len(have_ranges) == len(want_ranges)
        and all(
            covers(one, other, row_count)
            for one, other in zip(have_ranges, want_ranges, strict=True)
        )
        and _condition(have) == _condition(want)
        and same_colour(_background(have), _background(want))
    )


def _family(rule: Rule) -> tuple[str, str, str]:
    """Return what a rule says and shows, without where."""
    kind, words = _condition(rule)
    return kind, _REFERENCE.sub("", words), str(_background(rule) is not None)


def _condition(rule: Rule) -> tuple[str, str]:
    found = _boolean(rule).get("condition", {})
    condition: Mapping[str, object] = found if isinstance(found, Mapping) else {}
    values = condition.get("values", ())
    words = [str(each.get("userEnteredValue")) for each in values if isinstance(each, Mapping)]  # type: ignore[attr-defined]
    return str(condition.get("type")), "|".join(plain_words(each) for each in words)


def _background(rule: Rule) -> Json | None:
    look = _boolean(rule).get("format", {})
    found = look.get("backgroundColorStyle") if isinstance(look, Mapping) else None
    return found if isinstance(found, Mapping) else None


def _boolean(rule: Rule) -> Mapping[str, object]:
    found = rule.get("booleanRule", {})
    return found if isinstance(found, Mapping) else {}
