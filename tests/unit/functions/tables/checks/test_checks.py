"""Checks run one after another, and what one sets aside the next no longer sees."""

import ast
import pkgutil
from pathlib import Path

import pytest

from functions.tables import checks
from functions.tables.checks import CHECKS, Check, run_checks
from tests.builders import SCHEMA, TAN_BIEN, good, ids_of, joined, people, rows_where

FOLDER = Path(checks.__file__).parent
ANSWERED = {"needs": [good("needs")], "resources": [good("resources")]}


def name_of(check: Check) -> str:
    """Return the file name of a check."""
    return str(check.__name__).rpartition(".")[2]  # type: ignore[attr-defined]


def test_every_check_is_listed() -> None:
    """Each module in the folder is run, once."""
    names = [name_of(each) for each in CHECKS]
    assert sorted(names) == sorted(each.name for each in pkgutil.iter_modules([str(FOLDER)]))


@pytest.mark.parametrize("check", CHECKS, ids=name_of)
def test_a_check_emits_what_it_declares(check: Check) -> None:
    """The codes in the source of a check are those in its CODES, and each is in the catalogue."""
    source = (FOLDER / f"{name_of(check)}.py").read_text(encoding="utf-8")
    named = {
        call.args[0].value
        for call in ast.walk(ast.parse(source))
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Name)
        and call.func.id == "Finding"
        and isinstance(call.args[0], ast.Constant)
    }
    assert named <= set(check.CODES)
    assert set(check.CODES) <= SCHEMA.findings.keys()
    assert all(source.count(f'"{code}"') > 1 for code in check.CODES) or "Finding(f" in source


def test_what_is_set_aside_is_gone_for_later_checks() -> None:
    """A volunteer without consent is not a member, so the team and its report fall too."""
    tables, found = joined(
        (
            TAN_BIEN,
            {
                "volunteers": [good("volunteers", consent="không")],
                "teams": [good("teams")],
                "reports": [good("reports")],
            },
        )
    )
    left, findings = run_checks(tables, found)
    assert rows_where(findings) == [
        ("no_consent", "TNV-705-001", "consent"),
        ("not_answered", "", ""),
        ("not_answered", "", ""),
        ("unknown_reference", "DH-705-01", "leader"),
        ("unknown_reference", "DH-705-01", "members"),
        ("unknown_reference", "BC-705-001", "team"),
    ]
    assert [len(left.frame(each)) for each in ("volunteers", "teams", "reports")] == [0, 0, 0]


def test_errors_in_cells_come_first() -> None:
    """What the cells said is kept and set aside before rows are compared."""
    rows = {**ANSWERED, "volunteers": [good("volunteers", phone="1")]}
    tables, found = joined((TAN_BIEN, rows))
    left, findings = run_checks(tables, found)
    assert rows_where(findings) == [("bad_phone", "TNV-705-001", "phone")]
    assert len(left.frame("volunteers")) == 0


def test_of_a_person_without_consent_nothing_else_is_said() -> None:
    """No cell of theirs is copied into a finding, whatever else is wrong with the row."""
    rows = [
        good("volunteers", consent=None, phone="09123", note="Gọi 0912345678"),
        good("volunteers", 2, birth_year=2010, guardian_consent=None, full_name="A, B"),
        good("volunteers", 3, consent=False, full_name="Trần Thị Bé"),
        good("volunteers", 4),
    ]
    tables, found = joined((TAN_BIEN, {**ANSWERED, "volunteers": rows}))
    _, findings = run_checks(tables, found)
    assert [(each.code, each.place.row_id, each.value) for each in findings] == [
        ("no_consent", "TNV-705-001", ""),
        ("no_guardian_consent", "TNV-705-002", ""),
        ("no_consent", "TNV-705-003", ""),
    ]
    assert "0912345678" not in str([(each.value, each.data) for each in findings])


def test_good_rows_pass_all_checks() -> None:
    """A sound unit has no finding and loses no row."""
    members = people(6)
    rows = {each: [good(each)] for each in ("needs", "resources", "trainings", "reports")}
    team = good("teams", members=ids_of(members))
    tables, found = joined((TAN_BIEN, {**rows, "volunteers": members, "teams": [team]}))
    left, findings = run_checks(tables, found)
    assert findings == []
    assert {count.set_aside for count in left.counts().values()} == {0}
