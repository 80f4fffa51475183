"""Writes small PNG files: a picture of a sheet has few colours, so one byte a pixel is enough."""

from __future__ import annotations

import struct
import zlib
from collections import Counter
from collections.abc import Sequence

Colour = tuple[int, ...]

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_COLOURS = 256
_PALETTE_KIND = 3
_STEP = 8


def palette_png(raster: bytes) -> bytes:
    """Return a colour raster (PPM) as a PNG with at most 256 colours.

    The commonest colours stay as they are, every other one becomes one near to it.
    """
    width, height = raster_size(raster)
    body = raster[-3 * width * height :]
    pixels = list(zip(body[0::3], body[1::3], body[2::3], strict=True))
    count = Counter(pixels)
    common = [colour for colour, _ in count.most_common(_COLOURS)]
    index = _numbered(common, list(count))
    lines = bytes(index[each] for each in pixels)
    rows = b"".join(
        b"\0" + lines[start : start + width] for start in range(0, width * height, width)
    )
    return (
        _SIGNATURE
        + _chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, _PALETTE_KIND, 0, 0, 0))
        + _chunk(b"PLTE", bytes(value for colour in common for value in colour))
        + _chunk(b"IDAT", zlib.compress(rows, 9))
        + _chunk(b"IEND", b"")
    )


def raster_size(raster: bytes) -> tuple[int, int]:
    """Return width and height of a PGM or PPM raster, which its pixels end."""
    _, width, height, _ = raster.split(maxsplit=4)[:4]
    return int(width), int(height)


def _numbered(common: Sequence[Colour], colours: Sequence[Colour]) -> dict[Colour, int]:
    """Return for every colour the position of itself or of a near one among `common`."""
    index = {colour: number for number, colour in enumerate(common)}
    near: dict[Colour, int] = {}
    for colour in colours:
        if colour not in index:
            # Shades that no eye tells apart are looked up once.
            shade = tuple(value // _STEP * _STEP + _STEP // 2 for value in colour)
            if shade not in near:
                near[shade] = min(range(len(common)), key=lambda each: _apart(common[each], shade))
            index[colour] = near[shade]
    return index


def _apart(one: Colour, other: Colour) -> int:
    return sum((a - b) ** 2 for a, b in zip(one, other, strict=True))


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
