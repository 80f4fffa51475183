"""Signs in to one application the way robots do, one step at a time."""

import json
import time
from urllib.parse import urlencode

from google.auth import crypt, jwt

from deploy.local.emulator import LocalGoogle
from deploy.local.emulator.call import Call, Reply
from deploy.local.emulator.oauth.authority import GOOGLES_ENDPOINT
from deploy.local.emulator.oauth.endpoint import JWT_BEARER
from deploy.local.emulator.oauth.robots import ROBOT
from deploy.local.emulator.shapes import Json, JsonValue

SHEETS = "https://www.googleapis.com/auth/spreadsheets"
DRIVE = "https://www.googleapis.com/auth/drive"
FORM = {"content-type": "application/x-www-form-urlencoded"}


def exchange(app: LocalGoogle, **form: str) -> tuple[int, Json]:
    """Return status and body of a request to the token endpoint."""
    reply = app.handle(Call("POST", "/token", (), FORM, urlencode(form).encode()))
    return reply.status, json.loads(reply.body)


def assertion(app: LocalGoogle, **changes: JsonValue) -> str:
    """Return the robot's signed request, with some claims changed."""
    info = app.authority.service_account(ROBOT)
    signer = crypt.RSASigner.from_service_account_info(info)
    now = int(time.time())
    claims = {"iss": ROBOT, "aud": GOOGLES_ENDPOINT, "scope": SHEETS, "iat": now, "exp": now + 3600}
    return str(jwt.encode(signer, {**claims, **changes}).decode())


def token(app: LocalGoogle, scope: str = SHEETS, **changes: JsonValue) -> str:
    """Return an access token of the robot."""
    signed = assertion(app, scope=scope, **changes)
    status, body = exchange(app, grant_type=JWT_BEARER, assertion=signed)
    assert status == 200, body
    return str(body["access_token"])


def ask(app: LocalGoogle, token: str, path: str = "/v4/spreadsheets/x") -> tuple[int, Json]:
    """Return status and error of a request with a token."""
    reply: Reply = app.handle(Call("GET", path, (), {"authorization": f"Bearer {token}"}))
    return reply.status, json.loads(reply.body)["error"] if reply.status >= 400 else {}
