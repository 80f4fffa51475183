"""Who may be deployed: people who were trained in everything that the plan requires."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from functions.domain.records import Campaign, Training

REQUIRED = ("muc_dich", "phuong_thuc", "an_toan")
"""Purpose, methods and safety: codes of the list `training_content` (plan, part IV.2)."""


def trained_on(trainings: Iterable[Training]) -> dict[str, date]:
    """Return, for each volunteer who has had all required contents, the day the last one ended.

    Contents may come from several sessions; sessions that were not completed do not count.
    """
    missing: dict[str, set[str]] = {}
    days: dict[str, date] = {}
    for training in sorted(trainings, key=lambda each: (each.window.last, each.id)):
        if not training.completed:
            continue
        for person in training.attendees:
            left = missing.setdefault(person, set(REQUIRED))
            if left and not left.isdisjoint(training.content):
                left.difference_update(training.content)
                if not left:
                    days[person] = training.window.last
    return days


def ready_members(campaign: Campaign) -> dict[str, tuple[date, ...]]:
    """Return, for each team, the day on which each member who may be sent had been trained.

    Members without all required training stay behind, and in a team that goes to every unit those
    who cannot travel.
    """
    trained = trained_on(campaign.trainings)
    at_home = {each.id for each in campaign.volunteers if not each.can_travel}
    return {
        team.id: tuple(
            trained[person]
            for person in team.members
            if person in trained and not (team.serves_province and person in at_home)
        )
        for team in campaign.teams
    }
