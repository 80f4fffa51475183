"""The token endpoint, and what tokens allow."""

import base64
import json
import re
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from google.auth import crypt, jwt

from deploy.local.emulator import LocalGoogle, create_app
from deploy.local.emulator.call import Call
from deploy.local.emulator.oauth.authority import GOOGLES_ENDPOINT
from deploy.local.emulator.oauth.endpoint import JWT_BEARER
from deploy.local.emulator.oauth.robots import ROBOT
from deploy.local.emulator.shapes import Json
from tests.unit.deploy.local.emulator.conftest import Google
from tests.unit.deploy.local.emulator.signing import (
    DRIVE,
    SHEETS,
    ask,
    assertion,
    exchange,
    token,
)

SHEET = "application/vnd.google-apps.spreadsheet"


def test_a_robot_acts_for_a_person(keyed: LocalGoogle) -> None:
    """``sub`` names the person, who owns what is made."""
    access = token(keyed, DRIVE, sub="mai@example.test")
    google_ = Google(keyed)
    made = google_.ask("POST", "/drive/v3/files", {"mimeType": SHEET}, access)
    about = google_.ask("GET", "/drive/v3/about", user=access, fields="user(emailAddress)")
    assert about["user"]["emailAddress"] == "mai@example.test"
    google_.ask("DELETE", f"/drive/v3/files/{made['id']}", user=access)
    for subject in ("mai", "other@x.iam.gserviceaccount.com"):
        text = assertion(keyed, sub=subject)
        status, body = exchange(keyed, grant_type=JWT_BEARER, assertion=text)
        assert (status, body["error"]) == (400, "invalid_request")
    assert token(keyed, sub=ROBOT)


def _changed_signature(text: str) -> str:
    head, claims, _ = text.split(".")
    return f"{head}.{claims}.{base64.urlsafe_b64encode(bytes(256)).decode().rstrip('=')}"


def _other_header(text: str, header: Json) -> str:
    sealed = base64.urlsafe_b64encode(json.dumps(header).encode()).decode().rstrip("=")
    return ".".join([sealed, *text.split(".")[1:]])


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (lambda _text: "", "Bad Request"),
        (lambda _text: "a.b", "Bad Request"),
        (lambda _text: "é.é.é", "Bad Request"),
        (lambda _text: "W10.W10.W10", "Bad Request"),
        (lambda _text: "eA.eA.eA", "Bad Request"),
        (lambda text: f"{text}!", "Bad Request"),
        (_changed_signature, "Invalid JWT Signature."),
        (lambda text: _other_header(text, {"alg": "none"}), "Invalid JWT Signature."),
        (lambda text: _other_header(text, {"alg": "RS256", "kid": "x"}), "Invalid JWT Signature."),
    ],
)
def test_damaged_assertions(
    keyed: LocalGoogle, change: Callable[[str], str], sentence: str
) -> None:
    """What is not signed by the robot gets nothing."""
    status, body = exchange(keyed, grant_type=JWT_BEARER, assertion=change(assertion(keyed)))
    assert (status, body["error_description"]) == (400, sentence)


@pytest.mark.parametrize(
    ("claims", "sentence"),
    [
        ({"iss": "x@y.z"}, "Invalid grant: account not found"),
        ({"iss": 5}, "Invalid grant: account not found"),
        ({"aud": "https://example.test/token"}, "Invalid JWT: Failed audience check"),
        ({"iat": 1, "exp": 3601}, "Invalid JWT: Token must be a short-lived token"),
        ({"exp": 2**40}, "Invalid JWT: Token must be a short-lived token"),
        ({"iat": "now"}, "Invalid JWT: Token must be a short-lived token"),
        ({"iat": True}, "Invalid JWT: Token must be a short-lived token"),
        ({"exp": 10**400, "iat": 1.5}, "Invalid JWT: Token must be a short-lived token"),
        ({"scope": ""}, "Invalid OAuth scope or ID token audience provided."),
        ({"scope": f"{SHEETS} nonsense"}, "Invalid OAuth scope or ID token audience provided."),
        ({"scope": None}, "Invalid OAuth scope or ID token audience provided."),
    ],
)
def test_assertions_that_claim_too_much(keyed: LocalGoogle, claims: Json, sentence: str) -> None:
    """Issuer, audience, times and scope are checked."""
    text = assertion(keyed, **claims)
    status, body = exchange(keyed, grant_type=JWT_BEARER, assertion=text)
    assert status == 400
    assert re.match(re.escape(sentence), body["error_description"])


def test_other_ways_to_the_endpoint(keyed: LocalGoogle) -> None:
    """Other grants, verbs and forms are refused in OAuth's words."""
    wrong = {"error": "unsupported_grant_type", "error_description": "Invalid grant_type: password"}
    assert exchange(keyed, grant_type="password") == (400, wrong)
    for call in (Call("GET", "/token"), Call("POST", "/token", (), {}, b"grant_type=x")):
        reply = keyed.handle(call)
        assert (reply.status, b'"unsupported_grant_type"' in reply.body) == (400, True)


def test_tokens_expire_by_the_servers_clock(key_folder: Path) -> None:
    """After an hour a token is refused; new ones come from clients whose clocks stand still."""
    app = create_app(key_folder)
    access = token(app, DRIVE)
    assert ask(app, access, "/drive/v3/files")[0] == 200
    app.clock.advance(3600)
    status, error = ask(app, access)
    assert (status, error["details"][0]["reason"]) == (401, "ACCESS_TOKEN_EXPIRED")
    assert error["details"][0]["metadata"] == {
        "service": "sheets.googleapis.com",
        "method": "google.apps.sheets.v4.SpreadsheetsService.GetSpreadsheet",
    }
    status, error = ask(app, access, "/drive/v3/files")
    assert (status, error["errors"][0]["reason"]) == (401, "authError")
    assert ask(app, token(app, DRIVE), "/drive/v3/files")[0] == 200
    app.close()


@pytest.mark.parametrize("token", ["ya29.x", "ya29.", "ya29.e30.AAAA", "ya29.é.é", "ya29.\ud800"])
def test_unknown_tokens(keyed: LocalGoogle, token: str) -> None:
    """What looks like Google's token and was not issued here is refused."""
    status, error = ask(keyed, token)
    assert (status, error["status"]) == (401, "UNAUTHENTICATED")
    assert error["details"][0]["reason"] == "ACCESS_TOKEN_TYPE_UNSUPPORTED"


@pytest.mark.parametrize(
    ("scope", "path", "status"),
    [
        (SHEETS, "/v4/spreadsheets/x", 404),
        (f"{SHEETS}.readonly", "/v4/spreadsheets/x", 404),
        (f"{DRIVE}.readonly", "/v4/spreadsheets/x/values/A1", 404),
        (f"{DRIVE}.metadata.readonly", "/v4/spreadsheets/x", 403),
        (f"{DRIVE}.metadata.readonly", "/drive/v3/files", 200),
        (SHEETS, "/drive/v3/files", 403),
        (f"{DRIVE}.file", "/drive/v3/files", 501),
        (f"{DRIVE}.file", "/v4/spreadsheets/x", 501),
        (f"{DRIVE} {DRIVE}.file openid", "/drive/v3/files", 200),
    ],
)
def test_scopes(keyed: LocalGoogle, scope: str, path: str, status: int) -> None:
    """A token opens what one of its scopes opens."""
    found, error = ask(keyed, token(keyed, scope), path)
    assert found == status
    if status == 403:
        assert error["message"] == "Request had insufficient authentication scopes."
        assert error["details"][0]["reason"] == "ACCESS_TOKEN_SCOPE_INSUFFICIENT"


def test_reading_scopes_do_not_write(keyed: LocalGoogle) -> None:
    """Writing needs a scope for it."""
    access = token(keyed, f"{SHEETS}.readonly")
    google_ = Google(keyed)
    assert google_.error("POST", "/v4/spreadsheets/x:batchUpdate", {}, access)[0] == 403
    assert google_.error("PUT", "/upload/drive/v2/files/x", b"", access)[0] == 403


def test_robots_have_keys_of_their_own(keyed: LocalGoogle) -> None:
    """One robot cannot sign for another."""
    other = "other@local-google.iam.gserviceaccount.com"
    info = keyed.authority.service_account(other)
    signer = crypt.RSASigner.from_service_account_info(info)
    now = int(time.time())
    claims = {"iss": ROBOT, "aud": GOOGLES_ENDPOINT, "scope": SHEETS, "iat": now, "exp": now + 60}
    text = jwt.encode(signer, claims).decode()
    assert exchange(keyed, grant_type=JWT_BEARER, assertion=text)[0] == 400
    text = jwt.encode(signer, {**claims, "iss": other}).decode()
    assert exchange(keyed, grant_type=JWT_BEARER, assertion=text)[0] == 200
