"""What records and statements of one owner give together: tables and properties of the pure part."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apps.indicators.enums import Aggregation, FigureState, Origin
from apps.indicators.reading import Figure, Window
from apps.indicators.reading.figures import OWN_LINE, add, combine, divide
from apps.indicators.sources import Statement

H1 = Window(date(2019, 1, 1), date(2019, 6, 30))
H2 = Window(date(2019, 7, 1), date(2019, 12, 31))
YEAR = Window(date(2019, 1, 1), date(2019, 12, 31))
COUNT, DISTINCT, AS_OF = Aggregation.COUNT, Aggregation.DISTINCT, Aggregation.AS_OF


def said(pk: int, span: Window, value: int | None) -> Statement:
    return Statement(pk, 1, 1, span.starts_on, span.ends_on, value, "actual")


def test_a_stated_half_and_a_counted_half_make_the_year() -> None:
    records = {H1: None, H2: 5, YEAR: 5}
    year = combine(COUNT, YEAR, records, [said(1, H1, 7)])
    assert (year.value, year.origin, year.difference, year.used) == (12, Origin.MIXED, None, (1,))


def test_a_difference_of_one_half_is_the_difference_of_the_year() -> None:
    records = {H1: 12, H2: 13, YEAR: 25}
    year = combine(COUNT, YEAR, records, [said(1, H1, 13)])
    assert (year.value, year.difference, year.overruled) == (25, 1, (1,))
    assert combine(COUNT, H2, records, [said(1, H1, 13)]).difference is None


def test_none_where_records_say_otherwise_is_a_difference() -> None:
    assert combine(COUNT, H1, {H1: 3}, [said(1, H1, None)]).difference == -3


@pytest.mark.parametrize(
    ("records", "statements", "state", "value"),
    [
        ({}, [], FigureState.MISSING, None),
        ({}, [said(1, H1, None)], FigureState.NONE, None),
        ({}, [said(1, H1, 0)], FigureState.VALUE, 0),
        ({H1: 0}, [], FigureState.VALUE, 0),
        ({}, [said(1, YEAR, 4)], FigureState.MISSING, None),  # its span is not within the half
    ],
)
def test_states(
    records: dict[Window, int | None], statements: list[Statement], state: FigureState, value: int | None
) -> None:
    figure = combine(COUNT, H1, records, statements)
    assert (figure.state, figure.value) == (state, value)


def test_different_values_are_never_added_up() -> None:
    two = [said(1, H1, 3), said(2, H2, 4)]
    assert combine(DISTINCT, YEAR, {}, two).is_missing
    assert combine(DISTINCT, YEAR, {}, two[:1]).value == 3
    assert combine(DISTINCT, YEAR, {YEAR: 5, H1: 2, H2: None}, two).value == 5


def test_a_stock_is_the_last_one_stated() -> None:
    assert combine(AS_OF, YEAR, {}, [said(2, H2, 16), said(1, H1, 15)]).value == 16


numbers = st.none() | st.integers(0, 50)


@given(st.tuples(numbers, numbers), st.tuples(st.booleans(), st.booleans()), st.tuples(numbers, numbers))
def test_halves_add_up_to_the_year(
    counted: tuple[int | None, int | None], states: tuple[bool, bool], stated: tuple[int | None, int | None]
) -> None:
    whole = None if counted == (None, None) else sum(each or 0 for each in counted)
    records = {H1: counted[0], H2: counted[1], YEAR: whole}
    statements = [
        said(at, half, value)
        for at, (half, does, value) in enumerate(zip((H1, H2), states, stated, strict=True))
        if does
    ]
    first, second, year = (combine(COUNT, window, records, statements) for window in (H1, H2, YEAR))
    assert year.number == first.number + second.number
    assert (year.difference or 0) == (first.difference or 0) + (second.difference or 0)
    assert year.is_missing == (first.is_missing and second.is_missing)


figure = st.builds(
    lambda counted, value, states: combine(COUNT, H1, {H1: counted}, [said(1, H1, value)] if states else []),
    numbers, numbers, st.booleans(),
)  # fmt: skip


@given(st.lists(figure, max_size=7))
def test_a_total_is_the_sum_of_its_owners(parts: list[Figure]) -> None:
    total = add([(owner, part) for owner, part in enumerate(parts, start=OWN_LINE)])
    assert total.number == sum(part.number for part in parts)
    assert (total.difference or 0) == sum(part.difference or 0 for part in parts)
    assert set(total.missing) == {owner for owner, part in enumerate(parts) if owner and part.is_missing}


@given(figure, figure)
def test_a_rate_is_only_where_both_sides_are(above: Figure, below: Figure) -> None:
    rate = divide(above, below)
    assert rate.is_missing == (above.is_missing or below.is_missing or not below.number)
