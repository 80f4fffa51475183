"""The `muaheso` command: verbs, help, exit codes."""

import json
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result

from deploy.local.people import OWNER, ROBOT
from functions import cli
from functions.domain.records import PROVINCE
from functions.runs.lease import PATH
from tests.province import CAMPAIGN, Province


@pytest.fixture
def environment(province: Province, monkeypatch: pytest.MonkeyPatch) -> Province:
    """The robot's environment."""
    found = province.sandbox.environment(province.google, ROBOT, province.workbooks[PROVINCE])
    for name, value in found.items():
        monkeypatch.setenv(name, value)
    return province


def run(*arguments: str) -> Result:
    """Run the command line."""
    return CliRunner().invoke(cli.cli, list(arguments))


@pytest.mark.parametrize("name", sorted(cli.cli.commands))
def test_every_command_has_help(name: str) -> None:
    """Each verb says in one sentence what it does."""
    result = run(name, "--help")

    assert result.exit_code == 0
    assert cli.cli.commands[name].help


def test_nightly_prints_what_it_did_and_then_that_nothing_changed(environment: Province) -> None:
    """The same words on a terminal and in a pipe."""
    first, again = (run("nightly", "--as-of", "2024-08-13") for _ in range(2))

    assert "Needs: 1 met, 0 unmet" in first.output
    assert "API: 4 reads, 3 writes" in first.output
    assert "Nothing changed: 0 writes." in again.output


def test_counts_come_as_json_on_demand(environment: Province) -> None:
    """A script reads the same counts."""
    result = run("validate", "--as-of", "2024-08-13", "--run-id", "r1", "--json")

    report = json.loads(result.stdout)
    assert (report["run_id"], report["today"]) == ("r1", "2024-08-13")


def test_assigning_writes_who_goes_where_and_no_more(environment: Province) -> None:
    """Without an option that only looks, the part of the night is run."""
    result = run("assign", "--as-of", "2024-08-13")

    assert "Workbooks written: 705, 706, T" in result.output
    assert environment.rows("705", "arrivals")
    assert not environment.rows(PROVINCE, "chasing")


@pytest.mark.parametrize("options", [["--dry-run"], ["--what-if", "hủy NC-705-001"]])
def test_looking_at_what_a_night_would_do_is_told_in_vietnamese(
    environment: Province, options: list[str]
) -> None:
    """The list is what the coordinator reads out; nothing else stands on standard output."""
    result = run("assign", "--as-of", "2024-08-13", *options)

    assert result.exit_code == 0
    assert result.stdout.startswith("Chạy thử như ngày 13/08/2024")
    assert environment.rows(PROVINCE, "assignments") == []


def test_the_trade_off_is_printed(environment: Province) -> None:
    """One table of caps and unmet needs, as text or as JSON."""
    options = ["assign", "--as-of", "2024-08-13", "--trade-off"]

    assert "0 trở lên |      0 |      0 |      0" in run(*options).stdout
    assert json.loads(run(*options, "--json").stdout)["choices"] == [
        {"allowed": 0, "made": 0, "unmet": {"1": 0, "2": 0, "3": 0}}
    ]


def test_a_change_that_is_not_understood_is_answered_with_the_forms(environment: Province) -> None:
    """The exit code says that the command is wrong; the answer is for the coordinator."""
    result = run("assign", "--what-if", "mai mưa")

    assert (result.exit_code, result.stdout) == (2, "")
    assert "Không hiểu «mai mưa»" in result.stderr
    assert "«đội DH-703-02 nghỉ từ 10/8»" in result.stderr


def test_stale_units_are_counted(environment: Province) -> None:
    """A unit that could not be read stands in the report."""
    environment.local(
        "POST",
        "faults",
        {
            "method": "spreadsheets.get",
            "spreadsheet": environment.workbooks["706"],
            "count": 1,
            "status": 404,
        },
    )

    assert "Units read: 1, stale: 1" in run("nightly").output


@pytest.mark.parametrize(
    ("change", "code", "words"),
    [
        ({"MUAHESO_PROVINCE_WORKBOOK": "unknown"}, 1, "Check the id"),
        ({"MUAHESO_TOKEN": "stranger@x.example"}, 1, "Share the workbook"),
        ({"MUAHESO_STORE": "nowhere://x"}, 1, "MUAHESO_STORE"),
        ({"MUAHESO_CALLS_PER_MINUTE": "x"}, 2, "MUAHESO_CALLS_PER_MINUTE"),
    ],
)
def test_each_failure_has_its_advice_and_exit_code(
    environment: Province,
    monkeypatch: pytest.MonkeyPatch,
    change: dict[str, str],
    code: int,
    words: str,
) -> None:
    """One line says what is wrong and what to do; no traceback."""
    for name, value in change.items():
        monkeypatch.setenv(name, value)

    result = run("nightly")

    assert (result.exit_code, "Traceback" in result.output) == (code, False)
    assert words in result.output


def test_a_second_run_is_not_run(environment: Province) -> None:
    """The lease of another run is respected."""
    content = json.dumps({"until": "2999-01-01T00:00:00+07:00"}).encode()
    environment.services().store.put(PATH, content)

    result = run("nightly")

    assert (result.exit_code, "Not run" in result.output) == (1, True)


def test_the_local_google_is_found_when_nothing_else_is_named(
    province: Province, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """After `muaheso up`, `muaheso nightly` needs no variables."""
    for name in ("MUAHESO_PROVINCE_WORKBOOK", "MUAHESO_STORE", "MUAHESO_GOOGLE"):
        monkeypatch.delenv(name, raising=False)
    found = province.sandbox.environment(province.google, ROBOT, province.workbooks[PROVINCE])
    folder = tmp_path / ".muaheso"
    folder.mkdir()
    lines = [f"{name}={value}" for name, value in {**found, "MUAHESO_AS_OF": "2024-08-13"}.items()]
    (folder / "local.env").write_text("\n".join(lines))
    monkeypatch.chdir(tmp_path)

    assert "Needs: 1 met" in run("nightly").output


def test_provisioning_again_prints_the_same_workbooks(
    environment: Province, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """What exists already is left as it is."""
    monkeypatch.setenv("MUAHESO_TOKEN", OWNER)
    path = tmp_path / "campaign.yaml"
    path.write_text(yaml.safe_dump(CAMPAIGN, allow_unicode=True))

    result = run("provision", str(path))

    assert dict(line.split("\t") for line in result.stdout.splitlines()) == environment.workbooks


def test_a_wrong_campaign_file_is_refused_with_the_key(
    environment: Province, tmp_path: Path
) -> None:
    """The exit code says that the file is to blame."""
    path = tmp_path / "campaign.yaml"
    path.write_text(yaml.safe_dump({**CAMPAIGN, "robot": "nobody"}, allow_unicode=True))

    result = run("provision", str(path))

    assert (result.exit_code, "robot" in result.output) == (2, True)


def test_the_schema_is_printed_tab_by_tab() -> None:
    """All tabs without a name; the columns of one with it."""
    everything, one = run("schema").output, run("schema", "needs").output

    assert "province/summary  «Tổng hợp»" in everything
    assert "topics  «Nội dung đề nghị hỗ trợ»  choice several from topics required" in one


def test_an_unknown_tab_is_refused_with_the_known_ones() -> None:
    """The reader sees what may be typed."""
    result = run("schema", "nonsense")

    assert result.exit_code == 2
    assert "needs" in result.output


def test_a_deployment_without_the_local_parts_still_has_its_command(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Commands of parts that are not installed are simply not there."""

    class Missing:
        def load(self) -> None:
            raise ModuleNotFoundError

    class Present:
        def load(self) -> tuple[()]:
            return ()

    monkeypatch.setattr(cli, "entry_points", lambda **_: [Missing(), Present()])
    monkeypatch.setattr("sys.argv", ["muaheso", "--help"])

    with pytest.raises(SystemExit) as caught:
        cli.main()
    assert caught.value.code == 0
