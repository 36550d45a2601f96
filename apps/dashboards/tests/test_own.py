"""The cluster's own indicators on the dashboard, on their pages and in Excel: seen by whom the others are seen."""

from typing import Any

import pytest
from django.test import Client

from apps.activities.tests.factories import OwnIndicatorFactory
from apps.indicators.models import Indicator
from tests.cast import Cast
from tests.filled import state

HERE = "/c/cum-9/2019H1/"


@pytest.fixture
def portal(cast: Cast) -> Indicator:
    found: Any = OwnIndicatorFactory(cluster=cast.cluster, name="Tin, bài trên Cổng", code="tin_bai")
    for office, value in (("bac-lieu", 1237), ("hau-giang", 2468), ("can-tho", None)):
        state(cast, "tin_bai", office, value)
    return Indicator.objects.get(pk=found.pk)


def table(client: Client) -> Any:
    return client.get(HERE).context["overview"].own


def test_without_definitions_there_is_no_table(client: Client, cast: Cast) -> None:
    OwnIndicatorFactory(cluster=cast.other_cluster)
    OwnIndicatorFactory(cluster=cast.cluster, first_year=2018, last_year=2018)
    client.force_login(cast.secretary)
    assert table(client) is None


@pytest.mark.usefixtures("portal")
def test_each_sees_their_own_and_the_total(client: Client, cast: Cast) -> None:
    expected = {
        "secretary": ["missing", "missing", "none", "1.237", "missing", "2.468", "missing"],
        "leader": ["missing", "missing", "none", "1.237", "missing", "2.468", "missing"],
        "clerk": ["hidden", "hidden", "hidden", "1.237", "hidden", "hidden", "missing"],
        "other": ["hidden", "hidden", "hidden", "hidden", "hidden", "2.468", "missing"],
    }
    for role, cells in expected.items():
        client.force_login(getattr(cast, role))
        found = table(client)
        assert [line.cells[0].text if line.cells[0].number else line.cells[0].look for line in found.lines] == cells
        assert found.total.cells[0].text == "3.705"
        page = client.get(HERE).content.decode()
        assert ("2.468" in page) == (role != "clerk")


@pytest.mark.usefixtures("portal")
def test_its_page_and_its_excel(client: Client, cast: Cast) -> None:
    client.force_login(cast.clerk)
    page = client.get(f"{HERE}figures/tin_bai/").content.decode()
    assert "3.705" in page
    assert "1.237" in page
    assert "2.468" in page  # the rest: one other office's
    assert client.get(f"{HERE}figures/tin_bai/records.xlsx").status_code == 200
    assert "Tin, bài trên Cổng" in client.get(f"{HERE}figures/").content.decode()
    client.force_login(cast.stranger)
    assert client.get(f"{HERE}figures/tin_bai/").status_code == 404


def test_a_wide_table_says_what_it_leaves_out(client: Client, cast: Cast) -> None:
    OwnIndicatorFactory.create_batch(10, cluster=cast.cluster)
    client.force_login(cast.secretary)
    assert (len(table(client).columns), table(client).left_out) == (8, 2)
    assert "Còn 2 chỉ tiêu nữa" in client.get(HERE).content.decode()


def test_own_indicators_cost_no_query(client: Client, cast: Cast, costs: Any) -> None:
    client.force_login(cast.secretary)
    costs(
        28,
        add=lambda count: OwnIndicatorFactory.create_batch(count, cluster=cast.cluster),
        read=lambda: client.get(HERE),
    )
