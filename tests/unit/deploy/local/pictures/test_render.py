"""Driving the programs that draw."""

import sys
from pathlib import Path

import pytest

from deploy.local.pictures import render
from deploy.local.pictures.errors import PictureError
from deploy.local.pictures.png import raster_size
from deploy.local.pictures.render import Box, Tools, content_box, draw_pdfs, draw_png, find_tools


def _program(path: Path, text: str) -> Tools:
    path.write_text(f"#!{sys.executable}\n{text}", encoding="utf-8")
    path.chmod(0o755)
    return Tools(str(path), str(path))


def _size(png: Path) -> tuple[int, int]:
    header = png.read_bytes()[16:24]
    return int.from_bytes(header[:4]), int.from_bytes(header[4:])


@pytest.mark.parametrize(
    ("program", "package"), [("soffice", "libreoffice-calc"), ("pdftoppm", "poppler-utils")]
)
def test_a_missing_program_is_named_with_its_package(
    programs: Path, program: str, package: str
) -> None:
    """One line says what to install."""
    (programs / program).unlink()

    with pytest.raises(PictureError, match=rf"{program} is missing.* package {package}$"):
        find_tools()


def test_every_workbook_becomes_a_pdf(programs: Path, tmp_path: Path) -> None:
    """In one run, with a profile in which every formula is calculated anew."""
    draw_pdfs(find_tools(), [tmp_path / "a.xlsx", tmp_path / "b.xlsx"], tmp_path)

    assert sorted(path.name for path in tmp_path.glob("*.pdf")) == ["a.pdf", "b.pdf"]


def test_a_picture_is_cut_to_its_ink_and_as_wide_as_asked(programs: Path, tmp_path: Path) -> None:
    """Eight inches by two become 1400 pixels by 350."""
    draw_png(find_tools(), tmp_path / "a.pdf", pixels=1400, inches=None)

    assert _size(tmp_path / "a.png") == (1400, 350)


def test_a_phone_shows_the_left_of_a_page(programs: Path, tmp_path: Path) -> None:
    """The cut is counted from the edge of the page, the picture is twice as fine as a screen."""
    draw_png(find_tools(), tmp_path / "a.pdf", pixels=1400, inches=4)

    assert _size(tmp_path / "a.png") == ((4 - 1) * 192, 2 * 192)


def test_the_ink_of_a_page_is_found() -> None:
    """Inches, from a raster of fifty dots per inch."""
    rows = [b"\xff" * 100, b"\xff" * 25 + b"\x80" * 50 + b"\xff" * 25, b"\xff" * 100]
    raster = b"P5\n100 3\n255\n" + b"".join(rows)

    assert raster_size(raster) == (100, 3)
    assert content_box(raster) == Box(0.5, 1 / 50, 1.0, 1 / 50)


def test_an_empty_page_is_an_error() -> None:
    """A tab without a text would make a picture of nothing."""
    with pytest.raises(PictureError, match="empty"):
        content_box(b"P5\n2 1\n255\n\xff\xff")


def test_a_program_that_fails_is_named(tmp_path: Path) -> None:
    """With its exit code, without what it printed."""
    tools = _program(tmp_path / "soffice", "import sys; sys.exit(77)")

    with pytest.raises(PictureError, match=r"^soffice failed with exit code 77$"):
        draw_pdfs(tools, [], tmp_path)


def test_a_program_that_hangs_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The wait has an end."""
    monkeypatch.setattr(render, "_SECONDS", 0.5)
    tools = _program(tmp_path / "soffice", "import time; time.sleep(60)")

    with pytest.raises(PictureError, match="did not end within"):
        draw_pdfs(tools, [], tmp_path)
