"""Credentials, time limits and retries of gspread's HTTP clients."""

from datetime import datetime, timedelta
from types import SimpleNamespace

import google.auth.credentials
import gspread
import pytest
from gspread.exceptions import APIError

from deploy.local.emulator import LocalGoogleAdapter, create_app
from deploy.local.emulator.shapes import JsonValue
from tests.conformance.reach import DRIVE, OWNER, SHEETS, Server

EXPIRY = datetime(2030, 1, 1)  # noqa: DTZ001 - google-auth keeps UTC without saying so


class _Credentials(google.auth.credentials.Credentials):  # type: ignore[misc]
    """Credentials whose token is the owner's address."""

    def refresh(self, request: JsonValue) -> None:  # noqa: ARG002 - the base's parameter
        """Obtain the token."""
        self.token, self.expiry = OWNER, EXPIRY


@pytest.mark.local_only
def test_google_auth_signs_requests() -> None:
    """A client with credentials fetches the token, sends it and knows when it expires."""
    app = create_app(None)
    client = gspread.Client(_Credentials())
    session = client.http_client.session
    for host in (SHEETS, DRIVE):
        session.mount(host, LocalGoogleAdapter(app))
    client.http_client.login()
    assert session.headers["Authorization"] == f"Bearer {OWNER}"
    assert client.expiry - EXPIRY == timedelta(0)
    assert client.create("signed").list_permissions()[0]["emailAddress"] == OWNER
    session.close()
    app.close()


@pytest.mark.local_only
def test_timeouts_are_kept(client: gspread.Client) -> None:
    """The time limit goes with every request; a quick answer is not disturbed."""
    client.set_timeout((20, 20))
    assert client.http_client.timeout == (20, 20)
    assert client.create("in time").title == "in time"
    client.http_client.set_timeout(None)
    assert client.http_client.timeout is None


@pytest.mark.parametrize("status", [429, 503])
@pytest.mark.local_only
def test_backing_off_gets_through_injected_errors(
    server: Server, monkeypatch: pytest.MonkeyPatch, status: int
) -> None:
    """The client that backs off waits 2, then 4 seconds, and then has its answer."""
    waits: list[int] = []
    monkeypatch.setattr("gspread.http_client.time", SimpleNamespace(sleep=waits.append))
    patient = server.sign_in(OWNER, gspread.BackOffHTTPClient)
    made = patient.create("patient")
    server.control("POST", "faults", {"method": "spreadsheets.get", "status": status, "count": 2})
    assert [one.title for one in made.worksheets()] == ["Sheet1"]
    assert waits == [2, 4]
    (report,) = server.control("GET", "faults")["faults"]
    assert (report["injected"], report["remaining"]) == (2, 0)


@pytest.mark.recorded
def test_quota_errors_have_googles_form(server: Server, client: gspread.Client) -> None:
    """429 names the metric, the limit and the service, in words and in details."""
    made = client.create("busy")
    server.control("POST", "faults", {"method": "spreadsheets.get", "status": 429})
    with pytest.raises(APIError) as caught:
        made.worksheets()
    error = caught.value.error
    assert (error["code"], error["status"]) == (429, "RESOURCE_EXHAUSTED")
    assert error["message"].startswith(
        "Quota exceeded for quota metric 'Read requests' and limit 'Read requests per minute per "
        "user' of service 'sheets.googleapis.com' for consumer 'project_number:"
    )
    (detail,) = error["details"]
    assert detail["@type"] == "type.googleapis.com/google.rpc.ErrorInfo"
    assert detail["reason"] == "RATE_LIMIT_EXCEEDED"
    assert detail["metadata"]["quota_limit"] == "ReadRequestsPerMinutePerUser"
    assert detail["metadata"]["quota_metric"] == "sheets.googleapis.com/read_requests"
    assert detail["metadata"]["service"] == "sheets.googleapis.com"
    server.control("POST", "faults", {"method": "spreadsheets.values.update", "status": 429})
    with pytest.raises(APIError, match="Write requests per minute per user"):
        made.sheet1.update([["x"]])


@pytest.mark.local_only
def test_a_patient_client_does_not_repeat_wrong_requests(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    """400 and 404 are raised at once."""
    waits: list[int] = []
    monkeypatch.setattr("gspread.http_client.time", SimpleNamespace(sleep=waits.append))
    patient = server.sign_in(OWNER, gspread.BackOffHTTPClient)
    with pytest.raises(APIError):
        patient.create("x").values_get("Nothing!A1")
    assert waits == []
