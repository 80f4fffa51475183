"""Teams that the night proposes to form out of volunteers without one."""

from dataclasses import replace
from datetime import timedelta

import pytest

from functions.domain.ledger import Decision, Entry, State
from functions.domain.plan import Reason
from functions.domain.records import Campaign
from functions.runs.assigning import Decided, assign
from functions.runs.services import Services
from tests.campaigns import (
    TODAY,
    make_campaign,
    make_need,
    make_team,
    make_training,
    make_volunteer,
    window,
)
from tests.province import Province

PEOPLE = tuple(make_volunteer(number) for number in (1, 2, 3))
CAMPAIGN = make_campaign(
    needs=(make_need(days=(5, 7)),),
    volunteers=PEOPLE,
    trainings=(make_training(attendees=(1, 2, 3)),),
    teams=(),
)
IDS = {each.id for each in PEOPLE}


@pytest.fixture
def services(province: Province) -> Services:
    """The services of a province."""
    return province.services()


def _next(services: Services, found: Decided, campaign: Campaign = CAMPAIGN) -> Decided:
    """Decide on the night after, from what stands in the sheet."""
    return assign(services, campaign, found.entries, TODAY)


def _signed(entry: Entry, decision: Decision) -> Entry:
    return replace(entry, decision=decision)


def test_a_team_is_proposed_with_its_members(services: Services) -> None:
    """Three trained people without a team become one for a need that has none."""
    found = assign(services, CAMPAIGN, (), TODAY)

    assert [(each.team, set(each.members)) for each in found.entries] == [("DM-NC-705-001", IDS)]
    assert found.entries[0].state is State.PROPOSED
    assert found.unmet == ()


def test_the_proposal_stays(services: Services) -> None:
    """On unchanged data the same people go on the same days, and nothing is new."""
    first = assign(services, CAMPAIGN, (), TODAY)

    again = _next(services, first)
    later = _next(services, again)

    assert again.changes.kept == later.changes.kept == 1
    kept = [replace(each, why=None, change=()) for each in first.entries]
    assert [replace(each, why=None, change=()) for each in later.entries] == kept
    assert again.entries == later.entries


def test_the_people_of_a_proposal_are_not_asked_again(services: Services) -> None:
    """A second need on the same days finds nobody; one much later finds the same people."""
    first = assign(services, CAMPAIGN, (), TODAY)
    needs = (*CAMPAIGN.needs, make_need(2, days=(5, 7)), make_need(3, days=(20, 25)))

    more = _next(services, first, replace(CAMPAIGN, needs=needs))

    assert {each.need for each in more.entries} == {"NC-705-001", "NC-705-003"}
    assert all(set(each.members) == IDS for each in more.entries)


def test_a_refusal_means_no_team_is_formed(services: Services) -> None:
    """Who refuses the proposal gets no other one for the same need."""
    first = assign(services, CAMPAIGN, (), TODAY)
    refused = replace(first, entries=(_signed(first.entries[0], Decision.REFUSE),))

    found = _next(services, refused)

    assert [each.state for each in found.entries] == [State.REFUSED]
    assert [each.need for each in found.unmet] == ["NC-705-001"]


def test_a_signed_team_stands(services: Services) -> None:
    """A signature holds the people and the days, though a ready team came meanwhile."""
    first = assign(services, CAMPAIGN, (), TODAY)
    signed = replace(first, entries=(_signed(first.entries[0], Decision.SIGN),))
    others = tuple(make_volunteer(number) for number in (4, 5))
    ready = replace(
        CAMPAIGN,
        volunteers=(*PEOPLE, *others),
        teams=(make_team(members=(4, 5)),),
        trainings=(make_training(attendees=(1, 2, 3, 4, 5)),),
    )

    found = _next(services, signed, ready)

    assert [(each.team, each.state) for each in found.entries] == [("DM-NC-705-001", State.SIGNED)]


def test_a_registered_team_takes_over(services: Services) -> None:
    """When the unit registers the team, the proposal gives way to it."""
    first = assign(services, CAMPAIGN, (), TODAY)

    found = _next(services, first, replace(CAMPAIGN, teams=(make_team(members=(1, 2, 3)),)))

    assert {each.team: each.state for each in found.entries} == {
        "DM-NC-705-001": State.WITHDRAWN,
        "DH-705-01": State.PROPOSED,
    }


def test_a_member_who_leaves_is_replaced(services: Services) -> None:
    """The proposal is made anew out of those who are there, in the same row."""
    first = assign(services, CAMPAIGN, (), TODAY)
    people = (*PEOPLE[1:], make_volunteer(4))
    changed = replace(
        CAMPAIGN, volunteers=people, trainings=(make_training(attendees=(1, 2, 3, 4)),)
    )

    found = _next(services, first, changed)

    assert len(found.entries) == 1
    assert set(found.entries[0].members) == {each.id for each in people}
    assert found.entries[0].state is State.PROPOSED
    assert found.entries[0].change == (Reason("members_changed"),)
    assert found.changes.moved == 1


def test_a_signature_is_for_these_people(services: Services) -> None:
    """When a member leaves, nobody is put in their place under a signature."""
    first = assign(services, CAMPAIGN, (), TODAY)
    signed = replace(first, entries=(_signed(first.entries[0], Decision.SIGN),))
    people = (*PEOPLE[1:], make_volunteer(4))
    changed = replace(
        CAMPAIGN, volunteers=people, trainings=(make_training(attendees=(1, 2, 3, 4)),)
    )

    found = _next(services, signed, changed)

    assert [set(each.members) for each in found.entries] == [IDS]
    assert found.entries[0].why == (Reason("signed_but_team_gone"),)


def test_who_cannot_be_in_a_formed_team(services: Services) -> None:
    """Untrained people, minors far from home, the wrong days and a team of pupils alone."""
    untrained = replace(CAMPAIGN, trainings=(make_training(attendees=(1, 2)),))
    pupils = replace(CAMPAIGN, volunteers=tuple(replace(each, group="hoc_sinh") for each in PEOPLE))
    away = replace(
        CAMPAIGN,
        needs=(make_need(unit="706", commune=make_need().commune),),
        volunteers=tuple(replace(each, birth_year=2007) for each in PEOPLE),
    )
    shy = replace(CAMPAIGN, volunteers=tuple(replace(each, teaching="co_ban") for each in PEOPLE))
    elsewhere = replace(
        CAMPAIGN, volunteers=tuple(replace(each, window=window(20, 25)) for each in PEOPLE)
    )
    for campaign in (untrained, pupils, away, shy, elsewhere):
        assert assign(services, campaign, (), TODAY).entries == ()


def test_people_with_some_weekdays(services: Services) -> None:
    """Who can come on two days of the week comes on these, or not at all."""
    first = TODAY + timedelta(days=5)
    codes = [str((first + timedelta(days=day)).isoweekday() + 1) for day in range(7)]
    together = tuple(replace(each, weekdays=(codes[1], codes[2])) for each in PEOPLE)
    apart = tuple(replace(each, weekdays=(codes[0], codes[2])) for each in PEOPLE)

    found = assign(services, replace(CAMPAIGN, volunteers=together), (), TODAY)
    none = assign(services, replace(CAMPAIGN, volunteers=apart), (), TODAY)

    assert found.entries[0].start == first + timedelta(days=1)
    assert none.entries == ()
