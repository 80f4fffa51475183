"""A value of the schema knows where it stands and complains with it."""

import pytest

from sheets_schema.source import SchemaError, Source


def test_values_know_their_place() -> None:
    """Keys and positions add up to a path."""
    source = Source("a.yaml", {"x": [{"y": 5}]})
    (element,) = source.at("x").items()
    assert element.at("y").key == "$.x[0].y"
    assert element.at("y").whole() == 5
    assert str(element.error("is odd")) == "a.yaml: $.x[0]: is odd"


def test_defaults() -> None:
    """A key that is not there has the default, and nothing says no and sets no limit."""
    source = Source("a.yaml", {})
    assert source.at("x", "y").text() == "y"
    assert source.at("x").flag() is False
    assert source.at("x").limit() is None
    assert source.at("x", ()).texts() == ()


@pytest.mark.parametrize(
    ("method", "value"),
    [
        ("mapping", []),
        ("mapping", None),
        ("items", "text"),
        ("items", {}),
        ("text", 5),
        ("text", None),
        ("name", ""),
        ("texts", [None]),
        ("flag", 0),
        ("flag", "true"),
        ("whole", -1),
        ("whole", 1.0),
        ("whole", True),
        ("limit", "1"),
        ("limit", False),
    ],
)
def test_wrong_types(method: str, value: object) -> None:
    """Nothing is converted: a value of another type is refused."""
    with pytest.raises(SchemaError, match=r"^a\.yaml: \$"):
        getattr(Source("a.yaml", value), method)()


def test_choices() -> None:
    """Only a value that is allowed passes."""
    assert Source("a.yaml", "b").one_of(("a", "b")) == "b"
    with pytest.raises(SchemaError, match="must be one of a, b"):
        Source("a.yaml", ["b"]).one_of(("a", "b"))
