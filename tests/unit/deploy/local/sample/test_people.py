"""The register hands out different people."""

from random import Random

import pytest

from deploy.local.sample.dice import dice
from deploy.local.sample.people import Register
from deploy.local.sample.words.names import FAMILIES, PHONE_PREFIXES


class Stuttering(Random):
    """Chance that gives every draw twice in a row, as an unlucky day would."""

    def randrange(self, *args: int) -> int:  # type: ignore[override]
        """Return the number drawn for the call before, every other time."""
        self._calls = getattr(self, "_calls", 0) + 1
        if self._calls % 2:
            self._last = super().randrange(*args)
        return self._last


def test_people_are_made_of_known_parts() -> None:
    """A name begins with a frequent family name, a phone with a prefix in use."""
    register = Register(dice(1))
    people = [register.person() for _ in range(300)]
    assert {each.full_name.split()[0] for each in people} <= set(FAMILIES)
    assert {each.phone[:3] for each in people} <= set(PHONE_PREFIXES)
    assert len({each.full_name for each in people}) == len(people)


def test_a_number_drawn_again_is_not_given_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """Even if chance repeats itself, two people do not get one number."""
    monkeypatch.setattr("deploy.local.sample.people.PHONE_PREFIXES", {"090": 1})
    register = Register(Stuttering(1))
    people = [register.person() for _ in range(400)]
    assert len({each.phone for each in people}) == len(people)
