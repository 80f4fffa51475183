"""Cells that are odd in every sample, whatever chance does: mistakes, and the classic habits."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from deploy.local.sample.mess.dates import read_range
from deploy.local.sample.model import Cell, Row


def _any_row(_: Row) -> bool:
    return True


@dataclass(frozen=True)
class Slip:
    """What somebody typed into one column of one workbook; chance picks a row that fits.

    `typed` makes the cell from the row, None leaves it empty. Some row has to fit for every seed.
    """

    book: str
    table: str
    field: str
    typed: Callable[[Row], Cell | None]
    kind: Literal["habit", "mistake"] = "mistake"
    fits: Callable[[Row], bool] = _any_row


def _always(cell: Cell | None) -> Callable[[Row], Cell | None]:
    return lambda _: cell


def _nine_digits(field: str) -> Callable[[Row], Cell | None]:
    return lambda row: str(row[field])[:-1]


def _ten_more(row: Row) -> Cell:
    return int(row["youth"]) + 10


def _with_stranger(row: Row) -> Cell:
    return f"{row['members']}; TNV-708-999"


def _compact(row: Row) -> Cell:
    first, last = read_range(str(row["date_range"]))
    return f"{first.day}-{last.day}/{last.month}"


def _in_one_month(row: Row) -> bool:
    first, last = read_range(str(row["date_range"]))
    return first.month == last.month


def _dotted(row: Row) -> Cell:
    phone = str(row["contact_phone"])
    return f"{phone[:4]}.{phone[4:7]}.{phone[7:]}"


def _can_register(row: Row) -> bool:
    return str(row["topics"]).startswith("Dịch vụ công trực tuyến; Định danh")


MISTAKES: tuple[Slip, ...] = (
    Slip("703", "needs", "contact_phone", _nine_digits("contact_phone")),
    Slip("705", "needs", "date_range", _always("31/6/2024")),
    Slip("705", "needs", "note", _always("Gọi thêm chị Ba 0900.000.123")),
    Slip("706", "needs", "expected_beneficiaries", _always("nhiều")),
    Slip("706", "needs", "volunteers_needed", _always("5-7")),
    Slip("707", "needs", "date_range", _always("25/08/2024 - 20/08/2024")),
    Slip("708", "needs", "commune", _always("Xã Hòa Đông")),
    Slip("708", "needs", "contact_name", _always(None)),
    Slip("709", "needs", "commune", _always("Xã Tân Hà")),
    Slip("710", "needs", "topics", _always("Trồng cây xanh")),
    Slip("703", "volunteers", "phone", _nine_digits("phone")),
    Slip("705", "volunteers", "date_range", _always("nghỉ hè")),
    Slip("706", "volunteers", "birth_year", _always("không rõ")),
    Slip("712", "volunteers", "skills", _always("tất cả")),
    Slip("708", "teams", "members", _with_stranger),
    Slip("707", "trainings", "attendee_count", _always("đủ")),
    Slip("708", "resources", "quantity", _always("vài cái")),
    Slip("703", "reports", "beneficiaries", _always("120/150")),
    Slip("705", "reports", "date_range", _always("20/08/2024")),
    Slip("706", "reports", "youth", _ten_more),
    Slip("708", "reports", "team", _always("Đội của huyện")),
    Slip("709", "reports", "limits", _always(None)),
    Slip("712", "reports", "volunteers", _always("cả đội")),
    Slip("province", "volunteers", "phone", _always("113")),
)

CLASSICS: tuple[Slip, ...] = (
    Slip(
        *("703", "needs", "commune"),
        typed=lambda row: str(row["commune"]).replace("Phường ", "P."),
        kind="habit",
        fits=lambda row: str(row["commune"]).startswith("Phường "),
    ),
    Slip("705", "needs", "date_range", _compact, "habit", _in_one_month),
    Slip(
        "705",
        "teams",
        "topics",
        _always("DVC, VNeID mức 2, TTKDTM, smartphone"),
        "habit",
        _can_register,
    ),
    Slip("707", "needs", "contact_phone", _dotted, "habit"),
    Slip(
        *("708", "needs", "expected_beneficiaries"),
        typed=lambda row: f"~{row['expected_beneficiaries']}",
        kind="habit",
    ),
    Slip(
        *("709", "needs", "commune"),
        typed=lambda row: f"{row['commune']}, TX. Hoà Thành",
        kind="habit",
    ),
    Slip(
        *("710", "needs", "expected_beneficiaries"),
        typed=lambda row: f"khoảng {row['expected_beneficiaries']} người",
        kind="habit",
    ),
    Slip("706", "volunteers", "phone", lambda row: int(str(row["phone"])), "habit"),
)
