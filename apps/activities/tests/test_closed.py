"""After the closing day nobody changes what an office's period says, unless an extension is in force."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.test import Client
from django.utils import timezone, translation
from pytest_django import DjangoAssertNumQueries

from apps.activities import actions
from apps.activities.actions import CellWish, Changed, NewRecord, Wish
from apps.activities.enums import CellResult, ImportState, Kind
from apps.activities.evidenced import Line
from apps.activities.imports import apply, undo_import
from apps.activities.models import DirectFigure, Evidence, Record
from apps.activities.tests.factories import SupervisionFactory, VoterMeetingFactory
from apps.activities.tests.test_import_undo import imported, living
from apps.activities.tests.workbooks import LISTS, form, previewed
from apps.campaigns.models import Extension, Period
from apps.files.tests.samples import PDF
from apps.indicators.models import Indicator
from apps.offices.models import Office
from tests.cast import Cast

MARCH, AUGUST = date(2019, 3, 1), date(2019, 8, 1)
H1 = {"starts_on": date(2019, 1, 1), "ends_on": date(2019, 6, 30)}
YEAR = {"starts_on": date(2019, 1, 1), "ends_on": date(2019, 12, 31)}


def close(period: Period, on: date = date(2019, 7, 15)) -> None:
    Period.objects.filter(pk=period.pk).update(closes_on=on)
    period.closes_on = on


def extend(cast: Cast, office: Office, days: int = 3, period: Period | None = None) -> Extension:
    until = timezone.localdate() + timedelta(days=days)
    return Extension.objects.create(
        period=period or cast.first_half, office=office, reason="Chờ số liệu", wanted_until=until, asked_by=cast.clerk,
        granted_until=until, decided_at=timezone.now(), decided_by=cast.secretary,
    )  # fmt: skip


def meeting(day: date) -> dict[str, Any]:
    return {"starts_on": day, "title": "Tiếp công dân"}


class Desk:
    """What was there before the closing, and every way of changing it."""

    def __init__(self, cast: Cast) -> None:
        self.cast = cast
        made: Any = SupervisionFactory(record__office=cast.office, record__starts_on=MARCH)
        self.record: Record = made.record
        later: Any = VoterMeetingFactory(record__office=cast.office, record__starts_on=AUGUST)
        self.later: Record = later.record
        self.row = actions.add_recommendation(
            record=self.record, cluster=cast.cluster, values={"text": "Bố trí kinh phí"}, by=cast.clerk
        )
        lost: Any = SupervisionFactory(record__office=cast.office, record__starts_on=MARCH)
        self.gone: Record = lost.record
        actions.delete_record(record=self.gone, cluster=cast.cluster, by=cast.clerk)
        self.indicator = Indicator.objects.get(code="headcount")
        self.figure = self.state(cast.clerk)
        self.line = Line(cluster=cast.cluster, record=self.record)
        [kept] = actions.attach_evidence(line=self.line, files=[self.file(b"")], by=cast.clerk)
        assert kept.evidence is not None
        self.evidence: Evidence = kept.evidence
        [kept] = actions.attach_evidence(line=self.line, files=[self.file(b" ")], by=cast.clerk)
        assert kept.evidence is not None
        self.removed: Evidence = kept.evidence
        actions.remove_evidence(evidence=self.removed, cluster=cast.cluster, by=cast.clerk)
        for each in (self.record, self.later, self.gone, self.row, self.figure, self.evidence, self.removed):
            each.refresh_from_db()

    @staticmethod
    def file(more: bytes) -> ContentFile[bytes]:
        return ContentFile(PDF + more, name=f"bien ban {len(more)}.pdf")

    def state(self, by: Any, span: Any = H1, value: int = 12) -> DirectFigure:
        return actions.state_figure(
            indicator=self.indicator, cluster=self.cast.cluster, office=self.cast.office, value=value, by=by, **span
        )


def create(desk: Desk, by: Any) -> None:
    actions.create_record(
        kind=Kind.CITIZEN_RECEPTION, cluster=desk.cast.cluster, office=desk.cast.office, values=meeting(MARCH),
        detail={"visits": 3}, by=by,
    )  # fmt: skip


def create_many(desk: Desk, by: Any) -> None:
    row = NewRecord(Kind.CITIZEN_RECEPTION, desk.cast.office, meeting(MARCH), {"visits": 3})
    actions.create_records(rows=[row], cluster=desk.cast.cluster, by=by)


def change(desk: Desk, by: Any) -> None:
    actions.update_record(
        record=desk.record, cluster=desk.cast.cluster, version=desk.record.version, values={"title": "Khác"},
        detail={}, by=by,
    )  # fmt: skip


def move_out(desk: Desk, by: Any) -> None:
    actions.update_record(
        record=desk.record, cluster=desk.cast.cluster, version=desk.record.version, values={"starts_on": AUGUST},
        detail={}, by=by,
    )  # fmt: skip


def move_in(desk: Desk, by: Any) -> None:
    actions.update_record(
        record=desk.later, cluster=desk.cast.cluster, version=desk.later.version, values={"starts_on": MARCH},
        detail={}, by=by,
    )  # fmt: skip


def change_many(desk: Desk, by: Any) -> None:
    changed = Changed(desk.record.pk, desk.record.version, {"title": "Khác"}, {})
    actions.update_records(changes=[changed], cluster=desk.cast.cluster, by=by)


def move_in_many(desk: Desk, by: Any) -> None:
    changed = Changed(desk.later.pk, desk.later.version, {"starts_on": MARCH}, {})
    actions.update_records(changes=[changed], cluster=desk.cast.cluster, by=by)


def wish(desk: Desk, by: Any) -> None:
    wished = Wish(indicator=desk.indicator, blank=False, value=13, seen=desk.figure.pk)
    actions.state_figures(wishes=[wished], cluster=desk.cast.cluster, office=desk.cast.office, by=by, **H1)


def another_file(desk: Desk, by: Any) -> None:
    [outcome] = actions.attach_evidence(line=desk.line, files=[desk.file(b"  ")], by=by)
    if outcome.refusal:
        raise ValidationError(outcome.refusal, code="closed")


WRITES: dict[str, Callable[[Desk, Any], object]] = {
    "create": create,
    "create many": create_many,
    "change": change,
    "move out of it": move_out,
    "move into it": move_in,
    "change many": change_many,
    "move many into it": move_in_many,
    "delete": lambda desk, by: actions.delete_record(record=desk.record, cluster=desk.cast.cluster, by=by),
    "restore": lambda desk, by: actions.restore_record(record=desk.gone, cluster=desk.cast.cluster, by=by),
    "add a recommendation": lambda desk, by: actions.add_recommendation(
        record=desk.record, cluster=desk.cast.cluster, values={"text": "Thêm"}, by=by
    ),
    "change a recommendation": lambda desk, by: actions.change_recommendation(
        row=desk.row, cluster=desk.cast.cluster, version=desk.row.version, values={"text": "Khác"}, by=by
    ),
    "delete a recommendation": lambda desk, by: actions.delete_recommendation(
        row=desk.row, cluster=desk.cast.cluster, by=by
    ),
    "restore a recommendation": lambda desk, by: actions.restore_recommendation(
        row=desk.row, cluster=desk.cast.cluster, by=by
    ),
    "state a figure": lambda desk, by: desk.state(by, value=13),
    "state figures": wish,
    "withdraw a figure": lambda desk, by: actions.withdraw_figure(figure=desk.figure, cluster=desk.cast.cluster, by=by),
    "attach": another_file,
    "link": lambda desk, by: actions.link_evidence(line=desk.line, sources=[], by=by),
    "rename a file": lambda desk, by: actions.rename_evidence(
        evidence=desk.evidence, cluster=desk.cast.cluster, name="khac.pdf", seen=desk.evidence.name, by=by
    ),
    "remove a file": lambda desk, by: actions.remove_evidence(evidence=desk.evidence, cluster=desk.cast.cluster, by=by),
    "restore a file": lambda desk, by: actions.restore_evidence(
        evidence=desk.removed, cluster=desk.cast.cluster, by=by
    ),
}


@pytest.fixture
def vietnamese() -> Iterator[None]:
    with translation.override("vi"):
        yield


@pytest.mark.usefixtures("vietnamese")
@pytest.mark.parametrize("write", WRITES, ids=str)
def test_no_write_gets_through_and_all_do_with_an_extension(cast: Cast, write: str) -> None:
    desk = Desk(cast)
    close(cast.first_half)
    before = living()
    for by in (cast.clerk, cast.head, cast.secretary):  # the secretariat on behalf included
        with pytest.raises(ValidationError) as caught:
            WRITES[write](desk, by)
        assert caught.value.messages == [
            "Số liệu 6 tháng đầu năm 2019 của Bạc Liêu đã chốt ngày 15/07/2019; đề nghị gia hạn nếu cần sửa."
        ]
        assert living() == before
    extend(cast, cast.other_office)  # another office's extension opens nothing here
    with pytest.raises(ValidationError):
        WRITES[write](desk, cast.clerk)
    extend(cast, cast.office, days=0)  # its last day is open
    WRITES[write](desk, cast.clerk)


def test_every_write_of_records_figures_and_evidence_is_in_the_table() -> None:
    """A new action that enters or changes must be added to WRITES above, or named here with its reason."""
    elsewhere = {
        "save_cells", "attach_file",  # below; called by attach_evidence
        "add_limit", "end_limit", "save_kind", "continue_kind", "end_kind", "delete_kind", "save_own_indicator",
        "continue_own_indicator", "end_own_indicator", "delete_own_indicator",  # definitions, no office's figures
        "draft_law", "count_recommendations", "hold_statements", "recount", "refuse_unless_entering", "has_rows",
        "batches_without_due_day", "recommendations_counted_wrong", "records_count_where_they_should", "counted_on",
        "year_of",
    }  # fmt: skip
    written = {
        "create_record", "create_records", "update_record", "update_records", "delete_record", "restore_record",
        "add_recommendation", "change_recommendation", "delete_recommendation", "restore_recommendation",
        "state_figure", "state_figures", "withdraw_figure", "attach_evidence", "link_evidence", "rename_evidence",
        "remove_evidence", "restore_evidence",
    }  # fmt: skip
    verbs = {name for name in actions.__all__ if not isinstance(getattr(actions, name), type)}
    assert verbs == elsewhere | written


def test_the_clusters_own_line_and_other_periods_stay_open(cast: Cast) -> None:
    close(cast.first_half)
    for office, day, by in (
        (None, MARCH, cast.secretary), (cast.office, AUGUST, cast.clerk), (cast.office, AUGUST, cast.secretary),
    ):  # fmt: skip
        actions.create_record(
            kind=Kind.CITIZEN_RECEPTION, cluster=cast.cluster, office=office, values=meeting(day),
            detail={"visits": 1}, by=by,
        )  # fmt: skip
    assert Record.objects.count() == 3


def test_what_is_attached_to_the_conference_counts_in_the_closed_half(cast: Cast) -> None:
    close(cast.first_half)
    with pytest.raises(ValidationError) as caught:
        actions.create_record(
            kind=Kind.CITIZEN_RECEPTION, cluster=cast.cluster, office=cast.office, detail={"visits": 1}, by=cast.clerk,
            values={**meeting(date(2019, 7, 4)), "conference": cast.conference},
        )  # fmt: skip
    assert caught.value.code == "closed"


def test_the_years_closing_day_closes_only_what_is_stated_for_the_year(cast: Cast) -> None:
    desk = Desk(cast)
    close(cast.year)
    WRITES["change"](desk, cast.clerk)
    WRITES["state figures"](desk, cast.clerk)
    with pytest.raises(ValidationError) as caught:
        desk.state(cast.clerk, span=YEAR)
    assert caught.value.code == "closed"


# The grid -------------------------------------------------------------------------------------------------------------
def test_a_refused_cell_says_why_and_the_others_are_saved(cast: Cast) -> None:
    close(cast.first_half)
    extend(cast, cast.other_office)
    indicator = Indicator.objects.get(code="headcount")
    cells = [
        CellWish(office=office, wish=Wish(indicator=indicator, blank=False, value=9), **H1)
        for office in (cast.office, cast.other_office, None)
    ]
    answers = actions.save_cells(cells=cells, cluster=cast.cluster, by=cast.secretary)
    assert [each.result for each in answers] == [CellResult.REFUSED, CellResult.SAVED, CellResult.SAVED]
    assert "15/07/2019" in answers[0].reason
    assert set(DirectFigure.objects.alive().values_list("office__code", flat=True)) == {"hau-giang", None}


# Imports --------------------------------------------------------------------------------------------------------------
def test_rows_of_closed_offices_are_left_out_and_named_and_the_others_entered(cast: Cast) -> None:
    close(cast.first_half)
    extend(cast, cast.office)
    whole = previewed(cast, LISTS)
    assert whole.state == ImportState.PREVIEWED
    found = apply(import_id=whole.pk, by=cast.secretary)
    owners = set(Record.objects.values_list("office__code", flat=True))
    assert owners <= {"bac-lieu", None}
    assert "bac-lieu" in owners
    named = [each for each in found.outcome["warnings"] if each["code"] == "closed"]
    assert found.outcome["closed"] > 0
    assert named
    assert all(each["row"] and each["params"]["day"] == "15/07/2019" for each in named)
    assert {each["params"]["office"] for each in named}.isdisjoint({"Bạc Liêu"})


def test_a_form_of_a_closed_office_states_nothing(cast: Cast) -> None:
    close(cast.first_half)
    found = previewed(cast, form("bac-lieu"), by=cast.clerk)
    apply(import_id=found.pk, by=cast.clerk)
    assert not DirectFigure.objects.exists()
    assert found.outcome["closed"] >= 1


def test_a_closed_import_is_not_undone(cast: Cast, client: Client) -> None:
    found = imported(cast, form("bac-lieu"), by=cast.clerk)
    close(cast.first_half)
    before = living()
    with pytest.raises(ValidationError) as caught:
        undo_import(import_id=found.pk, by=cast.clerk)
    assert "15/07/2019" in " ".join(caught.value.messages)
    assert living() == before
    client.force_login(cast.clerk)
    page = client.get(f"/c/cum-9/2019H1/imports/{found.pk}/undo/").content.decode()
    assert "15/07/2019" in page
    extend(cast, cast.office)
    undo_import(import_id=found.pk, by=cast.clerk)
    assert not DirectFigure.objects.alive().exists()


# What pages say -------------------------------------------------------------------------------------------------------
PAGES = ("grid/", "stated/", "imports/", "records/new/supervision/")


@pytest.mark.parametrize("page", PAGES)
def test_pages_of_entry_say_it_beforehand_with_the_way_out(cast: Cast, client: Client, page: str) -> None:
    client.force_login(cast.clerk)
    here, link = f"/c/cum-9/2019H1/{page}", "/c/cum-9/2019H1/extensions/"
    assert link not in client.get(here).content.decode()
    close(cast.first_half)
    shown = client.get(here).content.decode()
    assert "Số liệu 6 tháng đầu năm 2019 đã chốt từ ngày 15/07/2019" in shown
    assert link in shown
    extend(cast, cast.office)
    assert "có gia hạn" in client.get(here).content.decode()


def test_a_refused_form_keeps_what_was_typed(cast: Cast, client: Client) -> None:
    close(cast.first_half)
    client.force_login(cast.clerk)
    answer: Any = client.post(
        "/c/cum-9/2019H1/records/new/citizen_reception/",
        {"starts_on": "01/03/2019", "visits": "7", "kind": "periodic", "owner": "bac-lieu"},
    )
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "đã chốt ngày 15/07/2019" in page
    assert 'value="7"' in page


def test_a_refused_deletion_says_why(cast: Cast, client: Client) -> None:
    desk = Desk(cast)
    close(cast.first_half)
    client.force_login(cast.clerk)
    for verb in (f"{desk.record.pk}/delete", f"{desk.gone.pk}/restore"):
        page = client.post(f"/c/cum-9/2019H1/records/{verb}/", follow=True).content.decode()
        assert "đã chốt ngày 15/07/2019" in page


@pytest.mark.parametrize("rows", [1, 3])
def test_a_closing_day_costs_one_query_however_many_rows(
    cast: Cast, rows: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    many = [NewRecord(Kind.CITIZEN_RECEPTION, cast.office, meeting(MARCH), {"visits": n}) for n in range(rows)]
    close(cast.first_half)
    extend(cast, cast.office)
    actions.create_records(rows=[], cluster=cast.cluster, by=cast.clerk)  # roles are read once
    with django_assert_num_queries(9):
        actions.create_records(rows=many, cluster=cast.cluster, by=cast.clerk)
