"""Vietnamese text: one form, one folding in Python and in SQL, people by given name."""

import unicodedata

import pytest
from django.db import connection
from hypothesis import given
from hypothesis import strategies as st

from apps.core.text import fold, nfc, sort_key

PEOPLE = [
    "Nguyễn Văn An",
    "Lê Thị Ánh",
    "Trần Văn Ân",
    "Phạm Đức Bình",
    "Đỗ Thị Dung",
    "Vũ Đình Đạt",
    "Hồ Thị Êm",
    "Võ Thị Yến",
]


def test_people_are_sorted_by_given_name_in_vietnamese_order() -> None:
    assert sorted(PEOPLE, key=sort_key) == PEOPLE


def test_letters_weigh_before_tones_and_tones_decide_in_order() -> None:
    tones = ["Trần Ma", "Trần Mà", "Trần Mả", "Trần Mã", "Trần Má", "Trần Mạ", "Trần Man"]
    assert sorted(tones, key=sort_key) == tones


def test_same_given_name_is_ordered_by_family_name() -> None:
    assert sort_key("Đinh Văn Mẫu") > sort_key("Bùi Văn Mẫu")


@given(st.text(alphabet="aăâbcdđeêghiklmnoôơpqrstuưvxyÁẠÊỆ ", max_size=30))
def test_keys_do_not_depend_on_the_unicode_form(name: str) -> None:
    assert sort_key(name) == sort_key(unicodedata.normalize("NFD", name))
    assert fold(name) == fold(unicodedata.normalize("NFD", name))


def test_nfc_drops_what_nobody_sees() -> None:
    assert nfc("\ufeff Ca\u0300 Mau\u200b ") == "Cà Mau"


@pytest.mark.django_db
@pytest.mark.parametrize("text", [*PEOPLE, "HẬU GIANG", "Tiếp xúc cử tri", "đường Đồng Đăng", "1.200.000 đ"])
def test_sql_folds_as_python_does(text: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT folded(%s), folded(%s)", [text, unicodedata.normalize("NFD", text)])
        assert cursor.fetchone() == (fold(text), fold(text))


def test_a_zero_width_mark_keeps_no_letter_from_its_accent():
    typed = "e\u200b\u0301"
    assert nfc(typed) == "é"
    assert nfc(nfc(typed)) == nfc(typed)
