"""How long to wait before an answer, as the command line writes it: ``150ms``, ``0.2s``."""

import re

LONGEST = 60.0
_LATENCY = re.compile(r"(\d+(?:\.\d+)?)(ms|s)")


class BadLatencyError(ValueError):
    """The text is no duration, or one of more than a minute."""


def read_latency(text: str) -> float:
    """Return the seconds that ``150ms`` or ``0.2s`` stand for.

    Raises:
        BadLatencyError: The text is something else, or longer than a minute.
    """
    match = _LATENCY.fullmatch(text)
    seconds = float(match[1]) / (1000 if match[2] == "ms" else 1) if match else LONGEST + 1
    if seconds > LONGEST:
        raise BadLatencyError("a latency is written like 150ms or 0.2s and is at most a minute")
    return seconds
