"""Numbers, days, names and choices as offices type them. No database."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apps.activities.imports import values, words
from apps.activities.imports.faults import Problem
from apps.activities.imports.owners import OWN, Owner, Owners, province
from apps.activities.imports.values import Dash
from apps.files.workbooks.book import Cell, letter


def text(value: str) -> Cell:
    return Cell("s", value)


def refused(read, *args, **kwargs) -> str:
    with pytest.raises(Problem) as caught:
        read(*args, **kwargs)
    return caught.value.code


def grouped(number: int, mark: str) -> str:
    return f"{number:,}".replace(",", mark)


# Numbers -------------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("2.810", 2810), ("1.200.000", 1_200_000), ("1 200 000", 1_200_000), ("1\u00a0200", 1200), ("0", 0), ("05", 5),
        ("1,200,000", 1_200_000), (" 12 ", 12), ("-", Dash.NONE), ("–", Dash.NONE), ("—", Dash.NONE),
        (" - ", Dash.NONE),
    ],
)  # fmt: skip
def test_numbers_as_typed(typed: str, value: int | Dash) -> None:
    assert values.whole_number(text(typed)) == value


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("1,5", "fraction"), ("1.5", "fraction"), ("1,200", "fraction"), ("1.200,50", "fraction"), ("-3", "negative"),
        ("−3", "negative"), ("-1,5", "negative"), ("khoảng 10", "not_a_number"), ("12 người", "not_a_number"),
        ("1.20.000", "not_a_number"), ("١٢", "not_a_number"), ("1e3", "not_a_number"), ("99.999.999.999", "too_big"),
        ("²", "not_a_number"), ("12-15", "not_a_number"),
    ],
)  # fmt: skip
def test_what_is_no_count_is_refused(typed: str, code: str) -> None:
    assert refused(values.whole_number, text(typed)) == code


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        (Cell("n", 1.5), "fraction"), (Cell("n", -2), "negative"), (Cell("b", True), "not_a_number"),
        (Cell("d", date(2019, 1, 1)), "not_a_number"), (Cell("f", ""), "formula"), (Cell("e", "#REF!"), "error_cell"),
    ],
)  # fmt: skip
def test_cells_that_are_no_count_are_refused(cell: Cell, code: str) -> None:
    assert refused(values.whole_number, cell) == code


def test_blank_is_unknown_not_zero() -> None:
    assert values.whole_number(None) is None
    assert values.whole_number(Cell("n", 0)) == 0


@pytest.mark.parametrize("typed", ["1.200.000 đồng", "1.200.000đ", "1.200.000 VNĐ", "1200000"])
def test_money_may_name_its_unit(typed: str) -> None:
    assert values.whole_number(text(typed), money=True) == 1_200_000


@given(st.integers(min_value=0, max_value=2_000_000_000), st.sampled_from([".", " ", "\u00a0", "\u202f"]))
def test_a_number_written_in_groups_is_read_back(number: int, mark: str) -> None:
    assert values.whole_number(text(grouped(number, mark))) == number
    assert values.whole_number(text(str(number))) == number
    assert values.whole_number(Cell("n", float(number))) == number


@given(st.integers(min_value=1, max_value=2_000_000_000), st.sampled_from(["-", "–", "−"]))
def test_no_negative_number_passes(number: int, sign: str) -> None:
    assert refused(values.whole_number, text(f"{sign}{number}")) == "negative"
    assert refused(values.whole_number, Cell("n", -number)) == "negative"


@given(st.text(max_size=12))
def test_whatever_is_typed_gives_a_count_none_or_a_named_problem(typed: str) -> None:
    found: int | Dash | None = None
    code = ""
    try:
        found = values.whole_number(text(typed))
    except Problem as problem:
        code = problem.code
    assert code in {"", "not_a_number", "fraction", "negative", "too_big"}
    assert code or found is Dash.NONE or (isinstance(found, int) and found >= 0)


# Days ----------------------------------------------------------------------------------------------------------------
@given(st.dates(min_value=date(1946, 1, 1), max_value=date(2100, 12, 31)), st.sampled_from("/-."))
def test_a_day_is_read_back_however_it_is_written(day: date, mark: str) -> None:
    assert values.day(text(f"{day.day:02d}{mark}{day.month:02d}{mark}{day.year}")) == day
    assert values.day(text(f"{day.day}{mark}{day.month}{mark}{day.year}")) == day
    assert values.day(text(day.isoformat())) == day
    assert values.day(Cell("d", day)) == day


@pytest.mark.parametrize(
    "typed",
    ["31/06/2019", "30/02/2019", "2019", "21/3", "13/13/2019", "tháng 3", "21/3/19", "00/01/2019", "05/07/0219"],
)
def test_a_day_that_is_none_is_refused(typed: str) -> None:
    assert refused(values.day, text(typed)) == "not_a_day"


def test_a_number_is_no_day() -> None:
    assert refused(values.day, Cell("n", 43545)) == "not_a_day"


# Names ---------------------------------------------------------------------------------------------------------------
OWNERS = Owners(
    [
        Owner(1, "Văn phòng Đoàn ĐBQH tỉnh Cà Mau", ("Cà Mau",)),
        Owner(2, "Văn phòng Đoàn ĐBQH tỉnh Kiên Giang", ("Kiên Giang",)),
        Owner(3, "Văn phòng Đoàn ĐBQH thành phố Cần Thơ", ("Cần Thơ",)),
        Owner(6, "Văn phòng Đoàn ĐBQH tỉnh Hậu Giang", ("Hậu Giang", "Văn phòng Đoàn ĐBQH và HĐND tỉnh Hậu Giang")),
        Owner(OWN, "Cụm thi đua số 9", ("Cụm thi đua số 9 các tỉnh, thành phố miền Tây",)),
    ]
)


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("Văn phòng Đoàn ĐBQH tỉnh Kiên Giang", 2), ("VP Đoàn ĐBQH Kiên Giang", 2),
        ("VĂN PHÒNG ĐOÀN ĐBQH TỈNH KIÊN GIANG", 2),
        ("van phong doan dbqh tinh kien giang", 2), ("Kiên Giang", 2), ("Đoàn đại biểu Quốc hội tỉnh Kiên Giang", 2),
        ("VP. Đoàn ĐBQH TP. Cần Thơ", 3), ("VP Đoàn ĐBQH TP Cần Thơ", 3), ("Tp.Cần Thơ", 3), ("Cần  Thơ ", 3),
        ("Văn phòng Đoàn ĐBQH và HĐND tỉnh Hậu Giang", 6), ("T. Cà Mau", 1), ("Cụm thi đua số 9", OWN),
        ("Cụm", OWN), ("CỤM THI ĐUA SỐ 9 các tỉnh, thành phố miền Tây", OWN), ("Hoạt động chung của Cụm", OWN),
    ],
)  # fmt: skip
def test_an_office_is_known_by_all_its_names(written: str, key: int) -> None:
    assert OWNERS.find(written) == key


def test_a_near_name_is_suggested_and_a_strange_one_answered_with_all() -> None:
    with pytest.raises(Problem) as near:
        OWNERS.find("Văn phòng Đoàn ĐBQH tỉnh Kiên Gian")
    assert near.value.params == {"near": "Văn phòng Đoàn ĐBQH tỉnh Kiên Giang"}
    with pytest.raises(Problem) as strange:
        OWNERS.find("Sở Tài chính")
    assert strange.value.code == "unknown_office"
    assert "Cụm thi đua số 9" in strange.value.params["allowed"]


def test_the_cluster_owns_no_row_of_a_form() -> None:
    assert refused(OWNERS.find, "Cụm thi đua số 9", cluster=False).startswith("unknown_office")


def test_the_province_is_what_tells_offices_apart() -> None:
    assert province("VP Đoàn ĐBQH & HĐND tỉnh Sóc Trăng") == "soc trang"
    assert province("Văn phòng") == ""


# Choices -------------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("written", "phase", "session"),
    [
        ("Trước Kỳ họp thứ 7", "before", 7), ("SAU KỲ HỌP THỨ 7", "after", 7), ("sau kỳ họp thứ bảy", "after", 7),
        ("Trước kỳ họp", "before", None), ("Trước Kỳ họp thứ mười một", "before", 11), ("Ngoài kỳ họp", "other", None),
        ("Sau kỳ họp thứ 7, Quốc hội khóa XIV", "after", 7),
    ],
)  # fmt: skip
def test_phases(written: str, phase: str, session: int | None) -> None:
    assert words.phase(written) == words.Phase(phase, session)


@pytest.mark.parametrize(
    ("written", "phase", "session"),
    [
        ("Trước Kỳ họp bất thường lần thứ 9", "before", 9), ("sau kỳ họp bất thường thứ nhất", "after", 1),
        ("Sau kỳ họp bất thường", "after", None), ("TRƯỚC KỲ HỌP LẦN THỨ 2 (BẤT THƯỜNG)", "before", 2),
    ],
)  # fmt: skip
def test_phases_of_an_extraordinary_session(written: str, phase: str, session: int | None) -> None:
    assert words.phase(written) == words.Phase(phase, session, "extraordinary")


@pytest.mark.parametrize("written", ["Kỳ họp thứ 7", "Trong kỳ họp", "Trước Kỳ họp thứ mấy", "Kỳ họp bất thường"])
def test_a_phase_that_says_too_little_is_refused(written: str) -> None:
    assert refused(words.phase, written) == "unknown_phase"


def test_every_choice_reads_what_it_writes() -> None:
    for name, spellings in words.CHOICES.items():
        for value, written in spellings.items():
            assert {words.choice(name, word) for word in written} == {value}
            assert words.choice(name, words.written(name, value).upper()) == value


def test_an_unknown_word_is_answered_with_the_allowed_ones() -> None:
    with pytest.raises(Problem) as caught:
        words.choice("method", "Điện thoại")
    assert "“Góp ý bằng văn bản”" in caught.value.params["allowed"]


def test_letters_of_columns() -> None:
    assert [letter(column) for column in (0, 25, 26, 701, 702)] == ["A", "Z", "AA", "ZZ", "AAA"]
