"""What the coordinator chooses in «Phân công» during a day."""

from collections.abc import Mapping
from dataclasses import replace
from random import Random

from functions.domain.ledger import Decision, State
from tests.seasons.world import Event, World, pick


def signs(chance: Random, world: World) -> World:
    """Some proposals are signed."""
    proposed = [
        each for each in world.entries if each.state is State.PROPOSED and not each.decision
    ]
    for entry in chance.sample(proposed, min(len(proposed), chance.randint(1, 4))):
        world = world.with_entry(entry, replace(entry, decision=Decision.SIGN))
    return world


def refuses(chance: Random, world: World) -> World:
    """One proposal is refused."""
    proposed = [each for each in world.entries if each.state is State.PROPOSED]
    for entry in pick(chance, proposed):
        return world.with_entry(entry, replace(entry, decision=Decision.REFUSE))
    return world


def takes_back(chance: Random, world: World) -> World:
    """A signature or a refusal is taken back."""
    decided = [each for each in world.entries if each.decision and each.start > world.today]
    for entry in pick(chance, decided):
        return world.with_entry(entry, replace(entry, decision=None))
    return world


def prefers(chance: Random, world: World) -> World:
    """A row that does not stand any more is signed in spite of the robot."""
    needs = {each.id for each in world.campaign.needs}
    rows = [
        each
        for each in world.entries
        if not each.stands and each.need in needs and each.start > world.today
    ]
    for entry in pick(chance, rows):
        return world.with_entry(entry, replace(entry, decision=Decision.SIGN))
    return world


DECISIONS: Mapping[Event, int] = {signs: 4, refuses: 2, takes_back: 1, prefers: 1}
"""Every decision with how often it happens beside the others."""
