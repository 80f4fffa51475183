"""The folder of a local campaign."""

from datetime import date
from pathlib import Path

from deploy.local.sandbox import Sandbox


def test_clearing_removes_only_what_a_demonstration_left(tmp_path: Path) -> None:
    """A file of somebody else's in the folder stays."""
    sandbox = Sandbox(tmp_path)
    (tmp_path / "mine.txt").write_text("x")
    for folder in (sandbox.google, sandbox.store):
        folder.mkdir()
    sandbox.log.write_text("x")

    sandbox.clear()

    assert sorted(path.name for path in tmp_path.iterdir()) == ["mine.txt", "xlsx"]


def test_the_environment_moves_with_the_address(tmp_path: Path) -> None:
    """Starting the local Google anew changes its address and nothing else."""
    sandbox = Sandbox(tmp_path)
    sandbox.move_environment("http://127.0.0.1:1")
    assert not sandbox.environment_file.exists()

    sandbox.write_environment("http://127.0.0.1:1", "ID", date(2024, 8, 13))
    before = sandbox.environment_file.read_text().splitlines()
    sandbox.move_environment("http://127.0.0.1:2")
    after = sandbox.environment_file.read_text().splitlines()

    assert set(after) - set(before) == {"MUAHESO_GOOGLE=http://127.0.0.1:2"}
    assert "MUAHESO_AS_OF=2024-08-13" in after
