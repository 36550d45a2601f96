"""Old encodings: every letter of both tables, round trips, and that nothing which is Unicode is ever touched."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from apps.core.encodings import CODES, TCVN3, VNI, converted, decode, encode, is_syllable, recognise, recognise_all

ROOT = Path(__file__).resolve().parents[3]
BASES = "aăâeêioôơuưy"
TONES = ("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")
LOWER = [unicodedata.normalize("NFC", base + tone) for base in BASES for tone in TONES] + ["đ"]
UPPER = [letter.upper() for letter in LOWER]
UNTONED = set("AĂÂEÊIOÔƠUƯYĐ")
SENTENCES = (
    "Tiếp xúc cử tri chuyên đề trước Kỳ họp thứ bảy",
    "Văn phòng Đoàn ĐBQH tỉnh Bạc Liêu",
    "Giám sát việc giải quyết khiếu nại, tố cáo của công dân",
    "Ước thực hiện 6 tháng đầu năm; số liệu đến ngày 15/6",
    "Quỳnh Nguyễn khuỷu tay, ngoằn ngoèo, xoong, giếng, gì, quốc, yên, ý nghĩa",
)
syllables = st.sampled_from(sorted({word for text in SENTENCES for word in text.replace(",", "").split()}))


@pytest.mark.parametrize("letter", LOWER + UPPER)
def test_vni_has_every_letter(letter: str) -> None:
    assert decode(encode(letter, VNI), VNI) == letter
    assert encode(letter, VNI) == letter if letter in "AEIOUYaeiouyíìÍÌ" else encode(letter, VNI) != letter


@pytest.mark.parametrize("letter", LOWER + UPPER)
def test_tcvn3_has_every_lower_letter_and_capitals_without_a_tone(letter: str) -> None:
    expected = letter if letter in LOWER or letter in UNTONED else letter.lower()
    assert decode(encode(letter, TCVN3), TCVN3) == expected


def test_no_two_letters_share_a_code() -> None:
    for code, letters in ((TCVN3, LOWER + sorted(UNTONED)), (VNI, LOWER + UPPER)):
        assert len({encode(letter, code) for letter in letters}) == len(set(letters))


@pytest.mark.parametrize(
    ("old", "code", "text"),
    [  # as they stand in workbooks of the time
        ("V¨n phßng §oµn §BQH tØnh B¹c Liªu", TCVN3, "Văn phòng Đoàn ĐBQH tỉnh Bạc Liêu"),
        ("TiÕp xóc cö tri tr\u00adíc kú häp", TCVN3, "Tiếp xúc cử tri trước kỳ họp"),
        ("V¡N PHßNG §OµN", TCVN3, "VĂN PHÒNG ĐOÀN"),
        ("Tieáp xuùc cöû tri tröôùc kyø hoïp", VNI, "Tiếp xúc cử tri trước kỳ họp"),
        ("VAÊN PHOØNG ÑOAØN ÑBQH TÆNH", VNI, "VĂN PHÒNG ĐOÀN ĐBQH TỈNH"),
    ],
)
def test_old_texts_are_read(old: str, code: str, text: str) -> None:
    assert recognise(old) == code
    assert decode(old, code) == text
    assert converted(old) == (text, code)


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("text", SENTENCES)
def test_sentences_come_back(text: str, code: str) -> None:
    old = encode(text, code)
    assert recognise(old) == code
    assert decode(old, code).lower() == text.lower()


def test_what_reads_well_in_both_codes_is_in_doubt() -> None:
    assert recognise("coâng coâng 15/6") == ""


@settings(max_examples=150, deadline=None)
@given(st.lists(syllables, min_size=6, max_size=20), st.sampled_from(CODES))
def test_any_words_come_back(words: list[str], code: str) -> None:
    text = " ".join(words)
    old = encode(text, code)
    assert decode(old, code).lower() == text.lower()
    assert recognise(old) in {code, ""}
    assert recognise(text) == ""


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=60))
def test_whatever_is_written_twice_decoded_is_no_error(text: str) -> None:
    told = recognise(text)
    assert told in {"", *CODES}
    if not told:
        assert converted(text)[0] == text or "\n" in text


def corpus() -> list[str]:
    files = [
        ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").rglob("*.md")),
        *sorted((ROOT / "emulation_cluster" / "locale").rglob("*.po")), *sorted((ROOT / "apps").glob("*/*.py")),
        *sorted((ROOT / "apps" / "demonstration").rglob("*.py")), *sorted((ROOT / "templates").rglob("*.html")),
    ]  # fmt: skip
    return [line for file in files if file.exists() for line in file.read_text(encoding="utf-8").splitlines()]


def test_nothing_that_is_unicode_is_ever_converted() -> None:
    lines = corpus()
    assert len(lines) > 10_000
    wrong = [piece for line in lines for piece in {line, *line.split()} if recognise(piece)]
    assert wrong == []


def test_words_of_our_papers_are_syllables() -> None:
    """Otherwise the recognition would count them as evidence."""
    words = {word.strip(".,;:“”()…") for line in corpus() for word in line.split()}
    vietnamese = set("".join(LOWER)) | set("abcdghiklmnopqrstuvxy")
    letters = [word for word in words if not word.isascii() and len(word) > 1 and set(word) <= vietnamese]
    assert len(letters) > 500
    assert [word for word in letters if not is_syllable(word)] == []


@pytest.mark.parametrize(
    "text",
    [
        "5 µm", "© 2019", "café, résumé, naïve", "Müller, Straße, São Paulo", "El señor Peña", "Der Größe nach: süß",
        "«Công tác»", "25 °C × 3 ÷ 2", "½ ¼ ¾", "· muc", "Hoà, thuý, có xã nhà", "xã có ý mà là", "", "abc", "§ 5, § 6",
        "Œuvre d’été à la fenêtre", "Ação e coração", "Año, niño, mañana",
    ],
)  # fmt: skip
def test_other_languages_and_signs_stay(text: str) -> None:
    assert recognise(text) == ""
    assert converted(text) == (text, "")


@pytest.mark.parametrize("code", CODES)
def test_short_cells_follow_the_sheet_they_stand_in(code: str) -> None:
    texts = [*SENTENCES[:3], "Số", "12", "Ghi chú", "TT"]
    old = [encode(text, code) for text in texts]
    assert recognise(old[3]) == recognise(old[5]) == ""
    assert recognise_all(old) == [code, code, code, code, "", code, ""]


@pytest.mark.parametrize("code", CODES)
def test_beside_unicode_only_what_is_no_vietnamese_follows(code: str) -> None:
    old = [encode(text, code) for text in SENTENCES[:2]]
    assert recognise_all([*old, "xã", "Được", "có", encode("tỉnh", code)]) == [code, code, "", "", "", code]


def test_a_cell_without_company_stays() -> None:
    assert recognise_all(["Sè", "xã", "Hà"]) == ["", "", ""]
