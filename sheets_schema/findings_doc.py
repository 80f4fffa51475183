"""Writes the list of all findings: `python -m sheets_schema.findings_doc docs/findings.md`.

It is for officers and for whoever helps them, so it is in Vietnamese and follows the catalogue,
part by part. A test holds the file against the catalogue, so it cannot go stale.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from sheets_schema.model import FindingKind, Schema
from sheets_schema.schema import load

_INTRODUCTION = """# Các vấn đề hệ thống có thể nêu

Tra theo «Mã lỗi» ở tab «{tab}». Một mã có thể có vài trường hợp, mỗi trường hợp một dòng.
Chỗ «…» là nội dung hệ thống điền vào, như giá trị đang có trong ô.

{severities}

Cảnh báo hay gợi ý mà đúng như vậy thì ghi «đúng, vì …» ở cột «{explanation}» của dòng: hệ thống
không nhắc nữa, cho đến khi giá trị đổi. Lỗi thì phải sửa."""

_BLANK = re.compile(r"\{\w+\}")


def document(schema: Schema) -> str:
    """Return the whole document."""
    return "\n".join(_lines(schema)) + "\n"


def _lines(schema: Schema) -> Iterator[str]:
    findings, labels = schema.table("unit", "findings"), schema.lists["severity"]
    yield _INTRODUCTION.format(
        tab=findings.title,
        severities=findings.field("severity").description,
        explanation=schema.table("unit", "needs").field("explanation").title,
    )
    for group, kinds in groupby(schema.findings.values(), key=lambda each: each.group):
        yield f"\n## {group}\n"
        yield "| Mã lỗi | Mức độ | Tên | Vấn đề | Cần nhập |"
        yield "|---|---|---|---|---|"
        for each in kinds:
            yield _row(each, labels.label(each.severity))


def _row(kind: FindingKind, severity: str) -> str:
    words = (kind.title, _shown(kind.problem), _shown(kind.advice))
    return f"| `{kind.support_code}` | {severity} | {' | '.join(words)} |"


def _shown(template: str) -> str:
    """Return a sentence as the reader of a table sees it, its blanks left open."""
    # A blank right after a full stop is a sentence of its own, which brings its own space.
    return _BLANK.sub("…", template.replace(".{", ". {")).replace("|", "\\|")


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(document(load()), encoding="utf-8")
