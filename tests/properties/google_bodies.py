"""Bodies for Google's API made from its discovery tables: well-formed ones and hostile ones."""

import copy
from collections.abc import Callable, Iterator

from hypothesis import strategies as st

from deploy.local.emulator.discovery.oneofs import unions_of
from deploy.local.emulator.discovery.tables import Api
from deploy.local.emulator.shapes import Json, JsonValue

DEEPEST = 7
WIDEST = 5
DEEP_LIST = 3

_INTEGERS = [0, 0, 0, 1, 1, 2, 2, 3, 4, 5, 6, 7, 8, 9, 12, 77]
_HUGE = [-1, -7, 1000, 10**6, 18_278, 10_000_001, 2**31 - 1, -(2**31), 2**31, 2**63, -(2**63)]
_DOUBLES = [0, 0.5, 1, 0.25, 1, 0, 1e-300, 1.7976931348623157e308, -1.5, 3.0]
TEXTS = [
    *["", "Sheet1", "A1", "Sheet1!A1:B2", "'Dữ liệu'!B:B", "=1+1", "=A1:B2", "=$A1>2", "x", "tên"],
    *["n1", "2024-08-05", "12", "#,##0.00", "🌟", "it's", "a" * 101, "owner@example.test", "arial"],
]
_ODD_TEXTS = ["\x00", "\ud800", "\u202e", "b" * 50_001, "=" * 300, "=" + "(" * 400, "%", "\n"]
_ODD_MASKS = ["", "a..b", "(", "sheets(", "*,*", "." * 50, "a/" * 50 + "a", "title,,", "\ud800"]
HOSTILE: list[JsonValue] = [
    *[None, True, "x", 1.5, -1, [], {}, [[]], [None], {"a": {"b": [1]}}, 1e308, 10**400, "NaN"],
    *["\ud800", [{}] * 3],
]
_KNOWN: dict[str, list[JsonValue]] = {
    "sheetId": [0, 0, 77],
    "sourceSheetId": [0, 77],
    "filterId": [5],
    "filterViewId": [5, 15],
    "bandedRangeId": [6, 16],
    "metadataId": [8, 18],
    "protectedRangeId": [9, 19],
    "namedRangeId": ["n1", "n2"],
    "objectId": [7],
    "chartId": [7, 17],
    "tableId": ["t1"],
    "destinationSpreadsheetId": ["x"],
}
"""What a name most often holds in the filled document."""

hostile = st.sampled_from(HOSTILE).map(copy.deepcopy)
ODD_NUMBERS = st.sampled_from([*_INTEGERS, *_HUGE])


@st.composite
def bodies(draw: st.DrawFn, api: Api, schema: str, *, wild: bool) -> Json:
    """Return a body of ``schema``; a wild one has wrong types, unknown names and huge numbers."""
    return _Maker(draw, api, wild=wild).message(schema, 0)


class _Maker:
    """Draws the parts of one body."""

    def __init__(self, draw: st.DrawFn, api: Api, *, wild: bool) -> None:
        self._draw = draw
        self._api = api
        self._wild = wild
        self._shapes: dict[str, Callable[[], Json]] = {
            "GridRange": self._grid_range,
            "DimensionRange": self._dimension_range,
            "GridCoordinate": self._coordinate,
        }

    def message(self, schema: str, depth: int) -> Json:
        if schema in self._shapes and not self._rarely():
            return self._shapes[schema]()
        fields = self._api.schemas[schema]
        names = self._names(schema, sorted(fields), depth)
        made = {name: self._value(fields[name], name, depth + 1) for name in names}
        if fields.get("fields") == "mask" and not self._rarely():
            made["fields"] = self._mask(fields, made)
        if self._rarely():
            odd = self._draw(st.sampled_from(["unknown", "sheet_id", "", "\ud800"]))
            made[odd] = self._draw(hostile)
        return made

    def _names(self, schema: str, names: list[str], depth: int) -> list[str]:
        every = depth < DEEPEST and len(names) <= WIDEST and self._draw(st.booleans())
        if names and not (every or (depth == 0 and self._draw(st.booleans()))):
            names = self._draw(
                st.lists(st.sampled_from(names), min_size=depth < 2, max_size=WIDEST, unique=True)
            )
        if self._rarely():
            return names
        unions = unions_of(schema)
        names = [names[at] for at in self._order(len(names))]
        taken: set[str] = set()
        chosen = []
        for name in names:
            union = unions.get(name)
            if union is None or union not in taken:
                chosen.append(name)
            if union is not None:
                taken.add(union)
        return chosen

    def _order(self, size: int) -> list[int]:
        turn = self._draw(st.integers(0, max(size - 1, 0)))
        return [(turn + at) % size for at in range(size)]

    def _mask(self, fields: dict[str, str], made: Json) -> str:
        inner = [
            name
            for key, item in made.items()
            if isinstance(item, dict) and fields.get(key, "").startswith("ref ")
            for name in item
            if name.isidentifier() and not name.endswith("Id")
        ]
        return self._draw(st.sampled_from(["*", *inner, ",".join(inner) or "*"]))

    def _value(self, kind: str, name: str, depth: int) -> JsonValue:
        if self._rarely():
            return self._draw(hostile)
        head, _, rest = kind.partition(" ")
        if head == "ref":
            return self.message(rest, depth) if depth < DEEPEST else {}
        if head == "list":
            count = self._draw(st.integers(depth < DEEP_LIST, 1 if depth > DEEP_LIST else 3))
            return [self._value(rest, name, depth + 1) for _ in range(count)]
        if head == "map":
            return {self._draw(st.sampled_from(TEXTS)): self._value(rest, name, depth + 1)}
        if head == "enum":
            words = self._api.enums[int(rest)]
            return self._draw(st.sampled_from(words if self._rarely() else words[1:] or words))
        return self._scalar(head, name)

    def _scalar(self, kind: str, name: str) -> JsonValue:
        if name in _KNOWN and not self._rarely():
            return self._draw(st.sampled_from(_KNOWN[name]))
        odd = self._rarely()
        choices: dict[str, list[JsonValue]] = {
            "boolean": [True, False],
            "int32": _HUGE if odd else _INTEGERS,
            "int64": _HUGE if odd else _INTEGERS,
            "double": _DOUBLES[:4] if not odd else _DOUBLES,
            "mask": _ODD_MASKS if odd else ["*"],
            "any": [*TEXTS, 1, 2.5, True, None, *(HOSTILE if odd else [])],
        }
        return self._draw(st.sampled_from(choices.get(kind, _ODD_TEXTS if odd else TEXTS)))

    def _span(self, size: int) -> tuple[int, int]:
        start = self._draw(st.integers(0, size - 1))
        return start, self._draw(st.integers(start + 1, size))

    def _grid_range(self) -> Json:
        top, bottom = self._span(6)
        left, right = self._span(4)
        corners = {
            "startRowIndex": top,
            "endRowIndex": bottom,
            "startColumnIndex": left,
            "endColumnIndex": right,
        }
        dropped = self._draw(st.sampled_from(["", "", "endRowIndex", "startColumnIndex"]))
        corners.pop(dropped, None)
        return {"sheetId": self._draw(st.sampled_from([0, 77])), **corners}

    def _dimension_range(self) -> Json:
        start, end = self._span(4)
        return {
            "sheetId": self._draw(st.sampled_from([0, 77])),
            "dimension": self._draw(st.sampled_from(["ROWS", "COLUMNS"])),
            "startIndex": start,
            "endIndex": end,
        }

    def _coordinate(self) -> Json:
        return {
            "sheetId": self._draw(st.sampled_from([0, 77])),
            "rowIndex": self._draw(st.integers(0, 7)),
            "columnIndex": self._draw(st.integers(0, 5)),
        }

    def _rarely(self) -> bool:
        return self._wild and self._draw(st.integers(0, 15)) == 0


@st.composite
def damaged(draw: st.DrawFn, body: Json) -> Json:
    """Return ``body`` with one or two of its parts replaced, dropped or doubled."""
    changed = copy.deepcopy(body)
    for _ in range(draw(st.integers(1, 2))):
        spots = list(_spots(changed))
        if not spots:
            break
        holder, key = draw(st.sampled_from(spots))
        change = draw(st.sampled_from(["replace", "replace", "number", "text", "drop", "extra"]))
        if change == "drop":
            del holder[key]
        elif change == "extra" and isinstance(holder, dict):
            holder["unknown"] = draw(hostile)
        else:
            choices = {"number": ODD_NUMBERS, "text": st.sampled_from([*TEXTS, *_ODD_TEXTS])}
            holder[key] = draw(choices.get(change, hostile))
    return changed


def _spots(value: JsonValue) -> Iterator[tuple[JsonValue, JsonValue]]:
    if isinstance(value, dict | list):
        for key in value if isinstance(value, dict) else range(len(value)):
            yield value, key
            yield from _spots(value[key])
