"""The environment, read once."""

import pytest

from functions.config import Config
from functions.errors import ConfigError

GOOD = {"MUAHESO_PROVINCE_WORKBOOK": "ID", "MUAHESO_STORE": "memory:///"}


def test_defaults_suit_the_real_google() -> None:
    """Without more words the real Google is meant, paced below its quota."""
    found = Config.from_environment(GOOD)

    assert (found.google, found.token, found.calls_per_minute, found.as_of) == ("", "", 48, None)
    assert found.solver_seconds == 60


@pytest.mark.parametrize("name", list(GOOD))
def test_a_missing_variable_is_named(name: str) -> None:
    """The error says which variable is not set."""
    with pytest.raises(ConfigError, match=name):
        Config.from_environment({**GOOD, name: " "})


def test_provisioning_needs_no_province_yet() -> None:
    """The workbook is about to be made."""
    found = Config.from_environment({"MUAHESO_STORE": "memory:///"}, province=False)

    assert found.province_workbook == ""


@pytest.mark.parametrize("address", ["http://10.0.0.1:80", "https://evil.example", "nonsense"])
def test_only_this_machine_may_be_the_local_google(address: str) -> None:
    """A token is never sent to another host."""
    with pytest.raises(ConfigError, match="MUAHESO_GOOGLE"):
        Config.from_environment({**GOOD, "MUAHESO_GOOGLE": address, "MUAHESO_TOKEN": "x"})


@pytest.mark.parametrize(
    "half", [{"MUAHESO_GOOGLE": "http://127.0.0.1:1"}, {"MUAHESO_TOKEN": "someone"}]
)
def test_a_local_google_and_its_token_go_together(half: dict[str, str]) -> None:
    """A real credential never reaches a local server, nor a made-up one the real Google."""
    with pytest.raises(ConfigError, match="go together"):
        Config.from_environment({**GOOD, **half})


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("MUAHESO_CALLS_PER_MINUTE", "many"),
        ("MUAHESO_CALLS_PER_MINUTE", "0"),
        ("MUAHESO_SOLVER_SECONDS", "soon"),
        ("MUAHESO_SOLVER_SECONDS", "0"),
        ("MUAHESO_SOLVER_SECONDS", "601"),
        ("MUAHESO_SOLVER_SECONDS", "1.5"),
        ("MUAHESO_AS_OF", "13/08/2024"),
    ],
)
def test_a_wrong_value_is_named(name: str, value: str) -> None:
    """The error says which variable is wrong."""
    with pytest.raises(ConfigError, match=name):
        Config.from_environment({**GOOD, name: value})
