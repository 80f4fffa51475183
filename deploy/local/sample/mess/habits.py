"""Harmless habits: the cell looks different, but still says what it said."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from random import Random

from deploy.local.sample.labels import answer
from deploy.local.sample.mess.dates import odd_date, odd_range
from deploy.local.sample.mess.spelling import (
    decomposed,
    new_tone_placement,
    with_eth,
    with_hard_space,
    with_spaces,
    without_diacritics,
)
from deploy.local.sample.model import Cell
from sheets_schema.model import Field
from sheets_schema.schema import load
from sheets_schema.unit_tree import Unit


@dataclass(frozen=True)
class Spot:
    """Where a cell stands: its column, the cell above as typed, and the unit's own district."""

    field: Field
    above: Cell | None
    district: Unit | None
    rng: Random


TextHabit = Callable[[str, Spot], str | int | float | bool]

# Words that people add to a number.
COUNTED: Mapping[str, str] = {
    "expected_beneficiaries": "lượt",
    "beneficiaries": "lượt người",
    "volunteers_needed": "TNV",
    "volunteers": "TNV",
    "sessions": "buổi",
    "laptops": "máy",
}
# Old eleven-digit prefixes of 2018 that people still remember, by the new ones.
OLD_PREFIXES: Mapping[str, str] = {f"03{digit}": f"016{digit}" for digit in range(2, 10)}
ROUND = 20


def retyped(cell: Cell, spot: Spot) -> Cell:
    """Return the cell as someone might type it; the cell itself if no habit changes it."""
    habits = _habits(cell, spot)
    different = [each for each in habits if (type(each), each) != (type(cell), cell)]
    return spot.rng.choice(different) if different else cell


def _habits(cell: Cell, spot: Spot) -> list[Cell]:
    if isinstance(cell, float):
        return [odd_date(cell, spot.rng)]
    if isinstance(cell, int):
        return _number(cell, spot)
    return [habit(cell, spot) for habit in BY_KIND.get(spot.field.kind, TEXT)]


def _number(number: int, spot: Spot) -> list[Cell]:
    if spot.field.kind == "birth_year":
        return [
            f"sinh năm {number}",
            f"{spot.rng.randint(1, 28)}/{spot.rng.randint(1, 12)}/{number}",
        ]
    counted = COUNTED.get(spot.field.name, "người")
    spellings: list[Cell] = [f"{number} {counted}", f" {number} ", f"{number:02d}", float(number)]
    if number >= ROUND:
        spellings += [f"hơn {number}", f"~{number}", f"khoảng {number} {counted}"]
    if number >= ROUND and "0" in str(number):
        spellings.append(str(number).replace("0", "O", 1))
    return spellings


def _ditto(text: str, spot: Spot) -> str:
    return "nt" if spot.above == text else text


def _with_district(text: str, spot: Spot) -> str:
    if spot.district is None:
        return text
    abbreviation = {"Thị xã": "TX.", "Thành phố": "TP."}.get(spot.district.type, "huyện")
    return f"{text}, {abbreviation} {new_tone_placement(spot.district.name)}"


def _abbreviated(text: str, _: Spot) -> str:
    for long, short in (("Phường ", "P."), ("Thị trấn ", "TT. "), ("Xã ", "X. ")):
        if text.startswith(long):
            return short + text.removeprefix(long)
    return text


def _alias(text: str, spot: Spot) -> str:
    """Replace the first value of the cell by one of its aliases."""
    first, separator, rest = text.partition("; ")
    for item in load().lists[spot.field.list_name].items:
        if item.label == first and item.aliases:
            return spot.rng.choice(item.aliases) + separator + rest
    return text


def _phone_as_number(text: str, _: Spot) -> int | str:
    return int(text) if text.isdigit() else text


def _old_phone(text: str, _: Spot) -> str:
    return OLD_PREFIXES.get(text[:3], text[:3]) + text[3:]


def _mark(text: str, spot: Spot) -> str | bool:
    if text == answer(yes=True):
        return spot.rng.choice(("x", "X", "v", "có", True))
    return spot.rng.choice(("không", "chưa", False))


TEXT: tuple[TextHabit, ...] = (
    lambda text, _: decomposed(text),
    lambda text, _: with_spaces(text),
    lambda text, _: with_hard_space(text),
    lambda text, _: with_eth(text),
    _ditto,
)
_PERSON: tuple[TextHabit, ...] = (
    lambda text, _: text.upper(),
    lambda text, _: text.lower(),
    lambda text, _: f"Đ/c {text}",
    lambda text, _: decomposed(text),
    lambda text, _: with_spaces(text),
    _ditto,
)
_COMMUNE: tuple[TextHabit, ...] = (
    lambda text, _: text.lower(),
    lambda text, _: text.upper(),
    lambda text, _: without_diacritics(text),
    lambda text, _: new_tone_placement(text),
    lambda text, _: decomposed(text),
    _abbreviated,
    _with_district,
    _ditto,
    _ditto,
)
_CHOICE: tuple[TextHabit, ...] = (
    _alias,
    _alias,
    lambda text, _: text.lower(),
    lambda text, _: text.replace("; ", ", "),
    lambda text, _: text.replace("; ", " + "),
    lambda text, _: text.replace("; ", "\n"),
)
_PHONE: tuple[TextHabit, ...] = (
    lambda text, _: f"{text[:4]}.{text[4:7]}.{text[7:]}",
    lambda text, _: f"{text[:4]} {text[4:7]} {text[7:]}",
    lambda text, _: f"+84{text[1:]}",
    lambda text, _: f"{text} (Zalo)",
    lambda text, _: f"ĐT: {text}",
    _phone_as_number,
    _old_phone,
)
_REFERENCE: tuple[TextHabit, ...] = (
    lambda text, _: text.lower(),
    lambda text, _: f"{text} ",
    lambda text, _: text.replace("; ", ", "),
    lambda text, _: text.replace("; ", "\n"),
)
BY_KIND: Mapping[str, tuple[TextHabit, ...]] = {
    "bool": (_mark,),
    "choice": _CHOICE,
    "commune": _COMMUNE,
    "date_range": (lambda text, spot: odd_range(text, spot.rng),),
    "person": _PERSON,
    "phone": _PHONE,
    "ref": _REFERENCE,
    "url": (lambda text, _: f"{text} ",),
}
