"""The province's own settings: units, the boards that follow them, targets, rules."""

from collections.abc import Mapping
from datetime import date

from deploy.local.sample.dice import serial
from deploy.local.sample.labels import answer, districts, label
from deploy.local.sample.model import Cell, SampleBlock, SampleTarget, SampleUnit
from deploy.local.sample.people import Register

CAMPAIGN_START, CAMPAIGN_END = date(2024, 6, 1), date(2024, 9, 30)

# What the Youth Union calls itself in each type of district.
TITLES: Mapping[str, str] = {
    "Thành phố": "Thành đoàn",
    "Thị xã": "Thị đoàn",
    "Huyện": "Huyện đoàn",
}

BLOCKS: Mapping[str, tuple[str, tuple[str, ...], str]] = {
    "Khối 1": ("TTNTH", ("705", "706", "707"), "khoi1@tinhdoan.example"),
    "Khối 2": ("VP", ("703", "708", "709"), "khoi2@tinhdoan.example"),
    "Khối 3": ("TCKT", ("710", "711", "712"), "khoi3@tinhdoan.example"),
}

EMAILS: Mapping[str, str] = {
    "703": "thanhdoan@tayninh.example",
    "705": "huyendoan@tanbien.example",
    "706": "huyendoan@tanchau.example",
    "707": "huyendoan@duongminhchau.example",
    "708": "huyendoan@chauthanh.example",
    "709": "thidoan@hoathanh.example",
    "710": "huyendoan@godau.example",
    "711": "huyendoan@bencau.example",
    "712": "thidoan@trangbang.example",
}

# About 850 per commune.
TARGETS: Mapping[str, int] = {
    "703": 8500,
    "705": 8500,
    "706": 10200,
    "707": 9400,
    "708": 12800,
    "709": 6800,
    "710": 7700,
    "711": 7700,
    "712": 8500,
}


def settings() -> Mapping[str, Cell]:
    """Return the value of every setting of the campaign, by its key."""
    return {
        "campaign_name": "Mùa hè số năm 2024",
        "issuer": "Tỉnh đoàn Tây Ninh",
        "campaign_start": serial(CAMPAIGN_START),
        "campaign_end": serial(CAMPAIGN_END),
        "need_deadline": serial(date(2024, 8, 9)),
        "report_days": 3,
        "max_km": 60,
        "rest_days": 1,
        "freeze_days": 2,
        "contact": "Ban Phong trào Tỉnh đoàn, 0276 3822 000",
        "retention_days": 90,
    }


def unit_name(code: str) -> str:
    """Return what the Youth Union of one district calls itself."""
    unit = next(each for each in districts() if each.code == code)
    return f"{TITLES[unit.type]} {unit.name}"


def units() -> tuple[SampleUnit, ...]:
    """Return the nine district units by code."""
    blocks = {code: block for block, (_, codes, _) in BLOCKS.items() for code in codes}
    return tuple(
        SampleUnit(
            code=unit.code,
            name=unit_name(unit.code),
            unit_kind=label("unit_kind", "huyen_thi_thanh"),
            gso_code=unit.code,
            block=blocks[unit.code],
            email=EMAILS[unit.code],
            hardship=answer(yes=False),
            active=answer(yes=True),
        )
        for unit in districts()
    )


def blocks(register: Register) -> tuple[SampleBlock, ...]:
    """Return the blocks, each with an invented officer."""
    return tuple(
        SampleBlock(block, label("boards", board), register.person().full_name, email)
        for block, (board, _, email) in BLOCKS.items()
    )


def targets() -> tuple[SampleTarget, ...]:
    """Return indicator CT7 for the whole province, then for each unit."""
    wanted = {"Toàn tỉnh": 80000} | {unit_name(code): count for code, count in TARGETS.items()}
    return tuple(
        SampleTarget(
            indicator="CT7",
            name="Nâng cao năng lực số cho thanh thiếu nhi và người dân",
            measure=label("indicator_measure", "luot"),
            unit=unit,
            target=count,
            deadline=serial(CAMPAIGN_END),
        )
        for unit, count in wanted.items()
    )
