"""Reads the signed request of a service account: a JWT as Google's token endpoint takes it."""

import json
from dataclasses import dataclass
from typing import Final

from deploy.local.emulator.oauth.keys import SigningKey
from deploy.local.emulator.oauth.problems import TokenProblem
from deploy.local.emulator.oauth.robots import is_robot, key_id
from deploy.local.emulator.oauth.tokens import BadTokenError, decoded
from deploy.local.emulator.shapes import Json

LIFETIME = 3600
SKEW = 300
_LATEST = 2**53
_PARTS = 3
UNCERTAIN: Final = (
    (
        "Google's sentences for an assertion that is no JWT, for a wrong audience and for ID "
        "tokens asked for instead of access tokens are not known for certain."
    ),
)
_TIMEFRAME = (
    "Invalid JWT: Token must be a short-lived token (60 minutes) and in a reasonable timeframe. "
    "Check your iat and exp values in the JWT claim."
)


@dataclass(frozen=True)
class Assertion:
    """Who asks (``robot``), for whom (``subject``, "" for itself) and for what (``scope``)."""

    robot: str
    subject: str
    scope: str


def read_assertion(text: str, key: SigningKey, audiences: frozenset[str], now: float) -> Assertion:
    """Return what a JWT asks for.

    Args:
        text: The JWT.
        key: The key it must be signed with.
        audiences: The addresses of the token endpoint; the JWT names one of them.
        now: The real Unix time: clients sign by their own clocks, whatever the server's says.

    Raises:
        TokenProblem: It is not a JWT, or not a good one.
    """
    parts = text.split(".")
    if len(parts) != _PARTS:
        raise TokenProblem("invalid_grant", "Bad Request")
    header, claims = _json(parts[0]), _json(parts[1])
    robot = _text(claims, "iss")
    if not is_robot(robot):
        raise TokenProblem("invalid_grant", "Invalid grant: account not found")
    signed = header.get("alg") == "RS256" and header.get("kid") in (None, key_id(key, robot))
    signature = _bytes(parts[2])
    if not signed or not key.verifies(signature, ".".join(parts[:2]).encode("ascii")):
        raise TokenProblem("invalid_grant", "Invalid JWT Signature.")
    _check_times(claims, now)
    if claims.get("aud") not in audiences:
        right = min(audiences)
        raise TokenProblem(
            "invalid_grant", f"Invalid JWT: Failed audience check. The right audience is {right}"
        )
    subject = _text(claims, "sub")
    return Assertion(robot, "" if subject == robot else subject, _text(claims, "scope"))


def _check_times(claims: Json, now: float) -> None:
    issued, expires = _moment(claims, "iat"), _moment(claims, "exp")
    if not (issued - SKEW <= now < expires and expires - issued <= LIFETIME):
        raise TokenProblem("invalid_grant", _TIMEFRAME)


def _moment(claims: Json, name: str) -> float:
    value = claims.get(name)
    if not isinstance(value, int | float) or isinstance(value, bool) or abs(value) > _LATEST:
        raise TokenProblem("invalid_grant", _TIMEFRAME)
    return value


def _bytes(text: str) -> bytes:
    try:
        return decoded(text)
    except BadTokenError:
        raise TokenProblem("invalid_grant", "Bad Request") from None


def _json(text: str) -> Json:
    try:
        value = json.loads(_bytes(text))
    except (ValueError, RecursionError):
        raise TokenProblem("invalid_grant", "Bad Request") from None
    if not isinstance(value, dict):
        raise TokenProblem("invalid_grant", "Bad Request")
    return value


def _text(claims: Json, name: str) -> str:
    value = claims.get(name, "")
    return value if isinstance(value, str) else ""
