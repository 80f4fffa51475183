"""The value of every aim, counted again from the missions."""

from collections import Counter
from collections.abc import Callable, Mapping

from functions.domain.verify.book import Book


def aim_value(book: Book, aim: str, tier: int | None) -> float:
    """What the missions of a book reach for an aim, in the units that a plan states it in."""
    if aim == "met":
        served = {mission.need for mission in book.missions}
        return sum(need.tier == tier for need in book.needs.values() if need.id not in served)
    return _VALUES[aim](book)


def _changed(book: Book) -> float:
    missions = {mission.need: mission for mission in book.missions}
    total = 0
    for row in book.problem.published:
        now = missions.get(row.need)
        if now is None or now.team != row.team:
            total += 3
        elif now.start != row.start:
            total += 1
    return total


def _uneven_units(book: Book) -> float:
    needs = Counter(need.unit for need in book.needs.values())
    met = Counter(need.unit for _, need, _ in book.each())
    if not needs:
        return 0
    share = met.total() / needs.total()
    return sum(count * (met[unit] / count - share) ** 2 for unit, count in needs.items())


def _uneven_teams(book: Book) -> float:
    """Teams that could be formed, one for each need, count as well where there are people."""
    loads = Counter(mission.team for mission in book.missions)
    count = len(book.problem.teams) + (len(book.needs) if book.people else 0)
    squares = sum(load * load for load in loads.values())
    return squares - loads.total() ** 2 / max(count, 1)


def _formed(book: Book) -> float:
    return len(book.formed)


def _kilometres(book: Book) -> float:
    return sum(round(book.km(mission), 3) for mission in book.missions)


def _waited(book: Book) -> float:
    return sum(mission.start - need.earliest for mission, need, _ in book.each())


def _teams_used(book: Book) -> float:
    return len({mission.team for mission in book.missions})


_VALUES: Mapping[str, Callable[[Book], float]] = {
    "kept": _changed,
    "fair": _uneven_units,
    "formed": _formed,
    "load": _uneven_teams,
    "travel": _kilometres,
    "wait": _waited,
    "few_teams": _teams_used,
}
