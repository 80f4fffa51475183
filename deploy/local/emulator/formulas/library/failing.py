"""Ends a function with one of Google's errors."""

from typing import NoReturn

from deploy.local.emulator.formulas.outcomes import ErrorValue
from deploy.local.emulator.formulas.values import Failed


def fail(kind: str, sentence: str) -> NoReturn:
    """End the function with an error of the type ``kind``."""
    raise Failed(ErrorValue(kind, sentence))


def not_available(sentence: str) -> NoReturn:
    """End the function with #N/A."""
    fail("N_A", sentence)


def divided_by_zero(function: str) -> NoReturn:
    """End the function with #DIV/0! because there was nothing to divide by."""
    fail("DIVIDE_BY_ZERO", f"Evaluation of function {function} caused a divide by zero error.")


def different_size(function: str) -> NoReturn:
    """End the function with #VALUE! because its ranges do not fit each other."""
    fail("VALUE", f"Array arguments to {function} are of different size.")
