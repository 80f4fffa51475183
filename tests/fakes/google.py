"""A scripted HTTP session in place of Google, and a clock that only moves when told to."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import Any

from requests import Response

from functions.config import LOCAL_TIME


def answer(status: int, text: str = "{}") -> Response:
    """Return a finished HTTP answer."""
    response = Response()
    response.status_code = status
    response._content = text.encode()
    response.encoding = "utf-8"
    return response


class ScriptedSession:
    """Gives the next answer of a list, or raises it; remembers what was asked."""

    def __init__(self, *answers: Response | Exception) -> None:
        self._answers: list[Response | Exception] = list(answers)
        self.requests: list[tuple[str, str]] = []

    def request(self, method: str, url: str, **_: Any) -> Response:  # noqa: ANN401 - requests' own
        """Answer one request."""
        self.requests.append((method, url))
        found = self._answers.pop(0)
        if isinstance(found, Exception):
            raise found
        return found


class FakeTime:
    """Seconds that pass only by sleeping."""

    def __init__(self) -> None:
        self.seconds = 0.0
        self.pauses: list[float] = []

    def now(self) -> float:
        """Return the seconds that have passed."""
        return self.seconds

    def sleep(self, seconds: float) -> None:
        """Let time pass."""
        self.pauses.append(seconds)
        self.seconds += seconds


class FakeClock:
    """The port `Clock`: a moment that tests move."""

    def __init__(self, moment: datetime = datetime(2024, 8, 13, 2, tzinfo=LOCAL_TIME)) -> None:
        self.moment = moment

    def now(self) -> datetime:
        """Return the moment."""
        return self.moment

    def pass_time(self, **units: float) -> None:
        """Move on by a timedelta given in units."""
        self.moment += timedelta(**units)


Steps = Sequence[tuple[str, int, int]]


def recorder() -> tuple[list[tuple[str, int, int]], Callable[[str, int, int], None]]:
    """Return a list and a progress callback that fills it."""
    steps: list[tuple[str, int, int]] = []
    return steps, lambda step, done, total: steps.append((step, done, total))
