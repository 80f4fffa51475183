"""Rows are put together into persons."""

from random import Random

from functions.tables.persons import persons_of


def row(row_id: str, name: str, phone: str, year: int) -> dict[str, object]:
    """Return what is looked at in a row."""
    return {"row_id": row_id, "full_name": name, "phone": phone, "birth_year": year}


def test_a_phone_or_a_year_makes_the_person() -> None:
    """Equal names, diacritics aside, with an equal phone or an equal year are one person."""
    rows = [
        row("a", "Trần Thị Bé", "1", 2000),
        row("b", "TRAN THI BE", "2", 2000),
        row("c", "Trần Thị Bé", "2", 1999),
        row("d", "Trần Thị Bé", "3", 1998),
        row("e", "Lê Lan", "1", 2000),
    ]
    assert persons_of(rows) == {"a": "a", "b": "a", "c": "a", "d": "d", "e": "e"}


def test_a_third_row_joins_two_persons() -> None:
    """Two persons who turn out to be one bear the id of the first."""
    rows = [
        row("a", "Lê Lan", "1", 2000),
        row("b", "Lê Lan", "2", 1999),
        row("c", "Lê Lan", "2", 2000),
    ]
    assert persons_of(rows) == {"a": "a", "b": "a", "c": "a"}


def test_the_order_of_the_rows_changes_only_who_is_named() -> None:
    """The same rows are put together in whatever order they stand."""
    rng = Random(7)  # noqa: S311 - a simulation
    rows = [
        row(str(at), rng.choice("ab"), str(rng.randrange(40)), rng.randrange(40))
        for at in range(60)
    ]

    def groups() -> set[frozenset[str]]:
        persons = persons_of(rows)
        return {
            frozenset(each for each, head in persons.items() if head == one)
            for one in persons.values()
        }

    before = groups()
    for _ in range(20):
        rng.shuffle(rows)
        assert groups() == before
