"""Sign-in: credential files, the token endpoint, and what tokens allow."""

import base64
import json
import re
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlencode

import google.auth
import gspread
import pytest
import requests
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ed25519
from google.auth import crypt, jwt
from google.auth.exceptions import RefreshError
from google.auth.transport.requests import Request
from google.oauth2 import credentials, service_account

from deploy.local.emulator import LocalGoogle, LocalGoogleAdapter, create_app, serve
from deploy.local.emulator.call import Call, Reply
from deploy.local.emulator.client import local_http_client
from deploy.local.emulator.oauth.authority import GOOGLES_ENDPOINT
from deploy.local.emulator.oauth.endpoint import JWT_BEARER
from deploy.local.emulator.oauth.keys import KEY_FILE
from deploy.local.emulator.oauth.robots import ROBOT
from deploy.local.emulator.shapes import Json, JsonValue
from tests.unit.deploy.local.emulator.conftest import OWNER, Google

SHEETS = "https://www.googleapis.com/auth/spreadsheets"
DRIVE = "https://www.googleapis.com/auth/drive"
SHEET = "application/vnd.google-apps.spreadsheet"
FORM = {"content-type": "application/x-www-form-urlencoded"}
BOUNDARY = "google.auth._regional_access_boundary_utils._RegionalAccessBoundaryManager"


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep google-auth from asking Google in the background where a robot's data may lie."""
    monkeypatch.setattr(f"{BOUNDARY}.maybe_start_refresh", lambda *_: None)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder whose key is made once."""
    place = tmp_path_factory.mktemp("google")
    app = create_app(place)
    assert app.authority.key
    app.close()
    return place


@pytest.fixture
def app(folder: Path) -> Iterator[LocalGoogle]:
    """An application that has its key already."""
    made = create_app(folder)
    yield made
    made.close()


def _exchange(app: LocalGoogle, **form: str) -> tuple[int, Json]:
    reply = app.handle(Call("POST", "/token", (), FORM, urlencode(form).encode()))
    return reply.status, json.loads(reply.body)


def _assertion(app: LocalGoogle, **changes: JsonValue) -> str:
    info = app.authority.service_account(ROBOT)
    signer = crypt.RSASigner.from_service_account_info(info)
    now = int(time.time())
    claims = {"iss": ROBOT, "aud": GOOGLES_ENDPOINT, "scope": SHEETS, "iat": now, "exp": now + 3600}
    return str(jwt.encode(signer, {**claims, **changes}).decode())


def _token(app: LocalGoogle, scope: str = SHEETS, **changes: JsonValue) -> str:
    assertion = _assertion(app, scope=scope, **changes)
    status, body = _exchange(app, grant_type=JWT_BEARER, assertion=assertion)
    assert status == 200, body
    return str(body["access_token"])


def _ask(app: LocalGoogle, token: str, path: str = "/v4/spreadsheets/x") -> tuple[int, Json]:
    reply: Reply = app.handle(Call("GET", path, (), {"authorization": f"Bearer {token}"}))
    return reply.status, json.loads(reply.body)["error"] if reply.status >= 400 else {}


def test_gspread_signs_in_with_the_file(tmp_path: Path) -> None:
    """The credentials file and gspread's own http_client parameter are all that is needed."""
    with serve(tmp_path) as base:
        file = tmp_path / "credentials.json"
        assert (file.stat().st_mode & 0o777, (tmp_path / KEY_FILE).stat().st_mode & 0o777) == (
            0o600,
            0o600,
        )
        kind = local_http_client(base)
        robot = gspread.service_account(filename=file, http_client=kind)
        people = requests.Session()
        people.headers["Authorization"] = f"Bearer {OWNER}"
        owner = gspread.Client(auth=None, session=people, http_client=kind)
        book = owner.create("Chung")
        book.share(ROBOT, "user", "writer")
        robot.open_by_key(book.id).sheet1.update([["=1+1"]], "A1", raw=False)
        assert robot.open("Chung").sheet1.get_values() == [["2"]]
        with pytest.raises(gspread.exceptions.APIError, match="do not have storage quota"):
            robot.create("own")
        robot.http_client.session.close()
        people.close()


def test_google_auth_finds_the_file(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """GOOGLE_APPLICATION_CREDENTIALS leads google.auth.default() to a token."""
    with serve(folder):
        monkeypatch.setenv("GOOGLE_APPLICATION_CREDENTIALS", str(folder / "credentials.json"))
        found, project = google.auth.default(scopes=[DRIVE])
        with requests.Session() as session:
            found.refresh(Request(session))
        assert (project, found.valid, found.service_account_email) == ("local-google", True, ROBOT)


def test_keys_and_tokens_survive_a_restart(folder: Path) -> None:
    """The key stays, the file names the new port, and old tokens are still good."""
    with serve(folder) as base:
        first = json.loads((folder / "credentials.json").read_text(encoding="utf-8"))
        assert first["token_uri"] == f"{base}/token"
        keys = service_account.Credentials.from_service_account_info(first, scopes=[DRIVE])
        with requests.Session() as session:
            keys.refresh(Request(session))
    with serve(folder) as base:
        second = json.loads((folder / "credentials.json").read_text(encoding="utf-8"))
        assert second["token_uri"] == f"{base}/token"
        assert {**first, "token_uri": ""} == {**second, "token_uri": ""}
        head = {"Authorization": f"Bearer {keys.token}"}
        assert requests.get(f"{base}/drive/v3/files", headers=head, timeout=9).ok


def test_other_keys_are_replaced(tmp_path: Path) -> None:
    """Each folder has a key of its own; what the one signed the other refuses."""
    first, second = create_app(tmp_path / "a"), create_app(tmp_path / "b")
    assertion = _assertion(first)
    status, body = _exchange(second, grant_type=JWT_BEARER, assertion=assertion)
    assert (status, body) == (
        400,
        {"error": "invalid_grant", "error_description": "Invalid JWT Signature."},
    )
    token = _token(first)
    assert _ask(second, token)[1]["details"][0]["reason"] == "ACCESS_TOKEN_TYPE_UNSUPPORTED"
    first.close()
    second.close()


def test_signing_in_inside_the_process(app: LocalGoogle) -> None:
    """Without a socket the token endpoint is where google-auth expects it."""
    session = requests.Session()
    session.mount("https://oauth2.googleapis.com", LocalGoogleAdapter(app))
    info = app.authority.service_account(ROBOT)
    keys = service_account.Credentials.from_service_account_info(info, scopes=[SHEETS])
    keys.refresh(Request(session))
    assert keys.token.startswith("ya29.")
    with pytest.raises(RefreshError, match="Invalid OAuth scope or ID token audience provided"):
        keys.with_scopes([]).refresh(Request(session))
    session.close()


def test_people_refresh(app: LocalGoogle) -> None:
    """A person's credentials are refreshed for what the person agreed to."""
    session = requests.Session()
    session.mount("https://oauth2.googleapis.com", LocalGoogleAdapter(app))
    google_ = Google(app)
    info = google_.ask(
        "POST", "/_local/credentials", {"type": "authorized_user", "email": "mai@example.test"}
    )
    wanted = {key: value for key, value in info.items() if key != "type"}
    keys = credentials.Credentials(None, scopes=[DRIVE, SHEETS], **wanted)
    keys.refresh(Request(session))
    assert sorted(keys.granted_scopes) == [DRIVE, SHEETS]
    made = google_.ask("POST", "/drive/v3/files", {"mimeType": SHEET}, keys.token)
    shown = google_.ask("GET", f"/drive/v3/files/{made['id']}", user=keys.token, fields="owners")
    assert shown["owners"][0]["emailAddress"] == "mai@example.test"
    google_.ask("DELETE", f"/drive/v3/files/{made['id']}", user=keys.token)
    form = {**wanted, "grant_type": "refresh_token"}
    narrow = _exchange(app, **form, scope=SHEETS)[1]
    assert narrow["scope"] == SHEETS
    refused = (
        ({"scope": "https://www.googleapis.com/auth/gmail"}, 400, "invalid_scope"),
        ({"scope": "nonsense"}, 400, "invalid_scope"),
        ({"client_id": "x"}, 401, "invalid_client"),
        ({"client_secret": "x"}, 401, "invalid_client"),
        ({"refresh_token": "1//x.y"}, 400, "invalid_grant"),
    )
    for change, status, error in refused:
        found, body = _exchange(app, **{**form, **change})
        assert (found, body["error"]) == (status, error)
    session.close()


def test_a_robot_acts_for_a_person(app: LocalGoogle) -> None:
    """``sub`` names the person, who owns what is made."""
    token = _token(app, DRIVE, sub="mai@example.test")
    google_ = Google(app)
    made = google_.ask("POST", "/drive/v3/files", {"mimeType": SHEET}, token)
    about = google_.ask("GET", "/drive/v3/about", user=token, fields="user(emailAddress)")
    assert about["user"]["emailAddress"] == "mai@example.test"
    google_.ask("DELETE", f"/drive/v3/files/{made['id']}", user=token)
    for subject in ("mai", "other@x.iam.gserviceaccount.com"):
        text = _assertion(app, sub=subject)
        status, body = _exchange(app, grant_type=JWT_BEARER, assertion=text)
        assert (status, body["error"]) == (400, "invalid_request")
    assert _token(app, sub=ROBOT)


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
def test_damaged_assertions(app: LocalGoogle, change: Callable[[str], str], sentence: str) -> None:
    """What is not signed by the robot gets nothing."""
    status, body = _exchange(app, grant_type=JWT_BEARER, assertion=change(_assertion(app)))
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
def test_assertions_that_claim_too_much(app: LocalGoogle, claims: Json, sentence: str) -> None:
    """Issuer, audience, times and scope are checked."""
    text = _assertion(app, **claims)
    status, body = _exchange(app, grant_type=JWT_BEARER, assertion=text)
    assert status == 400
    assert re.match(re.escape(sentence), body["error_description"])


def test_other_ways_to_the_endpoint(app: LocalGoogle) -> None:
    """Other grants, verbs and forms are refused in OAuth's words."""
    wrong = {"error": "unsupported_grant_type", "error_description": "Invalid grant_type: password"}
    assert _exchange(app, grant_type="password") == (400, wrong)
    for call in (Call("GET", "/token"), Call("POST", "/token", (), {}, b"grant_type=x")):
        reply = app.handle(call)
        assert (reply.status, b'"unsupported_grant_type"' in reply.body) == (400, True)


def test_tokens_expire_by_the_servers_clock(folder: Path) -> None:
    """After an hour a token is refused; new ones come from clients whose clocks stand still."""
    app = create_app(folder)
    token = _token(app, DRIVE)
    assert _ask(app, token, "/drive/v3/files")[0] == 200
    app.clock.advance(3600)
    status, error = _ask(app, token)
    assert (status, error["details"][0]["reason"]) == (401, "ACCESS_TOKEN_EXPIRED")
    assert error["details"][0]["metadata"] == {
        "service": "sheets.googleapis.com",
        "method": "google.apps.sheets.v4.SpreadsheetsService.GetSpreadsheet",
    }
    status, error = _ask(app, token, "/drive/v3/files")
    assert (status, error["errors"][0]["reason"]) == (401, "authError")
    assert _ask(app, _token(app, DRIVE), "/drive/v3/files")[0] == 200
    app.close()


@pytest.mark.parametrize("token", ["ya29.x", "ya29.", "ya29.e30.AAAA", "ya29.é.é", "ya29.\ud800"])
def test_unknown_tokens(app: LocalGoogle, token: str) -> None:
    """What looks like Google's token and was not issued here is refused."""
    status, error = _ask(app, token)
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
def test_scopes(app: LocalGoogle, scope: str, path: str, status: int) -> None:
    """A token opens what one of its scopes opens."""
    found, error = _ask(app, _token(app, scope), path)
    assert found == status
    if status == 403:
        assert error["message"] == "Request had insufficient authentication scopes."
        assert error["details"][0]["reason"] == "ACCESS_TOKEN_SCOPE_INSUFFICIENT"


def test_reading_scopes_do_not_write(app: LocalGoogle) -> None:
    """Writing needs a scope for it."""
    token = _token(app, f"{SHEETS}.readonly")
    google_ = Google(app)
    assert google_.error("POST", "/v4/spreadsheets/x:batchUpdate", {}, token)[0] == 403
    assert google_.error("PUT", "/upload/drive/v2/files/x", b"", token)[0] == 403


def test_credentials_by_control_route(app: LocalGoogle) -> None:
    """Any robot of the project and any person can have credentials; others are refused."""
    google_ = Google(app)
    path = "/_local/credentials"
    other = "other@local-google.iam.gserviceaccount.com"
    info = google_.ask("POST", path, {"type": "service_account", "email": other})
    assert info["client_email"] == other
    assert google_.ask("POST", path, {"type": "service_account"})["client_email"] == ROBOT
    bad = (
        {"type": "service_account", "email": "x@y.z"},
        {"type": "service_account", "email": 5},
        {"type": "authorized_user"},
        {"type": "x"},
        {"nope": 1},
        [],
    )
    for body in bad:
        reply = google_.raw("POST", path, json.dumps(body).encode())
        assert (reply.status, "error" in json.loads(reply.body)) == (400, True)


def test_robots_have_keys_of_their_own(app: LocalGoogle) -> None:
    """One robot cannot sign for another."""
    other = "other@local-google.iam.gserviceaccount.com"
    info = app.authority.service_account(other)
    signer = crypt.RSASigner.from_service_account_info(info)
    now = int(time.time())
    claims = {"iss": ROBOT, "aud": GOOGLES_ENDPOINT, "scope": SHEETS, "iat": now, "exp": now + 60}
    text = jwt.encode(signer, claims).decode()
    assert _exchange(app, grant_type=JWT_BEARER, assertion=text)[0] == 400
    text = jwt.encode(signer, {**claims, "iss": other}).decode()
    assert _exchange(app, grant_type=JWT_BEARER, assertion=text)[0] == 200


def test_a_key_of_another_kind_is_replaced(tmp_path: Path) -> None:
    """A folder whose key file holds no RSA key gets a new one."""
    pem = ed25519.Ed25519PrivateKey.generate().private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    (tmp_path / KEY_FILE).write_bytes(pem)
    app = create_app(tmp_path)
    assert "PRIVATE KEY" in app.authority.key.pem()
    app.close()
