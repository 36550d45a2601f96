"""Prose is written without overwriting anybody; what is sent is one moment's content, not a mixture of two."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.core.exceptions import ValidationError

from apps.indicators.models import Indicator
from apps.indicators.sources import changes_by_the_day
from apps.reports.actions import sending, write_prose
from apps.reports.content import Content
from apps.reports.models import Prose, Report, Version
from apps.reports.tests.house import opened, sent
from tests.cast import Cast


@pytest.fixture
def house(cast: Cast) -> Cast:
    return opened(cast)


def write(cast: Cast, text: str, version: int, section: str = "plan", by: Any = None) -> Prose:
    return write_prose(
        period=cast.first_half, office=cast.office, section=section, text=text, version=version, by=by or cast.clerk
    )


def refused(code: str) -> Any:
    return pytest.raises(ValidationError, check=lambda error: error.code == code)


def test_prose_begins_the_report_and_rises_with_each_change(house: Cast) -> None:
    first = write(house, " Kế hoạch ", 0)
    assert (first.text, first.version, first.edited_by, first.report) == (
        "Kế hoạch", 1, house.clerk, Report.objects.get(),
    )  # fmt: skip
    assert write(house, "Kế hoạch mới", 1, by=house.head).version == 2
    assert write(house, "", 2).text == ""
    assert Prose.objects.count() == 1


def test_the_same_text_again_changes_nothing_whatever_was_seen(house: Cast) -> None:
    write(house, "Kế hoạch", 0)
    for seen in (0, 1, 7):
        assert write(house, "Kế hoạch\n", seen, by=house.head).version == 1
    assert Prose.objects.get().edited_by == house.clerk


def test_who_saw_an_older_text_is_told_who_changed_it(house: Cast) -> None:
    write(house, "Kế hoạch", 0)
    for seen in (0, 2):
        with refused("version") as refusal:
            write(house, "Khác", seen, by=house.head)
        assert house.clerk.full_name in refusal.value.messages[0]
    assert Prose.objects.get().text == "Kế hoạch"


def test_an_unknown_section_is_named(house: Cast) -> None:
    with refused("section") as refusal:
        write(house, "Kế hoạch", 0, section="bogus")
    assert "bogus" in refusal.value.messages[0]
    assert not Report.objects.exists()


def readings(monkeypatch: pytest.MonkeyPatch, cast: Cast, *words: str) -> None:
    """What the next readings of the content give; the last one for ever."""
    given: Iterator[str] = iter(words)
    last = words[-1]
    monkeypatch.setattr(
        sending, "live", lambda period, offices: {cast.office.pk: Content(prose={"plan": next(given, last)})}
    )


def test_a_content_read_while_somebody_writes_is_read_again(house: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    readings(monkeypatch, house, "trước", "nửa chừng", "sau")
    assert sent(house).content == {"prose": {"plan": "sau"}}


def test_what_never_settles_is_not_sent(house: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    readings(monkeypatch, house, *(str(number) for number in range(9)))
    with refused("unsettled"):
        sent(house)
    assert not Version.objects.exists()


def test_which_figures_change_by_themselves(cast: Cast) -> None:
    known = {each.code: each for each in Indicator.objects.for_cluster(cast.cluster, 2019)}
    assert {code for code, each in known.items() if changes_by_the_day(each)} == {"forwarded_overdue"}
    rate = Indicator(numerator=known["forwarded_overdue"], denominator=known["forwarded_sent"])
    assert changes_by_the_day(rate)
