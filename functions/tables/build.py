"""Turns accepted rows into the records of the domain."""

from __future__ import annotations

import math
from collections.abc import Container, Iterable, Mapping
from datetime import date
from typing import TypeVar

from functions.domain.records import (
    Block,
    Campaign,
    CampaignSettings,
    Locality,
    Need,
    Report,
    Resource,
    Target,
    Team,
    Training,
    UnitEntry,
    Volunteer,
)
from functions.tables.frames import Row, Tables
from sheets_schema.model import Schema

FIGURES = ("youth", "citizens", "officials", "vneid", "online_services", "epayment")
"""The figures of a report beside the number of people helped."""

KM_PER_DEGREE = 111.2
"""Kilometres in one degree of latitude; a province is small enough to be taken as flat."""

_Record = TypeVar("_Record", Need, Resource, Volunteer, Team, Training, Report)


def build_campaign(
    settings: CampaignSettings,
    units: tuple[UnitEntry, ...],
    blocks: tuple[Block, ...],
    tables: Tables,
) -> Campaign:
    """Return everything accepted, each kind in the order of its ids."""
    people = frozenset(tables.frame("volunteers")["row_id"])
    return Campaign(
        settings=settings,
        units=units,
        localities=build_localities(tables.schema, settings.window.first),
        blocks=blocks,
        targets=tuple(_target(row) for row in tables.rows("targets")),
        needs=_sorted(_need(row) for row in tables.rows("needs")),
        resources=_sorted(_resource(row) for row in tables.rows("resources")),
        volunteers=_sorted(_volunteer(row) for row in tables.rows("volunteers")),
        teams=_sorted(build_team(row, people) for row in tables.rows("teams")),
        trainings=build_trainings(tables),
        reports=_sorted(_report(row) for row in tables.rows("reports")),
    )


def build_localities(schema: Schema, day: date) -> dict[str, Locality]:
    """Return the units of all levels on `day`, by code, with their points on one plane in km."""
    units = [each for each in schema.units if each.exists_on(day)]
    points = [(each.latitude, each.longitude) for each in units]
    known = [(north, east) for north, east in points if north is not None and east is not None]
    middle = sum(north for north, _ in known) / max(1, len(known))
    scale = KM_PER_DEGREE * math.cos(math.radians(middle))
    return {
        each.code: Locality(
            each.code,
            each.full_name,
            each.parent,
            each.is_border,
            None
            if each.latitude is None or each.longitude is None
            else (round(each.longitude * scale, 3), round(each.latitude * KM_PER_DEGREE, 3)),
        )
        for each in units
    }


def build_trainings(tables: Tables) -> tuple[Training, ...]:
    """Return the accepted training sessions, teams among the attendees spelled out."""
    members = {str(row["row_id"]): team_members(row) for row in tables.rows("teams")}
    return _sorted(_training(row, members) for row in tables.rows("trainings"))


def build_team(row: Row, people: Container[str]) -> Team:
    """Return the team of a row with those of its members who are among `people`."""
    return Team(
        id=row["row_id"],
        unit=row["owner"],
        name=row["team_name"],
        team_type=row["team_type"],
        level=row["level"],
        leader=row["leader"],
        members=tuple(each for each in team_members(row) if each in people),
        topics=row["topics"],
        laptops=row["laptops"],
        window=row["date_range"],
        status=row["team_status"],
    )


def team_members(row: Row) -> tuple[str, ...]:
    """Return the ids in a row of a team, the leader first, each once."""
    return tuple(dict.fromkeys((row["leader"], *(row["members"] or ()))))


def is_over(row: Row) -> bool:
    """Say whether the team of a row has ended or was cancelled."""
    return build_team(row, ()).is_over


def _sorted(records: Iterable[_Record]) -> tuple[_Record, ...]:
    return tuple(sorted(records, key=lambda each: each.id))


def _need(row: Row) -> Need:
    return Need(
        id=row["row_id"],
        unit=row["owner"],
        commune=row["commune"],
        place=row["place"] or "",
        topics=row["topics"],
        audience=row["audience"],
        beneficiaries=row["expected_beneficiaries"],
        window=row["date_range"],
        sessions=row["sessions"],
        volunteers=row["volunteers_needed"],
        team_type=row["team_type"],
        difficulty=row["difficulty"],
    )


def _resource(row: Row) -> Resource:
    return Resource(
        id=row["row_id"],
        unit=row["owner"],
        commune=row["commune"],
        resource_type=row["resource_type"],
        name=row["name"],
        quantity=row["quantity"],
        measure=row["measure"],
        capacity=row["capacity"],
    )


def _volunteer(row: Row) -> Volunteer:
    return Volunteer(
        id=row["row_id"],
        unit=row["owner"],
        full_name=row["full_name"],
        phone=row["phone"],
        birth_year=row["birth_year"],
        skills=row["skills"],
        group=row["group"],
        teaching=row["teaching"],
        window=row["date_range"],
        weekdays=row["days"] or (),
        can_travel=row["can_travel"] is not False,
    )


def _training(row: Row, members: Mapping[str, tuple[str, ...]]) -> Training:
    people: list[str] = []
    for attendee in row["attendees"] or ():
        people += members.get(attendee, (attendee,))
    return Training(
        id=row["row_id"],
        unit=row["owner"],
        window=row["date_range"],
        content=row["content"],
        attendees=tuple(dict.fromkeys(people)),
        completed=row["result"] != "chua_hoan_thanh",
    )


def _report(row: Row) -> Report:
    return Report(
        id=row["row_id"],
        unit=row["owner"],
        team=row["team"],
        need=row["need"],
        commune=row["commune"],
        window=row["date_range"],
        activity=row["activity"],
        topics=row["topics"],
        beneficiaries=row["beneficiaries"],
        figures={name: row[name] for name in FIGURES},
        volunteers=row["volunteers"],
        report_date=row["report_date"],
    )


def _target(row: Row) -> Target:
    return Target(
        indicator=row["indicator"],
        name=row["name"],
        measure=row["measure"],
        unit=row["unit"],
        amount=row["target"],
        deadline=row["deadline"],
    )
