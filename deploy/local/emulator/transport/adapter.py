"""Lets unmodified clients built on ``requests`` reach the application without a socket."""

import io
from collections.abc import Mapping
from urllib.parse import urlsplit

import requests
from requests.adapters import BaseAdapter
from requests.structures import CaseInsensitiveDict
from urllib3 import HTTPResponse

from deploy.local.emulator.app import LocalGoogle, parse_query
from deploy.local.emulator.call import Call, Reply
from deploy.local.emulator.faults import Dropped


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
        """
        del stream, timeout, verify, cert, proxies
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
        try:
            reply = self._app.handle(call)
        except Dropped as dropped:
            if dropped.reply is not None:
                raise requests.exceptions.ChunkedEncodingError(str(dropped)) from None
            raise requests.ConnectionError(str(dropped), request=request) from None
        return _response(request, reply)

    def close(self) -> None:
        """Nothing to let go of: the application belongs to the caller."""


def _response(request: requests.PreparedRequest, reply: Reply) -> requests.Response:
    headers = dict(reply.headers)
    headers["Content-Type"] = reply.content_type
    headers["Content-Length"] = str(len(reply.body))
    response = requests.Response()
    response.status_code = reply.status
    response.reason = "OK" if response.ok else "Error"
    response.headers = CaseInsensitiveDict(headers)
    response.encoding = requests.utils.get_encoding_from_headers(response.headers)
    response.raw = HTTPResponse(
        io.BytesIO(reply.body), headers=headers, status=reply.status, preload_content=False
    )
    response.url = str(request.url)
    response.request = request
    return response
