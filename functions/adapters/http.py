"""How gspread talks to Google, real or local: paced, with bounded retries, counted.

gspread 6.2.1's own BackOffHTTPClient retries for ever and has no timeout, so this one replaces it
through the seam that gspread offers, its `http_client` class.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import requests
from google.auth.credentials import Credentials
from google.auth.exceptions import TransportError
from gspread.exceptions import APIError
from gspread.http_client import HTTPClient
from requests import Response

from functions.adapters.pacing import Pacer

TIMEOUT = (10, 180)
"""Seconds to connect and to wait for an answer; Google ends a request after 180 itself."""

_RETRIED = frozenset({429, 500, 502, 503, 504})
_REFUSED = frozenset({403, 429})
_RETRIED_403 = ("rateLimitExceeded", "userRateLimitExceeded")
_CAP_SECONDS = 64.0
_DEADLINE_SECONDS = 300.0
_NO_ANSWER = (
    requests.ConnectionError,
    requests.Timeout,
    requests.exceptions.ChunkedEncodingError,  # the body ended too early
    TransportError,
)
_HOSTS = ("https://sheets.googleapis.com", "https://www.googleapis.com")
_FORBIDDEN = 403


class PacedClient(HTTPClient):
    """gspread's client with a limiter in front and retries with full jitter behind.

    With `repeat_writes`, a write whose answer was lost is sent again: right for what writes cells
    by position, wrong for what adds, deletes or creates things.
    `reads` and `writes` count what was sent to Sheets, retries included.
    """

    def __init__(
        self,
        auth: Credentials,
        address: str = "",
        per_minute: int = 48,
        *,
        repeat_writes: bool = True,
        sleep: Callable[[float], None] = time.sleep,
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(auth)
        self._address = address
        self._repeat_writes = repeat_writes
        self._sleep = sleep
        self._now = now
        self._read_pacer = Pacer(per_minute, now, sleep)
        self._write_pacer = Pacer(per_minute, now, sleep)
        self.reads = 0
        self.writes = 0

    @contextmanager
    def sending_once(self) -> Iterator[None]:
        """Within the block, a write whose answer was lost is not sent again."""
        before, self._repeat_writes = self._repeat_writes, False
        try:
            yield
        finally:
            self._repeat_writes = before

    def request(  # noqa: PLR0917 - gspread's signature
        self,
        method: str,
        endpoint: str,
        params: Any = None,  # noqa: ANN401 - gspread's signature
        data: Any = None,  # noqa: ANN401 - gspread's signature
        json: Mapping[str, Any] | None = None,
        files: Any = None,  # noqa: ANN401 - gspread's signature
        headers: Any = None,  # noqa: ANN401 - gspread's signature
    ) -> Response:
        """Send one request; raise gspread's APIError, or requests' error when no answer came."""
        deadline = self._now() + _DEADLINE_SECONDS
        for attempt in range(1000):
            self._pace(method, endpoint)
            failure: Exception
            try:
                response = self.session.request(
                    method=method,
                    url=self._rewrite(endpoint),
                    json=json,
                    params=params,
                    data=data,
                    files=files,
                    headers=headers,
                    timeout=TIMEOUT,
                )
            except _NO_ANSWER as error:
                failure, refused = error, False
            else:
                if response.ok:
                    return response
                failure, refused = APIError(response), response.status_code in _REFUSED
                if not _may_retry(response):
                    raise failure
            # A refused request had no effect; any other may have had one.
            if not (refused or self._repeat_writes or method.lower() == "get"):
                raise failure
            pause = random.uniform(0, min(_CAP_SECONDS, 2.0**attempt))  # noqa: S311 - jitter
            if self._now() + pause > deadline:
                raise failure
            self._sleep(pause)
        raise AssertionError("the deadline ends the loop")

    def _rewrite(self, endpoint: str) -> str:
        if self._address:
            for host in _HOSTS:
                endpoint = endpoint.replace(host, self._address, 1)
        return endpoint

    def _pace(self, method: str, endpoint: str) -> None:
        if "/v4/spreadsheets" not in endpoint:
            return
        if method.lower() == "get":
            self._read_pacer.wait()
            self.reads += 1
        else:
            self._write_pacer.wait()
            self.writes += 1


def _may_retry(response: Response) -> bool:
    if response.status_code in _RETRIED:
        return True
    return response.status_code == _FORBIDDEN and any(
        reason in response.text for reason in _RETRIED_403
    )
