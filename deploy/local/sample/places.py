"""Where things happen inside a commune: hamlets, schools, halls, and who receives a team there."""

from collections.abc import Mapping
from dataclasses import dataclass
from random import Random
from typing import Literal

from deploy.local.sample.labels import communes
from deploy.local.sample.people import Person, Register
from sheets_schema.unit_tree import Unit

Venue = Literal["hamlet", "hall", "computer_room", "market", "one_stop", "clinic", "primary"]

# Hamlets often take the first word of their commune's name and one of these.
HAMLET_ENDINGS = ("Bình", "Đông", "Tây", "Hòa", "Thuận", "An", "Lợi", "Phú", "Trung", "Tiến")
HAMLET_STEMS = frozenset({"Tân", "Phước", "Long", "Thạnh", "Hòa", "An", "Ninh", "Thanh", "Hiệp"})


@dataclass(frozen=True)
class Place:
    """One commune as its officers speak of it."""

    code: str
    name: str
    full_name: str
    is_border: bool
    hamlets: tuple[str, ...]
    contact: Person

    @property
    def spoken(self) -> str:
        """The full name inside a sentence: xã Tân Lập."""
        return self.full_name[0].lower() + self.full_name[1:]

    def venue(self, kind: Venue, rng: Random) -> str:
        """Return the words for a place of this kind in the commune."""
        hamlet = rng.choice(self.hamlets)
        words: Mapping[Venue, str] = {
            "hamlet": f"Nhà văn hóa {hamlet}",
            "hall": f"Hội trường UBND {self.spoken}",
            "computer_room": f"Phòng tin học Trường THCS {self.name}",
            "market": f"Chợ {self.name}",
            "one_stop": f"Bộ phận Một cửa UBND {self.spoken}",
            "clinic": f"Trạm Y tế {self.spoken}",
            "primary": f"Trường Tiểu học {self.name}",
        }
        return words[kind]


def places(district: str, rng: Random, register: Register) -> tuple[Place, ...]:
    """Return the communes of one district in the order of their codes."""
    return tuple(
        Place(
            code=unit.code,
            name=unit.name,
            full_name=unit.full_name,
            is_border=unit.is_border,
            hamlets=_hamlets(unit, rng),
            contact=register.person(),
        )
        for unit in communes(district)
    )


def _hamlets(unit: Unit, rng: Random) -> tuple[str, ...]:
    if unit.type != "Xã":
        return tuple(f"khu phố {number}" for number in sorted(rng.sample(range(1, 7), 3)))
    stem, _, rest = unit.name.partition(" ")
    if stem not in HAMLET_STEMS:
        return tuple(f"ấp {number}" for number in sorted(rng.sample(range(1, 6), 3)))
    endings = [each for each in HAMLET_ENDINGS if each not in {stem, rest}]
    return tuple(f"ấp {stem} {ending}" for ending in rng.sample(endings, 3))
