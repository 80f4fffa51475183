"""Number format patterns: the guide's examples, sections, conditions, fractions, names."""

from datetime import datetime

import pytest

from deploy.local.emulator.cells import patterns, serials
from deploy.local.emulator.cells.locales import Locale, locale_of

VN, US, GB, JP = (locale_of(name) for name in ("vi_VN", "en_US", "en_GB", "ja_JP"))
MOMENT = 42465 + (16 * 3600 + 8 * 60 + 53.528) / serials.SECONDS_A_DAY
"""Tuesday, 5 April 2016, 4:08:53.528 PM."""
LASTING = (3 * 3600 + 13 * 60 + 41.255) / serials.SECONDS_A_DAY
"""3 hours, 13 minutes, 41.255 seconds."""


@pytest.mark.documented
@pytest.mark.parametrize(
    ("number", "pattern", "shown"),
    [
        (MOMENT, "h:mm:ss.00 a/p", "4:08:53.53 p"),
        (MOMENT, 'hh:mm A/P".M."', "04:08 P.M."),
        (MOMENT, "yyyy-mm-dd", "2016-04-05"),
        (MOMENT, "mmmm d \\[dddd\\]", "April 5 [Tuesday]"),
        (MOMENT, "h PM, ddd mmm dd", "4 PM, Tue Apr 05"),
        (MOMENT, "dddd, m/d/yy at h:mm", "Tuesday, 4/5/16 at 16:08"),
        (LASTING, "[hh]:[mm]:[ss].000", "03:13:41.255"),
        (LASTING, "[mmmm]:[ss].000", "0193:41.255"),
        (12345.125, "##,#.00#", "12,345.125"),
        (2.5, "m/d/yyyy h:mm", "1/1/1900 12:00"),
        (33.625, "m/d/yyyy h AM/PM", "2/1/1900 3 PM"),
    ],
)
def test_examples_of_the_guide(number: float, pattern: str, shown: str) -> None:
    """Google's guide to date and number formats shows these results."""
    assert patterns.render(number, pattern, US) == shown


@pytest.mark.parametrize(
    ("number", "pattern", "locale", "shown"),
    [
        (45509, "dd/mm/yyyy", VN, "05/08/2024"),
        (45509, "dd.mm.yyyy", VN, "05.08.2024"),
        (45509, "d mmm yy", US, "5 Aug 24"),
        (45509, "d mmm yy", VN, "5 thg 8 24"),
        (45509, "dddd, d mmmm, yyyy", VN, "Thứ Hai, 5 tháng 8, 2024"),
        (45508, "ddd dddd", VN, "CN Chủ Nhật"),
        (45509, "ddd mmmmm", US, "Mon A"),
        (45509, "mmmmm", VN, "t"),
        (45509, "mmmmmm", US, "August"),
        (45509, "yyy y", US, "2024 24"),
        (45509.520833, "h:mm:ss AM/PM", US, "12:30:00 PM"),
        (45509.520833, "h:mm am/pm", VN, "12:30 CH"),
        (45509.25, "hh:mm a/p", US, "06:00 a"),
        (45509.25, "hh:MM", US, "06:08"),
        (45509.25, "DD/MM/YYYY HH:mm:SS", US, "05/08/2024 06:00:00"),
        (0.5, "mm:ss", US, "00:00"),
        (1.5, "[h]:mm", US, "36:00"),
        (-1.5, "[h]:mm", US, "-36:00"),
        (0.999999999, "[h]:mm:ss", US, "24:00:00"),
        (0.5, "[mm]", US, "720"),
        (0.5, "[ss]", US, "43200"),
        (1e9, "[h]", US, "24000000000"),
        (45509.5, "yyyy-mm-dd\\Th:mm:ss.000", US, "2024-08-05T12:00:00.000"),
        (45509.5, "h:mm:ss.0", VN, "12:00:00,0"),
        (0.5, "h 000000000", US, "12 000000000"),
        (-1, "yyyy-mm-dd", US, "1899-12-29"),
        (1e9, "dd/mm/yyyy", US, "1000000000"),
        (-1e9, "dd/mm/yyyy", US, "-1000000000"),
        (2958465.9999999, "yyyy", US, "2958466"),
        (45509, "yyyy-mm-dd;@", US, "2024-08-05"),
        (45509, "d, m % / 5", US, "5, 8 % / 5"),
    ],
)
def test_dates(number: float, pattern: str, locale: Locale, shown: str) -> None:
    """Dates and times show in the locale's words, durations count on."""
    assert patterns.render(number, pattern, locale) == shown


@pytest.mark.parametrize(
    ("number", "pattern", "locale", "shown"),
    [
        (1234.5, "#,##0.00", VN, "1.234,50"),
        (1234.5, "#,##0.00", US, "1,234.50"),
        (1234567890.125, "#,##0.##", US, "1,234,567,890.13"),
        (5, "0.##", US, "5."),
        (5, "0.??", US, "5.  "),
        (5, "??0", US, "  5"),
        (5, "000,000", US, "000,005"),
        (1234567, "#,##0,", US, "1,235"),
        (12200000, '0.0,,"M"', US, "12.2M"),
        (1234, '0, "k"', US, "1 k"),
        (5, '"a", 0', US, "a, 5"),
        (0.125, "0.0%", VN, "12,5%"),
        (0.5, "0%%", US, "5000%%"),
        (1.005, "0.00", US, "1.01"),
        (0.5, "#.##", US, ".5"),
        (12.5, ".00", US, "12.50"),
        (0, "#", US, ""),
        (-0.001, "0.00", US, "0.00"),
        (1e300, "0", US, "1" + "0" * 300),
        (5, "0." + "0" * 500, US, "5." + "0" * 500),
        (1234567890, "(000) 000-0000", US, "(123) 456-7890"),
        (123456789, "000-00-0000", US, "123-45-6789"),
        (5, "0 0", US, "0 5"),
        (12345, "0.00E+00", US, "1.23E+04"),
        (-12345, "0.00E+00", VN, "-1,23E+04"),
        (0, "0.00E+00", US, "0.00E+00"),
        (0.00012, "0.0E+0", US, "1.2E-4"),
        (9.999, "0.0e-0", US, "1.0e1"),
        (0.00012, "##0.0E+0", US, "120.0E-6"),
        (999999, "##0E+0", US, "1E+6"),
        (5, "0E+", US, "5E+0"),
        (5, "0E+0.0", US, "5E+00"),
        (-5, '#,##0\\ "₫"', VN, "-5 ₫"),
        (-5, '"$"#,##0.00', US, "-$5.00"),
        (5, "[$₫-42A]0", VN, "₫5"),
        (5, "#,##0 [$₫]", VN, "5 ₫"),
        (1234.5, '_("$"* #,##0.00_)', US, " $ 1,234.50 "),
        (5, '0 "người"', VN, "5 người"),
        (5, "@", US, "5"),
        (-5, "@", US, "-5"),
        (5, 'General "x"', US, "5 x"),
        (-0.5, "General", VN, "-0,5"),
        (5, '"x"', US, "x"),
        (-5, '"x"', US, "-x"),
        (5, "0/5", US, "25/5"),
        (5, "0 [unknown", US, "5 [unknown"),
    ],
)
def test_numbers(number: float, pattern: str, locale: Locale, shown: str) -> None:
    """Digits fill their placeholders, with the locale's separators."""
    assert patterns.render(number, pattern, locale) == shown


@pytest.mark.parametrize(
    ("number", "pattern", "shown"),
    [
        (-3, "0;(0)", "(3)"),
        (3, "0;(0)", "3"),
        (0, "0;(0)", "0"),
        (0, '0;-0;"không"', "không"),
        (-3, '0;-0;"không"', "-3"),
        (3, "0;;", "3"),
        (-3, "0;;", ""),
        (0, "0;;", ""),
        (5, ";;;", ""),
        (5, "[Red]0", "5"),
        (5, "[Color12]0;[Blue]-0", "5"),
        (50, '[<100]"Low" 0;[>=100]"High" 0', "Low 50"),
        (100, '[<100]"Low" 0;[>=100]"High" 0', "High 100"),
        (-5, "[>100]0;0", "-5"),
        (500, "[>100]0.0;0", "500.0"),
        (-5, "[>100]a;(0);b0", "(5)"),
        (5, "[>100]a;(0);b0", "b5"),
        (5, "[=5]five;[<>5]other", "five"),
        (6, "[=5]0;[<=5]0.0", "6.0"),
        (5, "0;[<0]0;zero", "5"),
        (0, "0;[<0]0;0.0", "0.0"),
        (5, "@;0", "5"),
        (45509, "[>40000]yyyy;0", "2024"),
    ],
)
def test_sections(number: float, pattern: str, shown: str) -> None:
    """The section whose condition holds shows the number; the negative one drops the sign."""
    assert patterns.render(number, pattern, US) == shown


@pytest.mark.parametrize(
    ("number", "pattern", "shown"),
    [
        (5.5, "# ?/?", "5 1/2"),
        (0.5, "# ?/?", " 1/2"),
        (5, "# ?/?", "5    "),
        (5, "# #/#", "5 "),
        (5, "0 0/0", "5 0/1"),
        (0.999, "# ?/?", "1    "),
        (5.3, "# ??/16", "5  5/16"),
        (0.5, "# ?/2", " 1/2"),
        (0.25, "?/100", "25/100"),
        (3.14159265, "0/000", "355/113"),
        (3.14159265, "# ???/???", "3  16/113"),
        (1.3, "0/0", "9/7"),
        (-0.25, "0/0", "-1/4"),
        (0, "0/0", "0/1"),
        (-1234.5, "#,### ?/?", "-1,234 1/2"),
        (0.1, "?/1?", "1/10"),
    ],
)
def test_fractions(number: float, pattern: str, shown: str) -> None:
    """Fractions are the nearest with as many digits, or those of a fixed denominator."""
    assert patterns.render(number, pattern, US) == shown


@pytest.mark.parametrize(
    ("text", "pattern", "shown"),
    [
        ("x", '0;0;0;"<"@', "<x"),
        ("x", '0;0;0;"hidden"', "hidden"),
        ("x", ";;;", ""),
        ("x", "0", "x"),
        ("x", '0;@" đ"', "x đ"),
        ("x", "@ @", "x x"),
    ],
)
def test_texts(text: str, pattern: str, shown: str) -> None:
    """A text goes through the fourth section, or the last one with an @."""
    assert patterns.render_text(text, pattern) == shown


@pytest.mark.parametrize(
    ("number", "locale", "shown"),
    [
        (1 / 3, US, "0.3333333333"),
        (100000 / 3, US, "33333.33333"),
        (1234567.891234, VN, "1234567,891"),
        (123456789012.5, US, "123456789012"),
        (123456789012345, US, "123456789012345"),
        (0.0009765625, US, "0.0009765625"),
        (1e15, US, "1E+15"),
        (1705971932369780, US, "1.70597E+15"),
        (1.5e-12, VN, "1,5E-12"),
        (-2.0, US, "-2"),
        (0.1 + 0.2, US, "0.3"),
        (0, US, "0"),
        (1e300, US, "1E+300"),
    ],
)
def test_numbers_without_a_format(number: float, locale: Locale, shown: str) -> None:
    """Ten significant digits, whole numbers in full, E notation for the very large and small."""
    assert patterns.general(number, locale) == shown


def test_which_patterns_are_dates() -> None:
    """Letters of dates count, quoted ones, brackets and currency signs do not."""
    assert all(patterns.is_date(pattern) for pattern in ("d", "[h]", "yyyy;@", 'h"x"'))
    numbers = ("0", '0 "dm"', "\\d0", "[Red]0", "[$Md]0", "General", "_d0", "#,##0\\ đ", "0.0E+0")
    assert not any(patterns.is_date(pattern) for pattern in numbers)


def test_locales() -> None:
    """Defaults of the locales this project meets, and rules of thumb for others."""
    assert (US.date, US.time, US.date_time) == ("m/d/yyyy", "h:mm:ss am/pm", "m/d/yyyy h:mm:ss")
    assert (GB.date, GB.time, GB.date_time) == ("dd/mm/yyyy", "hh:mm:ss", "dd/mm/yyyy hh:mm:ss")
    assert (VN.date, VN.time, VN.date_time) == (GB.date, GB.time, GB.date_time)
    assert VN.money(decimals=VN.currency_decimals) == '#,##0\\ "₫"'
    assert GB.money(decimals=GB.currency_decimals) == '"£"#,##0.00'
    assert JP.money(decimals=JP.currency_decimals) == '"¥"#,##0'
    assert (JP.date, JP.year_first) == ("yyyy-mm-dd", True)
    assert (locale_of("fr_FR").thousands, locale_of("de_DE").thousands) == ("\u202f", ".")
    assert locale_of("xx_YY").day_first


def test_serial_numbers() -> None:
    """Days count from 30 December 1899, times are parts of a day; there are limits."""
    noon = datetime(2024, 8, 5, 12)  # noqa: DTZ001 - serial numbers carry no time zone
    assert serials.from_moment(noon) == 45509.5
    assert serials.to_moment(45509.5) == noon
    assert serials.to_moment(1e12) is None
