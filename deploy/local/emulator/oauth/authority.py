"""Who issues credentials and tokens, and knows them again."""

import json
from datetime import datetime
from pathlib import Path
from threading import Lock

from deploy.local.emulator.oauth.keys import SigningKey, load_key
from deploy.local.emulator.oauth.private_files import write_private
from deploy.local.emulator.oauth.robots import ROBOT, service_account
from deploy.local.emulator.oauth.tokens import (
    ACCESS_FORM,
    REFRESH_FORM,
    Grant,
    opened,
    sealed,
)
from deploy.local.emulator.shapes import Json

CREDENTIALS_FILE = "credentials.json"
GOOGLES_ENDPOINT = "https://oauth2.googleapis.com/token"
"""Where google-auth believes tokens come from, whatever a credentials file says."""
TOKEN_SECONDS = 3599
_NEVER = 2**53


class Authority:
    """The accounts side of one server.

    Args:
        folder: Where the key is kept; None keeps it in memory.
    """

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder
        self._key: SigningKey | None = None
        self._lock = Lock()
        self.token_uri = GOOGLES_ENDPOINT

    @property
    def key(self) -> SigningKey:
        """The server's key, made when it is first needed."""
        with self._lock:
            if self._key is None:
                self._key = load_key(self._folder)
            return self._key

    @property
    def audiences(self) -> frozenset[str]:
        """The names of the token endpoint that an assertion may use."""
        return frozenset((GOOGLES_ENDPOINT, self.token_uri))

    def publish(self, address: str, extra: Path | None = None) -> None:
        """Name the server's address, and write the robot's credentials for it.

        They go into the data folder, if there is one, and into the file ``extra``.
        """
        self.token_uri = f"{address}/token"
        kept = None if self._folder is None else self._folder / CREDENTIALS_FILE
        for path in (kept, extra):
            if path is not None:
                text = json.dumps(self.service_account(ROBOT), indent=2)
                write_private(path, f"{text}\n")

    def service_account(self, robot: str) -> Json:
        """Return the credentials file of a robot."""
        return service_account(self.key, robot, self.token_uri)

    def authorized_user(self, person: str, scopes: frozenset[str]) -> Json:
        """Return the credentials file of a person who has agreed to ``scopes``."""
        return {
            "type": "authorized_user",
            "client_id": self.client_id,
            "client_secret": self.client_secret,
            "refresh_token": sealed(self.key, REFRESH_FORM, Grant(person, scopes, _NEVER)),
            "token_uri": self.token_uri,
        }

    @property
    def client_id(self) -> str:
        """The id of the one application people agree to."""
        number = int.from_bytes(self.key.digest("client")[:4], "big")
        return f"{number}.apps.googleusercontent.com"

    @property
    def client_secret(self) -> str:
        """The secret of that application."""
        return f"GOCSPX-{self.key.digest('client secret').hex()[:28]}"

    def issue(self, user: str, scopes: frozenset[str], now: datetime) -> str:
        """Return an access token for an hour."""
        expires = int(now.timestamp()) + TOKEN_SECONDS
        return sealed(self.key, ACCESS_FORM, Grant(user, scopes, expires))

    def access(self, token: str) -> Grant:
        """Return what an access token grants, expired or not.

        Raises:
            BadTokenError: It is none of this server's.
        """
        return opened(self.key, ACCESS_FORM, token)

    def refresh(self, token: str) -> Grant:
        """Return what a refresh token grants.

        Raises:
            BadTokenError: It is none of this server's.
        """
        return opened(self.key, REFRESH_FORM, token)
