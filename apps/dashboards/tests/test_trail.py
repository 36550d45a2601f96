"""Every figure opens, for every role, to a list with exactly that many rows, or that sum."""

from typing import Any

import pytest
from django.core.paginator import Page

from apps.campaigns.scope import Scope
from apps.dashboards import trail
from apps.dashboards.cells import written
from apps.dashboards.overview import read
from apps.dashboards.tests.conftest import READERS
from apps.indicators.enums import Aggregation, FigureState
from apps.indicators.models import Indicator
from apps.indicators.reading import OWN_LINE
from apps.offices.roles import roles_of
from tests.cast import Cast


def scope_for(cast: Cast, role: str) -> Scope:
    user = cast.people[role]
    assert user is not None
    periods = (cast.first_half, cast.second_half, cast.year)
    return Scope(user=user, roles=roles_of(user), cluster=cast.cluster, period=cast.first_half, periods=periods)


def check(found: trail.Trail) -> None:
    """Rows listed, rows of the rest, and statements that are used, give the figure."""
    figure, how = found.figure, found.aggregation
    stated = trail.statements(found)
    used = sum(line.value or 0 for line in stated.lines if line.is_used) + stated.rest.sum
    if how in {Aggregation.AS_OF, Aggregation.DIRECT}:
        assert used == figure.number
    if not found.is_counted:
        return
    counted = trail.rows(found)
    assert counted.count == counted.listed.count()
    if how == Aggregation.COUNT:
        assert counted.count + counted.rest.count + used == figure.number
    elif how == Aggregation.SUM:
        listed = sum(row.trail_measure for row in counted.listed)
        assert listed == counted.sum
        assert listed + counted.rest.sum + used == figure.number
    elif not counted.rest and figure.counted is not None:
        assert len(trail.values(found, counted)) == figure.number


@pytest.mark.parametrize("role", READERS)
def test_every_figure_opens_to_what_it_counts(filled: Cast, role: str) -> None:
    scope = scope_for(filled, role)
    overview = read(scope)
    indicators = Indicator.objects.for_cluster(filled.cluster, 2019)
    assert len(indicators) > 30
    for indicator in indicators:
        for owner in (None, OWN_LINE, *sorted(scope.readable_offices)[-2:]):
            found = trail.trail(scope, indicator, owner)
            reading = overview.figures
            same = reading.total(indicator.code) if owner is None else reading.of(indicator.code, owner)
            assert found.text == written(indicator, same), f"{indicator.code} of {owner}: not as on the dashboard"
            check(found)


@pytest.mark.parametrize("role", READERS)
def test_offices_seen_and_the_rest_add_up(filled: Cast, role: str) -> None:
    scope = scope_for(filled, role)
    for indicator in Indicator.objects.for_cluster(filled.cluster, 2019):
        if indicator.aggregation in {Aggregation.DISTINCT, Aggregation.RATIO}:
            continue
        found = trail.trail(scope, indicator, None)
        lines = trail.owner_lines(found)
        assert sum(line.cell.number or 0 for line in lines) == found.figure.number
        assert len([line for line in lines if line.kind == "rest"]) == (0 if scope.reads_all else 1)


def get(client: Any, cast: Cast, role: str, path: str) -> Any:
    client.force_login(cast.people[role])
    return client.get(f"/c/cum-9/2019H1/{path}")


@pytest.mark.parametrize("role", READERS)
def test_the_page_lists_what_the_trail_says(filled: Cast, client: Any, role: str) -> None:
    response = get(client, filled, role, "figures/supervisions/")
    page: Page[Any] = response.context["list_page"]
    own = {"head": 4, "clerk": 4, "other": 6, "administrator": 0}.get(role, 21)
    assert page.paginator.count == own
    text = response.content.decode()
    if own < 21:
        assert f"và {21 - own} bản ghi của" in text
    else:
        assert "văn phòng khác" not in text


def test_rows_are_paged(filled: Cast, client: Any) -> None:
    response = get(client, filled, "secretary", "figures/voter_meetings/")
    assert response.context["rows"].count == 21
    assert len(response.context["lines"]) == 21
    assert get(client, filled, "secretary", "figures/voter_meetings/?page=9").status_code == 200


def test_a_rate_opens_to_both_sides(filled: Cast, client: Any) -> None:
    response = get(client, filled, "leader", "figures/registration_rate/")
    assert [line.cell.text for line in response.context["sides"]] == ["81", "81"]
    assert [line.cell.url.split("/")[-2] for line in response.context["sides"]] == ["registered", "headcount"]


def test_different_values_are_named(filled: Cast, client: Any) -> None:
    response = get(client, filled, "leader", "figures/draft_laws/")
    assert [value for value, _times in response.context["values"]] == [
        "Luật thí dụ 0",
        "Luật thí dụ 1",
        "Luật thí dụ 2",
    ]
    seen = get(client, filled, "clerk", "figures/draft_laws/").context["values"]
    assert [value for value, _times in seen] == ["Luật thí dụ 0"]


def test_a_difference_is_flagged_and_never_added(filled: Cast, client: Any) -> None:
    response = get(client, filled, "leader", "figures/opinions/?office=kien-giang")
    figure = response.context["figure"]
    assert (figure.value, figure.stated, figure.difference) == (24, 77, 53)
    assert [line.is_used for line in response.context["statements"].lines] == [False]


def test_none_and_missing_are_said(filled: Cast, client: Any) -> None:
    none = get(client, filled, "leader", "figures/reception_visits/?office=ca-mau")
    assert none.context["figure"].state == FigureState.NONE
    missing = get(client, filled, "leader", "figures/reception_visits/?office=hau-giang")
    assert missing.context["figure"].is_missing
    assert "Kiên Giang, Hậu Giang" in get(client, filled, "leader", "figures/reception_visits/").content.decode()
