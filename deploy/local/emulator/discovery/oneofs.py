"""Which fields exclude each other: the oneofs of Google's messages.

The discovery documents do not carry them; these follow the descriptions of the fields ("only one
of", "exactly one must be set") and the documented union fields of the reference.
"""

from functools import cache

from deploy.local.emulator.discovery.tables import api

UNCERTAIN = (
    (
        "Two fields of one union are refused with the sentence Google's JSON reader has for it; "
        "the names of the unions in it, other than 'kind' and 'value', are those of the reference."
    ),
)
_UNIONS: dict[str, dict[str, tuple[str, ...]]] = {
    "AutoFillRequest": {"area": ("range", "sourceAndDestination")},
    "ChartSpec": {
        "chart": (
            "basicChart",
            "pieChart",
            "bubbleChart",
            "candlestickChart",
            "orgChart",
            "histogramChart",
            "waterfallChart",
            "treemapChart",
            "scorecardChart",
        )
    },
    "ColorStyle": {"kind": ("rgbColor", "themeColor")},
    "ConditionalFormatRule": {"rule": ("booleanRule", "gradientRule")},
    "ConditionValue": {"value": ("relativeDate", "userEnteredValue")},
    "DataFilter": {"filter": ("developerMetadataLookup", "a1Range", "gridRange")},
    "DeveloperMetadataLocation": {"location": ("spreadsheet", "sheetId", "dimensionRange")},
    "EmbeddedObjectPosition": {"location": ("sheetId", "overlayPosition", "newSheet")},
    "FindReplaceRequest": {"scope": ("range", "sheetId", "allSheets")},
    "PasteDataRequest": {"kind": ("delimiter", "html")},
    "UpdateCellsRequest": {"area": ("start", "range")},
    "UpdateConditionalFormatRuleRequest": {"instruction": ("rule", "newIndex")},
}


@cache
def unions_of(schema: str) -> dict[str, str]:
    """Return the union each field of a Sheets schema belongs to, by field."""
    if schema == "Request":
        return dict.fromkeys(api("sheets").schemas[schema], "kind")
    if schema == "ExtendedValue":
        return dict.fromkeys(api("sheets").schemas[schema], "value")
    return {field: union for union, fields in _UNIONS.get(schema, {}).items() for field in fields}
