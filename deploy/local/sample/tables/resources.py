"""Tab Nguồn lực: what a unit can offer to a team."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from random import Random

from deploy.local.sample.dice import chance, range_text
from deploy.local.sample.labels import label
from deploy.local.sample.model import Cell, Row
from deploy.local.sample.places import Place

PERIODS = (
    (date(2024, 8, 1), date(2024, 8, 31)),
    (date(2024, 8, 5), date(2024, 9, 15)),
    (date(2024, 8, 1), date(2024, 9, 30)),
)


@dataclass(frozen=True)
class Kind:
    """One sort of resource; `capacity` is a range of people, or None when it holds nobody."""

    code: str
    name: str
    measure: str
    quantity: tuple[int, int]
    capacity: tuple[int, int] | None = None


LODGING = Kind("an_o", "Nhà công vụ Trường THCS {name}", "phong", (2, 4), (8, 16))
KINDS = (
    Kind("co_so_vat_chat", "Hội trường UBND {spoken}", "phong", (1, 1), (60, 150)),
    Kind("co_so_vat_chat", "Phòng tin học Trường THCS {name}", "phong", (1, 2), (30, 45)),
    Kind("thiet_bi", "Máy tính để bàn Trường THCS {name}", "bo", (12, 30)),
    Kind("thiet_bi", "Máy chiếu, màn chiếu của Đoàn {spoken}", "bo", (1, 2)),
    Kind("an_o", "Suất ăn trưa do Hội LHPN {spoken} nấu", "suat", (10, 20)),
    Kind("di_chuyen", "Xe 16 chỗ của UBND {spoken}", "xe", (1, 1), (15, 16)),
    Kind("internet", "Đường truyền cáp quang nhà văn hóa {hamlet}", "duong_truyen", (1, 2)),
    Kind("nhan_su", "Đoàn viên {spoken} dẫn đường, hỗ trợ", "nguoi", (3, 10)),
    Kind("nhan_su", "Tổ CNSCĐ {hamlet}", "nguoi", (3, 7)),
)


def resources(places: Sequence[Place], rng: Random) -> list[Row]:
    """Return one resource of each kind, and lodging in the border communes and two others."""
    rows = [_resource(kind, rng.choice(places), rng) for kind in KINDS]
    inland = [place for place in places if not place.is_border]
    hosts = [place for place in places if place.is_border] + rng.sample(inland, 2)
    return rows + [_resource(LODGING, place, rng) for place in hosts]


def _resource(kind: Kind, place: Place, rng: Random) -> Row:
    name = kind.name.format(name=place.name, spoken=place.spoken, hamlet=rng.choice(place.hamlets))
    row: dict[str, Cell] = {
        "commune": place.full_name,
        "resource_type": label("resource_type", kind.code),
        "name": name,
        "quantity": rng.randint(*kind.quantity),
        "measure": label("measure", kind.measure),
        "date_range": range_text(*rng.choice(PERIODS)),
        "contact_name": place.contact.full_name,
        "contact_phone": place.contact.phone,
    }
    if kind.capacity is not None:
        row["capacity"] = rng.randint(*kind.capacity)
    if kind.code in {"co_so_vat_chat", "thiet_bi", "an_o"}:
        row["condition"] = label("condition", "tot" if chance(rng, 0.7) else "su_dung_duoc")
    return row
