"""Stating figures: value, none and nothing are three things; records stay what counts; none is overwritten unseen."""

from datetime import date
from typing import Any

import pytest
from django.test import Client

from apps.activities.models import DirectFigure
from apps.activities.tests.factories import VoterMeetingFactory
from apps.indicators.models import Indicator
from apps.indicators.reading import Window, figures
from tests.cast import Cast

HERE = "/c/cum-9/2019H1/stated/"
H1 = Window(date(2019, 1, 1), date(2019, 6, 30))


def send(client: Client, office: str = "bac-lieu", **changes: str) -> Any:
    """The form as it stands, with changes: value_headcount="13", none_reception_visits="on" …"""
    form = client.get(HERE, {"office": office}).context["form"]
    data = {name: form[name].value() for name in form.fields}
    data = {name: value for name, value in data.items() if value not in (None, False)}
    return client.post(f"{HERE}?office={office}", {**data, **changes})


def living() -> dict[str, int | None]:
    return dict(DirectFigure.objects.alive().values_list("indicator__code", "value"))


def test_value_none_zero_and_blank(client: Client, cast: Cast) -> None:
    client.force_login(cast.clerk)
    answer = send(client, value_headcount="13", none_reception_visits="on", value_surveys="0", value_gifts="-")
    assert answer.status_code == 302
    assert living() == {"headcount": 13, "reception_visits": None, "surveys": 0, "gifts": None}
    codes = ("headcount", "reception_visits", "surveys", "supervisions")
    found = figures(
        Indicator.objects.filter(code__in=codes), cluster=cast.cluster, offices=[cast.office.pk], windows=[H1]
    )
    states = [(found.of(code, cast.office.pk).state, found.of(code, cast.office.pk).value) for code in codes]
    assert states == [("value", 13), ("none", None), ("value", 0), ("missing", None)]


def test_saving_again_changes_nothing_and_blanking_withdraws(client: Client, cast: Cast) -> None:
    client.force_login(cast.clerk)
    send(client, value_headcount="13", none_gifts="on")
    before = set(DirectFigure.objects.values_list("pk", flat=True))
    send(client)
    assert set(DirectFigure.objects.values_list("pk", flat=True)) == before
    form = client.get(HERE).context["form"]
    data = {name: form[name].value() for name in form.fields}
    data = {name: value for name, value in data.items() if value not in (None, False)} | {"value_headcount": ""}
    client.post(f"{HERE}?office=bac-lieu", data)
    assert living() == {"gifts": None}


def test_the_same_form_sent_twice_states_once(client: Client, cast: Cast) -> None:
    client.force_login(cast.clerk)
    form = client.get(HERE).context["form"]
    data = {name: form[name].value() for name in form.fields if form[name].value() not in (None, False)}
    answers = [client.post(f"{HERE}?office=bac-lieu", {**data, "value_headcount": "13"}) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [302, 302]
    assert DirectFigure.objects.count() == 1


def test_records_stay_what_counts_and_the_difference_is_shown(client: Client, cast: Cast) -> None:
    VoterMeetingFactory(record__office=cast.office, opinions=5)
    client.force_login(cast.clerk)
    send(client, value_opinions="7")
    page = client.get(HERE)
    row = next(row for row in page.context["rows"] if row.indicator.code == "opinions")
    assert (row.counted, row.difference) == ("5", "+2")
    assert "chênh lệch +2" in page.content.decode()


def test_status_and_note_are_kept(client: Client, cast: Cast) -> None:
    client.force_login(cast.clerk)
    send(client, value_headcount="13", status_headcount="estimated", note_headcount="chưa tính 01 người nghỉ thai sản")
    figure = DirectFigure.objects.get()
    assert (figure.status, figure.note, figure.on_behalf) == ("estimated", "chưa tính 01 người nghỉ thai sản", False)


@pytest.mark.parametrize(
    ("changes", "field", "words"),
    [
        ({"value_headcount": "mười"}, "value_headcount", "mười"),
        ({"value_headcount": "-3"}, "value_headcount", "-3"),
        ({"value_headcount": "3", "none_headcount": "on"}, "value_headcount", "không phát sinh"),
        ({"note_headcount": "x"}, "value_headcount", "không phát sinh"),
        ({"status_headcount": "x"}, "status_headcount", "x"),
    ],
)
def test_a_wrong_line_saves_nothing_and_says_where(
    client: Client, cast: Cast, changes: dict[str, str], field: str, words: str
) -> None:
    client.force_login(cast.clerk)
    answer = send(client, value_registered="12", **changes)
    assert answer.status_code == 422
    assert list(answer.context["form"].errors) == [field]
    assert words in answer.context["form"].errors[field][0]
    assert living() == {}
    assert 'value="12"' in answer.content.decode()


def test_somebody_elses_figure_is_shown_before_it_is_replaced(client: Client, cast: Cast) -> None:
    client.force_login(cast.clerk)
    form = client.get(HERE).context["form"]
    mine = {name: form[name].value() for name in form.fields if form[name].value() not in (None, False)}
    mine |= {"value_headcount": "13", "value_registered": "12"}
    other = Client()
    other.force_login(cast.head)
    send(other, value_headcount="15")
    answer = client.post(f"{HERE}?office=bac-lieu", mine)
    assert answer.status_code == 422
    assert "Trần Thị Thí Dụ vừa nhập “15”" in answer.content.decode()
    assert living() == {"headcount": 15}
    shown = answer.context["form"]
    again = {name: shown[name].value() for name in shown.fields if shown[name].value() not in (None, False)}
    assert client.post(f"{HERE}?office=bac-lieu", again).status_code == 302
    assert living() == {"headcount": 13, "registered": 12}


def test_what_is_stated_for_other_days_is_named(client: Client, cast: Cast) -> None:
    indicator = Indicator.objects.get(code="headcount")
    DirectFigure.objects.create(
        indicator=indicator, office=cast.office, starts_on=date(2019, 1, 1), ends_on=date(2019, 3, 31), value=13
    )
    client.force_login(cast.clerk)
    assert "01/01/2019–31/03/2019: 13" in client.get(HERE).content.decode()
    answer = send(client, value_headcount="14")
    assert answer.status_code == 422
    assert "31/03/2019" in answer.context["form"].errors["value_headcount"][0]
    assert living() == {"headcount": 13}


def test_the_secretariat_states_for_all_and_for_the_cluster(client: Client, cast: Cast) -> None:
    client.force_login(cast.secretary)
    send(client, "hau-giang", value_headcount="12")
    send(client, "own", value_gifts="5")
    assert DirectFigure.objects.get(office=cast.other_office).on_behalf
    assert DirectFigure.objects.get(cluster=cast.cluster).value == 5


@pytest.mark.parametrize("times", [1, 3])
def test_the_page_costs_the_same_however_much_is_stated(
    client: Client, cast: Cast, django_assert_num_queries: Any, times: int
) -> None:
    client.force_login(cast.clerk)
    codes = ["headcount", "registered", "gifts"][:times]
    send(client, **{f"value_{code}": "3" for code in codes})
    with django_assert_num_queries(15):
        client.get(HERE)


def test_what_was_stated_before_stays_told(client: Client, cast: Cast) -> None:
    client.force_login(cast.clerk)
    send(client, value_headcount="13")
    send(client, value_headcount="14")
    page = client.get(HERE).text
    history = page[page.index('id="history"') :]
    assert "Lê Văn Ví Dụ" in history
    assert "Giá trị: <del>–</del> → <ins>13</ins>" in history
    assert "<ins>14</ins>" in history


def test_the_history_of_another_office_is_not_told(client: Client, cast: Cast) -> None:
    client.force_login(cast.other)
    send(client, "hau-giang", value_headcount="77")
    client.force_login(cast.clerk)
    assert "77" not in client.get(HERE).text.partition('id="history"')[2]
