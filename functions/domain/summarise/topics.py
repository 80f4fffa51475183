"""Which topics are asked for, where, and with what success."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from functions.domain.summarise.facts import Facts


@dataclass(frozen=True, slots=True)
class Served:
    """How many needs there are, and how many of them have a team."""

    needs: int = 0
    met: int = 0

    def __add__(self, other: Served) -> Served:
        return Served(self.needs + other.needs, self.met + other.met)


@dataclass(frozen=True, slots=True)
class TopicDemand:
    """How often a topic is asked for, how often with success, and how many people it reached."""

    topic: str
    needs: int
    met: int
    beneficiaries: int


def topic_demands(facts: Facts) -> tuple[TopicDemand, ...]:
    """Return every topic that was asked for or reported on, the one asked for most first."""
    served: dict[str, Served] = {}
    for (topic, _), each in coverage(facts).items():
        served[topic] = served.get(topic, Served()) + each
    people: Counter[str] = Counter()
    for report in facts.campaign.reports:
        # A report on several topics counts for its first one, so that the column adds up.
        people[report.topics[0]] += report.beneficiaries
    found = [
        TopicDemand(topic, each.needs, each.met, people[topic])
        for topic in served.keys() | people.keys()
        for each in (served.get(topic, Served()),)
    ]
    return tuple(sorted(found, key=lambda each: (-each.needs, each.topic)))


def coverage(facts: Facts) -> Mapping[tuple[str, str], Served]:
    """Return what was asked for by topic and unit code; a need counts for each of its topics."""
    found: dict[tuple[str, str], Served] = {}
    for need in facts.campaign.needs:
        one = Served(1, int(need.id in facts.met))
        for topic in need.topics:
            key = (topic, need.unit)
            found[key] = found.get(key, Served()) + one
    return found
