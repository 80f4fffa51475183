"""Where a volunteer studies or works, if no team says so."""

from collections.abc import Sequence
from random import Random

from deploy.local.sample.places import Place
from deploy.local.sample.words.schools import COLLEGES, HIGH_SCHOOLS, UNIVERSITIES


class Neighbourhood:
    """The schools and branches of one district."""

    def __init__(self, district: str, places: Sequence[Place], rng: Random) -> None:
        self._district = district
        self._places = places
        self._rng = rng

    def organisation(self, group: str) -> str:
        """Return a plausible organisation for someone of `group`, a code of volunteer_group."""
        place = self._rng.choice(self._places)
        return {
            "hoc_sinh": f"Trường THPT {self._rng.choice(HIGH_SCHOOLS[self._district])}",
            "sinh_vien": self._rng.choice(UNIVERSITIES),
            "giang_vien": self._rng.choice(COLLEGES),
            "giao_vien": f"Trường THCS {place.name}",
            "doan_vien": f"Đoàn {place.spoken}",
        }[group]
