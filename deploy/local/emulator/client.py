"""Sends unmodified gspread to the local Google: ``gspread.service_account(http_client=...)``."""

from typing import Any

import gspread
import requests

HOSTS = ("https://sheets.googleapis.com", "https://www.googleapis.com")
"""The hosts that gspread's requests name."""


def local_http_client(base: str) -> type[gspread.HTTPClient]:
    """Return gspread's HTTP client with Google's hosts replaced by ``base``.

    Pass it as ``http_client`` to ``gspread.service_account``, ``gspread.authorize`` or
    ``gspread.Client``; nothing else about gspread changes.
    """

    class LocalHTTPClient(gspread.HTTPClient):
        """gspread's client of one local server."""

        def request(
            self,
            method: str,
            endpoint: str,
            *arguments: Any,  # noqa: ANN401 - gspread's own parameters, passed on
            **options: Any,  # noqa: ANN401
        ) -> requests.Response:
            """Send a request to the local server."""
            for host in HOSTS:
                endpoint = endpoint.replace(host, base, 1)
            response: requests.Response = super().request(method, endpoint, *arguments, **options)
            return response

    return LocalHTTPClient
