"""Saving cells: each for itself, none overwritten unseen, a repeated sending changes nothing, everything audited."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.apps import apps
from django.test import Client

from apps.activities.models import DirectFigure
from apps.activities.stories import story_of_statements
from apps.activities.tests.factories import SupervisionFactory, VoterMeetingFactory
from apps.activities.tests.grids import BY_MONTHS, H1, MARCH, cell, living, page, post, save, state, wish
from tests.cast import Cast

BOTH = ("2019-03-01", "2019-04-30")


@pytest.fixture
def clerk(client: Client, cast: Cast) -> Client:
    client.force_login(cast.clerk)
    return client


def results(found: list[dict[str, Any]]) -> list[str]:
    return [each["result"] for each in found]


# One cell ------------------------------------------------------------------------------------------------------------
def test_a_value_a_none_and_a_zero_are_saved_as_sent(clerk: Client, cast: Cast) -> None:
    found = save(clerk, wish("voters", 1200, note=" ước ", status="estimated"), wish("gifts", "-"), wish("surveys", 0))
    assert results(found) == ["saved"] * 3
    assert living() == {"bac-lieu voters 01": 1200, "bac-lieu gifts 01": None, "bac-lieu surveys 01": 0}
    told = found[0]["cell"]
    assert {name: told[name] for name in ("state", "value", "text", "note", "status", "who")} == {
        "state": "value", "value": 1200, "text": "1.200", "note": "ước", "status": "estimated", "who": "Lê Văn Ví Dụ",
    }  # fmt: skip
    row = DirectFigure.objects.get(pk=told["seen"])
    assert (row.created_by, row.on_behalf) == (cast.clerk, False)


def test_the_secretariat_saves_on_behalf_and_for_the_cluster(client: Client, cast: Cast) -> None:
    client.force_login(cast.secretary)
    save(client, wish("voters", 5), wish("gifts", 5, office="own"))
    assert DirectFigure.objects.get(office=cast.office).on_behalf
    own = DirectFigure.objects.get(cluster=cast.cluster)
    assert (own.value, own.office_id, own.on_behalf) == (5, None, False)


def test_the_same_sending_twice_is_saved_once(clerk: Client) -> None:
    once, again = save(clerk, wish("voters", 5)), save(clerk, wish("voters", 5))
    assert results([*once, *again]) == ["saved", "saved"]
    assert once[0]["cell"]["seen"] == again[0]["cell"]["seen"]
    assert DirectFigure.objects.count() == 1


def test_a_change_replaces_what_was_seen_and_keeps_the_former_in_the_audit(clerk: Client, cast: Cast) -> None:
    seen = save(clerk, wish("voters", 5))[0]["cell"]["seen"]
    assert results(save(clerk, wish("voters", 7, seen=seen))) == ["saved"]
    assert living() == {"bac-lieu voters 01": 7}
    events = apps.get_model("activities", "DirectFigureEvent").objects.order_by("pgh_id")
    assert [(event.pgh_label, event.value) for event in events] == [("insert", 5), ("update", 5), ("insert", 7)]
    assert {event.pgh_context.metadata["action"] for event in events} == {"activities.save_cells"}
    told = story_of_statements(cast.cluster, cast.office, cast.first_half)
    assert [
        (entry.what, [tuple(change)[1:] for change in entry.changes if change.field == "Giá trị"]) for entry in told
    ] == [
        ("Sửa", [("5", "7")]),
        ("Số liệu báo cáo", [("", "5")]),
    ]


def test_emptying_a_cell_withdraws_it_and_doing_so_twice_changes_nothing(clerk: Client) -> None:
    seen = save(clerk, wish("voters", 5))[0]["cell"]["seen"]
    for _ in range(2):
        found = save(clerk, wish("voters", seen=seen))[0]
        assert (found["result"], found["cell"]["state"], found["cell"]["seen"]) == ("saved", "missing", None)
    assert living() == {}


def test_a_change_of_note_or_status_alone_is_a_change(clerk: Client) -> None:
    seen = save(clerk, wish("voters", 5))[0]["cell"]["seen"]
    found = save(clerk, wish("voters", 5, seen=seen, note="theo điện thoại", status="planned"))[0]["cell"]
    assert (found["note"], found["status"]) == ("theo điện thoại", "planned")


# Two people ----------------------------------------------------------------------------------------------------------
def test_a_conflict_shows_the_others_value_and_is_overwritten_knowingly(clerk: Client, cast: Cast) -> None:
    other = Client()
    other.force_login(cast.head)
    save(other, wish("voters", 9, note="của tôi"))
    found = save(clerk, wish("voters", 5), wish("gifts", 1))
    assert results(found) == ["conflict", "saved"]
    theirs = found[0]["cell"]
    assert (theirs["value"], theirs["note"], theirs["who"]) == (9, "của tôi", "Trần Thị Thí Dụ")
    assert theirs["when"]
    assert found[0]["reason"] == "Bạc Liêu, Lượt cử tri dự tiếp xúc: Người khác vừa nhập số này."
    assert living()["bac-lieu voters 01"] == 9
    assert results(save(clerk, wish("voters", 5, seen=theirs["seen"]))) == ["saved"]
    assert living()["bac-lieu voters 01"] == 5


def test_two_who_say_the_same_do_not_disagree(clerk: Client, cast: Cast) -> None:
    state("voters", cast.office, 5)
    assert results(save(clerk, wish("voters", 5))) == ["saved"]
    assert DirectFigure.objects.count() == 1


def test_what_another_withdrew_is_a_conflict_with_their_name(clerk: Client, cast: Cast) -> None:
    seen = save(clerk, wish("voters", 5))[0]["cell"]["seen"]
    other = Client()
    other.force_login(cast.head)
    save(other, wish("voters", seen=seen))
    found = save(clerk, wish("voters", 6, seen=seen))[0]
    assert (found["result"], found["cell"]["state"], found["cell"]["who"]) == ("conflict", "missing", "Trần Thị Thí Dụ")
    assert living() == {}
    assert results(save(clerk, wish("voters", 6, seen=found["cell"]["seen"]))) == ["saved"]


@pytest.mark.parametrize("seen", [99999999, 10**30, -1])
def test_a_seen_that_never_was_is_a_conflict(clerk: Client, seen: int) -> None:
    assert results(save(clerk, wish("voters", 5, seen=seen))) == ["conflict"]
    assert living() == {}


def test_the_same_cell_twice_in_one_sending_is_not_lost_unseen(clerk: Client) -> None:
    found = save(clerk, wish("voters", 5), wish("voters", 7, id="second"))
    assert results(found) == ["saved", "conflict"]
    assert living() == {"bac-lieu voters 01": 5}
    assert found[1]["cell"]["value"] == 5


# What is counted or stated elsewhere ---------------------------------------------------------------------------------
def test_what_records_count_is_refused_and_may_only_be_withdrawn(clerk: Client, cast: Cast) -> None:
    VoterMeetingFactory(record__office=cast.office, voters=120)
    overruled = state("voters", cast.office, 150)
    found = save(clerk, wish("voters", 130, seen=overruled.pk), wish("opinions", 3))
    assert results(found) == ["refused", "saved"]  # no record carries opinions
    assert found[0]["reason"] == "Bạc Liêu, Lượt cử tri dự tiếp xúc: Cộng từ các bản ghi: 120 lượt"
    assert found[0]["cell"]["value"] == 120
    assert results(save(clerk, wish("voters", seen=overruled.pk))) == ["saved"]
    assert living() == {"bac-lieu opinions 01": 3}


@pytest.mark.parametrize(
    ("former", "span", "refused"),
    [(H1, MARCH, True), (MARCH, H1, True), (BOTH, MARCH, True), (MARCH, ("2019-04-01", "2019-04-30"), False)],
)
def test_one_figure_stands_in_one_place(
    clerk: Client, cast: Cast, former: tuple[str, str], span: tuple[str, str], refused: bool
) -> None:
    state("headcount", cast.office, 13, former)
    found = save(clerk, wish("headcount", 14, span=span))[0]
    assert found["result"] == ("refused" if refused else "saved")
    assert ("Đã nhập cho" in found["reason"]) is refused


def test_a_month_changes_the_whole_beside_it(clerk: Client, cast: Cast) -> None:
    SupervisionFactory(record__office=cast.office)  # in March
    answer = post(clerk, wish("headcount", 14, span=MARCH), query=f"{BY_MONTHS}&group=all").json()
    assert answer["cells"]["headcount|2019-03"]["value"] == 14
    assert answer["cells"]["headcount|whole"]["locked"].startswith("Đã nhập cho 03/2019: 14")
    assert answer["totals"] == {}


def test_the_answer_brings_totals_and_warnings_along(client: Client, cast: Cast) -> None:
    client.force_login(cast.secretary)
    state("opinions", cast.office, 120)
    answer = post(client, wish("opinions_province", 128)).json()
    assert answer["results"][0]["cell"]["flag"] == "Lớn hơn tổng số “Ý kiến, kiến nghị của cử tri” (128 > 120)."
    assert answer["totals"]["opinions_province"]["text"] == "128*"
    assert len(answer["saved_at"]) == 5
    # Raising the whole takes the warning away, from a cell that was not sent.
    found = post(client, wish("opinions", 130, seen=cell(client, "bac-lieu|opinions")["seen"])).json()
    assert found["cells"]["bac-lieu|opinions_province"]["flag"] == ""


# Many ----------------------------------------------------------------------------------------------------------------
def test_seventy_two_values_land_in_one_sending(client: Client, cast: Cast) -> None:
    client.force_login(cast.secretary)
    codes = [column["id"] for column in page(client)["columns"]][:12]
    cells = [wish(code, number, office=office) for office in cast.offices for number, code in enumerate(codes)]
    assert results(save(client, *cells)) == ["saved"] * 72
    assert DirectFigure.objects.alive().count() == 72


def test_one_refusal_never_loses_the_others(clerk: Client) -> None:
    found = save(clerk, wish("voters", 5), wish("gifts", -3), wish("nonsense", 1), wish("surveys", 2))
    assert results(found) == ["saved", "refused", "refused", "saved"]
    assert [each["id"] for each in found] == [
        "bac-lieu-voters-2019-01-01", "bac-lieu-gifts-2019-01-01", "bac-lieu-nonsense-2019-01-01",
        "bac-lieu-surveys-2019-01-01",
    ]  # fmt: skip
    assert living() == {"bac-lieu voters 01": 5, "bac-lieu surveys 01": 2}


def test_a_repeated_sending_only_reads_whatever_its_length(clerk: Client, costs: Callable[..., None]) -> None:
    codes = ["voters", "gifts", "petitions_received"]
    sent: list[dict[str, Any]] = []

    def add(number: int) -> None:
        sent.extend(wish(code, 5) for code in codes[len(sent) : len(sent) + number])
        save(clerk, *sent)

    costs(20, add=add, read=lambda: save(clerk, *sent))


@pytest.mark.parametrize("times", [1, 3])
def test_each_further_cell_costs_four_statements(clerk: Client, django_assert_num_queries: Any, times: int) -> None:
    """The former row, the new one, a savepoint and its end. The audit is written by triggers."""
    codes = ["voters", "gifts", "petitions_received"][:times]
    first = save(clerk, *(wish(code, 1) for code in codes))  # what is loaded once for all is not counted
    seen = [each["cell"]["seen"] for each in first]
    with django_assert_num_queries(20 + 4 * times):
        save(clerk, *(wish(code, 2, seen=pk) for code, pk in zip(codes, seen, strict=True)))
