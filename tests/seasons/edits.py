"""What districts type during a day that tonight's plan depends on."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from random import Random

from functions.domain.planning import DEPLOYABLE
from functions.domain.records import Need, Team, Window
from functions.domain.training import REQUIRED
from tests.seasons.world import Event, World, pick


def _busy_teams(world: World) -> list[Team]:
    """Teams that still have a mission before them."""
    busy = {each.team for each in world.entries if each.stands and each.start > world.today}
    return [each for each in world.campaign.teams if each.id in busy and each.status in DEPLOYABLE]


def _open_needs(world: World) -> list[Need]:
    """Needs of which not every day has gone by."""
    return [each for each in world.campaign.needs if each.window.last > world.today]


def team_drops_out(chance: Random, world: World) -> World:
    """A team with missions before it is cancelled."""
    for team in pick(chance, _busy_teams(world)):
        return world.with_team(team, replace(team, status="huy"))
    return world


def team_returns(chance: Random, world: World) -> World:
    """A team that was cancelled is there again."""
    for team in pick(chance, [each for each in world.campaign.teams if each.status == "huy"]):
        return world.with_team(team, replace(team, status="dang_hoat_dong"))
    return world


def team_leaves_early(chance: Random, world: World) -> World:
    """A team goes home before the day that it had given."""
    for team in pick(chance, _busy_teams(world)):
        last = min(team.window.last, world.day(chance.randint(1, 20)))
        if team.window.first <= last:
            return world.with_team(team, replace(team, window=Window(team.window.first, last)))
    return world


def members_leave(chance: Random, world: World) -> World:
    """A team becomes smaller; its leader stays."""
    for team in pick(chance, _busy_teams(world)):
        left = team.members[: max(1, len(team.members) - chance.randint(1, 3))]
        return world.with_team(team, replace(team, members=left))
    return world


def team_is_trained(chance: Random, world: World) -> World:
    """Everyone of a team was trained today."""
    campaign = world.campaign
    trained = {person for each in campaign.trainings for person in each.attendees}
    behind = [each for each in campaign.teams if not trained.issuperset(each.members)]
    for team in pick(chance, behind):
        session = replace(
            campaign.trainings[0],
            id=f"TH-{team.unit}-{100 + world.next_number}",
            window=Window(world.today, world.today),
            content=REQUIRED,
            attendees=team.members,
            completed=True,
        )
        trainings = (*campaign.trainings, session)
        return replace(
            world,
            campaign=replace(campaign, trainings=trainings),
            next_number=world.next_number + 1,
        )
    return world


def need_is_added(chance: Random, world: World) -> World:
    """A commune asks for what was asked for elsewhere, soon."""
    for model in pick(chance, world.campaign.needs):
        first = world.day(chance.randint(2, 14))
        last = min(first + timedelta(chance.randint(2, 9)), world.campaign.settings.window.last)
        need = replace(
            model,
            id=f"NC-{model.unit}-{500 + world.next_number}",
            window=Window(first, last),
            sessions=chance.randint(1, 3),
        )
        if first <= last:
            needs = (*world.campaign.needs, need)
            return replace(
                world,
                campaign=replace(world.campaign, needs=needs),
                next_number=world.next_number + 1,
            )
    return world


def need_is_cancelled(chance: Random, world: World) -> World:
    """A commune deletes its row."""
    for need in pick(chance, _open_needs(world)):
        return world.with_need(need)
    return world


def window_moves(chance: Random, world: World) -> World:
    """A commune asks for other days, as many as before."""
    for need in pick(chance, _open_needs(world)):
        by = timedelta(chance.choice((-3, -2, -1, 1, 2, 3, 5)))
        moved = Window(need.window.first + by, need.window.last + by)
        return world.with_need(need, replace(need, window=moved))
    return world


def window_shrinks(chance: Random, world: World) -> World:
    """A commune has less time."""
    for need in pick(chance, [each for each in _open_needs(world) if each.window.days > 1]):
        cut = chance.randint(1, min(4, need.window.days - 1))
        shorter = Window(need.window.first, need.window.last - timedelta(cut))
        return world.with_need(need, replace(need, window=shorter))
    return world


def need_grows(chance: Random, world: World) -> World:
    """A commune asks for one day more."""
    for need in pick(chance, _open_needs(world)):
        return world.with_need(need, replace(need, sessions=(need.sessions or 1) + 1))
    return world


def lodging_is_lost(chance: Random, world: World) -> World:
    """A place has beds for fewer people than before."""
    campaign = world.campaign
    beds = [each for each in campaign.resources if each.resource_type == "an_o" and each.capacity]
    for lost in pick(chance, beds):
        fewer = replace(lost, capacity=max(4, (lost.capacity or 0) - chance.randint(1, 5)))
        resources = tuple(fewer if each is lost else each for each in campaign.resources)
        return replace(world, campaign=replace(campaign, resources=resources))
    return world


EDITS: Mapping[Event, int] = {
    team_drops_out: 2,
    team_returns: 1,
    team_leaves_early: 2,
    members_leave: 2,
    team_is_trained: 1,
    need_is_added: 6,
    need_is_cancelled: 2,
    window_moves: 3,
    window_shrinks: 2,
    need_grows: 2,
    lodging_is_lost: 1,
}
"""Every edit with how often it happens beside the others."""
