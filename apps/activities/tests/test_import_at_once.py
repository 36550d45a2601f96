"""Two tabs at the very same moment: what one of them writes, the other finds."""

from __future__ import annotations

from collections.abc import Callable
from threading import Barrier, Thread

import pytest
from django.db import connection

from apps.activities.imports import apply
from apps.activities.models import DirectFigure, Import, Record
from apps.activities.tests.workbooks import LISTS, previewed
from tests.cast import make_cast


def at_once(imports: list[Import], by, act: Callable[..., Import] = apply) -> list[object]:
    """Applies (or undoes) each in a thread with a connection of its own; gives what they returned or raised."""
    start = Barrier(len(imports))
    answers: list[object] = []

    def run(pk: int) -> None:
        try:
            start.wait()
            answers.append(act(import_id=pk, by=by).pk)
        except Exception as error:
            answers.append(error)
        finally:
            connection.close()

    threads = [Thread(target=run, args=(each.pk,)) for each in imports]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return answers


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("same", [True, False], ids=["one preview twice", "two previews of one file"])
def test_two_tabs_write_each_row_once(same: bool) -> None:
    cast = make_cast()
    first = previewed(cast, LISTS)
    second = first if same else previewed(cast, LISTS)
    answers = at_once([first, second], cast.secretary)
    assert sorted(map(str, answers)) == sorted([str(first.pk), str(second.pk)])
    assert (Record.objects.count(), DirectFigure.objects.alive().count()) == (135, 42)
    assert set(Import.objects.values_list("state", flat=True)) == {"applied"}
