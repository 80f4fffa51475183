"""Lets unmodified clients built on ``requests`` reach the application without a socket."""

import io
import time
from collections.abc import Mapping
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import requests
from requests.adapters import BaseAdapter
from requests.structures import CaseInsensitiveDict
from urllib3 import HTTPResponse

from deploy.local.emulator.app import LocalGoogle, parse_query
from deploy.local.emulator.call import Call, Reply
from deploy.local.emulator.faults import Dropped

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer as Buffer


class LocalGoogleAdapter(BaseAdapter):
    """A transport to mount on a ``requests.Session`` for Google's hosts."""

    def __init__(self, app: LocalGoogle) -> None:
        super().__init__()
        self._app = app

    def send(
        self,
        request: requests.PreparedRequest,
        stream: bool = False,  # noqa: FBT001, FBT002
        timeout: float | tuple[float, float] | tuple[float, None] | None = None,
        verify: bool | str = True,  # noqa: FBT001, FBT002
        cert: bytes | str | tuple[bytes | str, bytes | str] | None = None,
        proxies: Mapping[str, str] | None = None,
    ) -> requests.Response:
        """Answer a request inside the process.

        Raises:
            requests.ConnectionError: A fault asked for the connection to break.
            requests.ReadTimeout: The answer took longer than ``timeout`` allows.
        """
        del stream, verify, cert, proxies
        patience = timeout[1] if isinstance(timeout, tuple) else timeout
        parts = urlsplit(str(request.url))
        body = request.body or b""
        headers = {name.lower(): str(value) for name, value in request.headers.items()}
        call = Call(
            str(request.method),
            parts.path,
            parse_query(parts.query),
            headers,
            body.encode("utf-8") if isinstance(body, str) else bytes(body),
        )
        start = time.monotonic()
        try:
            reply = self._app.handle(call)
        except Dropped as dropped:
            if dropped.reply is not None:
                raise requests.exceptions.ChunkedEncodingError(str(dropped)) from None
            raise requests.ConnectionError(str(dropped), request=request) from None
        if patience is not None and time.monotonic() - start > patience:
            raise requests.ReadTimeout("the answer came too late", request=request)
        return _response(request, reply, patience)

    def close(self) -> None:
        """Nothing to let go of: the application belongs to the caller."""


class _Trickle(io.RawIOBase):
    """A body that arrives piece by piece, to a reader that waits ``patience`` for each."""

    def __init__(self, reply: Reply, patience: float | None) -> None:
        super().__init__()
        self._pieces = reply.pieces()
        self._patience = patience
        self._waiting = b""

    def readable(self) -> bool:
        """Say that there may be more."""
        return True

    def readinto(self, buffer: "Buffer") -> int:
        """Wait for the next piece.

        Raises:
            TimeoutError: It takes too long.
        """
        if not self._waiting:
            seconds, self._waiting = next(self._pieces, (0.0, b""))
            if self._patience is not None and seconds > self._patience:
                time.sleep(self._patience)
                raise TimeoutError
            time.sleep(seconds)
        view = memoryview(buffer)
        taken, self._waiting = self._waiting[: len(view)], self._waiting[len(view) :]
        view[: len(taken)] = taken
        return len(taken)


def _response(
    request: requests.PreparedRequest, reply: Reply, patience: float | None
) -> requests.Response:
    headers = dict(reply.headers)
    headers["Content-Type"] = reply.content_type
    headers["Content-Length"] = str(len(reply.body))
    response = requests.Response()
    response.status_code = reply.status
    response.reason = "OK" if response.ok else "Error"
    response.headers = CaseInsensitiveDict(headers)
    response.encoding = requests.utils.get_encoding_from_headers(response.headers)
    response.raw = HTTPResponse(
        _Trickle(reply, patience), headers=headers, status=reply.status, preload_content=False
    )
    response.url = str(request.url)
    response.request = request
    return response
