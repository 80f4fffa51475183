"""Joins and splits texts."""

import re
from typing import TYPE_CHECKING

from deploy.local.emulator.formulas.coercion import number_in, to_text
from deploy.local.emulator.formulas.library.failing import fail
from deploy.local.emulator.formulas.registry import function
from deploy.local.emulator.formulas.values import Arg, Array, Value, array_of, flat

if TYPE_CHECKING:
    from deploy.local.emulator.formulas.machine import Site


def _texts(site: "Site", given: tuple[Arg, ...]) -> list[str]:
    locale = site.world.locale
    return [to_text(value, locale) for part in given for value in flat(part)]


@function("CONCATENATE", "r", repeat=1, bound=True)
def _concatenate(site: "Site", *given: Arg) -> str:
    return "".join(_texts(site, given))


@function("JOIN", "tr", repeat=1, bound=True)
def _join(site: "Site", mark: str, *given: Arg) -> str:
    for part in given:
        array = array_of(part)
        if 1 not in (array.height, array.width):
            fail("VALUE", "JOIN range must be a single row or a single column.")
    return mark.join(_texts(site, given))


@function("TEXTJOIN", "rbr", repeat=1, bound=True)
def _textjoin(site: "Site", marks: Arg, skip: bool, *given: Arg) -> str:  # noqa: FBT001
    texts = [text for text in _texts(site, given) if text or not skip]
    between = _texts(site, (marks,))
    pieces = [
        text + (between[at % len(between)] if at < len(texts) - 1 else "")
        for at, text in enumerate(texts)
    ]
    return "".join(pieces)


@function("SPLIT", "ttbb", least=2, bound=True)
def _split(
    site: "Site",
    text: str,
    marks: str,
    each: bool = True,  # noqa: FBT001, FBT002 - arguments of a formula have no names
    no_empty: bool = True,  # noqa: FBT001, FBT002 - the same
) -> Array:
    if not text:
        fail("VALUE", "Function SPLIT parameter 1 value should be non-empty.")
    if not marks:
        fail("VALUE", "Function SPLIT parameter 2 value should be non-empty.")
    cut = f"[{re.escape(marks)}]" if each else re.escape(marks)
    pieces = [piece for piece in re.split(cut, text) if piece or not no_empty]
    found: list[Value] = [_typed(site, piece) for piece in pieces]
    return Array([found or [None]])


def _typed(site: "Site", piece: str) -> Value:
    number = number_in(piece, site.world.locale)
    return (piece or None) if number is None else number
