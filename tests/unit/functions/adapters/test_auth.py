"""Who talks to Google."""

import google.auth
import pytest

from functions.adapters.auth import SCOPES, credentials


def test_a_token_names_a_person_of_the_local_google() -> None:
    """The token itself is the credential."""
    assert credentials("someone@x.example").token == "someone@x.example"


def test_without_a_token_the_environment_decides(monkeypatch: pytest.MonkeyPatch) -> None:
    """Application default credentials are asked for exactly the scopes that the night needs."""
    asked: list[list[str]] = []

    def default(scopes: list[str]) -> tuple[str, str]:
        asked.append(scopes)
        return "found", "project"

    monkeypatch.setattr(google.auth, "default", default)

    assert credentials("") == "found"
    assert asked == [list(SCOPES)]
