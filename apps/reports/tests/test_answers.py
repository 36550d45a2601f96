"""Value, zero, none and missing are four answers; a share is never more than the whole."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from apps.indicators.reading import Figure
from apps.reports.answers import Answers, Asked, answer_of, answers
from apps.reports.enums import Answer
from apps.reports.tests.lines import MISSING, NONE, figure, value

ASKED = (Asked("meetings"), Asked("before", "meetings"), Asked("sooner", "before"), Asked("visits"))
CODES = [each.code for each in ASKED]
SAID = st.one_of(st.none(), st.just(""), st.integers(0, 10**6))


def of_one(**said: int | str | None) -> Answers:
    return answers([1], ASKED, lambda code, _office: figure(said.get(code, "")))


def test_four_answers() -> None:
    assert [answer_of(each) for each in (value(3), value(0), NONE, MISSING)] == [
        Answer.VALUE, Answer.ZERO, Answer.NONE, Answer.MISSING,
    ]  # fmt: skip


def test_none_and_zero_are_answers_and_missing_is_not() -> None:
    for said, share in ((None, (1, 4)), (0, (1, 4)), (7, (1, 4)), ("", (0, 4))):
        found = of_one(visits=said).of_office(1)
        assert (found.answered, found.expected) == share
    assert of_one(visits=0).of_office(1).fraction == Fraction(1, 4)


def test_parts_of_nothing_are_answered_with_their_whole() -> None:
    for nothing, told in ((None, Answer.NONE), (0, Answer.ZERO)):
        found = of_one(meetings=nothing)
        assert [found.cell(1, code).answer for code in CODES] == [told, told, told, Answer.MISSING]
        assert [found.cell(1, code).with_whole for code in CODES] == [False, True, True, False]


def test_parts_of_a_number_are_asked_for() -> None:
    found = of_one(meetings=3)
    assert [found.cell(1, code).answer for code in CODES] == [Answer.VALUE, *[Answer.MISSING] * 3]
    assert [of_one(meetings=3, before=0).cell(1, code).answer for code in ("before", "sooner")] == [Answer.ZERO] * 2
    # the nearest whole that has an answer counts: three before the session are not nothing, whatever the meetings say
    assert of_one(meetings=0, before=3).cell(1, "sooner").answer == Answer.MISSING


def test_an_answer_of_its_own_wins() -> None:
    found = of_one(meetings=0, before=2)
    assert (found.cell(1, "before").answer, found.cell(1, "before").with_whole) == (Answer.VALUE, False)


def test_wholes_that_run_in_a_ring_end() -> None:
    ring = (Asked("a", "b"), Asked("b", "a"))
    found = answers([1], ring, lambda _code, _office: Figure())
    assert found.whole.answered == 0


def test_nothing_expected_has_no_share() -> None:
    assert answers([], ASKED, lambda _code, _office: Figure()).whole.fraction is None


@given(st.lists(st.dictionaries(st.sampled_from(CODES), SAID), max_size=5))
def test_completeness_is_never_above_all_and_adds_up(offices: list[dict[str, int | str | None]]) -> None:
    pks = list(range(1, len(offices) + 1))
    found = answers(pks, ASKED, lambda code, office: figure(offices[office - 1].get(code, "")))
    shares = [found.whole, *(found.of_office(pk) for pk in pks), *(found.of_indicator(code) for code in CODES)]
    for share in shares:
        assert 0 <= share.answered <= share.expected
        assert share.fraction is None or 0 <= share.fraction <= 1
        assert share.missing == share.expected - share.answered
    assert found.whole.answered == sum(found.of_office(pk).answered for pk in pks)
    assert found.whole.answered == sum(found.of_indicator(code).answered for code in CODES)


@given(st.dictionaries(st.sampled_from(CODES), SAID), st.sampled_from(CODES), st.one_of(st.none(), st.integers(0, 99)))
def test_answering_what_was_missing_never_lowers_it(
    said: dict[str, int | str | None], code: str, told: int | None
) -> None:
    before = of_one(**said).of_office(1)
    if of_one(**said).cell(1, code).is_answered:
        return  # what was answered with its whole and gets a number of its own may ask for parts
    after = of_one(**{**said, code: told}).of_office(1)
    assert after.answered > before.answered
    assert after.expected == before.expected
