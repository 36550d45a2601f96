from datetime import date

import pytest
from django import forms
from django.core.exceptions import ValidationError
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from apps.core.forms import VietnameseDateField, VietnameseIntegerField, day_of, whole_number
from apps.core.words import number


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("1.200.000", 1_200_000),
        ("1,200,000", 1_200_000),
        ("1 200 000", 1_200_000),
        ("1\u00a0200", 1200),
        (" 86 ", 86),
        ("-3", -3),
        ("1.5", None),
        ("12.34", None),
        ("1.2000", None),
        ("1.200,000", None),  # two marks: nobody can say which one groups
        ("mười hai", None),
        ("", None),
        ("=1+1", None),
    ],
)
def test_whole_numbers_as_offices_write_them(written, read):
    assert whole_number(written) == read


@given(st.integers(min_value=-(10**15), max_value=10**15))
def test_what_we_write_we_read(value):
    assert whole_number(number(value, language="vi")) == value


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("05/07/2019", date(2019, 7, 5)),
        ("5-7-2019", date(2019, 7, 5)),
        ("5.7.2019", date(2019, 7, 5)),
        ("2019-07-05", date(2019, 7, 5)),
        ("29/02/2020", date(2020, 2, 29)),
        ("29/02/2019", None),
        ("31/06/2019", None),
        ("07/2019", None),
        ("5/7/19", None),  # a year of two digits is a guess
    ],
)
def test_days_as_offices_write_them(written, read):
    assert day_of(written) == read


@pytest.mark.parametrize(
    ("field", "written", "code", "named"),
    [
        (VietnameseIntegerField(), "mười hai", "invalid", "mười hai"),
        (VietnameseIntegerField(), "-3", "too_small", "-3"),
        (VietnameseIntegerField(max_value=1000), "1.001", "too_large", "1.001"),
        (VietnameseIntegerField(), "", "required", "1.200.000"),
        (VietnameseIntegerField(), "99999999999999999999", "too_large", "9.223.372.036.854.775.807"),
        (VietnameseDateField(), "31/06/2019", "no_such_day", "31/06/2019"),
        (VietnameseDateField(), "tháng sáu", "invalid", "tháng sáu"),
        (VietnameseDateField(min_value=date(2019, 1, 1)), "31/12/2018", "too_early", "01/01/2019"),
        (VietnameseDateField(max_value=date(2019, 6, 30)), "05/07/2019", "too_late", "30/06/2019"),
    ],
)
def test_a_refusal_names_the_value_and_what_was_expected(field, written, code, named):
    with pytest.raises(ValidationError) as refusal:
        field.clean(written)
    assert refusal.value.error_list[0].code == code
    assert named in " ".join(refusal.value.messages)


def test_an_empty_optional_field_is_nothing_not_zero():
    assert VietnameseIntegerField(required=False).clean("  ") is None
    assert VietnameseIntegerField(required=False).clean("0") == 0
    assert VietnameseDateField(required=False).clean("") is None


def test_grouping_alone_is_no_change():
    assert not VietnameseIntegerField().has_changed(1200, "1.200")
    assert VietnameseIntegerField().has_changed(1200, "1.201")
    assert not VietnameseDateField().has_changed(date(2019, 7, 5), "5/7/2019")


def test_choices_begin_with_a_capital_and_an_open_one_says_so_in_words():
    class Form(forms.Form):
        kind = forms.ChoiceField(choices=[("", "---------"), ("a", "hội nghị"), ("b", "Cà Mau")], required=False)

    with translation.override("vi"):
        drawn = str(Form({"kind": "a"})["kind"])
    assert '<option value="">Chưa chọn</option>' in drawn
    assert '<option value="a" selected>Hội nghị</option>' in drawn
    assert '<option value="b">Cà Mau</option>' in drawn
