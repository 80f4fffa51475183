"""Who the product is when it talks to Google. No key files anywhere."""

from __future__ import annotations

import google.auth
from google.auth.credentials import Credentials
from google.oauth2.credentials import Credentials as BearerCredentials

SCOPES = (
    "https://www.googleapis.com/auth/spreadsheets",
    "https://www.googleapis.com/auth/drive.metadata.readonly",
)
PROVISION_SCOPES = (
    "https://www.googleapis.com/auth/spreadsheets",
    "https://www.googleapis.com/auth/drive.file",
)
FOLDER_SCOPES = (
    "https://www.googleapis.com/auth/spreadsheets",
    "https://www.googleapis.com/auth/drive",
)
"""To put files into a folder that somebody else made, `drive.file` does not suffice."""


def credentials(token: str, scopes: tuple[str, ...] = SCOPES) -> Credentials:
    """Return credentials: of the local Google's user `token`, or those of the environment.

    On Cloud Run the environment is the runtime service account, on a desk it is
    `gcloud auth application-default login`.
    """
    if token:
        return BearerCredentials(token)  # type: ignore[no-untyped-call]
    found: Credentials = google.auth.default(scopes=list(scopes))[0]
    return found
