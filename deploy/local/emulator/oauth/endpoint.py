"""``POST /token``: access tokens for service accounts and for people who once agreed."""

import time
from collections.abc import Callable
from datetime import datetime
from urllib.parse import parse_qs

from deploy.local.emulator.call import Call, Reply, json_reply
from deploy.local.emulator.context import SERVICE_ACCOUNT
from deploy.local.emulator.discovery.extract import SCOPES
from deploy.local.emulator.oauth.assertions import read_assertion
from deploy.local.emulator.oauth.authority import TOKEN_SECONDS, Authority
from deploy.local.emulator.oauth.problems import TokenProblem
from deploy.local.emulator.oauth.tokens import BadTokenError
from deploy.local.emulator.shapes import Json

PATH = "/token"
JWT_BEARER = "urn:ietf:params:oauth:grant-type:jwt-bearer"
_OTHER_SCOPES = frozenset(
    (
        "openid",
        "email",
        "profile",
        "https://mail.google.com/",
        "https://spreadsheets.google.com/feeds",
    )
)
_FORM = "application/x-www-form-urlencoded"


def answer(authority: Authority, call: Call, now: datetime) -> Reply:
    """Answer one request to the token endpoint."""
    try:
        form = _form(call)
        return json_reply(_exchange(form.get("grant_type", ""))(authority, form, now))
    except TokenProblem as problem:
        body = {"error": problem.code, "error_description": problem.description}
        return json_reply(body, problem.status)


def _form(call: Call) -> dict[str, str]:
    if call.verb != "POST" or _FORM not in call.headers.get("content-type", ""):
        return {}
    pairs = parse_qs(call.body.decode("utf-8", "replace"), keep_blank_values=True)
    return {name: values[-1] for name, values in pairs.items()}


def _exchange(kind: str) -> Callable[[Authority, dict[str, str], datetime], Json]:
    if kind == JWT_BEARER:
        return _for_assertion
    if kind == "refresh_token":
        return _for_refresh_token
    raise TokenProblem("unsupported_grant_type", f"Invalid grant_type: {kind}")


def _for_assertion(authority: Authority, form: dict[str, str], now: datetime) -> Json:
    text = form.get("assertion", "")
    asked = read_assertion(text, authority.key, authority.audiences, time.time())
    scopes = _scopes(asked.scope)
    if asked.subject and ("@" not in asked.subject or asked.subject.endswith(SERVICE_ACCOUNT)):
        raise TokenProblem("invalid_request", 'Invalid impersonation "sub" field.')
    token = authority.issue(asked.subject or asked.robot, scopes, now)
    return {"access_token": token, "expires_in": TOKEN_SECONDS, "token_type": "Bearer"}


def _for_refresh_token(authority: Authority, form: dict[str, str], now: datetime) -> Json:
    if form.get("client_id") != authority.client_id:
        raise TokenProblem("invalid_client", "The OAuth client was not found.", 401)
    if form.get("client_secret") != authority.client_secret:
        raise TokenProblem("invalid_client", "Unauthorized", 401)
    try:
        grant = authority.refresh(form.get("refresh_token", ""))
    except BadTokenError:
        raise TokenProblem("invalid_grant", "Bad Request") from None
    wanted = _scopes(form["scope"]) if form.get("scope") else grant.scopes
    if not wanted <= grant.scopes:
        raise TokenProblem("invalid_scope", "Bad Request")
    return {
        "access_token": authority.issue(grant.user, wanted, now),
        "expires_in": TOKEN_SECONDS,
        "scope": " ".join(sorted(wanted)),
        "token_type": "Bearer",
    }


def _scopes(text: str) -> frozenset[str]:
    names = text.split()
    if not names or not all(name.startswith(SCOPES) or name in _OTHER_SCOPES for name in names):
        raise TokenProblem("invalid_scope", "Invalid OAuth scope or ID token audience provided.")
    return frozenset(names)
