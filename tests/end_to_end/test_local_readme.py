"""The examples of the local Google's two guides work as they stand."""

import re
from importlib import resources
from pathlib import Path

import pytest

from deploy.local.emulator import serve

_GUIDE = resources.files("deploy.local").joinpath("README.md").read_text(encoding="utf-8")
_INSIDE = resources.files("deploy.local.emulator").joinpath("README.md").read_text(encoding="utf-8")
_BLOCK = re.compile(r"^```python\n(.*?)^```", re.DOTALL | re.MULTILINE)
_BLOCKS = _BLOCK.findall(_GUIDE)


_LOOKUP = "google.auth._regional_access_boundary_utils._RegionalAccessBoundaryManager"


@pytest.fixture(autouse=True)
def _stays_inside(monkeypatch: pytest.MonkeyPatch) -> None:
    """google-auth asks Google about any service account in the background: not from a test."""
    monkeypatch.setattr(f"{_LOOKUP}.maybe_start_refresh", lambda *_: None)


def _run(code: str, name: str) -> None:
    exec(compile(code, name, "exec"), {"__name__": name})  # noqa: S102 - our own guide


@pytest.mark.parametrize(
    ("block", "printed"), list(zip(_BLOCKS, ("2", "[]", "1000"), strict=True)), ids=(0, 1, 2)
)
def test_the_examples_of_the_guide_work(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], block: str, printed: str
) -> None:
    """Only the address and the folder are put in; what is printed is what a reader expects."""
    with serve(tmp_path) as address:
        here = block.replace("http://127.0.0.1:8085", address).replace("DIR/", f"{tmp_path}/")
        _run(here, "guide")

    assert capsys.readouterr().out.strip() == printed


def test_the_examples_of_the_inner_guide_work() -> None:
    """What it shows for programs runs without an error."""
    blocks = _BLOCK.findall(_INSIDE)

    for block in blocks:
        _run(block, "inner guide")

    assert blocks
