"""The many ways in which a value may be typed that are all right: nothing has to be said of them.

What a file of the Youth Union holds is nearly always one of these.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from random import Random

from functions.domain.records import Window
from functions.domain.serials import to_serial
from functions.domain.workbook import Cell
from sheets_schema.model import Field
from sheets_schema.unit_tree import Unit
from tests.builders import SCHEMA, WINDOW

_WEEKDAYS = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật")
_NOTHING: tuple[Cell, ...] = (None, None, None, None, "", "  ", "-", "…")
_YES: tuple[Cell, ...] = (True, "Có", "có", "x", "X ", "✓", "Rồi", 1)
_NO: tuple[Cell, ...] = (False, "Không", "không", "ko", "chưa", 0)
_SEVERAL = ("; ", ";", " + ", "\n")
_HONORIFICS = ("Đ/c ", "1. ", "- ", "Anh ")


@dataclass(frozen=True)
class Speller:
    """Spells what a unit means as one of its officers might; `gso_code` as in the registry."""

    rng: Random
    gso_code: str

    def spell(self, field: Field, value: object) -> Cell:
        """Return a cell of this column that means `value`."""
        if value is None:
            return self.rng.choice(_NOTHING)
        return _BY_KIND[field.kind](self, field, value)

    def pick(self, *forms: Cell) -> Cell:
        """Return one of several spellings."""
        return self.rng.choice(forms)


def _text(speller: Speller, _: Field, value: object) -> Cell:
    text = str(value)
    return speller.pick(
        text, text, f"  {text} ", text.replace(" ", "  "), text.replace(" ", "\u00a0", 1),
        unicodedata.normalize("NFD", text),
    )  # fmt: skip


def _date(speller: Speller, _: Field, value: object) -> Cell:
    assert isinstance(value, date)
    day, month, year = value.day, value.month, value.year
    return speller.pick(
        to_serial(value), to_serial(value), f"{day:02d}/{month:02d}/{year}",
        f"{day}/{month}/{year}", f"{day}-{month}-{year}", f"{day:02d}.{month:02d}.{year % 100}",
        f"ngày {day} tháng {month} năm {year}", value.isoformat(),
        f"{_WEEKDAYS[value.weekday()]}, {day}/{month}/{year}", f"8h00 ngày {day}/{month}/{year}",
    )  # fmt: skip


def _date_range(speller: Speller, field: Field, value: object) -> Cell:
    assert isinstance(value, Window)
    one, two = value.first, value.last
    if one == two:
        return _date(speller, field, one)
    first, last = f"{one.day}/{one.month}", f"{two.day}/{two.month}"
    forms = [
        f"{one:%d/%m/%Y} - {two:%d/%m/%Y}", f"{first}-{last}/{two.year}",
        f"Từ ngày {first} đến ngày {last}/{two.year}", f"{first}/{one.year} – {last}/{two.year}",
        f"từ {first} đến hết {last}/{two.year}", f"{one.isoformat()} - {two.isoformat()}",
    ]  # fmt: skip
    if one.month == two.month:
        days = ", ".join(str(day) for day in range(one.day, two.day + 1))
        forms += [f"{one.day}-{last}/{two.year}", f"{days}/{two.month}/{two.year}"][
            : 2 if value.days <= len(_WEEKDAYS) else 1
        ]
    return speller.pick(*forms)


def _number(speller: Speller, _: Field, value: object) -> Cell:
    assert isinstance(value, int | float)
    if value != int(value):
        return speller.pick(value, f"{value}".replace(".", ","))
    whole = int(value)
    dotted = f"{whole:,}".replace(",", ".")
    return speller.pick(whole, whole, float(whole), str(whole), f" {whole} ", dotted)


def _int(speller: Speller, field: Field, value: object) -> Cell:
    word = {"beneficiaries": " lượt", "volunteers": " TNV"}.get(field.name, "")
    return speller.pick(
        *(_number(speller, field, value) for _ in range(4)), f"{value}{word}", f"SL: {value}"
    )


def _birth_year(speller: Speller, _: Field, value: object) -> Cell:
    birthday = date(int(str(value)), 7, 15)
    return speller.pick(
        int(str(value)), int(str(value)), f"{value}", f"Sinh {value}", f"15/7/{value}",
        f"SN: {value}", birthday.isoformat(),
    )  # fmt: skip


def _phone(speller: Speller, _: Field, value: object) -> Cell:
    text = str(value)
    parts = (text[:4], text[4:7], text[7:])
    return speller.pick(
        text, " ".join(parts), ".".join(parts), f"+84{text[1:]}", int(text[1:]), text[1:],
        f"{text} (Zalo)", f"ĐT: {text}", "-".join(parts), f"'{text}",
    )  # fmt: skip


def _person(speller: Speller, _: Field, value: object) -> Cell:
    name = str(value)
    return speller.pick(
        name, name, name.upper(), name.lower(), name.replace(" ", "   "), f"{name}.",
        speller.rng.choice(_HONORIFICS) + name, unicodedata.normalize("NFD", name),
    )  # fmt: skip


def _bool(speller: Speller, _: Field, value: object) -> Cell:
    return speller.pick(*(_YES if value else _NO))


def _choice(speller: Speller, field: Field, value: object) -> Cell:
    if not field.many:
        return _name(speller, field, str(value))
    assert isinstance(value, tuple)
    return speller.rng.choice(_SEVERAL).join(_name(speller, field, str(each)) for each in value)


def _name(speller: Speller, field: Field, code: str) -> str:
    item = next(each for each in SCHEMA.lists[field.list_name].items if each.code == code)
    names: Sequence[str] = (item.label, item.label, *item.aliases)
    name = speller.rng.choice(names)
    return speller.rng.choice((name, name, name.upper(), name.lower()))


def _commune(speller: Speller, _: Field, value: object) -> Cell:
    unit = _unit(str(value))
    full, name = unit.full_name, unit.name
    if not speller.gso_code:
        district = _unit(unit.parent).full_name
        return speller.pick(f"{full}, {district}", f"{full} ({district})", f"{full} - {district}")
    forms = [full, full, full.upper(), full.lower(), f"UBND {full.lower()}"]
    if unit.type == "Xã":
        forms += [f"X. {name}", name, f"xã đoàn {name}"]
    return speller.pick(*forms)


def _unit(code: str) -> Unit:
    found = SCHEMA.units.get(code, WINDOW.first)
    assert found
    return found


def _ref(speller: Speller, field: Field, value: object) -> Cell:
    ids = value if isinstance(value, tuple) else (value,)
    written = [speller.rng.choice(_id_forms(str(each))) for each in ids]
    return speller.rng.choice(("; ", ", ", " ", "\n") if field.many else (" ",)).join(written)


def _id_forms(row_id: str) -> tuple[str, ...]:
    prefix, unit, number = row_id.split("-")
    return (
        row_id,
        row_id,
        row_id.lower(),
        f"{prefix}–{unit}–{number}",
        f"{prefix}-{unit}-0{number}",
    )


def _percent(speller: Speller, _: Field, value: object) -> Cell:
    assert isinstance(value, int | float)
    written = f"{value:g}".replace(".", ",")
    return speller.pick(written, f"{written}%", f"{written} %", value / 100)


def _as_it_is(_: Speller, __: Field, value: object) -> Cell:
    return str(value)


_BY_KIND: Mapping[str, Callable[[Speller, Field, object], Cell]] = {
    "birth_year": _birth_year,
    "bool": _bool,
    "choice": _choice,
    "commune": _commune,
    "date": _date,
    "date_range": _date_range,
    "int": _int,
    "number": _number,
    "percent": _percent,
    "person": _person,
    "phone": _phone,
    "ref": _ref,
    "text": _text,
    "url": _as_it_is,
}
