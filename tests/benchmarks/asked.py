"""What one run of the benchmarks was asked for."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Asked:
    """``brief`` runs the smallest case of each benchmark, to see that it works.

    ``instances`` is a folder of published instances, None without one.
    """

    brief: bool = False
    instances: Path | None = None
