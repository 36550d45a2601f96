"""Text in the Vietnamese encodings that came before Unicode, recognised and turned into Unicode. Pure.

TCVN3 ("ABC", the fonts .VnTime …) and VNI (VNI-Times …) are 8-bit codes. Their bytes stand in old workbooks as the
Latin-1 characters of the same number: “Văn phòng” looks like “V¨n phßng” or “Vaên phoøng”. Sources: TCVN 5712:1993,
table VN3, whose letters stand where glibc's TCVN5712-1 has them (lower case and seven capitals without a tone; the
fonts .Vn…H draw lower codes as capitals); VNI Windows as VNI Software's fonts draw it: the letter, then a mark.

Recognising: a word that is no Vietnamese syllable as it stands and is one once decoded is evidence. Text with a letter
that only Unicode has (ă, đ, ơ, ư, ạ …) is never touched.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

_TCVN3 = dict(zip(
    "µ¶·¸¹¨»¼½¾Æ©ÇÈÉÊË®ÌÎÏÐÑªÒÓÔÕÖ×ØÜÝÞßáâãä«åæçèé¬êëìíîïñòóô\u00adõö÷øùúûüýþ¡¢£¤¥¦§",
    "àảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵĂÂÊÔƠƯĐ",
    strict=True,
))  # fmt: skip
_VNI_MARKS = {  # letter: (mark, what letter and mark are)
    "a": zip("ùøûõïâáàåãäêéèúüë", "áàảãạâấầẩẫậăắằẳẵặ", strict=True),
    "e": zip("ùøûõïâáàåãä", "éèẻẽẹêếềểễệ", strict=True),
    "o": zip("ùøûõïâáàåãä", "óòỏõọôốồổỗộ", strict=True),
    "ô": zip("ùøûõï", "ớờởỡợ", strict=True),
    "u": zip("ùøûõï", "úùủũụ", strict=True),
    "ö": zip("ùøûõï", "ứừửữự", strict=True),
    "y": zip("ùøûõ", "ýỳỷỹ", strict=True),
}
_VNI_SINGLE = dict(zip("íìæóòôöîñ", "íìỉĩịơưỵđ", strict=True))


def _both_cases(lower: dict[str, str]) -> dict[str, str]:
    mixed = {key[0].upper() + key[1:]: value.upper() for key, value in lower.items()}  # “Aù”, capital and lower mark
    return lower | mixed | {key.upper(): value.upper() for key, value in lower.items()}


_VNI = _both_cases({base + mark: letter for base, marks in _VNI_MARKS.items() for mark, letter in marks} | _VNI_SINGLE)
_VNI_AT = re.compile("|".join(sorted(map(re.escape, _VNI), key=len, reverse=True)))
_WORD = re.compile(r"[^\s0-9!-/:-@\[-`{-~–—“”‘’…]+")

TCVN3, VNI = "TCVN3", "VNI"
CODES = (TCVN3, VNI)


def _capitals(before: str, after: str) -> str:
    """In the fonts .Vn…H capitals with a tone are lower codes: a word of capitals is one of capitals altogether."""
    plain = [char for char in before if char.isascii() and char.isalpha()]
    return after.upper() if len(plain) > 1 and all(char.isupper() for char in plain) else after


def decode(text: str, code: str) -> str:
    """The text as Unicode; characters that the code does not have stay as they are."""
    if code == VNI:
        return _VNI_AT.sub(lambda match: _VNI[match[0]], text)
    return _WORD.sub(
        lambda match: _capitals(match[0], "".join(_TCVN3.get(char, char) for char in match[0])), text
    )  # fmt: skip


def encode(text: str, code: str) -> str:
    """The other way, for tests and samples: TCVN3 has no capitals with a tone, which come back as lower letters."""
    if code == VNI:
        table = {letter: key for key, letter in reversed(_VNI.items())}
        return "".join(table.get(char, char) for char in unicodedata.normalize("NFC", text))
    back = {letter: key for key, letter in _TCVN3.items()}
    return "".join(back.get(char, back.get(char.lower(), char)) for char in unicodedata.normalize("NFC", text))


# What a Vietnamese syllable is ---------------------------------------------------------------------------------------
_ONSETS = (
    "", "b", "c", "ch", "d", "đ", "g", "gh", "gi", "h", "k", "kh", "l", "m", "n", "ng", "ngh", "nh", "p", "ph", "qu",
    "r", "s", "t", "th", "tr", "v", "x",
)  # fmt: skip
_RIME_WORDS = (
    "a ac ach ai am an ang anh ao ap at au ay ă ăc ăm ăn ăng ăp ăt â âc âm ân âng âp ât âu ây e ec em en eng eo ep et "
    "ê êch êm ên ênh êp êt êu êng i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu iê yêc yêm yên yêng yêt "
    "yêu yê o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong "
    "oong ooc op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u ua uân uâng uât uây uâ uê uêch uên uênh uêt ui um un "
    "ung uc uôc uôi uôm uôn uông uôp uôt uô uơ up ut uy uya uych uyên uyêt uynh uyt uyu uyn uyp ư ưa ưc ưi ưm ưng ươc "
    "ươi ươm ươn ương ươp ươt ươu ưt ưu ươ y"
)
_RIMES = frozenset(_RIME_WORDS.split())
_STOPS = ("c", "ch", "p", "t")
_TONES = "\u0300\u0309\u0303\u0301\u0323"


@lru_cache(maxsize=20_000)
def is_syllable(word: str) -> bool:
    """Whether a word could be Vietnamese: one tone at most, an onset, a rime; a stop takes sắc or nặng only."""
    bare, tones = "", []
    for char in unicodedata.normalize("NFD", word.lower()):
        if char in _TONES:
            tones.append(char)
        else:
            bare += char
    bare = unicodedata.normalize("NFC", bare)
    if len(tones) > 1:
        return False
    for onset in _ONSETS:
        rime = bare[len(onset) :]
        if bare.startswith(onset) and (rime in _RIMES or (onset == "gi" and not rime)):
            if onset == "" and rime == "y" and not tones:
                return True
            return not (tones and rime.endswith(_STOPS) and tones[0] not in "\u0301\u0323")
    return False


# Recognising ---------------------------------------------------------------------------------------------------------
_BEYOND = re.compile("[\u0100-\u1eff]")


def _is_unicode_only(text: str) -> bool:
    """Holds a letter that neither of the old codes could have written."""
    return _BEYOND.search(text) is not None


@dataclass(frozen=True)
class Weight:
    """What decoding makes of a text: words that become syllables and were none, words that are spoilt by it."""

    gained: int = 0
    spoilt: int = 0
    kept: int = 0


def weigh(text: str, code: str) -> Weight:
    gained = spoilt = kept = 0
    for word in _WORD.findall(text):
        if word.isascii() or len(word) < 2:
            continue
        after = decode(word, code)
        before_is, after_is = is_syllable(word), is_syllable(after)
        if not after_is and not before_is and after.isupper():  # an abbreviation, ĐBQH
            continue
        if not after_is or (after == word and not before_is):
            spoilt += 1
        elif before_is:
            kept += 1
        elif any(char.isascii() and char.isalpha() for char in word):
            gained += 1
    return Weight(gained, spoilt, kept)


def recognise(text: str) -> str:
    """The code in which a text by itself is written: "TCVN3", "VNI", or "" for Unicode and for whatever is in doubt."""
    if text.isascii() or _is_unicode_only(text):
        return ""
    found = {code: weigh(text, code) for code in CODES}
    ranks = {code: (weight.gained - 3 * weight.spoilt, weight.kept) for code, weight in found.items()}
    best, other = sorted(CODES, key=lambda code: ranks[code], reverse=True)
    if ranks[best] == ranks[other]:  # it reads as well in the one as in the other
        return ""
    weight = found[best]
    return best if weight.gained >= 2 and weight.spoilt * 5 <= weight.gained else ""


def recognise_all(texts: Iterable[str]) -> list[str]:
    """The code of each of many texts that came together, a sheet's cells or a paste's lines.

    Where several are plainly in one code and none can only be Unicode, short ones that alone would be in doubt (“Sè”
    for “Số”) follow them; beside Unicode only those do that are no Vietnamese as they stand.
    """
    texts = list(texts)
    codes = [recognise(text) for text in texts]
    plain = {code: codes.count(code) for code in CODES}
    main = max(CODES, key=lambda code: plain[code])
    if plain[main] < 2 or any(plain[code] for code in CODES if code != main):
        return codes
    mixed = any(_is_unicode_only(text) for text in texts)
    return [code or (main if _follows(text, main, mixed) else "") for text, code in zip(texts, codes, strict=True)]


def _follows(text: str, code: str, mixed: bool) -> bool:
    if text.isascii() or _is_unicode_only(text) or decode(text, code) == text:
        return False
    weight = weigh(text, code)
    return not weight.spoilt and (weight.gained > 0 or (not mixed and weight.kept > 0))


def converted(text: str) -> tuple[str, str]:
    """(the text as Unicode, the code it was in): line by line, for what is pasted."""
    lines = text.split("\n")
    codes = recognise_all(lines)
    told = next((code for code in codes if code), "")
    return "\n".join(decode(line, code) if code else line for line, code in zip(lines, codes, strict=True)), told
