"""The first page and the dashboard: where it leads, what it costs, what it says."""

from datetime import date
from typing import Any

import pytest

from apps.activities.forms.stated import NOT_STATED
from apps.activities.tests.factories import SupervisionFactory, VoterMeetingFactory
from apps.activities.tests.grids import state
from apps.campaigns.enums import PeriodKind
from apps.campaigns.models import Period
from apps.dashboards.overview import overview
from apps.dashboards.start import period_to_show
from apps.dashboards.tests.test_trail import get, scope_for
from apps.indicators.models import Indicator
from apps.offices.enums import RoleKind
from apps.offices.models import Cluster, Role
from apps.summaries.models import Summary
from tests.cast import Cast, make_user


def test_home_leads_to_the_only_cluster_and_its_filled_period(filled: Cast, client: Any) -> None:
    client.force_login(filled.clerk)
    response = client.get("/", follow=True)
    assert response.redirect_chain[-1][0] == "/c/cum-9/2019H1/"
    assert response.status_code == 200


def test_home_offers_several_clusters(cast: Cast, client: Any) -> None:
    Role.objects.create(user=cast.clerk, kind=RoleKind.VIEWER, cluster=cast.other_cluster, valid_from=date(2019, 1, 1))
    client.force_login(cast.clerk)
    text = client.get("/").content.decode()
    assert "/c/cum-9/" in text
    assert "/c/cum-1/" in text


def test_home_helps_who_has_no_cluster(cast: Cast, client: Any) -> None:
    client.force_login(make_user("moi", "Ngô Văn Mới"))
    assert "Ông/bà chưa thuộc cụm nào" in client.get("/").content.decode()


def test_a_cluster_without_periods_says_what_to_set_up(cast: Cast, client: Any) -> None:
    client.force_login(cast.stranger)
    response = client.get("/", follow=True)
    assert "Cụm chưa có kỳ báo cáo" in response.content.decode()


def test_the_period_shown_first(cast: Cast) -> None:
    running = Period.objects.create(
        cluster=cast.cluster, year=2020, kind=PeriodKind.FIRST_HALF, starts_on=date(2020, 1, 1),
        ends_on=date(2020, 6, 30),
    )  # fmt: skip
    assert period_to_show(cast.cluster, date(2020, 3, 1)) == running
    assert period_to_show(cast.cluster, date(2026, 3, 1)) == running
    assert period_to_show(cast.cluster, date(2018, 3, 1)) == cast.first_half
    SupervisionFactory(record__office=cast.office)
    assert period_to_show(cast.cluster, date(2020, 3, 1)) == cast.first_half
    SupervisionFactory(record__office=cast.office, record__starts_on=date(2019, 8, 1))
    assert period_to_show(cast.cluster, date(2020, 3, 1)) == cast.second_half
    assert period_to_show(Cluster.objects.create(code="moi", name="Mới", short_name="Mới"), date(2020, 1, 1)) is None


def test_tiles_open_to_their_figures(filled: Cast, client: Any) -> None:
    response = get(client, filled, "leader", "")
    tiles = response.context["overview"].tiles
    assert [(tile.value, tile.note) for tile in tiles] == [
        ("21", "6/6 văn phòng có số liệu"),
        ("21", "9 trước, 12 sau kỳ họp"),
        ("1.522", "84/105 địa phương đã trả lời"),
        ("100%", "81/81 người"),
        ("5", "6.000.000 đồng"),
    ]
    for tile in tiles:
        opened = client.get(tile.url)
        assert opened.context["trail"].text == tile.value
        assert opened.context["lines"] or opened.context["sides"]


def test_a_tile_says_how_many_offices_its_figure_rests_on(cast: Cast) -> None:
    for code in ("headcount", "registered"):
        state(code, cast.office, 13)
    rate = overview(scope_for(cast, "secretary")).tiles[3]
    assert (rate.value, rate.note) == ("100%", "13/13 người · 1/6 văn phòng có số liệu")


def test_the_same_period_of_the_year_before(filled: Cast, client: Any) -> None:
    assert "cùng kỳ" not in get(client, filled, "leader", "").content.decode()
    before = Period.objects.create(
        cluster=filled.cluster, year=2018, kind=PeriodKind.FIRST_HALF, starts_on=date(2018, 1, 1),
        ends_on=date(2018, 6, 30),
    )  # fmt: skip
    for number in range(17):
        SupervisionFactory(record__office=filled.office, record__starts_on=date(2018, 2, number + 1))
    tile = get(client, filled, "leader", "").context["overview"].tiles[0]
    assert (tile.note, tile.note_state) == ("+4 so với cùng kỳ (23,5%)", "up")
    assert before.code == "2018H1"


def test_who_has_not_reported_is_named(filled: Cast) -> None:
    said = {notice.text: notice.note for notice in overview(scope_for(filled, "leader")).notices}
    assert said["Tiếp công dân: 02 văn phòng chưa báo cáo"] == "Kiên Giang, Hậu Giang"
    said = {notice.text: notice.note for notice in overview(scope_for(filled, "clerk")).notices}
    assert said["Tiếp công dân: 02 văn phòng chưa báo cáo"] == "02 văn phòng khác"


def test_papers_are_told_to_those_who_may_know_of_them(filled: Cast) -> None:
    def told(role: str) -> list[str]:
        return [notice.url.split("/", 4)[-1] for notice in overview(scope_for(filled, role)).notices[-1:]]

    assert told("secretary") == ["summaries/"]
    Summary.objects.create(period=filled.first_half, paper="draft")
    assert told("leader") == ["summaries/draft/"]
    assert told("secretary") == ["summaries/draft/"]
    assert told("clerk") == ["figures/reception_visits/"]


def test_the_cluster_has_its_own_line_and_a_total(filled: Cast) -> None:
    found = overview(scope_for(filled, "leader"))
    own = found.lines[-1]
    assert (own.is_own_line, own.remark) == (True, "05 phần quà, 6.000.000 đồng")
    assert [cell.text for cell in found.total.cells] == ["21", "21", "7", "1.522", "407", "100%"]


def test_equal_rates_have_no_shade(filled: Cast) -> None:
    found = overview(scope_for(filled, "leader"))
    shades = {
        code: {line.cells[at].heat for line in found.lines[:6]} for at, (code, _label) in enumerate(found.columns)
    }
    assert shades["registration_rate"] == {""}
    assert shades["supervisions"] == {f"heat-{step}" for step in (0, 1, 2, 3, 4, 5)}


def test_an_empty_period_says_so(cast: Cast, client: Any) -> None:
    assert "Kỳ này chưa có số liệu" in get(client, cast, "clerk", "").content.decode()


@pytest.mark.parametrize(("role", "offered"), [("clerk", True), ("head", True), ("secretary", True), ("leader", False)])
def test_an_empty_period_offers_to_enter_to_those_who_may(cast: Cast, client: Any, role: str, offered: bool) -> None:
    page = get(client, cast, role, "").content.decode().split("Kỳ này chưa có số liệu")[1].split("</section>")[0]
    for place in ("records", "imports"):
        assert (f'href="/c/cum-9/2019H1/{place}/"' in page) is offered


def test_what_is_missing_leads_to_where_the_reader_enters_it(filled: Cast, client: Any) -> None:
    def urls(role: str) -> dict[str, str]:
        return {notice.text.split(":")[0]: notice.url for notice in overview(scope_for(filled, role)).notices}

    stated = "/c/cum-9/2019H1/stated/?office={}#id_value_reception_visits"
    assert urls("secretary")["Tiếp công dân"] == stated.format("kien-giang")
    assert urls("other")["Tiếp công dân"] == stated.format("hau-giang")
    for role in ("clerk", "leader"):
        assert urls(role)["Tiếp công dân"] == "/c/cum-9/2019H1/figures/reception_visits/"
    page = get(client, filled, "other", "stated/?office=hau-giang").content.decode()
    assert 'id="id_value_reception_visits"' in page


def test_a_missing_rate_is_stated_by_its_sides(cast: Cast) -> None:
    for notice in overview(scope_for(cast, "clerk")).notices:
        code = notice.url.split("#id_value_")[1]
        assert Indicator.objects.get(code=code).aggregation not in NOT_STATED


def add(cast: Cast, count: int) -> None:
    for _ in range(count):
        SupervisionFactory(record__office=cast.office)
        VoterMeetingFactory(record__office=cast.other_office, session=cast.session, phase="before", opinions=4)


@pytest.mark.parametrize(
    ("path", "queries"), [("", 26), ("figures/", 12), ("figures/opinions/", 15), ("figures/supervisions/", 15)]
)
def test_a_page_costs_the_same_at_one_and_at_three(
    cast: Cast, client: Any, costs: Any, path: str, queries: int
) -> None:
    costs(queries, add=lambda count: add(cast, count), read=lambda: get_again(client, cast, path))


def get_again(client: Any, cast: Cast, path: str) -> None:
    if "sessionid" not in client.cookies:
        client.force_login(cast.clerk)
    assert client.get(f"/c/cum-9/2019H1/{path}").status_code == 200
