"""Who makes a request, and whether the token allows the method."""

from datetime import datetime
from typing import Final

from deploy.local.emulator import errors
from deploy.local.emulator.call import Call
from deploy.local.emulator.discovery.extract import SCOPES
from deploy.local.emulator.discovery.tables import api
from deploy.local.emulator.oauth import refusals
from deploy.local.emulator.oauth.authority import Authority
from deploy.local.emulator.oauth.tokens import ACCESS_FORM, BadTokenError, Grant

UNCERTAIN: Final = (
    (
        "The scope drive.file, which opens only files the same application made, answers 501 "
        "unless a wider scope comes with it."
    ),
)
_BEARER = "bearer "
_NARROW = frozenset(
    ("drive.appdata", "drive.file", "drive.meet.readonly", "drive.photos.readonly", "drive.scripts")
)


def caller(authority: Authority, call: Call, method: str, now: datetime) -> str:
    """Return the address of the user who makes a request.

    A token in the form of Google's is opened; any other is a user's name: an address, or a name
    at ``local.test``.

    Raises:
        GoogleError: There is no token (401), it is unknown or expired (401), or it does not
            allow the method (403).
    """
    header = call.headers.get("authorization", "")
    token = header[len(_BEARER) :].strip() if header.lower().startswith(_BEARER) else ""
    if not token:
        raise refusals.missing(method)
    if not token.startswith(ACCESS_FORM):
        return token if "@" in token else f"{token}@local.test"
    grant = _grant(authority, token, method)
    if grant.expires <= now.timestamp():
        raise refusals.invalid(method, "ACCESS_TOKEN_EXPIRED")
    _check_scopes(grant, method)
    return grant.user


def _grant(authority: Authority, token: str, method: str) -> Grant:
    try:
        return authority.access(token)
    except BadTokenError:
        raise refusals.invalid(method, "ACCESS_TOKEN_TYPE_UNSUPPORTED") from None


def _check_scopes(grant: Grant, method: str) -> None:
    sheets = method.startswith("spreadsheets")
    granted = {scope.removeprefix(SCOPES) for scope in grant.scopes}
    fitting = granted & api("sheets" if sheets else "drive").methods[method].scopes
    if not fitting:
        raise refusals.insufficient(method)
    if fitting <= _NARROW:
        lacking = errors.unimplemented if sheets else errors.drive_unimplemented
        raise lacking(f"access by scope {min(fitting)} alone")
