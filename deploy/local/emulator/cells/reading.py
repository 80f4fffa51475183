"""What the readers of typed text hand back."""

from typing import NamedTuple


class Read(NamedTuple):
    """A number that a text stands for, and the number format it brings along, if any."""

    number: float
    kind: str = ""
    pattern: str = ""
