"""Whatever paths, queries, verbs and bytes the local Google is sent, it answers."""

import re
import socket
from collections.abc import Iterator

import pytest
import requests
from hypothesis import given, settings
from hypothesis import strategies as st

from deploy.local.emulator import serve
from deploy.local.emulator.routes import ROUTES, Route
from tests.properties.fuzzed import (
    BODY_ROUTES,
    Fuzzed,
    check_form,
    few,
    fuzzed_application,
    path_of,
)


@pytest.fixture(scope="module")
def fuzzed() -> Iterator[Fuzzed]:
    """The application all examples talk to."""
    with fuzzed_application() as found:
        yield found


PIECES = [
    *["%", "%zz", "%00", "%2F", "%c0%af", "%ed%a0%80", "%F0%9F%8C%9F", "+", "%2B", "..", "%3A"],
    *["A1", "Sheet1!A1", "%27", "%27%27!A1", "!", "!!", ":", "A:", "A1:B2:C3", "R1C1", "$A$1"],
    *["A0", "ZZZZ1", "A99999999999", "a" * 3000, "Sheet1!", "-1", "1e5", "０", "A1:%00", "'A1"],
]
QUERIES = [
    *["fields=", "fields=*", "fields=(", "fields=sheets(data", "fields=" + "a(" * 900, "alt=media"],
    *["fields=" + "a." * 3000 + "a", "ranges=", "ranges=%zz", "ranges=A1&ranges=Nope", "q=%27"],
    *["includeGridData=maybe", "pageSize=-1", "pageSize=1e9", "pageToken=~-5", "orderBy=x%20desc"],
    *["q=" + "(" * 2000, "q=name%20contains%20%27%5C", "&&&", "=", "a", "%", "%00=%00", "key=%ff"],
    *[
        "valueRenderOption=",
        "majorDimension=DIAGONAL",
        "mimeType=",
        "mimeType=text/csv",
        "fields=$",
    ],
    *[
        "pageSize=" + "9" * 5000,
        "prettyPrint=false",
        "prettyPrint=x",
        "callback=x",
        "q=" + "not " * 3000,
    ],
    *["q=name%20=%20%27" + "x" * 5000, "orderBy=" + "," * 500, "access_token=x", "upload_id=1"],
]


@pytest.mark.parametrize("route", ROUTES, ids=lambda route: f"{route.verb} {route.method}")
@given(data=st.data())
@settings(parent=few, max_examples=20)
def test_paths_and_queries_of_every_route(
    fuzzed: Fuzzed, route: Route, data: st.DataObject
) -> None:
    """Odd ranges, ids, encodings and parameters are understood or refused."""
    piece = data.draw(st.sampled_from(PIECES))
    book = fuzzed.copy()
    named = data.draw(st.sampled_from([book, book, piece]))
    query = "&".join(data.draw(st.lists(st.sampled_from(QUERIES), max_size=2)))
    body = {"values": [["x"]]} if route.verb in ("POST", "PUT") else None
    reply = fuzzed.send(route.verb, path_of(route, named, piece), body, query)
    check_form(reply)
    fuzzed.send("DELETE", f"/drive/v3/files/{book}")


RAW_BODIES = [
    *[b"{", b"[", b"]", b"{}}", b'"x"', b"null", b"0", b"\xff\xfe", b"\xef\xbb\xbf{}", b"{'a':1}"],
    *[b"[" * 100_000, b'{"a":' * 100_000, b'{"requests":[' * 2000, b"NaN", b'{"values":[[NaN]]}'],
    *[b'{"values":[[1e999]]}', b'{"values":[[-Infinity]]}', b'{"values":[["\\ud800"]]}'],
    *[b'{"values":[[' + b"9" * 5000 + b"]]}", b'{"values":[[1,2],3]}', b'{"values":{"a":1}}'],
    *[b'{"values":[[' + b"[" * 500 + b"]" * 500 + b"]]}", b'{"a":1,"a":2}', b"\x00", b'{"\x00":1}'],
    *[b'{"requests":[{"addSheet":{},"deleteSheet":{}}]}', b'{"requests":[{}]}', b'{"requests":{}}'],
    *[b'{"requests":[null]}', b'{"requests":[[[]]]}', b'{"requests":"x"}', b'{"requests":[1]}'],
]


@pytest.mark.parametrize("route", BODY_ROUTES, ids=lambda route: f"{route.verb} {route.method}")
def test_broken_bodies_of_every_route(fuzzed: Fuzzed, route: Route) -> None:
    """What is no JSON, or no JSON object, is refused without effect."""
    book = fuzzed.copy()
    for raw in RAW_BODIES:
        for query in ("valueInputOption=RAW", "valueInputOption=USER_ENTERED"):
            reply = fuzzed.send(route.verb, path_of(route, book, "A1"), raw, query)
            check_form(reply)
    fuzzed.check_alive(book)


@given(
    verb=st.sampled_from(["GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "BREW", ""]),
    parts=st.lists(
        st.sampled_from(
            ["v4", "spreadsheets", "drive", "v3", "files", "..", "", "%2F", "x:y", "_"]
        ),
        max_size=6,
    ),
    ending=st.sampled_from(["", ":", ":batchUpdate", ":clear", "/", "?", "#", "\r\n", "\x00"]),
)
@settings(parent=few, max_examples=80)
def test_unknown_methods(fuzzed: Fuzzed, verb: str, parts: list[str], ending: str) -> None:
    """A verb or path nobody knows is not found."""
    reply = fuzzed.send(verb, "/" + "/".join(parts) + ending)
    check_form(reply)


LINE = b"GET /_local/health HTTP/1.1\r\n"
REQUESTS = {
    "nothing": b"\r\n\r\n",
    "noise": bytes(range(1, 256)),
    "no version": b"GET /v4/spreadsheets\r\n\r\n",
    "old version": b"GET /v4/spreadsheets/x HTTP/0.9\r\n\r\n",
    "future version": b"GET / HTTP/9.9\r\n\r\n",
    "long line": b"GET /" + b"a" * 70_000 + b" HTTP/1.1\r\n\r\n",
    "long header": LINE + b"X: " + b"a" * 70_000 + b"\r\n\r\n",
    "many headers": LINE + b"X: y\r\n" * 300 + b"\r\n",
    "no colon": LINE + b"broken\r\n\r\n",
    "negative length": LINE + b"Content-Length: -1\r\n\r\n",
    "word as length": LINE + b"Content-Length: ten\r\n\r\n",
    "huge length": LINE + b"Content-Length: 99999999999999\r\n\r\n",
    "two lengths": LINE + b"Content-Length: 0\r\nContent-Length: 5\r\n\r\n",
    "chunked": LINE + b"Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n",
    "raw bytes in path": b"GET /v4/\xff\xfe HTTP/1.1\r\nAuthorization: Bearer a@b\r\n\r\n",
    "absolute address": b"GET http://x/v4/x HTTP/1.1\r\nAuthorization: Bearer a\r\n\r\n",
    "raw bytes in token": b"GET /v4/spreadsheets/x HTTP/1.1\r\nAuthorization: Bearer \xff\r\n\r\n",
    "star": b"OPTIONS * HTTP/1.1\r\n\r\n",
    "tunnel": b"CONNECT sheets.googleapis.com:443 HTTP/1.1\r\n\r\n",
    "unfinished body": b"POST /v4/spreadsheets HTTP/1.1\r\nContent-Length: 50\r\n\r\n{",
}


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """The address of a server on a socket."""
    with serve(None) as base:
        yield base


@pytest.mark.parametrize("sent", list(REQUESTS.values()), ids=list(REQUESTS))
def test_malformed_http(address: str, sent: bytes, capfd: pytest.CaptureFixture[str]) -> None:
    """What is no proper HTTP is answered or dropped, silently, and the server goes on."""
    port = int(address.rpartition(":")[2])
    with socket.create_connection(("127.0.0.1", port), timeout=10) as line:
        line.sendall(sent)
        line.shutdown(socket.SHUT_WR)
        answer = b""
        while part := line.recv(65536):
            answer += part
    statuses = [int(code) for code in re.findall(rb"^HTTP/1\.[01] (\d{3})", answer, re.MULTILINE)]
    assert all(status < 500 or status in (501, 505) for status in statuses)
    assert requests.get(f"{address}/_local/health", timeout=10).json() == {"status": "ok"}
    assert "Traceback" not in capfd.readouterr().err
