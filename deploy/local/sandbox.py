"""The folder in which a local campaign lives, and the environment that leads to it."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from deploy.local.people import ROBOT

_UNPACED = "100000"


@dataclass(frozen=True, slots=True)
class Sandbox:
    """A folder of our own: the local Google's data, the store, exports and logs."""

    folder: Path

    @property
    def google(self) -> Path:
        """The data of the local Google."""
        return self.folder / "google"

    @property
    def store(self) -> Path:
        """Snapshots, lease and registry."""
        return self.folder / "store"

    @property
    def xlsx(self) -> Path:
        """The exported workbooks."""
        return self.folder / "xlsx"

    @property
    def campaign_file(self) -> Path:
        """The campaign file of the sample."""
        return self.folder / "campaign.yaml"

    @property
    def environment_file(self) -> Path:
        """The variables with which `muaheso` finds the local Google."""
        return self.folder / "local.env"

    @property
    def log(self) -> Path:
        """What the function logged."""
        return self.folder / "nightly.log"

    def clear(self) -> None:
        """Remove what an earlier demonstration left, and nothing else."""
        for path in (self.google, self.store, self.xlsx):
            shutil.rmtree(path, ignore_errors=True)
        for path in (self.campaign_file, self.environment_file, self.log):
            path.unlink(missing_ok=True)
        self.xlsx.mkdir(parents=True)

    def environment(self, google: str, token: str, province: str = "") -> dict[str, str]:
        """Return the variables for one person of the local Google."""
        found = {
            "MUAHESO_GOOGLE": google,
            "MUAHESO_TOKEN": token,
            "MUAHESO_STORE": self.store.resolve().as_uri(),
            # The local Google has no quota unless asked, so nothing has to be paced.
            "MUAHESO_CALLS_PER_MINUTE": _UNPACED,
        }
        if province:
            found["MUAHESO_PROVINCE_WORKBOOK"] = province
        return found

    def write_environment(self, google: str, province: str, as_of: date) -> None:
        """Leave the robot's variables behind for `muaheso`."""
        found = self.environment(google, ROBOT, province)
        found["MUAHESO_AS_OF"] = as_of.isoformat()
        text = "".join(f"{name}={value}\n" for name, value in found.items())
        self.environment_file.write_text(text, encoding="utf-8")

    def move_environment(self, google: str) -> None:
        """Point the variables that a demonstration left behind to another address."""
        if self.environment_file.is_file():
            lines = self.environment_file.read_text(encoding="utf-8").splitlines()
            moved = [
                f"MUAHESO_GOOGLE={google}" if line.startswith("MUAHESO_GOOGLE=") else line
                for line in lines
            ]
            self.environment_file.write_text("\n".join(moved) + "\n", encoding="utf-8")
