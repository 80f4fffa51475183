"""What the campaign is made of once every cell has been read: one frozen value per row.

Names and phone numbers are left out of `repr`, so that no log line can carry them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

PROVINCE = "T"
"""The unit code of the province's own workbook."""

PROVINCE_LEVEL = "tinh"
"""The level, of the list `team_level`, of teams that go to every unit."""


@dataclass(frozen=True, slots=True)
class Window:
    """Days from `first` to `last`, both included."""

    first: date
    last: date

    @property
    def days(self) -> int:
        """How many days the window has."""
        return (self.last - self.first).days + 1

    def meets(self, other: Window) -> bool:
        """Say whether the two share a day."""
        return self.first <= other.last and other.first <= self.last


@dataclass(frozen=True, slots=True)
class CampaignSettings:
    """What the campaign decided for itself; see `sheets_schema/settings.yaml`.

    `change_budget` caps the published assignments that one night may change, None does not.
    `retention_days` are counted from the campaign's last day; None keeps personal data until the
    campaign is wound up.
    """

    campaign_name: str
    issuer: str
    window: Window
    need_deadline: date
    report_days: int
    max_km: float | None
    rest_days: int
    freeze_days: int
    change_budget: int | None
    contact: str
    retention_days: int | None


@dataclass(frozen=True, slots=True)
class Locality:
    """A commune or district of the campaign's period; `xy_km` is a point on a local plane."""

    code: str
    full_name: str
    parent: str
    is_border: bool
    xy_km: tuple[float, float] | None


@dataclass(frozen=True, slots=True)
class UnitEntry:
    """One participating unit as the province registered it."""

    code: str
    name: str
    gso_code: str
    block: str
    workbook_id: str
    emails: tuple[str, ...] = field(repr=False)
    hardship: bool
    active: bool


@dataclass(frozen=True, slots=True)
class Block:
    """Who follows a block of units."""

    name: str
    board: str
    officer: str = field(repr=False)
    email: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Target:
    """What one unit (or the whole province: unit PROVINCE) has to reach."""

    indicator: str
    name: str
    measure: str
    unit: str
    amount: int
    deadline: date | None


@dataclass(frozen=True, slots=True)
class Need:
    """One place that asks for a team."""

    id: str
    unit: str
    commune: str
    place: str
    topics: tuple[str, ...]
    audience: tuple[str, ...]
    beneficiaries: int
    window: Window
    sessions: int | None
    volunteers: int
    team_type: str | None
    difficulty: str | None


@dataclass(frozen=True, slots=True)
class Resource:
    """Something that a unit can provide."""

    id: str
    unit: str
    commune: str | None
    resource_type: str
    name: str
    quantity: float
    measure: str
    capacity: int | None


@dataclass(frozen=True, slots=True)
class Volunteer:
    """One person who consented; no `weekdays` means any, by the codes of the list `weekday`."""

    id: str
    unit: str
    full_name: str = field(repr=False)
    phone: str = field(repr=False)
    birth_year: int
    skills: tuple[str, ...]
    group: str
    teaching: str | None
    window: Window
    weekdays: tuple[str, ...]
    can_travel: bool


@dataclass(frozen=True, slots=True)
class Team:
    """One team; `members` are the ids of accepted volunteers, the leader among them."""

    id: str
    unit: str
    name: str
    team_type: str
    level: str
    leader: str
    members: tuple[str, ...]
    topics: tuple[str, ...]
    laptops: int
    window: Window
    status: str

    @property
    def is_over(self) -> bool:
        """Say whether the team has ended or was cancelled; nobody waits for it any more."""
        return self.status in ("ket_thuc", "huy")

    @property
    def serves_province(self) -> bool:
        """Say whether the team goes to every unit; any other stays in its own."""
        return self.level == PROVINCE_LEVEL or self.unit == PROVINCE


@dataclass(frozen=True, slots=True)
class Training:
    """One training session; `attendees` are ids of volunteers, teams already spelled out."""

    id: str
    unit: str
    window: Window
    content: tuple[str, ...]
    attendees: tuple[str, ...]
    completed: bool


@dataclass(frozen=True, slots=True)
class Report:
    """What one activity achieved. All figures are of this activity alone."""

    id: str
    unit: str
    team: str
    need: str | None
    commune: str
    window: Window
    activity: str
    topics: tuple[str, ...]
    beneficiaries: int
    figures: Mapping[str, int | None]
    volunteers: int
    report_date: date


@dataclass(frozen=True, slots=True)
class Campaign:
    """Everything accepted, from every workbook."""

    settings: CampaignSettings
    units: tuple[UnitEntry, ...]
    localities: Mapping[str, Locality] = field(default_factory=dict)
    blocks: tuple[Block, ...] = ()
    targets: tuple[Target, ...] = ()
    needs: tuple[Need, ...] = ()
    resources: tuple[Resource, ...] = ()
    volunteers: tuple[Volunteer, ...] = ()
    teams: tuple[Team, ...] = ()
    trainings: tuple[Training, ...] = ()
    reports: tuple[Report, ...] = ()

    def unit(self, code: str) -> UnitEntry | None:
        """Return the entry of a unit, None for the province or an unknown code."""
        return next((each for each in self.units if each.code == code), None)
