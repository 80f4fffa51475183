"""UTF-8 that was read as Windows-1252 or Latin-1.

One character became two to four signs. Some of these get lost on the way: five bytes mean nothing
in Windows-1252, and a no-break space or soft hyphen is soon a space or nothing.
"""

from __future__ import annotations

import re
import unicodedata
from functools import partial
from itertools import product

from functions.tables.encodings.spelling import is_right

_BYTES = {
    sign: byte
    for byte in range(0x80, 0x100)
    for sign in {chr(byte), bytes([byte]).decode("cp1252", "ignore") or chr(byte)}
}
_NEXT = "".join(re.escape(sign) for sign, byte in _BYTES.items() if byte < 0xC0)  # noqa: PLR2004
_LEAD = re.compile(f"[ÂÃÄÅÆËÌ]|á[º»]|â[{_NEXT}]|[ïð]")
_SEQUENCE = re.compile(
    f"Ã(?!\u00a0)[{_NEXT}]|Â[\u0080-\u00bf]"  # À-ÿ and the signs of Latin-1
    "|Ä[\u0082‚\u0083ƒ\u0090\u0091‘¨©]|Å[¨©]|Æ[\u00a0¡¯°]"  # ă đ ĩ ũ ơ ư
    "|Å[“’\u00a0¡¸½¾]|Æ’|Ë[†œ]"  # letters of Windows-1252, when damaged twice
    "|Ì[\u0080€\u0081\u0082‚\u0083ƒ\u0086†\u0089‰\u009b›£]"  # tones and marks on their own
    f"|áº[\u00a0-\u00bf]|á»[{_NEXT}]"  # letters with two marks
    f"|â(?!»)[{_NEXT}]{{2}}|ï[»¼½¸][{_NEXT}]|ð[\u009fŸ][{_NEXT}]{{2}}"  # signs, pictures
)
# What may stand behind a word that ends in Ã or á by right; the last two only before another.
_BEHIND = frozenset("”’»…–—•™·\u00a0“‘")
_OPENING = "“‘"
_MOST_HOLES = 3
# Signs whose second or third byte was lost, and the Vietnamese letters they can have been.
_LOST = {"á»": "ềọỏỐờ", "Ä": "Đ", "Ã": "ÁÍÝí", "Ì": "\u0301"}
_D = re.compile("Ä\ufffd?")
_HOLE = re.compile("(á»|[ÄÃÌ])\ufffd?")
_HOLED_WORD = re.compile(
    r"(?<![^\W\d_])(?:[^\W\d_]|[\u0300-\u036f]){0,12}?(?:á»|[ÄÃÌ])"
    r"(?:[^\W\d_]|[\u0300-\u036f»\ufffd])*"
)
_LETTERS = re.compile(r"[^\W\d_]+")
_LETTERS_BEFORE = re.compile(r"[^\W\d_]+\Z")
_LOST_QUOTE = re.compile("â€\ufffd?")
_SPLIT_LETTERS = {"Ã": "à", "áº": "Ạ", "Æ": "Ơ"}
_SPLIT = re.compile(
    r"(?<![^\W\d_])([^\W\d_]{0,12}?)(Ã|áº|Æ)([\u00a0 ]|\Z)(?=((?:(?!áº)[^\W\d_ÃÆ]){0,12}))"
)
_LOST_SPACE = re.compile(r"(?<=[a-z\d])Â[ \u00a0]")


def undo(text: str) -> str:
    """Return `text` without such damage, however often it was done.

    What can also be Vietnamese in front of a quotation mark or dash is left, unless the rest of
    the text is beyond doubt. What can have been two letters stays as it is.
    """
    if not _LEAD.search(text):
        return text
    sure = any(_is_split(each) for each in _SPLIT.finditer(text))
    while any(not _may_be_typed(each) for each in _SEQUENCE.finditer(text)) or (
        sure and _SEQUENCE.search(text)
    ):
        text, sure = _SEQUENCE.sub(lambda each: _decoded(each[0]), text), True
    if sure:
        text = _D.sub("Đ", unicodedata.normalize("NFC", text))
        # What follows an Ã tells more when it is whole itself.
        for leads in ("áºÆ", "Ã"):
            text = _SPLIT.sub(partial(_joined, leads=leads), text)
    text = _LOST_QUOTE.sub("”", _LOST_SPACE.sub(" ", text))
    if not sure and ("«" in text or not ("á»" in text or "Ä" in text)):
        return text
    return _HOLED_WORD.sub(lambda each: _whole_word(each[0], sure=sure), text)


def _may_be_typed(match: re.Match[str]) -> bool:
    """Say whether a sequence can be the end of a word with punctuation behind it."""
    tail, whole = match[0][1:], match.string
    follows = whole[match.end() : match.end() + 1]
    if match[0][0] == "Ä" or not _BEHIND.issuperset(tail):
        return False
    if tail[-1] in _OPENING and not follows.isalnum():
        return False
    # A closing quotation mark needs an opening one.
    if tail[0] == "»" and whole.find("«", 0, match.start()) < 0:
        return False
    return not (follows.isalpha() and is_right(_word_around(match)))


def _word_around(match: re.Match[str]) -> str:
    """Return the word in which a sequence stands, decoded."""
    before = _LETTERS_BEFORE.search(match.string, max(0, match.start() - 16), match.start())
    after = _LETTERS.match(match.string, match.end(), match.end() + 16)
    return (before[0] if before else "") + _decoded(match[0]) + (after[0] if after else "")


def _decoded(sequence: str) -> str:
    return bytes(_BYTES[each] for each in sequence).decode()


def _is_split(match: re.Match[str]) -> bool:
    """Say whether a lead stands among small letters as no capital does, but half a letter."""
    before, lead, space, after = match.groups()
    if not is_right(before.replace("Ä", "Đ") + _SPLIT_LETTERS[lead] + after):
        return False
    if lead != "Ã":
        return lead == "áº"
    if len(before) > 1 and before[-1].islower():
        return True
    # With a single letter in front it may be somebody with the capitals locked.
    small = before.islower()
    return (after != "" and (small or after[0].islower())) or (small and space == "\u00a0")


def _joined(match: re.Match[str], leads: str) -> str:
    """Read a letter whose second half, a no-break space, may have become a space or gone."""
    before, lead, space, after = match.groups()
    if lead not in leads:
        return match[0]
    joined = before + _SPLIT_LETTERS[lead]
    if after and is_right(joined + after):
        return joined
    capitals = len(before) > 1 or len(after) > 1 or match.string.isupper()
    if lead == "Ã" and before.isupper() and capitals and not after[1:2].islower():
        return match[0]
    return joined + " " * (space == " " and after != "")


def _whole_word(word: str, *, sure: bool) -> str:
    """Put the only letters that make a word of it in the place of what was lost."""
    holes = list(_HOLE.finditer(word))
    certain = sure or (word[0] == "Ä" and len(word) > 1) or any(each[1] == "á»" for each in holes)
    if not certain or len(holes) > _MOST_HOLES or (word.isalpha() and is_right(word)):
        return word
    pieces = _HOLE.split(word)[::2]
    found = set()
    for letters in product(*(_LOST[each[1]] for each in holes)):
        whole = "".join(a + b for a, b in zip(pieces, (*letters, ""), strict=True))
        whole = unicodedata.normalize("NFC", whole)
        if is_right(whole):
            found.add(whole)
    return found.pop() if len(found) == 1 else word
