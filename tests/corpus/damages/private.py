"""What identifies a person, in cells of free text: said, and copied nowhere."""

from __future__ import annotations

from tests.corpus.damages.base import Findings, damage, meant
from tests.corpus.sheets import Draft


def _in_text(draft: Draft, table: str, name: str, words: str, secret: str, code: str) -> Findings:
    """Type words with a secret into the last row of a tab; expect `code` there."""
    sheet = draft[table]
    draft.secrets.append(secret)
    text = words.format(secret)
    return meant(sheet, sheet.last, name, text, text, code)


@damage
def phone_in_a_note(draft: Draft) -> Findings:
    """A note holds a telephone number."""
    words, secret = "Gọi anh Tư {} trước một ngày", "0912 345 678"
    return _in_text(draft, "needs", "note", words, secret, "personal_phone")


@damage
def phone_in_an_activity(draft: Draft) -> Findings:
    """The result of a report holds a telephone number."""
    words, secret = "Bà con gọi {} để được hướng dẫn thêm", "0987.654.321"
    return _in_text(draft, "reports", "result", words, secret, "personal_phone")


@damage
def card_in_a_note(draft: Draft) -> Findings:
    """A note holds the number of an identity card."""
    words, secret = "CCCD {}", "072204001234"
    return _in_text(draft, "volunteers", "note", words, secret, "personal_card")


@damage
def birth_date_in_a_note(draft: Draft) -> Findings:
    """A note holds a full date of birth."""
    words, secret = "sinh ngày {}, còn nhỏ", "15/7/2005"
    return _in_text(draft, "volunteers", "note", words, secret, "personal_birth_date")


@damage
def address_in_a_note(draft: Draft) -> Findings:
    """A note holds an e-mail address."""
    words, secret = "Thư về {}", "be.tran@thu.example"
    return _in_text(draft, "volunteers", "note", words, secret, "personal_email")


@damage
def account_in_a_note(draft: Draft) -> Findings:
    """A note holds the number of a bank account."""
    words, secret = "Ủng hộ STK {} Agribank", "5700205123456"
    return _in_text(draft, "teams", "note", words, secret, "personal_account")
