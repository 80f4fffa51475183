"""The Vietnamese guides name only what there is: tabs, columns, commands, settings, pictures."""

import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
import yaml

from deploy.local.commands import commands
from deploy.local.pictures.shots import SHOTS
from functions import cli, config
from functions.runs.campaign_file import parse_campaign
from sheets_schema.schema import load

ROOT = Path(__file__).parents[3]
GUIDES = [ROOT / "docs" / f"{name}.md" for name in ("can-bo-don-vi", "dieu-phoi-vien", "quan-tri")]
SCHEMA = load()
TABS = {table.title for table in SCHEMA.tables}
COLUMNS = {field.title for table in SCHEMA.tables for field in table.fields}
WORDS = {
    *TABS,
    *COLUMNS,
    *SCHEMA.texts.values(),
    *(setting.title for setting in SCHEMA.settings),
    *(item.label for each in SCHEMA.lists.values() for item in each.items),
}
QUOTED = {
    "đúng, vì …": "how an explanation begins",
    "Không có nhu cầu": "what people type who have nothing to ask for",
    "Toàn tỉnh": "what people type for the whole province",
    "robot": "how the guide calls the service account",
    "bất cứ ai có liên kết": "how Google names a link that everybody may open",
}

_QUOTE = re.compile(r"«([^»]+)»")
_TAB = re.compile(r"\b[Tt]ab «([^»]+)»((?:, «[^»]+»)*)")
_COLUMN = re.compile(r"\b[Cc]ột «([^»]+)»")
_BARE = re.compile(r"\b(?:[Tt]ab|[Cc]ột) ([A-ZĐ]\w*)")
_CODE = re.compile(r"```.*?```|`[^`\n]+`|^ {4,}\S.*$", re.DOTALL | re.MULTILINE)
_LINK = re.compile(r"\]\(([^)#:]+)\)|src=\"([^\"]+)\"")
_YAML = re.compile(r"```yaml\n(.*?)```", re.DOTALL)


def problems(text: str) -> list[str]:
    """Return everything in the text of a guide that names what does not exist."""
    prose = _CODE.sub("", text)
    code = "\n".join(_CODE.findall(text))
    return [*_unknown_names(prose), *_unknown_programs(code), *_broken_links(text)]


def _unknown_names(prose: str) -> Iterator[str]:
    for name in _QUOTE.findall(prose):
        if name not in WORDS and name not in QUOTED:
            yield f"«{name}» is nothing that people see"
    for first, more in _TAB.findall(prose):
        for name in (first, *_QUOTE.findall(more)):
            if name not in TABS:
                yield f"no tab «{name}»"
    for name in _COLUMN.findall(prose):
        if name not in COLUMNS:
            yield f"no column «{name}»"
    for name in _BARE.findall(
        _LINK.sub("", re.sub(r"!?\[[^\]]*\]|^#.*$|<img.*?>", "", prose, flags=re.MULTILINE))
    ):
        yield f"{name} is named without «»"


def _unknown_programs(code: str) -> Iterator[str]:
    known = {**cli.cli.commands, **{each.name: each for each in commands}}
    for name, rest in re.findall(r"\bmuaheso ([a-z]+)([^`\n]*)", code):
        if name not in known:
            yield f"no command {name}"
        else:
            yield from _unknown_options(known[name], rest)
    options = {option for each in known.values() for option in _options(each)}
    for option in re.findall(r"^`(--[a-z-]+)", code, re.MULTILINE):
        if option not in options:
            yield f"no option {option}"
    targets = re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(), re.MULTILINE)
    for target in re.findall(r"\bmake ([a-z]+)", code):
        if target not in targets:
            yield f"no make target {target}"
    variables = Path(config.__file__).read_text()
    for name in re.findall(r"\bMUAHESO_[A-Z_]+\b", code):
        if f'"{name}"' not in variables:
            yield f"no variable {name}"


def _unknown_options(command: click.Command, text: str) -> Iterator[str]:
    for option in re.findall(r" (--[a-z-]+)", text):
        if option not in _options(command):
            yield f"{command.name} has no option {option}"


def _options(command: click.Command) -> set[str]:
    return {option for each in command.params for option in each.opts}


def _broken_links(text: str) -> Iterator[str]:
    for pair in _LINK.findall(text):
        target = "".join(pair)
        if not (ROOT / "docs" / target).is_file():
            yield f"no file {target}"


@pytest.mark.parametrize("guide", GUIDES, ids=lambda path: path.stem)
def test_a_guide_names_only_what_there_is(guide: Path) -> None:
    """Tabs, columns, choices, commands, options, targets, variables, pictures, links."""
    assert problems(guide.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Mở tab «Nhu cầu xã».",
            ["«Nhu cầu xã» is nothing that people see", "no tab «Nhu cầu xã»"],
        ),
        ("Mở tab «Duyệt».", ["no tab «Duyệt»"]),
        ("Các tab «Nhu cầu», «Duyệt».", ["no tab «Duyệt»"]),
        ("Xem cột «Tổng hợp».", ["no column «Tổng hợp»"]),
        ("Chọn «Chốt lại».", ["«Chốt lại» is nothing that people see"]),
        ("Mở tab Nhu cầu.", ["Nhu is named without «»"]),
        ("`muaheso dream`", ["no command dream"]),
        ("    muaheso nightly --dream", ["nightly has no option --dream"]),
        ("Thêm `--dream`.", ["no option --dream"]),
        ("`make dream`", ["no make target dream"]),
        ("`MUAHESO_DREAM`", ["no variable MUAHESO_DREAM"]),
        ("![ảnh](pictures/dream.png)", ["no file pictures/dream.png"]),
        ('<img src="pictures/dream.png" width="400">', ["no file pictures/dream.png"]),
        ("[đọc thêm](dream.md)", ["no file dream.md"]),
    ],
)
def test_a_wrong_name_is_found(text: str, found: list[str]) -> None:
    """The test of the guides fails for every kind of name that does not exist."""
    assert problems(text) == found


def test_what_is_quoted_freely_stands_in_a_guide() -> None:
    """No exception outlives the words that it was made for."""
    text = "".join(path.read_text(encoding="utf-8") for path in GUIDES)

    assert [quotation for quotation in QUOTED if f"«{quotation}»" not in text] == []


def test_the_example_of_a_campaign_file_is_one() -> None:
    """The reader of campaign files accepts what the administrator is told to write."""
    text = GUIDES[-1].read_text(encoding="utf-8")
    [example] = _YAML.findall(text)

    campaign = parse_campaign(yaml.safe_load(example), SCHEMA)

    assert [row["code"] for row in campaign.units] == ["705"]


def test_every_picture_is_shown_and_made_by_the_command() -> None:
    """No picture lies about that no guide shows or that nothing renews."""
    text = "".join(path.read_text(encoding="utf-8") for path in GUIDES)
    shown = set(re.findall(r"pictures/([\w-]+)\.png", text))
    there = {path.stem for path in (ROOT / "docs" / "pictures").iterdir()}

    assert shown <= there == {shot.name for shot in SHOTS}
