"""Draws workbooks with LibreOffice and poppler."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from deploy.local.pictures.errors import PictureError
from deploy.local.pictures.png import palette_png, raster_size

_SECONDS = 300
_LOOK = 50
_PHONE = 192
_WHITE = b"\xff"
# LibreOffice believes the values that a file carries unless it is told to calculate.
_ALWAYS_CALCULATE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""


@dataclass(frozen=True, slots=True)
class Tools:
    """The programs that draw, as paths."""

    soffice: str
    pdftoppm: str


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on a page, in inches."""

    left: float
    top: float
    width: float
    height: float


def find_tools() -> Tools:
    """Return the programs; raise PictureError naming the Debian package of a missing one."""
    return Tools(_found("soffice", "libreoffice-calc"), _found("pdftoppm", "poppler-utils"))


def draw_pdfs(tools: Tools, files: Sequence[Path], folder: Path) -> None:
    """Draw every workbook as a PDF of the same name in `folder`, every formula calculated anew."""
    # A profile of our own: LibreOffice refuses to run twice on one.
    profile = folder / "profile"
    settings = profile / "user" / "registrymodifications.xcu"
    settings.parent.mkdir(parents=True)
    settings.write_text(_ALWAYS_CALCULATE, encoding="utf-8")
    _run(
        [
            tools.soffice, f"-env:UserInstallation={profile.resolve().as_uri()}", "--headless",
            "--convert-to", "pdf", "--outdir", str(folder), *map(str, files),
        ]
    )  # fmt: skip


def draw_png(tools: Tools, pdf: Path, *, pixels: int, inches: float | None) -> None:
    """Draw the first page of a PDF beside it, without its white margins.

    With `inches`, the page is cut at that distance from its left edge and drawn as on a phone;
    otherwise the picture becomes `pixels` wide.
    """
    box = content_box(_raster(tools, pdf, "-gray", "-r", str(_LOOK)))
    if inches is None:
        resolution = pixels / box.width
    else:
        resolution = _PHONE
        box = Box(box.left, box.top, min(box.width, inches - box.left), box.height)
    area = [round(each * resolution) for each in (box.left, box.top, box.width, box.height)]
    cut = [
        text for name, each in zip("xyWH", area, strict=True) for text in (f"-{name}", str(each))
    ]
    raster = _raster(tools, pdf, "-r", str(resolution), "-thinlinemode", "shape", *cut)
    pdf.with_suffix(".png").write_bytes(palette_png(raster))


def content_box(image: bytes) -> Box:
    """Return where a grey raster (PGM, 50 dots per inch) is not white."""
    width, height = raster_size(image)
    pixels = image[-width * height :]
    rows = [pixels[start : start + width] for start in range(0, width * height, width)]
    drawn = [number for number, row in enumerate(rows) if row.strip(_WHITE)]
    if not drawn:
        raise PictureError("a page came out empty")
    left = min(width - len(rows[number].lstrip(_WHITE)) for number in drawn)
    right = max(len(rows[number].rstrip(_WHITE)) for number in drawn)
    top, bottom = drawn[0], drawn[-1] + 1
    return Box(left / _LOOK, top / _LOOK, (right - left) / _LOOK, (bottom - top) / _LOOK)


def _raster(tools: Tools, pdf: Path, *options: str) -> bytes:
    """Return the first page as PPM, or as PGM with the option `-gray`."""
    return _run([tools.pdftoppm, "-singlefile", *options, str(pdf)])


def _found(program: str, package: str) -> str:
    path = shutil.which(program)
    if path is None:
        raise PictureError(f"{program} is missing; install the Debian package {package}")
    return path


def _run(command: list[str]) -> bytes:
    name = Path(command[0]).name
    try:
        result = subprocess.run(  # noqa: S603 - a program found on the path, with our own files
            command, capture_output=True, timeout=_SECONDS, check=False
        )
    except subprocess.TimeoutExpired as error:
        raise PictureError(f"{name} did not end within {_SECONDS} seconds") from error
    if result.returncode:
        raise PictureError(f"{name} failed with exit code {result.returncode}")
    return result.stdout
