"""PNG files of few colours."""

import struct
import zlib

from deploy.local.pictures.png import palette_png, raster_size


def _decoded(png: bytes) -> tuple[int, int, list[tuple[int, ...]]]:
    """Return width, height and pixels, every checksum verified."""
    chunks, rest = {}, png[8:]
    while rest:
        (size,) = struct.unpack(">I", rest[:4])
        kind, data, check = rest[4:8], rest[8 : 8 + size], rest[8 + size : 12 + size]
        assert check == struct.pack(">I", zlib.crc32(kind + data))
        chunks[kind], rest = data, rest[12 + size :]
    width, height, *_ = struct.unpack(">IIBBBBB", chunks[b"IHDR"])
    lines = zlib.decompress(chunks[b"IDAT"])
    palette = chunks[b"PLTE"]
    rows = [lines[row * (width + 1) + 1 : (row + 1) * (width + 1)] for row in range(height)]
    return width, height, [tuple(palette[3 * at : 3 * at + 3]) for row in rows for at in row]


def test_few_colours_stay_exactly() -> None:
    """A raster of three colours comes back pixel by pixel."""
    pixels = [(255, 255, 255), (249, 199, 196), (0, 0, 10), (255, 255, 255), (0, 0, 10), (0, 0, 10)]
    raster = b"P6\n3 2\n255\n" + bytes(value for pixel in pixels for value in pixel)

    assert _decoded(palette_png(raster)) == (3, 2, pixels)


def test_a_rare_colour_becomes_a_near_one() -> None:
    """Beyond 256 colours the rare ones move a little, the common ones do not."""
    common = [(value, value, value) for value in range(256)]
    rare = (100, 102, 100)
    raster = b"P6\n257 2\n255\n" + bytes(
        value for row in ([*common, (0, 0, 0)], [*common, rare]) for pixel in row for value in pixel
    )

    _, _, pixels = _decoded(palette_png(raster))

    assert pixels[: len(common)] == common
    assert all(abs(a - b) <= 8 for a, b in zip(pixels[-1], rare, strict=True))


def test_pixels_that_look_like_spaces_are_pixels() -> None:
    """A raster may begin with bytes that would end a word in its header."""
    raster = b"P6\n1 1\n255\n" + b"\n  "

    assert raster_size(raster) == (1, 1)
    assert _decoded(palette_png(raster)) == (1, 1, [(10, 32, 32)])
