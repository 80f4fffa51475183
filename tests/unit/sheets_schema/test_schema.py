"""The schema loads as a whole, or is refused with the file and the key that is wrong."""

import shutil
from datetime import date
from pathlib import Path

import pytest
import yaml

from sheets_schema.model import BOOKS, FilledBy, TableKind
from sheets_schema.schema import FOLDER, load
from sheets_schema.source import SchemaError

NEEDS, LISTS, TEAMS = "unit/nhu_cau.yaml", "lists.yaml", "province/doi_hinh.yaml"
COMMUNE = "name: commune, title:"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the real schema that may be broken."""
    copy = tmp_path / "schema"
    for part in ("unit", "province", "units"):
        shutil.copytree(FOLDER / part, copy / part, ignore=shutil.ignore_patterns("*.py", "__*"))
    for path in FOLDER.glob("*.yaml"):
        shutil.copy(path, copy)
    return copy


def change(folder: Path, file: str, old: str, new: str) -> None:
    """Replace the first place where some text stands, which must be there."""
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def refusal(folder: Path) -> str:
    """Load the broken schema; return the words of its refusal."""
    with pytest.raises(SchemaError) as caught:
        load(folder)
    return str(caught.value)


def test_a_copy_is_as_good_as_the_original(folder: Path) -> None:
    """The copy that the other tests break loads, and says what the original says."""
    copy, original = load(folder), load()
    assert copy.tables == original.tables
    assert copy.settings == original.settings
    assert copy.common == original.common
    assert copy.findings == original.findings
    assert copy.texts == original.texts
    assert copy.units.units == original.units.units
    assert load(folder) is copy


BROKEN = [
    # unknown keys
    (NEEDS, "missingValues:", "mising:", f"{NEEDS}: $.mising: unknown key"),
    (NEEDS, "kind: input,", "knd: input,", f"{NEEDS}: $.sheet.knd: unknown key"),
    (NEEDS, "title: Mã nhu cầu,", "tilte: Mã,", f"{NEEDS}: $.fields[0].tilte: unknown key"),
    (NEEDS, "unique: true", "uniq: true", f"{NEEDS}: $.fields[0].constraints.uniq: unknown key"),
    (NEEDS, "filled_by: robot", "filed_by: robot", f"{NEEDS}: $.fields[0].sheet.filed_by: unknown"),
    (LISTS, "open: true", "opne: true", f"{LISTS}: $.topics.opne: unknown key"),
    (LISTS, "label: Tin học", "lable: Tin học", f"{LISTS}: $.topics.items[5].lable: unknown key"),
    ("settings.yaml", "required: true", "need: true", "settings.yaml: $[0].need: unknown key"),
    ("findings.yaml", "title: Ô bắt", "titel: Ô bắt", "findings.yaml: $.missing.titel: unknown"),
    # wrong types
    (NEEDS, "order: 2", "order: hai", f"{NEEDS}: $.sheet.order: must be a whole number"),
    (NEEDS, "order: 2", "order: true", f"{NEEDS}: $.sheet.order: must be a whole number"),
    (NEEDS, "rows: 40", "rows: -1", f"{NEEDS}: $.sheet.rows: must be a whole number"),
    (NEEDS, "required: true", "required: 1", "constraints.required: must be true or false"),
    (NEEDS, "minimum: 1", "minimum: một", "constraints.minimum: must be a number"),
    (NEEDS, "minimum: 1", "minimum: true", "constraints.minimum: must be a number"),
    (NEEDS, "title: Nhu cầu", "title: 5", f"{NEEDS}: $.title: must be text"),
    (NEEDS, "title: Nhu cầu", "title: ''", f"{NEEDS}: $.title: must not be empty"),
    (NEEDS, "[Mã NC, Mã]", "Mã NC", f"{NEEDS}: $.fields[0].sheet.aliases: must be a list"),
    (NEEDS, "[Mã NC, Mã]", "[Mã NC, 5]", f"{NEEDS}: $.fields[0].sheet.aliases[1]: must be text"),
    (NEEDS, "type: string", "type: integer", "$.fields[0].type: a column of kind id has type"),
    (NEEDS, "kind: id", "kind: number_plate", "$.fields[0].sheet.kind: must be one of any, "),
    (NEEDS, "kind: input", "kind: inpt", f"{NEEDS}: $.sheet.kind: must be one of input"),
    (NEEDS, "filled_by: robot", "filled_by: cat", "sheet.filled_by: must be one of people, robot"),
    (NEEDS, "formula: status", "formula: sum", "$.fields[1].sheet.formula: a formula column names"),
    (NEEDS, ", formula: status", "", "$.fields[1].sheet.formula: a formula column names one of"),
    (NEEDS, "kind: text, aliases", "kind: link, aliases", "only the robot writes links"),
    (
        "findings.yaml",
        "severity: error",
        "severity: bad",
        "$.missing.severity: must be one of error",
    ),
    ("findings.yaml", "missing: {", "missing: [{}]\nx: {", "$.missing: must be a mapping"),
    ("settings.yaml", "kind: text", "kind: choice", "settings.yaml: $[0].kind: must be one of"),
    ("texts.yaml", "heading:", "heading: {a: b}\n  old:", "heading: must be text"),
    # duplicates
    (NEEDS, "name: place", "name: commune", f"{NEEDS}: $.fields: column commune stands twice"),
    (NEEDS, "title: Ghi chú,", "title: Số buổi,", "$.fields: two columns are titled Số buổi"),
    (LISTS, "code: mua_he_so", "code: cds_cong_dong", "code cds_cong_dong stands twice"),
    (LISTS, "team_level:", "team_type:", f"{LISTS}: $: is not YAML at line"),
    ("common.yaml", "name: row_no", "nam: row_no", "common.yaml: $[0].nam: unknown key"),
    ("common.yaml", "title: STT", "title: ''", "common.yaml: $[0].title: must not be empty"),
    ("common.yaml", "name: unit", "name: row_no", "common.yaml: $: a column stands twice"),
    ("settings.yaml", "name: issuer", "name: campaign_name", "settings.yaml: $: a setting stands"),
    ("findings.yaml", "sheet_error:", "missing:", "key missing stands twice"),
    (
        "unit/bao_cao.yaml",
        "title: Báo cáo",
        "title: Nhu cầu",
        "unit/needs: title: Nhu cầu is taken by reports",
    ),
    ("unit/bao_cao.yaml", "order: 7", "order: 2", "unit/needs: order: 2 is taken by reports"),
    ("unit/bao_cao.yaml", "name: reports", "name: needs", "unit/needs: name: needs is taken"),
    # names that lead nowhere
    (
        NEEDS,
        "list: topics",
        "list: topic",
        "unit/needs: fields.topics.sheet: no list is named topic",
    ),
    (NEEDS, "list: topics, ", "", "unit/needs: fields.topics.sheet: a choice names its list"),
    (NEEDS, "kind: bool, list: answer", "kind: bool", "fields.local_team.sheet: a choice names"),
    (
        NEEDS,
        "primaryKey: need_id",
        "primaryKey: id",
        f"{NEEDS}: $.primaryKey: there is no column id",
    ),
    (NEEDS, "kind: id,", "kind: text,", f"{NEEDS}: $.fields: the first column of a tab"),
    (
        "unit/bao_cao.yaml",
        "[teams]",
        "[team]",
        "unit/reports: fields.team.sheet: a reference names",
    ),
    (
        "unit/bao_cao.yaml",
        ", refers_to: [teams]",
        "",
        "unit/reports: fields.team.sheet: a reference",
    ),
    (NEEDS, "kind: phone,", "kind: phone, refers_to: [teams],", "contact_phone.sheet: a reference"),
    (TEAMS, "unit/doi_hinh.yaml", "unit/doi.yaml", "unit/doi.yaml: $: the file is missing"),
    (TEAMS, "order: 5", "ordr: 5", f"{TEAMS}: $.sheet.ordr: unknown key"),
    # how values are written
    (NEEDS, "trueValues: [Có]", "trueValues: [x]", "trueValues: must be"),
    ("unit/bao_cao.yaml", 'format: "%d/%m/%Y"', 'format: "%m/%d/%Y"', "format: must be %d/%m/%Y"),
    (NEEDS, "type: integer,", "type: integer, decimalChar: x,", "decimalChar: does not belong"),
    # not YAML
    (NEEDS, "name: needs", "name: [needs", f"{NEEDS}: $: is not YAML at line"),
    (NEEDS, "name: needs", "\x07", f"{NEEDS}: $: is not YAML"),
]


@pytest.mark.parametrize(("file", "old", "new", "words"), BROKEN)
def test_one_thing_wrong(folder: Path, file: str, old: str, new: str, words: str) -> None:
    """One wrong place anywhere refuses the whole schema and is named."""
    change(folder, file, old, new)
    assert words in refusal(folder)


@pytest.mark.parametrize(
    "name", ["common.yaml", "lists.yaml", "findings.yaml", "settings.yaml", "texts.yaml"]
)
def test_missing_and_empty_files(folder: Path, name: str) -> None:
    """A file that is missing, empty or in another encoding is refused by its name."""
    path = folder / name
    content = path.read_bytes()
    path.write_bytes(b"")
    assert refusal(folder).startswith(f"{name}: $: must be a ")
    path.write_bytes(content.decode().encode("utf-16"))
    assert refusal(folder) == f"{name}: $: is not UTF-8"
    path.unlink()
    assert refusal(folder) == f"{name}: $: the file is missing"


def test_an_empty_list(folder: Path) -> None:
    """A dropdown without values is refused."""
    (folder / LISTS).write_text("topics: {title: Nội dung, items: []}", encoding="utf-8")
    assert refusal(folder) == f"{LISTS}: $.topics: has no items"


def test_an_empty_tab(folder: Path) -> None:
    """A tab of nothing, and an input tab without columns, are refused."""
    (folder / NEEDS).write_text("", encoding="utf-8")
    assert refusal(folder) == f"{NEEDS}: $: must be a mapping"
    content = {"name": "needs", "title": "N", "fields": [], "sheet": {"kind": "input", "order": 2}}
    (folder / NEEDS).write_text(yaml.safe_dump(content), encoding="utf-8")
    assert refusal(folder).startswith(f"{NEEDS}: $.fields: the first column")


def test_units_that_cannot_be_read(folder: Path) -> None:
    """A wrong unit file is refused with its row; without any there are no units."""
    change(folder, "units/tay_ninh.csv", "2024-05-01", "01/05/2024")
    assert refusal(folder).startswith("units/tay_ninh.csv: $: tay_ninh.csv: row 2: ")
    (folder / "units" / "tay_ninh.csv").unlink()
    assert refusal(folder) == "units: $: holds no unit file"


def test_several_unit_files_make_one_tree(folder: Path) -> None:
    """Another province's file is read beside the first."""
    header = (folder / "units/tay_ninh.csv").read_text(encoding="utf-8").splitlines()[0]
    row = "01,Hà Nội,Thành phố Hà Nội,province,Thành phố,,2024-05-01,,,,,0"
    (folder / "units/ha_noi.csv").write_text(f"{header}\n{row}\n", encoding="utf-8")
    units = load(folder).units
    found = units.get("01", date(2024, 6, 1))
    assert found is not None
    assert (found.latitude, found.valid_to, found.is_border) == (None, None, False)
    assert units.get("705", date(2024, 6, 1)) is not None


def test_a_tab_may_borrow_the_columns_of_another(folder: Path) -> None:
    """The province's teams have the unit's columns, and words of their own."""
    del folder
    unit, province = load().table("unit", "teams"), load().table("province", "teams")
    assert unit.fields == province.fields
    assert (unit.prefix, unit.order) == (province.prefix, province.order)
    assert unit.description != province.description


def test_what_the_real_schema_promises() -> None:
    """Every tab is in order, every example belongs to its list, every typed column is explained."""
    schema = load()
    for book in BOOKS:
        orders = [each.order for each in schema.book(book)]
        assert orders == sorted(set(orders))
    for table in schema.tables:
        if table.kind is TableKind.INPUT:
            assert table.id_field is table.fields[0]
        for each in table.fields:
            assert not each.required or each.example
            assert (each.filled_by is FilledBy.FORMULA) == bool(each.formula)
