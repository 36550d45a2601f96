"""The content as it stands now: what belongs to it, what does not, and what it costs to read."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.utils import timezone, translation

from apps.activities.models import DirectFigure, Evidence, Record
from apps.activities.tests.factories import OpinionsFactory, SupervisionFactory
from apps.campaigns.models import Task, TaskProgress
from apps.files.actions import store
from apps.indicators.models import Indicator
from apps.offices.models import Membership, Office
from apps.reports.actions import receive
from apps.reports.content import Content, FigureLine, JustificationLine, RecordLine, TaskLine, digest, live
from apps.reports.enums import ReportState
from apps.reports.models import Justification, Prose
from apps.reports.pages import differences
from apps.reports.standing import standing_of, standings
from apps.reports.tests.house import fill, opened, sent, state, supervision
from tests.cast import Cast


def content(cast: Cast, office: Office | None = None) -> Content:
    asked = office or cast.office
    return live(cast.first_half, [asked])[asked.pk]


def test_nothing_entered_is_no_content(cast: Cast) -> None:
    assert content(cast) == Content()
    assert live(cast.first_half, []) == {}


def test_every_part_is_read(cast: Cast) -> None:
    fill(cast, cast.office)
    record = Record.objects.get()
    found = content(cast)
    assert found.figures["supervisions"] == FigureLine("value", 1)
    assert found.figures["headcount"] == FigureLine("value", 20)
    assert found.figures["gifts"] == FigureLine("none")
    assert "voters" not in found.figures  # missing: neither none nor zero
    parts = {record.recommendation_rows.get().pk: 1}
    assert found.records == {record.pk: RecordLine(1, "supervision", record.title, date(2019, 2, 1), parts)}
    assert found.prose == {"plan": "Kế hoạch"}
    assert found.justifications == {("limit", "s0"): JustificationLine("Vượt", "Đúng")}
    sha = Evidence.objects.get().file.sha256
    assert found.files == {f"record {record.pk}": {sha: "Biên bản 0.pdf"}}
    assert found.tasks == {Task.objects.get().pk: TaskLine("done")}


def test_zero_none_and_missing_are_three_contents(cast: Cast) -> None:
    figure = state(cast, cast.office, "voters", 0)
    zero = content(cast)
    figure.value = None
    figure.save()
    none = content(cast)
    figure.deleted_at = timezone.now()
    figure.save()
    missing = content(cast)
    assert (zero.figures["voters"].state, zero.figures["voters"].value) == ("value", 0)
    assert none.figures["voters"].state == "none"
    assert "voters" not in missing.figures
    assert len({digest(each) for each in (zero, none, missing)}) == 3


def test_offices_are_kept_apart(cast: Cast) -> None:
    fill(cast, cast.office, rows=2)
    fill(cast, cast.other_office)
    both = live(cast.first_half, [cast.office, cast.other_office])
    assert both[cast.office.pk] == content(cast)
    assert both[cast.other_office.pk] == content(cast, cast.other_office)
    assert len(both[cast.office.pk].records) == 2
    assert len(both[cast.other_office.pk].records) == 1
    assert len(both[cast.other_office.pk].files) == 1


def test_what_does_not_count_is_no_content(cast: Cast) -> None:
    """Deleted rows, rows of other days, the cluster's own line, rows from before the office was a member."""
    gone = supervision(cast.office)
    Record.objects.filter(pk=gone.pk).update(deleted_at=timezone.now())
    supervision(cast.office, date(2019, 7, 1))
    SupervisionFactory(record__cluster=cast.cluster)
    assert content(cast) == Content()
    supervision(cast.office, date(2019, 1, 5))
    Membership.objects.filter(office=cast.office).update(valid_from=date(2019, 2, 1))
    assert content(cast) == Content()


def test_evidence_of_stated_figures_is_read_with_its_days(cast: Cast) -> None:
    file = store(content=b"x", name="x.pdf", content_type="application/pdf", by=None)
    voters = Indicator.objects.get(code="voters")
    for ends_on in (date(2019, 3, 31), date(2019, 7, 31)):  # the second reaches beyond the period
        Evidence.objects.create(
            file=file,
            name="Bảng.pdf",
            indicator=voters,
            office=cast.office,
            starts_on=date(2019, 1, 1),
            ends_on=ends_on,
        )
    assert content(cast).files == {"figure voters 2019-01-01 2019-03-31": {file.sha256: "Bảng.pdf"}}


def test_what_is_overdue_today_makes_no_report_stale_tomorrow(cast: Cast) -> None:
    row: Any = OpinionsFactory(record__office=cast.office, sent=5, due_on=timezone.localdate() + timedelta(days=1))
    before = content(cast)
    row.due_on = timezone.localdate() - timedelta(days=1)
    row.save(update_fields=["due_on"])
    assert "forwarded_sent" in before.figures
    assert "forwarded_overdue" not in before.figures
    assert content(cast) == before


def test_a_new_indicator_makes_no_report_stale(cast: Cast) -> None:
    fill(cast, cast.office)
    before = content(cast)
    Indicator.objects.create(
        code="moi", name="Chỉ tiêu mới", short_name="Mới", unit="lần", definition="x", aggregation="direct",
        cluster=cast.cluster, first_year=2019,
    )  # fmt: skip
    assert content(cast) == before


OFFICES = ("bac-lieu", "hau-giang", "can-tho")


@pytest.mark.parametrize("rows", [1, 3])
def test_reading_takes_twelve_queries_at_one_and_at_three_offices(
    cast: Cast, django_assert_num_queries: Any, rows: int
) -> None:
    asked = [cast.offices[code] for code in OFFICES]
    for office in asked:
        fill(cast, office, rows)
    for count in (1, 3):
        with django_assert_num_queries(12):
            found = live(cast.first_half, asked[:count])
        assert [len(each.records) for each in found.values()] == [rows] * count


@pytest.mark.parametrize("rows", [1, 3])
def test_standings_take_fourteen_queries(cast: Cast, django_assert_num_queries: Any, rows: int) -> None:
    opened(cast)
    for code in OFFICES[:rows]:
        fill(cast, cast.offices[code], rows)
    version = sent(cast)
    with django_assert_num_queries(14):
        found = standings(cast.first_half)
    assert [each.office.code for each in found] == [*cast.offices]
    with django_assert_num_queries(13):
        alone = standing_of(cast.first_half, cast.office)
    with django_assert_num_queries(0):
        assert alone.version is not None
        assert (alone.version, alone.changed, alone.open_questions) == (version, False, 0)
        assert alone.version.sent_by == cast.head
        assert alone.version.report.period == cast.first_half
        assert alone.difference.is_empty
    assert next(each for each in found if each.office == cast.office) == alone


def test_prose_without_text_is_no_content(cast: Cast) -> None:
    report = fill(cast, cast.office)
    before = content(cast)
    Prose.objects.create(report=report, section="proposals", text="")
    assert content(cast) == before
    Justification.objects.all().delete()
    TaskProgress.objects.all().delete()
    assert content(cast) != before


def test_the_wording_of_ones_own_tasks_and_the_notes_of_figures_belong_to_it(cast: Cast) -> None:
    opened(cast)
    fill(cast, cast.office)
    own = Task.objects.create(period=cast.first_half, position=8, text="Hội nghị tại Bạc Liêu", owner=cast.office)
    TaskProgress.objects.create(task=own, office=cast.office, state="under_way")
    figure = state(cast, cast.office, "voters", 120)
    figure.note = "Tính cả hội nghị ngày 02/4"
    figure.save(update_fields=["note"])
    version = sent(cast)
    receive(version=version, by=cast.secretary)
    assert standing_of(cast.first_half, cast.office).state == ReportState.RECEIVED

    Task.objects.filter(owner=None).update(text="Việc chung, nói cách khác")  # everybody's: the cluster's own words
    assert standing_of(cast.first_half, cast.office).state == ReportState.RECEIVED
    own.text = "Hội nghị tại Cà Mau"
    own.save(update_fields=["text"])
    figure.note = ""
    figure.save(update_fields=["note"])
    stands = standing_of(cast.first_half, cast.office)
    assert stands.state == ReportState.STALE
    with translation.override("vi"):
        told = differences.told(
            stands.sent, stands.live, Indicator.objects.for_cluster(cast.cluster, 2019), cast.first_half
        )
    said = {change.subject: (change.before, change.after) for part in told.parts for change in part.changes}
    assert said == {
        f"{figure.indicator.name} · 01/01/2019–30/06/2019": ("Tính cả hội nghị ngày 02/4", ""),
        "Hội nghị tại Cà Mau": (
            "“Hội nghị tại Bạc Liêu” – đang thực hiện", "“Hội nghị tại Cà Mau” – đang thực hiện"
        ),
    }  # fmt: skip


def test_notes_of_other_days_deleted_or_of_others_are_no_content(cast: Cast) -> None:
    state(cast, cast.other_office, "voters", 3)
    gone = state(cast, cast.office, "voters", 3)
    gone.deleted_at = timezone.now()
    gone.save(update_fields=["deleted_at"])
    beyond = state(cast, cast.office, "gifts", 3)
    beyond.ends_on = date(2019, 7, 31)
    beyond.save(update_fields=["ends_on"])
    DirectFigure.objects.update(note="Ghi chú")
    assert content(cast).notes == {}
    assert [*content(cast, cast.other_office).notes.values()] == ["Ghi chú"]
