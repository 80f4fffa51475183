"""Whatever bodies the local Google is sent, it answers in Google's form and stays whole."""

import json
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deploy.local.emulator.discovery.tables import api
from deploy.local.emulator.routes import Route
from deploy.local.emulator.shapes import Json, JsonValue
from tests.properties.fuzzed import (
    BODY_ROUTES,
    Fuzzed,
    check_form,
    few,
    fuzzed_application,
    path_of,
    schema_of,
)
from tests.properties.google_bodies import HOSTILE, ODD_NUMBERS, TEXTS, bodies, damaged
from tests.properties.google_content import ADDED, CONTENT

SHEETS = api("sheets")
KINDS = sorted(SHEETS.schemas["Request"])


@pytest.fixture(scope="module")
def fuzzed() -> Iterator[Fuzzed]:
    """The application all examples talk to."""
    with fuzzed_application() as found:
        yield found


@pytest.mark.parametrize("kind", KINDS)
@given(data=st.data())
@settings(parent=few, max_examples=9)
def test_one_request_of_a_batch(fuzzed: Fuzzed, kind: str, data: st.DataObject) -> None:
    """A request is done, and survives a copy, or it is refused and changes nothing."""
    schema = SHEETS.schemas["Request"][kind].removeprefix("ref ")
    body = data.draw(bodies(SHEETS, schema, wild=data.draw(st.booleans())))
    _batch(fuzzed, {"requests": [{kind: body}]})


def _batch(fuzzed: Fuzzed, body: JsonValue) -> None:
    book = fuzzed.copy()
    before = fuzzed.file(book)
    reply = fuzzed.send("POST", f"/v4/spreadsheets/{book}:batchUpdate", body)
    check_form(reply)
    if reply.status == 200:
        fuzzed.check_alive(book)
        twin = fuzzed.copy(book)
        assert fuzzed.shown(twin) == fuzzed.shown(book)
        fuzzed.send("DELETE", f"/drive/v3/files/{twin}")
    else:
        assert fuzzed.file(book) == before
        assert fuzzed.state(book) == fuzzed.untouched
    fuzzed.send("DELETE", f"/drive/v3/files/{book}")


@pytest.mark.parametrize("request_", [*CONTENT, *ADDED], ids=lambda one: next(iter(one)))
@given(data=st.data())
@settings(parent=few, max_examples=10)
def test_damaged_requests(fuzzed: Fuzzed, request_: Json, data: st.DataObject) -> None:
    """A good request with a wrong part is done or refused in Google's form."""
    _batch(fuzzed, {"requests": [data.draw(damaged(request_))]})


@given(data=st.data())
@settings(parent=few, max_examples=80)
def test_batches_of_any_requests(fuzzed: Fuzzed, data: st.DataObject) -> None:
    """Several requests are done all or not at all."""
    made = bodies(SHEETS, "Request", wild=data.draw(st.booleans()))
    requests = data.draw(st.lists(made, max_size=4))
    singled = [dict([next(iter(one.items()))]) for one in requests if one]
    good = {"appendDimension": {"sheetId": 0, "dimension": "ROWS", "length": 1}}
    _batch(fuzzed, {"requests": [good, *singled, *requests[:1]]})


@pytest.mark.parametrize("route", BODY_ROUTES, ids=lambda route: f"{route.verb} {route.method}")
@given(data=st.data())
@settings(parent=few, max_examples=10)
def test_bodies_of_every_route(fuzzed: Fuzzed, route: Route, data: st.DataObject) -> None:
    """Every method that takes a body takes or refuses any."""
    tables = api("drive" if route.drive else "sheets")
    made = bodies(tables, schema_of(route), wild=data.draw(st.booleans()))
    body = data.draw(st.one_of(made, made, st.sampled_from(HOSTILE)))
    place = data.draw(st.sampled_from(["Sheet1", "A1:B2", "0", "77", "C3", "%F0%9F%8C%9F"]))
    options = ["valueInputOption=USER_ENTERED", "valueInputOption=RAW&includeValuesInResponse=1"]
    query = data.draw(st.sampled_from([*options, "", "fields=id", "uploadType=media"]))
    book = fuzzed.copy()
    reply = fuzzed.send(route.verb, path_of(route, book, place), body, query)
    check_form(reply)
    if reply.status == 200:
        fuzzed.send("DELETE", f"/drive/v3/files/{json.loads(reply.body).get('id', 'x')}")
    fuzzed.send("DELETE", f"/drive/v3/files/{book}")


@given(
    rows=st.lists(
        st.lists(
            st.one_of(
                st.text(max_size=12),
                st.sampled_from([*TEXTS, "=A1", "='", "={1;2}", "=SUM(", "=-", "=A:A", "=ZZZ9999"]),
                st.floats(allow_nan=False, allow_infinity=False),
                ODD_NUMBERS,
                st.none(),
                st.booleans(),
            ),
            max_size=4,
        ),
        max_size=4,
    ),
    option=st.sampled_from(["RAW", "USER_ENTERED"]),
    shown=st.sampled_from(["FORMATTED_VALUE", "UNFORMATTED_VALUE", "FORMULA"]),
    locale=st.sampled_from(["vi_VN", "en_US", "de_DE"]),
)
@settings(parent=few, max_examples=120)
def test_any_values(
    fuzzed: Fuzzed, rows: list[list[JsonValue]], option: str, shown: str, locale: str
) -> None:
    """Any texts and numbers are taken or refused, and everything taken can be read again."""
    book = fuzzed.copy()
    change = {"updateSpreadsheetProperties": {"properties": {"locale": locale}, "fields": "locale"}}
    fuzzed.send("POST", f"/v4/spreadsheets/{book}:batchUpdate", {"requests": [change]})
    query = f"valueInputOption={option}&includeValuesInResponse=true"
    for verb, place in (("PUT", "B2"), ("POST", "A1:append")):
        path = f"/v4/spreadsheets/{book}/values/{place}"
        check_form(fuzzed.send(verb, path, {"values": rows}, query))
    for rendering in ("SERIAL_NUMBER", "FORMATTED_STRING"):
        query = f"valueRenderOption={shown}&dateTimeRenderOption={rendering}"
        read = fuzzed.send("GET", f"/v4/spreadsheets/{book}/values/A1:H12", query=query)
        assert read.status == 200, read.body.decode()
    fuzzed.state(book)
    for kind in ("text/csv", "text/tab-separated-values"):
        check_form(fuzzed.send("GET", f"/drive/v3/files/{book}/export", query=f"mimeType={kind}"))
    fuzzed.send("DELETE", f"/drive/v3/files/{book}")
