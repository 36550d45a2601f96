"""What a pledge says in words, on screen and on paper, and what changed between two versions."""

from __future__ import annotations

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from apps.indicators.enums import Aggregation
from apps.indicators.models import Indicator
from apps.pledges.enums import Comparison
from apps.pledges.promised import Change, Promise, Said, changes, fault, level_on_paper, level_words, rate_of

MEETINGS = Indicator(pk=1, code="voter_meetings", name="Tiếp xúc cử tri", unit="cuộc", aggregation=Aggregation.COUNT)
RATE = Indicator(pk=2, code="registration", name="Tỷ lệ đăng ký", unit="%", aggregation=Aggregation.RATIO)
STAFF = Indicator(pk=3, code="headcount", name="Biên chế", unit="người", aggregation=Aggregation.AS_OF)


def meetings(value: int, comparison: str = Comparison.AT_LEAST) -> Promise:
    return Promise("Tiếp xúc cử tri", MEETINGS, comparison, value)


def rate(numerator: int, denominator: int = 100) -> Promise:
    return Promise("Tỷ lệ đăng ký", RATE, Comparison.PERCENTAGE, None, numerator, denominator)


@pytest.mark.parametrize(
    ("promise", "paper", "vietnamese", "english"),
    [
        (meetings(5), "ít nhất 05 cuộc", "ít nhất 5 cuộc", "at least 5 cuộc"),
        (meetings(1200), "ít nhất 1.200 cuộc", "ít nhất 1.200 cuộc", "at least 1,200 cuộc"),
        (meetings(12, Comparison.AT_MOST), "không quá 12 cuộc", "không quá 12 cuộc", "at most 12 cuộc"),
        (meetings(0, Comparison.EXACTLY), "0 cuộc", "đúng 0 cuộc", "exactly 0 cuộc"),
        (rate(100), "đạt 100%", "đạt tỷ lệ từ 100% trở lên", "a rate of 100% or more"),
        (rate(975, 1000), "đạt từ 97,5% trở lên", "đạt tỷ lệ từ 97,5% trở lên", "a rate of 97.5% or more"),
        (Promise("Không có đơn thư quá hạn"), "", "", ""),
    ],
)
def test_a_level_in_words(promise: Promise, paper: str, vietnamese: str, english: str) -> None:
    with translation.override("en"):
        assert (level_on_paper(promise), level_words(promise)) == (paper, english)
    with translation.override("vi"):
        assert (level_on_paper(promise), level_words(promise)) == (paper, vietnamese)


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("100", (100, 100)), ("100%", (100, 100)), (" 97,5 % ", (975, 1000)), ("97.25", (9725, 10000)), ("0", (0, 100)),
        ("100,1", None), ("101", None), ("-1", None), ("", None), ("x", None), ("1e2", None), ("97,555", None),
        ("5,", (5, 100)), (",5", None), ("²", None), ("9,²", None),
    ],
)  # fmt: skip
def test_a_rate_as_it_is_typed(written: str, found: tuple[int, int] | None) -> None:
    assert rate_of(written) == found


@given(st.text())
def test_whatever_is_typed_is_a_rate_or_none(written: str) -> None:
    found = rate_of(written)
    assert found is None or 0 <= found[0] <= found[1]


@pytest.mark.parametrize(
    ("promise", "field"),
    [
        (Promise(""), "text"),
        (Promise("x", None, Comparison.AT_LEAST, 3), "indicator"),
        (Promise("x", RATE, Comparison.AT_LEAST, 3), "comparison"),
        (Promise("x", MEETINGS, Comparison.PERCENTAGE, None, 1, 2), "comparison"),
        (Promise("x", MEETINGS, "", 2), "comparison"),
        (Promise("x", MEETINGS, Comparison.AT_LEAST), "level"),
        (Promise("x", RATE, Comparison.PERCENTAGE), "level"),
    ],
)
def test_what_is_wrong_with_a_target(promise: Promise, field: str) -> None:
    found = fault(promise)
    assert found is not None
    assert found[0] == field


@pytest.mark.parametrize("promise", [Promise("x"), meetings(3), meetings(0, Comparison.EXACTLY), rate(98)])
def test_nothing_is_wrong(promise: Promise) -> None:
    assert fault(promise) is None


def test_stocks_and_rates_do_not_grow() -> None:
    grows = [
        each.goal.grows for each in (meetings(3), rate(98), Promise("x", STAFF, Comparison.AT_LEAST, 3)) if each.goal
    ]
    assert grows == [True, False, False]
    assert Promise("x").goal is None


def test_what_changed() -> None:
    before = Said("Hưởng ứng.", ("Một.", "Hai.", "Ba."), (meetings(5), rate(100), Promise("Không quá hạn")))
    after = Said("Hưởng ứng.", ("Một.", "Hai, sửa.", "Ba.", "Bốn."), (rate(100), meetings(7), Promise("Đúng hạn")))
    with translation.override("vi"):
        assert changes(before, after) == [
            Change("content", "Hai.", "Hai, sửa."),
            Change("content", "", "Bốn."),
            Change("target", "Tiếp xúc cử tri: ít nhất 5 cuộc", "Tiếp xúc cử tri: ít nhất 7 cuộc"),
            Change("target", "Không quá hạn", ""),
            Change("target", "", "Đúng hạn"),
        ]


def test_two_targets_on_one_indicator_are_told_apart() -> None:
    both = (meetings(5), meetings(9, Comparison.AT_MOST))
    assert changes(Said(targets=both), Said(targets=both)) == []
    assert len(changes(Said(targets=both), Said(targets=both[:1]))) == 1


lines = st.lists(st.sampled_from(["Một.", "Hai.", "Ba.", "Bốn."]), max_size=6).map(tuple)
promises = st.lists(st.builds(meetings, st.integers(0, 3)) | st.builds(Promise, st.sampled_from("xyz")), max_size=4)
said = st.builds(Said, st.sampled_from(["", "Mở đầu."]), lines, promises.map(tuple))


@given(said)
def test_what_is_the_same_has_not_changed(one: Said) -> None:
    assert changes(one, one) == []


@given(said, said)
def test_changes_say_what_came_and_what_went(before: Said, after: Said) -> None:
    found = changes(before, after)
    for change in found:
        assert change.before != change.after
    net = sum((change.part == "content") * (bool(change.after) - bool(change.before)) for change in found)
    assert net == len(after.contents) - len(before.contents)
    assert (before.contents != after.contents) is any(change.part == "content" for change in found)
