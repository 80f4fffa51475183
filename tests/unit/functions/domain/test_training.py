"""Who may be deployed."""

from datetime import date

from functions.domain.training import REQUIRED, ready_members, trained_on
from tests.campaigns import make_campaign, make_team, make_training, make_volunteer

FIRST_DAY = date(2024, 7, 1)
SECOND_DAY = date(2024, 7, 8)
PERSON = "TNV-705-001"
PURPOSE, METHODS, SAFETY = REQUIRED


def test_one_session_with_everything_is_enough() -> None:
    """A person who had all required contents in one session was trained on its last day."""
    training = make_training(ended=FIRST_DAY, attendees=(1,))
    assert trained_on([training]) == {PERSON: FIRST_DAY}


def test_contents_may_come_from_several_sessions() -> None:
    """The day counts on which the last missing content was taught, whatever the order given."""
    late = make_training(2, ended=SECOND_DAY, content=(SAFETY,), attendees=(1,))
    early = make_training(1, ended=FIRST_DAY, content=(PURPOSE, METHODS), attendees=(1,))
    assert trained_on([late, early]) == {PERSON: SECOND_DAY}


def test_a_missing_content_leaves_a_person_untrained() -> None:
    """Two of three required contents are not enough, other topics do not help."""
    training = make_training(content=(PURPOSE, METHODS, "ky_nang"), attendees=(1,))
    assert trained_on([training]) == {}


def test_sessions_that_were_not_completed_do_not_count() -> None:
    """A session without success teaches nobody anything."""
    assert trained_on([make_training(completed=False)]) == {}


def test_refreshers_do_not_move_the_day() -> None:
    """A person who was trained once stays trained from that day on."""
    again = make_training(2, ended=SECOND_DAY, attendees=(1,))
    unrelated = make_training(3, ended=SECOND_DAY, content=("ky_nang",), attendees=(1,))
    first = make_training(1, ended=FIRST_DAY, attendees=(1,))
    assert trained_on([again, unrelated, first]) == {PERSON: FIRST_DAY}


def test_only_trained_members_are_ready() -> None:
    """A team counts the members who were trained, with the day of each."""
    campaign = make_campaign(
        teams=(make_team(members=(1, 2, 3)),),
        trainings=(
            make_training(1, ended=FIRST_DAY, attendees=(1,)),
            make_training(2, ended=SECOND_DAY, attendees=(2,)),
        ),
    )
    assert ready_members(campaign) == {"DH-705-01": (FIRST_DAY, SECOND_DAY)}


def test_those_who_stay_at_home_are_ready_for_their_own_unit_alone() -> None:
    """Whoever cannot travel counts in a unit's team and not in one that goes to every unit."""
    campaign = make_campaign(
        volunteers=(
            make_volunteer(1, can_travel=False),
            make_volunteer(2),
            make_volunteer(1, unit="T", can_travel=False),
        ),
        teams=(
            make_team(1, level="huyen"),
            make_team(2, level="tinh"),
            make_team(1, unit="T", level="co_so", members=(1,)),
        ),
        trainings=(make_training(), make_training(unit="T", attendees=(1,))),
    )
    sizes = {team: len(days) for team, days in ready_members(campaign).items()}
    assert sizes == {"DH-705-01": 2, "DH-705-02": 1, "DH-T-01": 0}
