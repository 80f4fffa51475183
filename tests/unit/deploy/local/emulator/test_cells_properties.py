"""Properties of typing and showing: round trips, and patterns that never break."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deploy.local.emulator.cells import patterns, serials
from deploy.local.emulator.cells.locales import Locale, locale_of
from deploy.local.emulator.cells.typed import read_typed

LOCALES = [locale_of(name) for name in ("vi_VN", "en_US", "en_GB")]
DATE_PATTERNS = (
    *("d/m/yyyy", "dd/mm/yyyy", "d-m-yyyy", "d.m.yyyy"),
    *("yyyy-mm-dd", "yyyy/m/d", "d mmm yyyy", "d mmmm, yyyy", "dddd, d mmm yyyy"),
)
CLOCKS = ("h:mm:ss", "hh:mm:ss", "h:mm:ss am/pm", "[h]:mm:ss")
DAYS = st.dates(date(1950, 1, 1), date(2100, 1, 1))
SECONDS = st.integers(0, serials.SECONDS_A_DAY - 1)
PIECES = st.sampled_from(
    [
        *('"x"', '"', "\\", "_", "*", "[", "]", "[h]", "[mm]", "[ss]", "[<5]", "[>=-2.5]", "[$₫]"),
        *(
            "[Red]",
            "am/pm",
            "A/P",
            "PM",
            "General",
            "yyyy",
            "mm",
            "M",
            "dddd",
            "h",
            "ss",
            "E+",
            "e-",
        ),
        *("0", "#", "?", ".", ",", "%", "/", "@", ";", "-", " ", "7", "đ", "(", ")"),
    ]
)
NUMBERS = st.one_of(st.floats(allow_nan=False, allow_infinity=False), st.integers(-(2**60), 2**60))


@pytest.mark.parametrize("locale", LOCALES)
@given(number=st.floats(-1e9, 1e9).map(lambda number: round(number, 2)))
def test_numbers_come_back(locale: Locale, number: float) -> None:
    """What a number shows can be typed and is the same number, grouped or not."""
    for pattern in ("0.00", "#,##0.00", "#,##0.##", "0.00%", locale.money(decimals=True)):
        shown = patterns.render(number, pattern, locale)
        typed = read_typed(shown, locale)
        assert typed.value == pytest.approx(number, abs=0.006), (pattern, shown)
    assert read_typed(patterns.general(number, locale), locale).value == pytest.approx(number)


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("pattern", DATE_PATTERNS)
@given(day=DAYS)
def test_dates_come_back(locale: Locale, pattern: str, day: date) -> None:
    """What a date shows can be typed and is the same date, shown the same way."""
    if not locale.day_first and pattern.startswith("d") and "mmm" not in pattern:
        pattern = pattern.replace("d", "x").replace("m", "d").replace("x", "m")
    serial = serials.from_date(day)
    shown = patterns.render(serial, pattern, locale)
    typed = read_typed(shown, locale)
    assert typed.value == serial
    assert typed.number_format is not None
    assert patterns.render(serial, typed.number_format["pattern"], locale) == shown


@pytest.mark.parametrize("locale", LOCALES)
@given(day=DAYS, second=SECONDS, lasting=st.integers(0, 400))
def test_times_come_back(locale: Locale, day: date, second: int, lasting: int) -> None:
    """Times, durations and moments come back to the second."""
    part = second / serials.SECONDS_A_DAY
    for clock in CLOCKS:
        number = part + (lasting if clock.startswith("[") else 0)
        shown = patterns.render(number, clock, locale)
        assert read_typed(shown, locale).value == pytest.approx(number, abs=1e-9), shown
    serial = serials.from_date(day) + part
    shown = patterns.render(serial, locale.date_time, locale)
    assert read_typed(shown, locale).value == pytest.approx(serial, abs=1e-6)


@given(pieces=st.lists(PIECES, max_size=12), number=NUMBERS)
def test_no_pattern_breaks(pieces: list[str], number: float) -> None:
    """Whatever stands in a pattern, every number and every text shows as some text."""
    pattern = "".join(pieces)
    for locale in LOCALES:
        assert isinstance(patterns.render(number, pattern, locale), str)
    assert isinstance(patterns.render_text("x", pattern), str)


@given(text=st.text(alphabet="0123456789.,:/-+()%$₫eEapmAPM thg ₫\u00a0\u0309٣", max_size=20))
def test_no_text_breaks(text: str) -> None:
    """Whatever is typed becomes a value in every locale, and its format shows it."""
    for locale in LOCALES:
        typed = read_typed(text, locale)
        if typed.number_format is not None:
            assert isinstance(typed.value, int | float)
            assert patterns.render(typed.value, typed.number_format["pattern"], locale)


def test_every_day_of_a_year_is_read_in_words() -> None:
    """All names of months, long and short, are read back in both languages."""
    for name in ("vi_VN", "en_GB"):
        locale = locale_of(name)
        for number in range(366):
            day = date(2024, 1, 1) + timedelta(days=number)
            for pattern in ("d mmm yyyy", "d mmmm yyyy", "dddd, d mmmm yyyy"):
                serial = serials.from_date(day)
                shown = patterns.render(serial, pattern, locale)
                assert read_typed(shown, locale).value == serial, shown
