"""Invented persons: no two share a name or a phone number."""

from dataclasses import dataclass
from random import Random

from deploy.local.sample.dice import chance
from deploy.local.sample.words.names import (
    FAMILIES,
    FEMALE_GIVEN,
    FEMALE_MIDDLE,
    MALE_GIVEN,
    MALE_MIDDLE,
    PHONE_PREFIXES,
)


@dataclass(frozen=True)
class Person:
    """A name and a mobile number of ten digits."""

    full_name: str
    phone: str


class Register:
    """Hands out persons, each of them once."""

    def __init__(self, rng: Random) -> None:
        self._rng = rng
        self._names: set[str] = set()
        self._phones: set[str] = set()

    def person(self) -> Person:
        """Return a person whom nobody met before."""
        name = self._name()
        while name in self._names:
            name = self._name()
        phone = self._phone()
        while phone in self._phones:
            phone = self._phone()
        self._names.add(name)
        self._phones.add(phone)
        return Person(name, phone)

    def _name(self) -> str:
        family = self._rng.choices(list(FAMILIES), list(FAMILIES.values()))[0]
        female = chance(self._rng, 0.55)
        middles, givens = (FEMALE_MIDDLE, FEMALE_GIVEN) if female else (MALE_MIDDLE, MALE_GIVEN)
        middle = self._rng.choice(middles)
        given = self._rng.choice([each for each in givens if each not in middle.split()])
        return f"{family} {middle} {given}"

    def _phone(self) -> str:
        prefix = self._rng.choices(list(PHONE_PREFIXES), list(PHONE_PREFIXES.values()))[0]
        return f"{prefix}{self._rng.randrange(10**7):07d}"
