"""What a formula can result in."""

from dataclasses import dataclass

_SHOWN = {
    "ERROR": "#ERROR!",
    "NULL_VALUE": "#NULL!",
    "DIVIDE_BY_ZERO": "#DIV/0!",
    "VALUE": "#VALUE!",
    "REF": "#REF!",
    "NAME": "#NAME?",
    "NUM": "#NUM!",
    "N_A": "#N/A",
}


@dataclass(frozen=True)
class ErrorValue:
    """Google's ErrorValue: one of its ErrorTypes and a sentence."""

    type: str
    message: str

    @property
    def shown(self) -> str:
        """What the cell displays."""
        return _SHOWN[self.type]


Scalar = bool | int | float | str


@dataclass(frozen=True)
class Outcome:
    """A computed cell: its value (None is blank) and the number format it suggests.

    ``like`` is the cell (sheetId, row, column) that a plain reference repeats: its format is
    repeated as well.
    """

    value: Scalar | ErrorValue | None
    number_format: str | None = None
    like: tuple[int, int, int] | None = None


PARSE_ERROR = ErrorValue("ERROR", "Formula parse error.")
CIRCULAR = ErrorValue(
    "REF",
    "Circular dependency detected. To resolve with iterative calculation, see File > Settings.",
)
ENGINE_ERRORS = {
    "Div": ErrorValue("DIVIDE_BY_ZERO", "Function DIVIDE parameter 2 cannot be zero."),
    "Na": ErrorValue("N_A", "Value not available."),
    "Name": ErrorValue("NAME", "Unknown range name."),
    "Ref": ErrorValue("REF", "Reference does not exist."),
    "Value": ErrorValue("VALUE", "A parameter has the wrong type of value."),
    "Num": ErrorValue("NUM", "A number is out of range."),
    "Null": ErrorValue("NULL_VALUE", "The ranges do not meet."),
    "Circ": CIRCULAR,
    "Spill": ErrorValue("REF", "Array result was not expanded because it would overwrite data."),
    "Error": PARSE_ERROR,
}

BY_NAME = {
    "#REF!": ENGINE_ERRORS["Ref"],
    "#N/A": ENGINE_ERRORS["Na"],
    "#DIV/0!": ENGINE_ERRORS["Div"],
    "#VALUE!": ENGINE_ERRORS["Value"],
    "#NAME?": ENGINE_ERRORS["Name"],
    "#NUM!": ENGINE_ERRORS["Num"],
    "#NULL!": ENGINE_ERRORS["Null"],
    "#ERROR!": PARSE_ERROR,
}
"""Errors written out in a formula."""


def unknown_function(name: str) -> ErrorValue:
    """#NAME? for a function nobody has."""
    return ErrorValue("NAME", f"Unknown function: '{name}'.")


def unknown_name(name: str) -> ErrorValue:
    """#NAME? for a range nobody named."""
    return ErrorValue("NAME", f"Unknown range name: '{name}'.")


def missing_sheet(title: str) -> ErrorValue:
    """#REF! for a tab that is not there."""
    return ErrorValue("REF", f"Unresolved sheet name '{title}'.")


def unsupported(what: str) -> ErrorValue:
    """#ERROR! that says loudly that Google could do this and the local server cannot."""
    return ErrorValue("ERROR", f"The local server does not support {what}.")
