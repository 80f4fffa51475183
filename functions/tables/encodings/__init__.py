"""Text that was written in one encoding and read in another."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from functions.tables.encodings import entities, legacy, mojibake

__all__ = ["Repaired", "possible", "repair"]


@dataclass(frozen=True, slots=True)
class Repaired:
    """A text in NFC and the code of the damage that was undone, empty when there was none.

    Codes: `html_entity`, `mojibake`, `legacy_tcvn3`, `legacy_vni`. Of several damages on top of
    each other the outermost is named.
    """

    text: str
    code: str = ""


def repair(text: str) -> Repaired:
    """Undo the damage of a wrong encoding where the text can be nothing else.

    Wants the cell as it was read: soft hyphens and no-break spaces are part of the evidence.
    Text that could have been typed as it stands comes back as it is, in NFC.
    """
    if text.isascii() and "&" not in text:
        return Repaired(text)
    text = unicodedata.normalize("NFC", text)
    first = ""
    while True:
        better, code = _undo_one(text)
        if not code:
            return Repaired(text, first)
        text = unicodedata.normalize("NFC", better)
        first = first or code


def possible(text: str) -> Iterator[Repaired]:
    """Yield what `text` says in each old encoding, however well it reads as it stands.

    For readers with a closed list: `Cã` is a word, but in a list of yes and no it is TCVN3.
    """
    return (
        Repaired(read, code) for read, code in legacy.possible(unicodedata.normalize("NFC", text))
    )


def _undo_one(text: str) -> tuple[str, str]:
    # Each of them shortens the text or leaves nothing that it would touch again: this ends.
    if (better := entities.unescape(text)) != text:
        return better, "html_entity"
    if (better := mojibake.undo(text)) != text:
        return better, "mojibake"
    return legacy.decode(text)
