"""Vietnamese text: one normal form, a folding for search, and a key that sorts people by given name."""

import unicodedata
from functools import lru_cache

_LETTERS = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_CODES = {letter: f"{place:02d}" for place, letter in enumerate(_LETTERS, start=20)}
_TONES = {"\u0300": "1", "\u0309": "2", "\u0303": "3", "\u0301": "4", "\u0323": "5"}  # huyền, hỏi, ngã, sắc, nặng


def nfc(text: str) -> str:
    """The one form in which text is stored: composed Unicode, no zero-width marks, no blanks around."""
    if text.isascii():
        return text.strip()
    # Zero-width marks go first: between a letter and its accent they would keep the two apart.
    return unicodedata.normalize("NFC", text.replace("\u200b", "").replace("\ufeff", "").replace("\u00a0", " ")).strip()


@lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """Lower case without accents, đ as d, blanks single: what search compares. Same as SQL `folded()`."""
    decomposed = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return " ".join("".join(char for char in decomposed if not unicodedata.combining(char)).split())


def _word_key(word: str) -> tuple[str, str]:
    letters, tones = "", ""
    for char in unicodedata.normalize("NFC", word.lower()):
        tone = "0"
        bare = ""
        for part in unicodedata.normalize("NFD", char):
            if part in _TONES:
                tone = _TONES[part]
            else:
                bare += part
        bare = unicodedata.normalize("NFC", bare)
        letters += _CODES.get(bare, "10" + bare if bare.isdigit() else "11")
        tones += tone
    return letters, tones


def sort_key(name: str) -> str:
    """ASCII key of a person's name: given name (last word) first, then family and middle names, Vietnamese alphabet.

    Letters weigh before tones (a ă â b c d đ …; ngang huyền hỏi ngã sắc nặng). Compare under the C collation.
    """
    words = nfc(name).split()
    if not words:
        return ""
    keys = [_word_key(word) for word in [words[-1], *words[:-1]]]
    return " ".join(letters for letters, _ in keys) + "!" + " ".join(tones for _, tones in keys)
