"""Makes every picture out of a folder of exported workbooks."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from deploy.local.pictures.archive import Archive, read_archive
from deploy.local.pictures.marks import unit_to_show
from deploy.local.pictures.paper import on_paper
from deploy.local.pictures.render import draw_pdfs, draw_png, find_tools
from deploy.local.pictures.shots import NEEDS_ROWS, PHONE_PIXELS, SHOTS, view_of
from sheets_schema.model import Schema

PROVINCE_FILE = "tinh.xlsx"
_WIDEST = 1400
# How much larger than on a screen a narrow tab becomes at most.
_LARGEST = 1.5
_PIXELS_PER_INCH = 96


def make_pictures(xlsx: Path, to: Path, schema: Schema) -> list[Path]:
    """Draw every picture of the workbooks in `xlsx` into `to` and return the files.

    Raises PictureError when a program is missing or fails. Existing pictures are replaced, none
    before all are drawn.
    """
    tools = find_tools()
    books = _books(xlsx, schema)
    with TemporaryDirectory() as name:
        folder = Path(name)
        views = {shot.name: view_of(shot, books[shot.book], schema) for shot in SHOTS}
        for shot in SHOTS:
            content = on_paper(books[shot.book], views[shot.name])
            (folder / f"{shot.name}.xlsx").write_bytes(content)
        draw_pdfs(tools, [folder / f"{shot.name}.xlsx" for shot in SHOTS], folder)
        for shot in SHOTS:
            draw_png(
                tools,
                folder / f"{shot.name}.pdf",
                pixels=min(_WIDEST, round(_LARGEST * views[shot.name].pixels)),
                inches=PHONE_PIXELS / _PIXELS_PER_INCH if shot.phone else None,
            )
        to.mkdir(parents=True, exist_ok=True)
        return [_copied(folder / f"{shot.name}.png", to) for shot in SHOTS]


def _books(xlsx: Path, schema: Schema) -> dict[str, Archive]:
    """Return the province's workbook and that of the unit to show, by the kind of book."""
    units = {
        path.stem: read_archive(path)
        for path in sorted(xlsx.glob("*.xlsx"))
        if path.name != PROVINCE_FILE
    }
    shown = unit_to_show(units, schema, NEEDS_ROWS)
    return {"province": read_archive(xlsx / PROVINCE_FILE), "unit": units[shown]}


def _copied(png: Path, to: Path) -> Path:
    target = to / png.name
    target.write_bytes(png.read_bytes())
    return target
