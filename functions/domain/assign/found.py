"""What a search hands over: missions, and what is proven about them."""

from dataclasses import dataclass
from typing import Literal

from functions.domain.plan import AimValue, Formed
from functions.domain.problem import Mission

Status = Literal["optimal", "feasible", "infeasible"]


@dataclass(frozen=True)
class Found:
    """Missions by need id, the decided ones among them, and what is proven about them."""

    status: Status
    missions: tuple[Mission, ...]
    formed: tuple[Formed, ...]
    aims: tuple[AimValue, ...]
