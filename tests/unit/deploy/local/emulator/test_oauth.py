"""Sign-in with credential files, by the clients that read them."""

import json
from pathlib import Path

import google.auth
import gspread
import pytest
import requests
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ed25519
from google.auth.exceptions import RefreshError
from google.auth.transport.requests import Request
from google.oauth2 import credentials, service_account

from deploy.local.emulator import LocalGoogle, LocalGoogleAdapter, create_app, serve
from deploy.local.emulator.client import local_http_client
from deploy.local.emulator.oauth.endpoint import JWT_BEARER
from deploy.local.emulator.oauth.keys import KEY_FILE
from deploy.local.emulator.oauth.robots import ROBOT
from tests.unit.deploy.local.emulator.conftest import OWNER, Google
from tests.unit.deploy.local.emulator.signing import DRIVE, SHEETS, ask, assertion, exchange, token

SHEET = "application/vnd.google-apps.spreadsheet"
BOUNDARY = "google.auth._regional_access_boundary_utils._RegionalAccessBoundaryManager"


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep google-auth from asking Google in the background where a robot's data may lie."""
    monkeypatch.setattr(f"{BOUNDARY}.maybe_start_refresh", lambda *_: None)


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


def test_google_auth_finds_the_file(key_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """GOOGLE_APPLICATION_CREDENTIALS leads google.auth.default() to a token."""
    with serve(key_folder):
        monkeypatch.setenv("GOOGLE_APPLICATION_CREDENTIALS", str(key_folder / "credentials.json"))
        found, project = google.auth.default(scopes=[DRIVE])
        with requests.Session() as session:
            found.refresh(Request(session))
        assert (project, found.valid, found.service_account_email) == ("local-google", True, ROBOT)


def test_keys_and_tokens_survive_a_restart(key_folder: Path) -> None:
    """The key stays, the file names the new port, and old tokens are still good."""
    with serve(key_folder) as base:
        first = json.loads((key_folder / "credentials.json").read_text(encoding="utf-8"))
        assert first["token_uri"] == f"{base}/token"
        keys = service_account.Credentials.from_service_account_info(first, scopes=[DRIVE])
        with requests.Session() as session:
            keys.refresh(Request(session))
    with serve(key_folder) as base:
        second = json.loads((key_folder / "credentials.json").read_text(encoding="utf-8"))
        assert second["token_uri"] == f"{base}/token"
        assert {**first, "token_uri": ""} == {**second, "token_uri": ""}
        head = {"Authorization": f"Bearer {keys.token}"}
        assert requests.get(f"{base}/drive/v3/files", headers=head, timeout=9).ok


def test_other_keys_are_replaced(tmp_path: Path) -> None:
    """Each folder has a key of its own; what the one signed the other refuses."""
    first, second = create_app(tmp_path / "a"), create_app(tmp_path / "b")
    signed = assertion(first)
    status, body = exchange(second, grant_type=JWT_BEARER, assertion=signed)
    assert (status, body) == (
        400,
        {"error": "invalid_grant", "error_description": "Invalid JWT Signature."},
    )
    access = token(first)
    assert ask(second, access)[1]["details"][0]["reason"] == "ACCESS_TOKEN_TYPE_UNSUPPORTED"
    first.close()
    second.close()


def test_signing_in_inside_the_process(keyed: LocalGoogle) -> None:
    """Without a socket the token endpoint is where google-auth expects it."""
    session = requests.Session()
    session.mount("https://oauth2.googleapis.com", LocalGoogleAdapter(keyed))
    info = keyed.authority.service_account(ROBOT)
    keys = service_account.Credentials.from_service_account_info(info, scopes=[SHEETS])
    keys.refresh(Request(session))
    assert keys.token.startswith("ya29.")
    with pytest.raises(RefreshError, match="Invalid OAuth scope or ID token audience provided"):
        keys.with_scopes([]).refresh(Request(session))
    session.close()


def test_people_refresh(keyed: LocalGoogle) -> None:
    """A person's credentials are refreshed for what the person agreed to."""
    session = requests.Session()
    session.mount("https://oauth2.googleapis.com", LocalGoogleAdapter(keyed))
    google_ = Google(keyed)
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
    narrow = exchange(keyed, **form, scope=SHEETS)[1]
    assert narrow["scope"] == SHEETS
    refused = (
        ({"scope": "https://www.googleapis.com/auth/gmail"}, 400, "invalid_scope"),
        ({"scope": "nonsense"}, 400, "invalid_scope"),
        ({"client_id": "x"}, 401, "invalid_client"),
        ({"client_secret": "x"}, 401, "invalid_client"),
        ({"refresh_token": "1//x.y"}, 400, "invalid_grant"),
    )
    for change, status, error in refused:
        found, body = exchange(keyed, **{**form, **change})
        assert (found, body["error"]) == (status, error)
    session.close()


def test_credentials_by_control_route(keyed: LocalGoogle) -> None:
    """Any robot of the project and any person can have credentials; others are refused."""
    google_ = Google(keyed)
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
