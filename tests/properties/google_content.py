"""A document that has something of everything, as requests that make it."""

from deploy.local.emulator.shapes import Json

_CELL = {"userEnteredValue": {"stringValue": "x"}, "note": "ghi chú"}
_BLOCK = {"sheetId": 0, "startRowIndex": 1, "endRowIndex": 4, "startColumnIndex": 1}
CONTENT: list[Json] = [
    {
        "updateSheetProperties": {
            "properties": {"gridProperties": {"rowCount": 12}},
            "fields": "gridProperties.rowCount",
        }
    },
    {
        "updateSheetProperties": {
            "properties": {"gridProperties": {"columnCount": 8}},
            "fields": "gridProperties.columnCount",
        }
    },
    {
        "addSheet": {
            "properties": {
                "sheetId": 77,
                "title": "Dữ liệu",
                "gridProperties": {"rowCount": 6, "columnCount": 4},
            }
        }
    },
    {
        "updateCells": {
            "rows": [
                {
                    "values": [
                        _CELL,
                        {"userEnteredValue": {"formulaValue": "='Dữ liệu'!A1+1"}},
                        {"userEnteredValue": {"numberValue": 2}},
                    ]
                },
                {"values": [{"userEnteredValue": {"boolValue": True}}]},
            ],
            "fields": "userEnteredValue,note",
            "start": {"sheetId": 0},
        }
    },
    {
        "mergeCells": {
            "range": {
                "sheetId": 77,
                "startRowIndex": 2,
                "endRowIndex": 4,
                "startColumnIndex": 0,
                "endColumnIndex": 2,
            },
            "mergeType": "MERGE_ALL",
        }
    },
    {
        "addNamedRange": {
            "namedRange": {
                "namedRangeId": "n1",
                "name": "vung",
                "range": {**_BLOCK, "endColumnIndex": 3},
            }
        }
    },
    {"addProtectedRange": {"protectedRange": {"protectedRangeId": 9, "range": {"sheetId": 77}}}},
    {
        "addFilterView": {
            "filter": {"filterViewId": 5, "title": "lọc", "range": {**_BLOCK, "endColumnIndex": 3}}
        }
    },
    {
        "addBanding": {
            "bandedRange": {
                "bandedRangeId": 6,
                "range": {"sheetId": 0, "startRowIndex": 6, "endRowIndex": 9},
                "rowProperties": {"firstBandColor": {"red": 1}, "secondBandColor": {"blue": 1}},
            }
        }
    },
    {
        "addConditionalFormatRule": {
            "rule": {
                "ranges": [{"sheetId": 0}],
                "booleanRule": {
                    "condition": {"type": "NOT_BLANK"},
                    "format": {"textFormat": {"bold": True}},
                },
            }
        }
    },
    {
        "addDimensionGroup": {
            "range": {"sheetId": 0, "dimension": "ROWS", "startIndex": 2, "endIndex": 5}
        }
    },
    {
        "createDeveloperMetadata": {
            "developerMetadata": {
                "metadataId": 8,
                "metadataKey": "k",
                "visibility": "DOCUMENT",
                "location": {"sheetId": 0},
            }
        }
    },
    {
        "setBasicFilter": {
            "filter": {
                "range": {
                    "sheetId": 0,
                    "startRowIndex": 0,
                    "endRowIndex": 3,
                    "startColumnIndex": 0,
                    "endColumnIndex": 3,
                }
            }
        }
    },
]

_SOURCE = {
    "sourceRange": {
        "sources": [
            {
                "sheetId": 0,
                "startRowIndex": 0,
                "endRowIndex": 5,
                "startColumnIndex": 1,
                "endColumnIndex": 2,
            }
        ]
    }
}
_DOMAIN = {
    "sourceRange": {
        "sources": [
            {
                "sheetId": 0,
                "startRowIndex": 0,
                "endRowIndex": 5,
                "startColumnIndex": 0,
                "endColumnIndex": 1,
            }
        ]
    }
}
_PLACE = {"overlayPosition": {"anchorCell": {"sheetId": 0, "rowIndex": 2, "columnIndex": 3}}}
_CHART = {
    "title": "Biểu đồ",
    "basicChart": {
        "chartType": "COLUMN",
        "domains": [{"domain": _DOMAIN}],
        "series": [{"series": _SOURCE, "targetAxis": "LEFT_AXIS"}],
        "axis": [{"position": "BOTTOM_AXIS", "title": "x"}],
        "headerCount": 1,
    },
}
_PIE = {"pieChart": {"legendPosition": "RIGHT_LEGEND", "domain": _DOMAIN, "series": _SOURCE}}
ADDED: list[Json] = [
    {"addChart": {"chart": {"chartId": 7, "spec": _CHART, "position": _PLACE}}},
    {"addChart": {"chart": {"spec": _PIE, "position": {"newSheet": True}}}},
    {
        "addSlicer": {
            "slicer": {
                "slicerId": 27,
                "spec": {
                    "dataRange": {
                        "sheetId": 0,
                        "startRowIndex": 0,
                        "endRowIndex": 3,
                        "startColumnIndex": 0,
                        "endColumnIndex": 3,
                    },
                    "columnIndex": 0,
                },
                "position": _PLACE,
            }
        }
    },
    {
        "addTable": {
            "table": {
                "tableId": "t1",
                "name": "bảng",
                "range": {
                    "sheetId": 77,
                    "startRowIndex": 0,
                    "endRowIndex": 2,
                    "startColumnIndex": 0,
                    "endColumnIndex": 2,
                },
            }
        }
    },
    {"updateChartSpec": {"chartId": 7, "spec": _PIE}},
    {
        "updateEmbeddedObjectPosition": {
            "objectId": 7,
            "newPosition": {"overlayPosition": {"anchorCell": {"sheetId": 77}, "widthPixels": 300}},
            "fields": "widthPixels",
        }
    },
    {
        "setDataValidation": {
            "range": {"sheetId": 0},
            "rule": {
                "condition": {"type": "ONE_OF_LIST", "values": [{"userEnteredValue": "a"}]},
                "strict": True,
            },
        }
    },
    {
        "repeatCell": {
            "range": {"sheetId": 0},
            "cell": {
                "userEnteredFormat": {
                    "numberFormat": {"type": "DATE", "pattern": "dd/mm"},
                    "borders": {"top": {"style": "SOLID"}},
                }
            },
            "fields": "userEnteredFormat",
        }
    },
    {
        "updateCells": {
            "start": {"sheetId": 0},
            "fields": "*",
            "rows": [
                {
                    "values": [
                        {
                            "userEnteredValue": {"stringValue": "abc"},
                            "textFormatRuns": [{"startIndex": 1, "format": {"bold": True}}],
                        }
                    ]
                }
            ],
        }
    },
    {
        "updateDimensionProperties": {
            "range": {"sheetId": 0, "dimension": "ROWS", "startIndex": 0, "endIndex": 2},
            "properties": {"pixelSize": 40},
            "fields": "pixelSize",
        }
    },
    {"findReplace": {"find": "x", "replacement": "y", "allSheets": True, "searchByRegex": True}},
    {
        "sortRange": {
            "range": {"sheetId": 0},
            "sortSpecs": [{"dimensionIndex": 0, "sortOrder": "ASCENDING"}],
        }
    },
    {
        "textToColumns": {
            "source": {"sheetId": 0, "startColumnIndex": 0, "endColumnIndex": 1},
            "delimiterType": "COMMA",
        }
    },
    {"deleteDuplicates": {"range": {"sheetId": 0, "startRowIndex": 0, "endRowIndex": 5}}},
    {
        "pasteData": {
            "coordinate": {"sheetId": 0},
            "data": "a,b",
            "type": "PASTE_NORMAL",
            "delimiter": ",",
        }
    },
]
"""More of it; the document is whole without what is refused here."""
