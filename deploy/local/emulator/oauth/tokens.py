"""Access and refresh tokens: sealed notes that say who may do what until when.

A token needs no storage: whoever has the server's key can open it again, also after a restart.
"""

import base64
import binascii
import hmac
import json
from dataclasses import dataclass

from deploy.local.emulator.oauth.keys import SigningKey
from deploy.local.emulator.shapes import Json

ACCESS_FORM = "ya29."
"""How Google's access tokens begin, and those of this server."""
REFRESH_FORM = "1//"
_SEAL_BYTES = 16


class BadTokenError(ValueError):
    """A token was not sealed with this server's key."""


@dataclass(frozen=True)
class Grant:
    """What a token allows: acting for ``user`` within ``scopes`` until ``expires`` (Unix time)."""

    user: str
    scopes: frozenset[str]
    expires: int


def sealed(key: SigningKey, form: str, grant: Grant) -> str:
    """Return the token for a grant."""
    note: Json = {"user": grant.user, "scopes": sorted(grant.scopes), "expires": grant.expires}
    text = _encoded(json.dumps(note, separators=(",", ":")).encode("utf-8"))
    return f"{form}{text}.{_seal(key, form + text)}"


def opened(key: SigningKey, form: str, token: str) -> Grant:
    """Return what a token grants.

    Raises:
        BadTokenError: The token is not one of this server, or was changed.
    """
    text, _, seal = token.removeprefix(form).rpartition(".")
    expected = _seal(key, form + text)
    if not token.startswith(form) or not hmac.compare_digest(
        seal.encode("utf-8", "replace"), expected.encode("ascii")
    ):
        raise BadTokenError("not sealed here")
    note = json.loads(decoded(text))
    return Grant(note["user"], frozenset(note["scopes"]), note["expires"])


def decoded(text: str) -> bytes:
    """Return the bytes of unpadded base64url.

    Raises:
        BadTokenError: The text is something else.
    """
    try:
        return base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
    except (binascii.Error, ValueError):
        raise BadTokenError("not base64url") from None


def _encoded(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode("ascii")


def _seal(key: SigningKey, text: str) -> str:
    return _encoded(key.digest(text)[:_SEAL_BYTES])
