"""The functions the local server computes itself, each with what it asks for."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

Function = Callable[..., Any]


@dataclass(frozen=True)
class Definition:
    """One function.

    ``letters`` says what each argument is turned into: ``n`` a number, ``i`` a whole number, ``t``
    a text, ``b`` a boolean, ``s`` one value as it is (errors end the computing), ``e`` one value,
    errors included, ``r`` whatever was given, with all its cells. Arguments beyond the letters
    take the last ``repeat`` letters again. ``bound`` functions get a ``Call`` first. ``lazy``
    functions get a ``Call`` and the trees of their arguments instead of values. ``arrays`` lets
    arguments be computed for whole arrays, as inside ARRAYFORMULA.
    """

    name: str
    run: Function
    letters: str
    least: int
    most: int | None
    repeat: int = 0
    bound: bool = False
    lazy: bool = False
    arrays: bool = False

    def letter(self, place: int) -> str:
        """Return the letter of an argument counted from 0."""
        if place < len(self.letters):
            return self.letters[place]
        return self.letters[
            len(self.letters) - self.repeat + (place - len(self.letters)) % self.repeat
        ]


FUNCTIONS: dict[str, Definition] = {}
"""All definitions by name."""


def function(
    names: str,
    letters: str,
    *,
    least: int | None = None,
    repeat: int = 0,
    bound: bool = False,
    lazy: bool = False,
    arrays: bool = False,
) -> Callable[[Function], Function]:
    """Register a function under one name or several, separated by spaces.

    ``least`` is the smallest number of arguments, by default one for each letter.
    """

    def register(run: Function) -> Function:
        for name in names.split():
            FUNCTIONS[name] = Definition(
                name,
                run,
                letters,
                len(letters) if least is None else least,
                None if repeat else len(letters),
                repeat,
                bound,
                lazy,
                arrays,
            )
        return run

    return register
