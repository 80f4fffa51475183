"""Sentences for findings and reasons, and a catalogue without gaps or left-overs."""

import ast
import re
import string
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import get_args

import pytest

import functions
from functions.domain.difference import Kind
from functions.domain.eligibility import RULES
from functions.domain.explain import REASONS
from functions.domain.findings import Finding, Place
from functions.domain.forming import LEADER, PEOPLE, TEACHER
from functions.domain.plan import Reason
from functions.domain.summarise import Matter
from functions.errors import WorkbookProblem
from functions.tables.row_kinds import RowKind
from functions.writers.words import (
    ChangeReasons,
    Reasons,
    advice,
    book_of,
    problem,
    show_count,
    show_day,
    table_of,
    topics,
)
from sheets_schema.model import KIND_TYPES
from tests.campaigns import COMMUNE, TODAY, make_campaign, make_need, schema

SOURCE = Path(functions.__file__).parent
OF_THE_RUNS = {"expired", "unlock_new_window"}
OF_THE_DIFFERENCE = {"refused"}
OF_THE_LEDGER = {
    "signed_but_need_gone",
    "signed_but_team_gone",
    "signed_twice",
    "members_changed",
    "need_gone",
    "team_changed",
}
ROW_KINDS = {each.value for each in RowKind} - {RowKind.DATA, RowKind.BLANK}
VARIANTS = {"choice_nearest", "choice_only"}
DATA: Mapping[str, float | str | tuple[str, ...]] = {
    "rules": ("too_far", "team_too_small"),
    "rule": "vetoed",
    "topics": ("dich_vu_cong", "lap_trinh"),
    "topic": "lap_trinh",
    "km": 12.34,
    "nearer": 1,
    "teams": 4,
    "first": 75,
    "last": 80,
    "team": "DH-705-01",
    "start": 80,
    "needs": ("NC-705-001", "NC-705-099"),
    "days": 3,
    "room": 2,
    "options": 7,
    "earliest": 70,
    "latest": 90,
    "place": COMMUNE,
    "lodging": 12,
    "level": 1,
    "before": 80,
    "size": 8,
    "item": "máy chiếu",
    "count": 2,
    "members": 6,
    "role": "leader",
    "found": 0,
    "wanted": 1,
}


def reasons() -> Reasons:
    """Return the renderer of a campaign with one need and one team."""
    return Reasons(schema(), make_campaign(needs=(make_need(),)))


@pytest.mark.parametrize(
    ("number", "words"),
    [(0, "0"), (1234567, "1.234.567"), (12.34, "12,3"), (1234.5, "1.234,5"), (3.0, "3")],
)
def test_numbers_are_written_as_in_viet_nam(number: float, words: str) -> None:
    """Dots part thousands and a comma parts one decimal."""
    assert show_count(number) == words


def test_days_are_written_as_in_viet_nam() -> None:
    """The day comes first, then the month, then the year."""
    assert show_day(TODAY) == "12/08/2024"


def test_the_provinces_code_stands_for_its_own_workbook() -> None:
    """Every other code is a unit's."""
    assert (book_of("T"), book_of("705")) == ("province", "unit")


def test_a_finding_says_what_is_wrong_and_what_to_type() -> None:
    """The value as typed and the data of the finding fill both sentences."""
    finding = Finding("assumed_year", Place("705", "needs"), "5/8", {"read_as": "05/08/2024"})
    assert "«5/8»" in problem(schema(), finding)
    assert "05/08/2024" in advice(schema(), finding)
    table = table_of(schema(), finding)
    assert table
    assert table.title == "Nhu cầu"
    assert table_of(schema(), Finding("workbook_unreadable", Place("T"))) is None


def test_topics_are_shown_by_their_labels() -> None:
    """Codes become labels, parted by semicolons as people type them."""
    assert topics(schema(), ("lap_trinh", "khac")) == "Lập trình cơ bản; Khác (ghi rõ)"


@pytest.mark.parametrize("code", [*REASONS, *sorted(OF_THE_LEDGER | OF_THE_RUNS)])
def test_every_reason_has_a_sentence(code: str) -> None:
    """Each code that a night can give renders with the data that it carries."""
    data = {key: DATA[key] for key in REASONS.get(code, ())}
    sentence = reasons().sentence(Reason(code, data))
    assert sentence.strip()
    assert not set("{}") & set(sentence)


@pytest.mark.parametrize(
    "code", [*REASONS, *sorted(OF_THE_LEDGER | OF_THE_RUNS | OF_THE_DIFFERENCE)]
)
def test_every_reason_has_a_sentence_beside_what_changed(code: str) -> None:
    """Where a line says who was to come, the reason does not say it again."""
    data = {key: DATA[key] for key in REASONS.get(code, ())}
    sentence = ChangeReasons(schema(), make_campaign()).sentence(Reason(code, data))
    assert sentence.strip()
    assert "Đêm trước" not in sentence


@pytest.mark.parametrize("rule", RULES)
def test_every_rule_has_words(rule: str) -> None:
    """Each rule can stand inside the sentence about the teams that it excludes."""
    sentence = reasons().sentence(Reason("excluded", {"rule": rule, "teams": 3}))
    assert sentence == f"3 đội {schema().text(f'rules.{rule}')}."


@pytest.mark.parametrize(
    ("reason", "sentence"),
    [
        (
            Reason("choice", {"nearer": 2, "teams": 5}),
            "Trong 5 đội đi được, có 2 đội gần hơn nhưng cần cho việc khác.",
        ),
        (Reason("choice", {"nearer": 0, "teams": 5}), "Gần nhất trong 5 đội đi được."),
        (Reason("choice", {"nearer": 0, "teams": 1}), "Là đội duy nhất đi được."),
        (Reason("free_days", {"first": 0, "last": 72}), "Đội rảnh từ 01/06/2024 đến 12/08/2024."),
        (Reason("distance", {"km": 12.34}), "Cách khoảng 12,3 km."),
        (
            Reason("busy_elsewhere", {"needs": ("NC-705-001", "NC-9")}),
            "Những ngày đó các đội phục vụ NC-705-001 (Xã Tân Lập), NC-9.",
        ),
        (
            Reason("changed_by_rules", {"team": "DH-705-01", "start": 0, "rules": ("too_far",)}),
            "Đêm trước là Đội Mùa hè số 705.1 từ 01/06/2024; đổi vì ở quá xa.",
        ),
        (
            Reason("changed_by_aims", {"team": "DH-9", "start": 0}),
            "Đêm trước là DH-9 từ 01/06/2024; đổi để cả kế hoạch tốt hơn.",
        ),
        (
            Reason("unlock_lodging", {"place": COMMUNE, "lodging": 1200}),
            "Thu xếp chỗ ở cho 1.200 người tại Xã Tân Lập.",
        ),
        (
            Reason("unlock_lodging", {"place": "99999", "lodging": 2}),
            "Thu xếp chỗ ở cho 2 người tại 99999.",
        ),
    ],
)
def test_ids_become_names_and_days_become_dates(reason: Reason, sentence: str) -> None:
    """People read names of teams, communes and topics, and days of the calendar."""
    assert reasons().sentence(reason) == sentence


def test_long_lists_are_cut() -> None:
    """Six names are listed, the others are counted."""
    needs = tuple(f"N{number}" for number in range(9))
    sentence = reasons().sentence(Reason("effort_elsewhere", {"needs": needs}))
    assert sentence.endswith("N0, N1, N2, N3, N4, N5 … và 3 nữa.")


def test_reasons_follow_one_another() -> None:
    """Several reasons are one text of sentences, none is an empty one."""
    kept = Reason("kept")
    assert reasons().sentences((kept, kept)) == "Giữ như đêm trước. Giữ như đêm trước."
    assert reasons().sentences(()) == ""


def test_the_catalogue_has_every_family() -> None:
    """Codes that the program puts together have words each, and there are no words for others."""
    families = {
        "kinds": set(KIND_TYPES),
        "reasons": {*REASONS, *OF_THE_LEDGER, *OF_THE_RUNS, *VARIANTS},
        "rules": set(RULES),
        "row_kinds": ROW_KINDS,
        "weekdays": {str(day) for day in range(7)},
    }
    for section, codes in families.items():
        found = {key.split(".")[1] for key in schema().texts if key.startswith(f"{section}.")}
        assert found == codes
    said = {key.split(".")[1] for key in schema().texts if key.startswith("change_reasons.")}
    assert OF_THE_DIFFERENCE <= said <= OF_THE_DIFFERENCE | OF_THE_LEDGER | REASONS.keys()
    for reason in get_args(WorkbookProblem):
        assert f"workbook_problem.{reason}" in schema().texts
    for matter in Matter:
        assert {f"chasing.{matter}", f"chasing.{matter}_detail"} <= schema().texts.keys()


def test_codes_of_reasons_are_all_known() -> None:
    """Whatever code the source gives a reason stands in one of the lists above."""
    named = {
        match
        for path in SOURCE.rglob("*.py")
        for match in re.findall(r"\bReason\(\s*\"(\w+)\"", path.read_text(encoding="utf-8"))
    }
    ledger = (SOURCE / "domain" / "ledger.py").read_text(encoding="utf-8")
    named |= set(re.findall(r"code = \"(\w+)\"", ledger))
    named |= set(re.findall(r"code = \"\w+\" if \w+ else \"(\w+)\"", ledger))
    assert named - REASONS.keys() == OF_THE_LEDGER | OF_THE_RUNS | OF_THE_DIFFERENCE


def test_every_text_in_use_exists() -> None:
    """A key that stands in the source is in the catalogue, with the words that it is given."""
    texts, sections = schema().texts, {key.split(".")[0] for key in schema().texts}
    for _, node in _nodes():
        key = node.value if isinstance(node, ast.Constant) else None
        if isinstance(key, str) and re.fullmatch(r"[a-z_]+\.\w+", key):
            assert key.split(".")[0] not in sections or key in texts, key
    for call, key in _calls():
        if not any(word.arg is None for word in call.keywords):
            assert {word.arg for word in call.keywords} == _fields(texts[key]), key


def test_every_text_is_in_use() -> None:
    """No word is left over: each key stands in the source, whole or put together from parts."""
    known: dict[Path, set[str]] = {}
    for path, node in _nodes():
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            known.setdefault(path, set()).add(node.value)
    whole = set().union(*known.values())
    elsewhere = {
        *KIND_TYPES, *REASONS, *OF_THE_LEDGER, *OF_THE_RUNS, *VARIANTS, *RULES, *Matter,
        *OF_THE_DIFFERENCE, *Kind, *ROW_KINDS, *get_args(WorkbookProblem),
        *(str(day) for day in range(7)), LEADER, PEOPLE, TEACHER,
    }  # fmt: skip
    patterns = list(_patterns())
    unused = [
        key
        for key in schema().texts
        if key not in whole
        and not any(
            (match := pattern.fullmatch(key)) and match[1] in known[path] | elsewhere
            for path, pattern in patterns
        )
    ]
    assert unused == []


@cache
def _nodes() -> tuple[tuple[Path, ast.AST], ...]:
    return tuple(
        (path, node)
        for path in sorted(SOURCE.rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
    )


def _calls() -> Iterator[tuple[ast.Call, str]]:
    """Yield the calls that ask the catalogue for one key."""
    for _, node in _nodes():
        if isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant):
            name = getattr(node.func, "attr", getattr(node.func, "id", ""))
            key = node.args[0].value
            if name == "text" and isinstance(key, str):
                yield node, key


def _patterns() -> Iterator[tuple[Path, re.Pattern[str]]]:
    """Yield each key that is put together, with a group where the part is filled in."""
    for path, node in _nodes():
        if isinstance(node, ast.JoinedStr):
            parts = [
                re.escape(str(each.value)) if isinstance(each, ast.Constant) else "(.+)"
                for each in node.values
            ]
            if re.match(r"[a-z_]+\\\.", parts[0]) and parts.count("(.+)") == 1:
                yield path, re.compile("".join(parts))


def _fields(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name}
