"""The column kinds `email` and `url`: addresses, with nothing beside them."""

from __future__ import annotations

import re

from functions.domain.workbook import Cell
from functions.tables.converters.base import Context, Converted, Remark, accept, refuse
from functions.tables.converters.patterns import any_of
from functions.tables.converters.texts import as_text, lines_of

_EMAIL = re.compile(r"[^@\s,;:<>()]+@[^@\s,;:<>()]+\.[^@\s,;:<>().]+")
_LABELS = any_of("email", "e-mail", "thư điện tử", "gmail", "mail")
_EMAIL_LABEL = re.compile(rf"^(?:địa chỉ\s+)?{_LABELS}\s*[:\-]\s*|^mailto:")
_BETWEEN_ADDRESSES = re.compile(r"[;,]")
_JOINT = re.compile(r"\s*([@.])\s*")
_URL = re.compile(r"https://[^\s/<>\"]+\.[^\s<>\"]+")
_DOMAIN = r"(?:[a-z0-9](?:[a-z0-9\-]*[a-z0-9])?\.)+[a-z]{2,}"
_BARE_URL = re.compile(rf"{_DOMAIN}(?:/[^\s<>\"]*)?", re.IGNORECASE)
_AROUND_AN_ADDRESS = " .,;:()[]<>\"'"


def convert_email(cell: Cell, context: Context) -> Converted:
    """Read an e-mail address, in small letters, or a tuple of them in a column that takes many."""
    text = lines_of(cell).lower()
    if not context.field.many:
        return _address(text)
    parts = [_address(each) for each in _BETWEEN_ADDRESSES.split(text)]
    for each in parts:
        if each.value is None and each.remarks:
            return each
    found = dict.fromkeys(str(each.value) for each in parts if each.value)
    remarks = dict.fromkeys(each.code for part in parts for each in part.remarks)
    data = {"read_as": "; ".join(found)}
    return accept(tuple(found) or None, *(Remark(code, data) for code in remarks))


def convert_url(cell: Cell, context: Context) -> Converted:
    """Read one link; only https is taken, and taken to be meant where no scheme is typed."""
    del context
    text = as_text(cell).strip(" \"'<>")
    if not text:
        return accept(None)
    if _URL.fullmatch(text):
        return accept(text)
    if _BARE_URL.fullmatch(text):
        return accept(f"https://{text}", Remark("assumed_https", {"read_as": f"https://{text}"}))
    links = list(dict.fromkeys(each.rstrip(_AROUND_AN_ADDRESS) for each in _URL.findall(text)))
    return _only(links) if links and "http://" not in text else refuse("bad_url")


def _address(text: str) -> Converted:
    text = _EMAIL_LABEL.sub("", text.strip()).strip(_AROUND_AN_ADDRESS)
    if not text:
        return accept(None)
    tight = _JOINT.sub(r"\1", text)
    if _EMAIL.fullmatch(tight):
        return accept(tight)
    found = list(dict.fromkeys(each.strip(".") for each in _EMAIL.findall(text)))
    return _only(found) if found else refuse("bad_email")


def _only(found: list[str]) -> Converted:
    """Accept the only address in a text that says something else too."""
    if len(found) > 1:
        return refuse("multiple_values")
    return accept(found[0], Remark("extra_text", {"read_as": found[0]}))


def addresses_of(cell: Cell) -> tuple[str, ...]:
    """Return the e-mail addresses in a cell that was found good."""
    return tuple(dict.fromkeys(_EMAIL.findall(_JOINT.sub(r"\1", lines_of(cell).lower()))))
