"""Pledges on the dashboard: how many targets stand where, for whom, and what is to be done where there is none."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from django.test import Client

from apps.campaigns import scope
from apps.campaigns.models import Period
from apps.dashboards.overview import Overview, overview
from apps.dashboards.tests.conftest import READERS
from apps.dashboards.tests.test_trail import scope_for
from apps.indicators.models import Indicator
from apps.offices.models import Office
from apps.pledges.enums import Comparison
from apps.pledges.tests.pledged import pledge, target
from tests.cast import Cast
from tests.counted import stated, supervisions

HERE = "/c/cum-9/2019H1/"


@pytest.fixture
def promised(filled: Cast) -> Cast:
    """Bạc Liêu has 4 supervisions in the half, Hậu Giang 6; Cà Mau stated no visits, of Hậu Giang nobody said any."""
    pledge(filled, targets=[target("supervisions", 4), target("supervisions", 20), target()])
    pledge(filled, filled.other_office, targets=[target("supervisions", 6), target("reception_visits", 1)])
    pledge(filled, filled.offices["ca-mau"], targets=[target("reception_visits", 5, Comparison.AT_MOST), target()])
    pledge(filled, filled.offices["can-tho"], signed_on=date(2019, 7, 2))
    return filled


def seen(cast: Cast, role: str = "leader", period: Period | None = None) -> Overview:
    at = scope_for(cast, role)
    return overview(replace(at, period=period) if period else at)


def cells(found: Overview) -> dict[str, tuple[str, str] | None]:
    return {line.label: (line.pledge.text, line.pledge.said) if line.pledge else None for line in found.lines}


def test_the_targets_of_all_offices_by_how_they_stand(promised: Cast) -> None:
    block = seen(promised).pledges
    assert block is not None
    assert [(each.number, each.word, each.state) for each in block.counts] == [
        (2, "đạt", "ok"), (1, "đúng tiến độ", "info"), (1, "chậm tiến độ", "bad"), (1, "chưa đủ số liệu", "neutral"),
    ]  # fmt: skip
    assert (block.signed, block.in_words) == ("3/6 văn phòng đã ký đến ngày 30/06/2019", 2)
    assert block.url == "/c/cum-9/pledges/2019/?at=2019H1"


def test_each_office_has_its_worst_standing_in_a_word(promised: Cast) -> None:
    assert cells(seen(promised)) == {
        "Cà Mau": ("đúng tiến độ", "1 đúng tiến độ"), "Kiên Giang": ("chưa ký", ""), "Cần Thơ": ("chưa ký", ""),
        "Bạc Liêu": ("1 chậm tiến độ", "1 chậm tiến độ, 1 đạt"), "Sóc Trăng": ("chưa ký", ""),
        "Hậu Giang": ("1 chưa đủ số liệu", "1 đạt, 1 chưa đủ số liệu"), "Hoạt động chung của Cụm": None,
    }  # fmt: skip


# Who sees what: the block of all offices, and of which offices the cell opens to their progress.
ALL = {"Cà Mau", "Bạc Liêu", "Hậu Giang"}
TRUTH: dict[str, tuple[bool, set[str]]] = {
    "secretary": (True, ALL), "leader": (True, ALL), "head": (True, {"Bạc Liêu"}), "clerk": (True, {"Bạc Liêu"}),
    "other": (True, {"Hậu Giang"}), "administrator": (False, set()),
}  # fmt: skip


@pytest.mark.parametrize("role", READERS)
def test_who_sees_what(promised: Cast, role: str) -> None:
    found = seen(promised, role)
    block, opened = TRUTH[role]
    assert (found.pledges is not None) is block
    assert {line.label for line in found.lines if line.pledge and line.pledge.url} == opened
    assert {line.label for line in found.lines if line.pledge and line.pledge.said} == opened


def received(monkeypatch: pytest.MonkeyPatch, period: Period, office: Office) -> None:
    monkeypatch.setattr(scope, "_received", [lambda asked: {office.pk} if asked == period else set()])


def test_others_open_once_their_report_was_received(promised: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    assert cells(seen(promised, "clerk"))["Hậu Giang"] == ("chưa công bố", "")
    received(monkeypatch, promised.first_half, promised.other_office)
    assert cells(seen(promised, "clerk"))["Hậu Giang"] == ("1 chưa đủ số liệu", "1 đạt, 1 chưa đủ số liệu")
    assert cells(seen(promised, "clerk"))["Cà Mau"] == ("chưa công bố", "")


def test_two_clicks_to_the_progress_and_one_more_to_the_records(promised: Cast, client: Client) -> None:
    """From the counts by the list of the offices, from the table at once."""
    client.force_login(promised.leader)
    page = client.get(HERE)
    block = page.context["overview"].pledges
    for line in page.context["overview"].lines:
        if line.pledge and line.pledge.url:
            assert f'href="{line.pledge.url}"' in client.get(block.url).text
            opened = client.get(line.pledge.url)
            assert line.pledge.said == ", ".join(words for _colour, words in opened.context["summary"])
            for row in opened.context["rows"]:
                assert not row["url"] or client.get(row["url"]).status_code == 200


def test_a_half_reads_the_version_of_its_end(promised: Cast) -> None:
    """Amended in September: the first half is held to what was pledged then, the year to what holds now."""
    pledge(promised, signed_on=date(2019, 9, 1), targets=[target("supervisions", 2)])
    assert cells(seen(promised))["Bạc Liêu"] == ("1 chậm tiến độ", "1 chậm tiến độ, 1 đạt")
    later = seen(promised, period=promised.second_half)
    assert cells(later)["Bạc Liêu"] == ("đạt", "1 đạt")
    assert later.pledges is not None
    assert (later.pledges.until, later.pledges.url[-7:]) == ("31/12/2019", "at=2019")
    assert [each.word for each in later.pledges.counts] == ["đạt", "không đạt", "chưa đủ số liệu"]


def test_a_half_that_ends_with_the_year_opens_as_its_progress_does(
    promised: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The page of the progress asks for the year's reports there: a report of the half alone opens nothing here."""
    received(monkeypatch, promised.second_half, promised.other_office)
    found = seen(promised, "clerk", promised.second_half)
    assert cells(found)["Hậu Giang"] == ("chưa công bố", "")
    assert cells(found)["Bạc Liêu"] == ("1 chưa đủ số liệu", "1 đạt, 1 chưa đủ số liệu")  # nothing of the second half
    stated(promised.office, "supervisions", None, promised.second_half.starts_on, promised.second_half.ends_on)
    found = seen(promised, "clerk", promised.second_half)
    assert cells(found)["Bạc Liêu"] == ("1 không đạt", "1 không đạt, 1 đạt")


def test_the_figures_of_the_period_are_as_they_were(filled: Cast) -> None:
    before = seen(filled)
    pledge(filled, targets=[target("surveys", 4)])
    after = seen(filled)
    assert (after.tiles, after.total, after.notices) == (before.tiles, before.total, before.notices)
    assert [line.cells for line in after.lines] == [line.cells for line in before.lines]


STEPS = {
    "secretary": "/c/cum-9/pledges/2019/", "head": "/c/cum-9/pledges/2019/offices/bac-lieu/",
    "clerk": "/c/cum-9/pledges/2019/offices/bac-lieu/", "other": "/c/cum-9/pledges/2019/offices/hau-giang/",
    "leader": "",
}  # fmt: skip


@pytest.mark.parametrize("role", STEPS)
def test_where_nobody_signed_the_page_says_what_is_next(cast: Cast, client: Client, role: str) -> None:
    pledge(cast, signed_on=None)
    user: Any = cast.people[role]
    client.force_login(user)
    page = client.get(HERE)
    step = page.context["overview"].pledges.step
    assert step.url == STEPS[role]
    assert "Đến ngày 30/06/2019 chưa Văn phòng nào ký giao ước." in page.text
    assert not step.url or client.get(step.url).status_code == 200
    assert not page.context["overview"].has_pledges


def test_pledges_cost_two_queries(cast: Cast, client: Client, costs: Any) -> None:
    waiting = list(cast.offices.values())
    client.force_login(cast.clerk)
    rate = Indicator.objects.get(code="registration_rate")

    def add(count: int) -> None:
        for office in [waiting.pop() for _place in range(count)]:
            supervisions(office, date(2019, 3, 1))
            pledge(cast, office, targets=[target("supervisions", 4), target(rate.code, 90, Comparison.PERCENTAGE)])

    costs(27, add=add, read=lambda: client.get(HERE))
