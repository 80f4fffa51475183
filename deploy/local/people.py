"""The people of the sample campaign, each with a bearer token of the local Google."""

from __future__ import annotations

from functions.adapters.auth import credentials
from functions.adapters.http import PacedClient

ROBOT = "robot@mua-he-so.iam.gserviceaccount.com"
OWNER = "ban.phong.trao@tinhdoan.example"
_UNPACED = 100_000


def client_of(email: str, google: str) -> PacedClient:
    """Return a gspread client of the local Google for one person."""
    return PacedClient(credentials(email), google, _UNPACED)
