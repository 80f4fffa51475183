"""What a new document looks like at Google."""

from deploy.local.emulator.shapes import Json

ROWS = 1000
COLUMNS = 26
ROW_PIXELS = 21
COLUMN_PIXELS = 100
FIRST_TITLE = "Sheet1"
LOCALE = "en_US"
TIME_ZONE = "Etc/GMT"
SPREADSHEET_TYPE = "application/vnd.google-apps.spreadsheet"

_WHITE = {"red": 1, "green": 1, "blue": 1}
_THEME: tuple[tuple[str, Json], ...] = (
    ("TEXT", {}),
    ("BACKGROUND", _WHITE),
    ("ACCENT1", {"red": 0.25882354, "green": 0.52156866, "blue": 0.95686275}),
    ("ACCENT2", {"red": 0.91764706, "green": 0.2627451, "blue": 0.20784314}),
    ("ACCENT3", {"red": 0.9843137, "green": 0.7372549, "blue": 0.015686275}),
    ("ACCENT4", {"red": 0.20392157, "green": 0.65882355, "blue": 0.3254902}),
    ("ACCENT5", {"red": 1, "green": 0.42745098, "blue": 0.003921569}),
    ("ACCENT6", {"red": 0.27450982, "green": 0.7411765, "blue": 0.7764706}),
    ("LINK", {"red": 0.06666667, "green": 0.33333334, "blue": 0.8}),
)


def default_format() -> Json:
    """Return the format of a cell nobody formatted."""
    return {
        "backgroundColor": dict(_WHITE),
        "padding": {"top": 2, "right": 3, "bottom": 2, "left": 3},
        "verticalAlignment": "BOTTOM",
        "wrapStrategy": "OVERFLOW_CELL",
        "textFormat": {
            "foregroundColor": {},
            "fontFamily": "arial,sans,sans-serif",
            "fontSize": 10,
            "bold": False,
            "italic": False,
            "strikethrough": False,
            "underline": False,
            "foregroundColorStyle": {"rgbColor": {}},
        },
        "backgroundColorStyle": {"rgbColor": dict(_WHITE)},
    }


def spreadsheet_properties(title: str) -> Json:
    """Return the properties of a new document, in Google's order."""
    return {
        "title": title,
        "locale": LOCALE,
        "autoRecalc": "ON_CHANGE",
        "timeZone": TIME_ZONE,
        "defaultFormat": default_format(),
        "spreadsheetTheme": {
            "primaryFontFamily": "Arial",
            "themeColors": [
                {"colorType": kind, "color": {"rgbColor": dict(rgb)}} for kind, rgb in _THEME
            ],
        },
    }
