"""Several who save at once, each with a connection of their own: no update is lost, nobody waits for ever."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from apps.activities.actions import CellAnswer, CellWish, Wish, save_cells
from apps.activities.catalogue import install
from apps.activities.enums import CellResult
from apps.activities.models import DirectFigure
from apps.indicators.models import Indicator
from tests.cast import Cast, make_cast

SAVED, CONFLICT = CellResult.SAVED, CellResult.CONFLICT


@pytest.fixture
def house(transactional_db: None) -> Cast:
    """Committed, so that every thread sees it; the catalogue is taken along when the tables are emptied."""
    install()
    return make_cast()


def at_once(*acts: Callable[[], list[CellAnswer]]) -> list[list[CellAnswer]]:
    barrier = Barrier(len(acts))

    def run(act: Callable[[], list[CellAnswer]]) -> list[CellAnswer]:
        try:
            barrier.wait(timeout=20)
            return act()
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as pool:
        return [done.result(timeout=60) for done in [pool.submit(run, act) for act in acts]]


def cells(cast: Cast, codes: list[str], value: int) -> list[CellWish]:
    known = {each.code: each for each in Indicator.objects.filter(code__in=codes)}
    return [
        CellWish(
            office=cast.office, starts_on=cast.first_half.starts_on, ends_on=cast.first_half.ends_on,
            wish=Wish(indicator=known[code], blank=False, value=value),
        )
        for code in codes
    ]  # fmt: skip


def test_of_two_in_one_cell_one_is_saved_and_one_is_told(house: Cast) -> None:
    mine, theirs = cells(house, ["voters"], 5), cells(house, ["voters"], 7)
    answers = at_once(
        lambda: save_cells(cells=mine, cluster=house.cluster, by=house.clerk),
        lambda: save_cells(cells=theirs, cluster=house.cluster, by=house.head),
    )
    assert sorted(found[0].result for found in answers) == [CONFLICT, SAVED]
    row = DirectFigure.objects.get()
    assert row.value == (5 if answers[0][0].result == SAVED else 7)


def test_the_same_sending_in_two_threads_is_saved_once(house: Cast) -> None:
    sent = cells(house, ["voters"], 5)
    answers = at_once(*[lambda: save_cells(cells=sent, cluster=house.cluster, by=house.clerk)] * 2)
    assert [found[0].result for found in answers] == [SAVED, SAVED]
    assert DirectFigure.objects.count() == 1


def test_pastes_in_opposite_order_do_not_wait_for_each_other(house: Cast) -> None:
    codes = ["voters", "gifts", "headcount", "surveys", "opinions", "registered"]
    there, back = cells(house, codes, 5), cells(house, codes[::-1], 7)
    answers = at_once(
        *[lambda: save_cells(cells=there, cluster=house.cluster, by=house.clerk)] * 2,
        *[lambda: save_cells(cells=back, cluster=house.cluster, by=house.head)] * 2,
    )
    told = [{each.result for each in found} for found in answers]
    assert all(len(each) == 1 for each in told)  # all cells of a sending share its fate
    assert sorted(next(iter(each)) for each in told) == [CONFLICT, CONFLICT, SAVED, SAVED]
    assert len(set(DirectFigure.objects.values_list("value", flat=True))) == 1
    assert DirectFigure.objects.count() == len(codes)
