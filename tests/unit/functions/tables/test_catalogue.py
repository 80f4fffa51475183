"""Whatever the product can say about a cell has words, and no words are left over."""

import ast
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from string import Formatter

import pytest

import functions
from functions.domain.findings import Finding, Place
from functions.domain.records import Window
from functions.domain.workbook import Cell, CellError
from functions.tables.campaign import read_campaign
from functions.tables.checks import needs_declared, run_checks
from functions.tables.converters import convert
from functions.tables.converters.base import Context
from functions.tables.locate import locate
from functions.writers.words import advice, problem
from tests.builders import (
    SCHEMA,
    SETTINGS,
    TAN_BIEN,
    TODAY,
    Row,
    book,
    cells_of,
    good,
    grid_tab,
    ids_of,
    joined,
    people,
    province,
    read_rows,
    tab,
    table,
)

ROOT = Path(functions.__file__).parent
EMITTERS = {"Finding", "Remark", "refuse", "say", "remark_on_row"}
BY_ROBOT = {
    "plan_refused": "runs/nightly.py",
    "more_findings": "writers/tabs/finding_lines.py",
    "workbook_unreadable": "runs/reading.py",
    "workbook_unwritable": "runs/writing.py",
}


def trees() -> Iterator[ast.Module]:
    """Yield the source of everything that reads, runs and writes."""
    for folder in ("tables", "runs", "writers"):
        for path in sorted((ROOT / folder).rglob("*.py")):
            yield ast.parse(path.read_text(encoding="utf-8"))


def words_of(tree: ast.AST) -> Iterator[str]:
    """Yield every piece of text in the source."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def emitted(tree: ast.AST) -> Iterator[str]:
    """Yield the codes that stand as such in the source: named to an emitter or declared."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and node.args and _name(node.func) in EMITTERS:
            first = node.args[0]
            choices = [first.body, first.orelse] if isinstance(first, ast.IfExp) else [first]
            yield from (word for each in choices for word in _literal(each))
        if isinstance(node, ast.Assign) and _name(node.targets[0]) == "CODES":
            yield from words_of(node.value)


def _literal(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Constant):
        yield str(node.value)


def _name(node: ast.AST) -> str:
    return str(getattr(node, "id", "") or getattr(node, "attr", ""))


def test_every_code_in_the_source_is_in_the_catalogue() -> None:
    """No finding is without words."""
    used = {code for tree in trees() for code in emitted(tree)}
    assert len(used) > 30
    assert used - SCHEMA.findings.keys() == set()


def test_every_code_of_the_catalogue_is_in_the_source() -> None:
    """No words are left over."""
    words = {word for tree in trees() for word in words_of(tree)}
    assert SCHEMA.findings.keys() - words == set()


def bad_cells() -> Iterator[Finding]:
    """Yield what reading says about every kind of wrong cell."""
    needs: list[dict[str, Cell]] = [
        {"commune": None, "topics": "AII", "expected_beneficiaries": "100-150"},
        {"commune": CellError("#REF!"), "place": "x" * 6000, "expected_beneficiaries": "nhiều"},
        {"commune": "nt", "sessions": "1,5", "date_range": "31/6/2024"},
        {"commune": "Hà Nội", "sessions": -1, "date_range": "7/15/2O24"},
        {"commune": "Tân Hà", "sessions": "~3", "date_range": "15/7"},
        {
            "commune": "Tân Lâp",
            "expected_beneficiaries": "1,200",
            "date_range": "15/7/2024-5/7/2024",
        },
        {"commune": "Thị trấn Tân Lập", "sessions": 999, "date_range": "45488"},
        {"contact_phone": "091", "contact_name": "Lê A - 0912345678", "date_range": "1/5/2024"},
        {"contact_phone": "01683456789", "contact_name": "A, B", "local_team": "x?"},
        {"contact_phone": "02763822000", "date_range": "Chủ nhật 15/7/2024"},
        {"contact_phone": "0912345678 / 0987654321"},
        {"commune": "Cộng:", "topics": None, "contact_phone": None},
    ]
    yield from read_rows(
        "needs", *(good("needs", number, **each) for number, each in enumerate(needs, 1))
    ).findings
    yield from read_rows("needs", {"commune": "I. Khối xã"}).findings
    yield from read_rows("resources", good("resources", quantity="2.5")).findings
    yield from read_rows("reports", good("reports", evidence="facebook")).findings
    years = ("04", 2009, 2008)
    rows = [good("volunteers", birth_year=each, guardian_consent=True) for each in years]
    yield from read_rows("volunteers", *rows).findings
    visits: list[Row] = [
        good("visits", unit="T"),
        {**good("visits", 2, unit="T"), "unit": "Tây Ninh"},
    ]
    targets: list[Row] = [{**good("targets", unit="T"), "unit": "Tân Biển"}]
    teams = [good("teams", unit="T"), good("teams", 2, unit="T")]
    settings = {**SETTINGS, "rest_days": None}
    read = read_campaign(
        SCHEMA,
        province(
            [good("units", email="x")],
            settings=settings,
            visits=visits,
            targets=targets,
            teams=teams,
        ),
        TODAY,
    )
    yield from (each for reading in read.readings for each in reading.findings)
    yield from read.findings
    trainings = [{**good("reports", unit="T"), "commune": "Tân Bình"}]
    yield from read_rows("reports", *trainings, source=type(TAN_BIEN)("705")).findings


def altered_cells() -> Iterator[Finding]:
    """Yield what reading says where it had to alter a cell, or to take it for something else."""
    places = ("T©y Ninh", "Taây Ninh", "TÃ¢y Ninh", "Tân Biên &amp; Tân Châu")
    needs = [good("needs", number, place=each) for number, each in enumerate(places, 1)]
    yield from read_rows("needs", *needs, good("needs", 5, contact_name="123")).findings
    yield from read_rows("resources", good("resources", quantity="½")).findings
    yield from read_rows("reports", good("reports", evidence="a.example/anh")).findings
    yield from read_rows("teams", good("teams", leader="1")).findings
    commune = table("needs").field("commune")
    later = Context(SCHEMA, commune, Window(date(2026, 6, 1), date(2026, 9, 30)))
    for remark in convert("Xã Tân Hà", later).remarks:
        words = {"column": commune.title, "example": commune.example, **remark.data}
        yield Finding(remark.code, Place("705", "needs"), "Xã Tân Hà", words)


def bad_rows() -> Iterator[Finding]:
    """Yield what the checks say about rows that do not fit together."""
    people = [good("volunteers", number) for number in (1, 2)]
    rows: dict[str, list[Row]] = {
        "needs": [good("needs"), good("needs")],
        "volunteers": [
            *people,
            good("volunteers", 3, consent=False),
            good("volunteers", 4, birth_year=2010),
        ],
        "teams": [
            good("teams", members="TNV-705-002; TNV-705-009"),
            good("teams", 2, members="TNV-705-001; TNV-705-002"),
            good("teams", 3, leader="TNV-705-009"),
        ],
        "reports": [
            good("reports", 1, youth=1, citizens=1, officials=1),
            good("reports", 2, youth=500),
            good("reports", 3, date_range="29/9/2024"),
            good("reports", 4, report_date="1/8/2024"),
        ],
    }
    yield from run_checks(*joined((TAN_BIEN, rows)))[1]


def odd_rows() -> Iterator[Finding]:
    """Yield what the checks say about rows that are sound by themselves and odd beside others."""
    crowd = people(6)
    parts = {"youth": 40, "citizens": 70, "officials": 10}
    everyone, filler = ids_of(crowd), dict.fromkeys(("activity", "content", "partners"), "ok")
    texts = ("0912345678", "CMND 290123456", "sinh 15/7/2005", "a@b.example", "STK 5700205123456")
    reports: list[dict[str, Cell]] = [
        {"team": "DH-705-04", "youth": 100, "citizens": 100},
        {"vneid": 130, "activity": "Lũy kế 120 lượt", **parts},
        {"team": "DH-705-02"},
        {"vneid": 130, "need": "NC-705-001", "commune": "Xã Thạnh Bình", **parts},
        {"team": "DH-705-02", "date_range": "09/08/2024"},
        {"team": "DH-705-03", "date_range": "12/08/2024", "beneficiaries": 9000},
        {**filler, "strengths": "ok", "date_range": "20/08/2024", "team": "DH-705-02"},
        {"result": "30 em tự làm được", "beneficiaries": 0, "date_range": "21/08/2024"},
        *(
            {"team": "DH-705-04", "beneficiaries": 100 * day, "date_range": f"{day}/9/2024"}
            for day in range(1, 6)
        ),
    ]
    rows: dict[str, list[Row]] = {
        "needs": [
            *(good("needs", number, note=text) for number, text in enumerate(texts, 1)),
            good("needs", 6, expected_beneficiaries=90000),
        ],
        "volunteers": [*crowd, good("volunteers", 7, full_name="Lê An"), good("volunteers", 8)],
        "teams": [
            good("teams", 1, laptops=0),
            good("teams", 2, laptops=0, phones=3, members=ids_of(crowd[:3])),
            good("teams", 3, members=everyone, team_status="Dự kiến"),
            good("teams", 4, members=everyone),
        ],
        "trainings": [good("trainings", date_range="20/08/2024")],
        "reports": [
            good(
                "reports",
                number,
                **{"report_date": "1/9/2024" if number < 9 else "8/9/2024", **each},
            )
            for number, each in enumerate(reports, 1)
        ],
    }
    tables, found = joined((TAN_BIEN, rows))
    yield from run_checks(replace(tables, today=date(2024, 9, 9)), found)[1]
    declared = replace(tables, declared={("705", "needs"): 9})
    yield from needs_declared.find(declared)


def bad_tabs() -> Iterator[Finding]:
    """Yield what is said about tabs that were changed."""
    needs = table("needs")
    titles = [each.title for each in needs.fields]
    place, note, topics = (needs.column(each) for each in ("place", "note", "topics"))
    changed = [*titles, "Lạ", "SĐT"]
    changed[place], changed[note] = "Chỗ nào", ""
    tabs = [
        tab(table("reports")),
        tab(needs, header=False),
        tab(needs, header=False, keyed=True),
        grid_tab(needs, [changed, cells_of(needs, good("needs"))], keys=[None] * place + [place]),
        grid_tab(needs, [titles[:topics]]),
    ]
    for each in tabs:
        yield from locate("705", book(each), needs, SCHEMA)[1]
    renamed = grid_tab(needs, [titles], key="needs", title="Khác")
    copied = tab(needs, good("needs"), title="Nhu cầu (2)")
    people = table("volunteers")
    person = cells_of(people, good("volunteers"))
    below = [[each.title for each in people.fields], person]
    both = grid_tab(needs, [titles, [*cells_of(needs, good("needs")), "chữ"], *below])
    hidden = replace(both, hidden_rows=frozenset({1}))
    yield from locate("705", book(renamed, copied), needs, SCHEMA)[1]
    yield from locate("705", book(hidden), needs, SCHEMA)[1]


def test_every_finding_that_people_cause_renders() -> None:
    """Each code is brought about once, and its sentences have all the words that they need."""
    findings = [*bad_cells(), *altered_cells(), *bad_rows(), *odd_rows(), *bad_tabs()]
    for each in findings:
        assert "{" not in problem(SCHEMA, each) + advice(SCHEMA, each)
        assert problem(SCHEMA, each).strip()
        assert advice(SCHEMA, each).strip()
    seen = {each.code for each in findings}
    assert SCHEMA.findings.keys() - seen - BY_ROBOT.keys() == set()


@pytest.mark.parametrize("code", sorted(BY_ROBOT))
def test_findings_about_workbooks_render(code: str) -> None:
    """What the robot says about whole workbooks has the words that its module gives."""
    tree = ast.parse((ROOT / BY_ROBOT[code]).read_text(encoding="utf-8"))
    (function,) = [
        each
        for each in ast.walk(tree)
        if isinstance(each, ast.FunctionDef) and code in list(emitted(each))
    ]
    given = {
        str(key.value)
        for each in ast.walk(function)
        if isinstance(each, ast.Assign | ast.AnnAssign) and isinstance(each.value, ast.Dict)
        for key in each.value.keys
        if isinstance(key, ast.Constant)
    }
    kind = SCHEMA.findings[code]
    needed = {
        name
        for text in (kind.problem, kind.advice)
        for _, name, _, _ in Formatter().parse(text)
        if name
    }
    assert needed <= given
    finding = Finding(code, Place("T"), "", dict.fromkeys(given, "x"))
    assert "x" in problem(SCHEMA, finding)
