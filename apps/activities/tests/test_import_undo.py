"""Undoing a whole import: everything as before, once, and never where something was built on it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.apps import apps as registry
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connection
from django.urls import reverse
from django.utils import timezone

from apps.activities import issued
from apps.activities.actions import delete_record, draft_law, state_figure, update_record, withdraw_figure
from apps.activities.enums import ImportState
from apps.activities.imports import apply, undo_import
from apps.activities.imports.obstacles import (
    CHANGED,
    DELETED,
    EVIDENCE,
    PUBLISHED,
    RECOMMENDATIONS,
    STATED_ANEW,
    obstacles,
)
from apps.activities.models import (
    DETAILS,
    DirectFigure,
    DraftLaw,
    Evidence,
    Import,
    ImportChange,
    Recommendation,
    Record,
)
from apps.activities.tests.factories import SupervisionFactory
from apps.activities.tests.test_import_at_once import at_once
from apps.activities.tests.workbooks import LISTS, form, previewed, spoilt
from apps.files.actions import store
from apps.indicators.models import Indicator
from apps.indicators.reading import Window, figures
from tests.cast import Cast, make_cast


def imported(cast: Cast, content: Any = LISTS, by: Any = None) -> Import:
    return apply(import_id=previewed(cast, content, by=by or cast.secretary).pk, by=by or cast.secretary)


def living() -> list[tuple[str, str]]:
    """Every living row of what activities hold, byte for byte."""
    alive = {"activities_record": "t.deleted_at IS NULL", "activities_directfigure": "t.deleted_at IS NULL"}
    alive |= {
        model._meta.db_table: "t.record_id IN (SELECT id FROM activities_record WHERE deleted_at IS NULL)"
        for model in DETAILS.values()
    }
    tables = [*alive, "activities_evidence", "activities_recommendation", "activities_mapping"]
    found = []
    with connection.cursor() as cursor:
        for table in tables:
            cursor.execute(f"SELECT to_jsonb(t)::text FROM {table} t WHERE {alive.get(table, 'true')} ORDER BY 1")
            found += [(table, text) for (text,) in cursor.fetchall()]
    return found


def newer_form(book: Any) -> None:
    book.active["L9"] = book.active["L10"] = "2.300"
    book.active["C9"] = book.active["C10"] = None


def test_everything_stands_as_before(cast: Cast) -> None:
    SupervisionFactory(record__office=cast.office)
    imported(cast, form("bac-lieu"), by=cast.clerk)
    before = living()
    found = imported(cast, spoilt(form("bac-lieu"), newer_form), by=cast.clerk)
    assert found.outcome["counts"]["replaced"]
    lists = imported(cast)
    assert living() != before
    undo_import(import_id=lists.pk, by=cast.secretary)
    undo_import(import_id=found.pk, by=cast.clerk)
    assert living() == before
    found.refresh_from_db()
    assert (found.state, found.undone_by, bool(found.undone_at)) == (ImportState.UNDONE, cast.clerk, True)


def test_figures_are_as_before_and_the_file_can_be_imported_again(cast: Cast) -> None:
    window = Window(cast.first_half.starts_on, cast.first_half.ends_on)
    indicators = list(Indicator.objects.for_cluster(cast.cluster, 2019))

    def read() -> list[tuple[str, Any]]:
        found = figures(
            indicators, cluster=cast.cluster, offices=[o.pk for o in cast.offices.values()], windows=[window]
        )
        return [
            (each.code, found.of(each.code, office.pk, window).value)
            for each in indicators
            for office in cast.offices.values()
        ]

    before = read()
    first = imported(cast)
    after = read()
    assert after != before
    undo_import(import_id=first.pk, by=cast.secretary)
    assert read() == before
    again = imported(cast)
    assert again.outcome["counts"] == first.outcome["counts"]
    assert read() == after


def test_a_withdrawn_figure_lives_again_as_the_same_row(cast: Cast) -> None:
    imported(cast, form("bac-lieu"), by=cast.clerk)
    before = {figure.pk: figure.value for figure in DirectFigure.objects.alive()}

    def blank(book: Any) -> None:
        book.active["L9"] = book.active["L10"] = None

    found = imported(cast, spoilt(form("bac-lieu"), blank), by=cast.clerk)
    assert found.outcome["counts"]["withdrawn"] == 1
    undo_import(import_id=found.pk, by=cast.clerk)
    assert {figure.pk: figure.value for figure in DirectFigure.objects.alive()} == before


def test_a_second_call_changes_nothing(cast: Cast) -> None:
    found = imported(cast)
    undo_import(import_id=found.pk, by=cast.secretary)
    at = Import.objects.get(pk=found.pk).undone_at
    again = imported(cast)
    undo_import(import_id=found.pk, by=cast.secretary)
    assert Import.objects.get(pk=found.pk).undone_at == at
    assert Record.objects.alive().filter(imported_by=again).count() == 135


@pytest.mark.django_db(transaction=True)
def test_two_tabs_undo_once() -> None:
    cast = make_cast()
    found = imported(cast)
    answers = at_once([found, found], cast.secretary, act=undo_import)
    assert answers == [found.pk, found.pk]
    assert not Record.objects.alive().exists()
    assert not DirectFigure.objects.alive().exists()


def test_what_was_not_imported_is_not_undone(cast: Cast) -> None:
    found = previewed(cast, LISTS)
    with pytest.raises(ValidationError) as refused:
        undo_import(import_id=found.pk, by=cast.secretary)
    assert refused.value.code == "not_applied"


# Built on it ---------------------------------------------------------------------------------------------------------
def _record(found: Import, kind: str = "supervision") -> Record:
    record = Record.objects.alive().with_details().filter(imported_by=found, kind=kind).order_by("pk").first()
    assert record is not None
    return record


def _change(cast: Cast, found: Import) -> None:
    values = {"title": "Chuyên đề đã sửa"}
    update_record(record=_record(found), cluster=cast.cluster, version=1, values=values, detail={}, by=cast.secretary)


def _delete(cast: Cast, found: Import) -> None:
    delete_record(record=_record(found), cluster=cast.cluster, by=cast.secretary)


def _evidence(cast: Cast, **line: object) -> None:
    file = store(content=b"a", name="a.pdf", content_type="application/pdf", by=None)
    Evidence.objects.create(file=file, name="a.pdf", **line)


def _evidence_on_a_record(cast: Cast, found: Import) -> None:
    _evidence(cast, record=_record(found))


def _recommend(cast: Cast, found: Import) -> None:
    Recommendation.objects.create(record=_record(found), addressee="UBND tỉnh", text="Đề nghị")


def _line(found: Import) -> dict[str, Any]:
    figure = DirectFigure.objects.alive().filter(imported_by=found).order_by("pk").first()
    assert figure is not None
    names = ("indicator", "office", "cluster", "starts_on", "ends_on")
    return {"figure": figure, "line": {name: getattr(figure, name) for name in names}}


def _evidence_on_a_figure(cast: Cast, found: Import) -> None:
    _evidence(cast, **_line(found)["line"])


def _state_anew(cast: Cast, found: Import) -> None:
    state_figure(**{**_line(found)["line"], "cluster": cast.cluster}, value=77, by=cast.secretary)


def _withdraw(cast: Cast, found: Import) -> None:
    withdraw_figure(figure=_line(found)["figure"], cluster=cast.cluster, by=cast.secretary)


@pytest.mark.parametrize(
    ("build", "why"),
    [
        (_change, CHANGED), (_delete, DELETED), (_evidence_on_a_record, EVIDENCE), (_recommend, RECOMMENDATIONS),
        (_evidence_on_a_figure, EVIDENCE), (_state_anew, STATED_ANEW), (_withdraw, STATED_ANEW),
    ],
)  # fmt: skip
def test_it_stays_where_something_was_built_on_it(
    cast: Cast, build: Callable[[Cast, Import], None], why: object
) -> None:
    found = imported(cast)
    build(cast, found)
    before = living()
    built = obstacles(found)
    assert ([each.why for each in built.shown], built.count) == ([why], 1)
    with pytest.raises(ValidationError) as refused:
        undo_import(import_id=found.pk, by=cast.secretary)
    assert refused.value.code == "built_on"
    assert living() == before
    assert Import.objects.get(pk=found.pk).state == ImportState.APPLIED


def test_a_line_that_was_only_cleared_and_is_stated_anew(cast: Cast) -> None:
    imported(cast, form("bac-lieu"), by=cast.clerk)

    def blank(book: Any) -> None:
        book.active["L9"] = book.active["L10"] = None

    found = imported(cast, spoilt(form("bac-lieu"), blank), by=cast.clerk)
    former = ImportChange.objects.get(origin=found).figure
    assert former is not None
    state_figure(
        indicator=former.indicator, cluster=cast.cluster, office=cast.office, value=5, by=cast.clerk,
        starts_on=former.starts_on, ends_on=former.ends_on,
    )  # fmt: skip
    built = obstacles(found)
    assert [(each.why, each.figure) for each in built.shown] == [(STATED_ANEW, former)]


def test_what_was_there_before_stands_in_no_way(cast: Cast) -> None:
    """Evidence beside a figure that the import then replaced, and a paper that went out before."""
    first = imported(cast, form("bac-lieu"), by=cast.clerk)
    _evidence(cast, **_line(first)["line"])
    found = imported(cast, spoilt(form("bac-lieu"), newer_form), by=cast.clerk)
    assert obstacles(found).count == 0
    assert obstacles(first).count > 0  # the newer form replaced some of it


def test_imports_are_undone_from_the_last_one_back(cast: Cast) -> None:
    first = imported(cast, form("bac-lieu"), by=cast.clerk)
    second = imported(cast, spoilt(form("bac-lieu"), newer_form), by=cast.clerk)
    with pytest.raises(ValidationError):
        undo_import(import_id=first.pk, by=cast.clerk)
    undo_import(import_id=second.pk, by=cast.clerk)
    undo_import(import_id=first.pk, by=cast.clerk)
    assert not DirectFigure.objects.alive().exists()


@pytest.mark.parametrize(("days", "later", "count"), [("in", True, 1), ("in", False, 0), ("out", True, 0)])
def test_a_paper_that_went_out(cast: Cast, monkeypatch, days: str, later: bool, count: int) -> None:
    before = timezone.now()
    found = imported(cast)
    half = cast.first_half if days == "in" else cast.second_half
    paper = issued.Issued("Báo cáo", timezone.now() if later else before, half.starts_on, half.ends_on, "/bao-cao/")
    monkeypatch.setattr(issued, "_papers", [lambda cluster: [paper]])
    built = obstacles(found)
    assert built.count == count
    assert [(each.why, each.paper) for each in built.shown] == [(PUBLISHED, paper)] * count


def test_whatever_points_at_a_record_was_thought_of() -> None:
    """A new table that hangs on records must be asked before an import is undone; but questions on an office's report
    stay with the report, and the rows that undoing marks as deleted stay where they are."""
    known = {*DETAILS.values(), Evidence, Recommendation, ImportChange, registry.get_model("reports", "Question")}
    fields = Record._meta.get_fields(include_hidden=True)
    pointing = {field.related_model for field in fields if field.auto_created and not field.concrete}
    assert {model for model in pointing if model and not model.__name__.endswith("Event")} == known


# Draft laws ----------------------------------------------------------------------------------------------------------
def test_draft_laws_that_it_brought_are_offered_no_more(cast: Cast) -> None:
    kept = draft_law(name="Luật của người khác", by=None)
    found = imported(cast)
    record = _record(found, "law_consultation")
    name = record.law_consultation.draft.name
    assert DraftLaw.objects.in_use().filter(name=name).exists()
    undo_import(import_id=found.pk, by=cast.secretary)
    assert not DraftLaw.objects.in_use().exists()
    assert draft_law(name=name.upper(), by=None).name == name.upper()
    kept.refresh_from_db()
    assert kept.name == "Luật của người khác"


def test_a_draft_law_in_use_keeps_its_spelling(cast: Cast) -> None:
    name = _record(imported(cast), "law_consultation").law_consultation.draft.name
    assert draft_law(name=name.upper(), by=None).name == name


# Who, and the pages --------------------------------------------------------------------------------------------------
def address(cast: Cast, name: str, *more: object) -> str:
    return reverse(f"activities:{name}", args=[cast.cluster.code, cast.first_half.code, *more])


WHO = (("clerk", 200), ("secretary", 200), ("head", 404), ("other", 404), ("leader", 404), ("stranger", 404))


@pytest.mark.parametrize(("role", "status"), WHO)
def test_who_undoes(cast: Cast, client, role: str, status: int) -> None:
    found = imported(cast, form("bac-lieu"), by=cast.clerk)
    client.force_login(cast.people[role])
    assert client.get(address(cast, "undo", found.pk)).status_code == status
    answer = client.post(address(cast, "undo", found.pk))
    assert answer.status_code == (302 if status == 200 else status)
    found.refresh_from_db()
    assert found.state == (ImportState.UNDONE if status == 200 else ImportState.APPLIED)
    if status == 404:
        with pytest.raises(PermissionDenied):
            undo_import(import_id=found.pk, by=cast.people[role])  # type: ignore[arg-type]


def test_who_no_longer_enters_for_the_office_undoes_nothing(cast: Cast, client) -> None:
    found = imported(cast, form("bac-lieu"), by=cast.clerk)
    cast.clerk.roles.update(office=cast.other_office)
    client.force_login(cast.clerk)
    assert client.get(address(cast, "import", found.pk)).status_code == 200
    assert client.get(address(cast, "undo", found.pk)).status_code == 403
    assert client.post(address(cast, "undo", found.pk)).status_code == 403
    assert DirectFigure.objects.alive().filter(imported_by=found).exists()


def test_the_pages_of_undoing(cast: Cast, client) -> None:
    client.force_login(cast.secretary)
    found = imported(cast)
    assert address(cast, "undo", found.pk) in client.get(address(cast, "import", found.pk)).content.decode()
    asked = client.get(address(cast, "undo", found.pk))
    assert (asked.context["extent"].removed, asked.context["extent"].withdrawn) == (135, 42)
    done = client.post(address(cast, "undo", found.pk), follow=True).content.decode()
    assert "Đã hoàn tác lần nhập này" in done
    assert address(cast, "undo", found.pk) not in done
    assert "đã hoàn tác" in client.get(address(cast, "imports")).content.decode()


def test_what_was_built_on_it_is_named_with_links_and_counted(cast: Cast, client) -> None:
    client.force_login(cast.secretary)
    found = imported(cast)
    for record in Record.objects.filter(imported_by=found, kind="voter_meeting").order_by("pk")[:22]:
        delete_record(record=record, cluster=cast.cluster, by=cast.secretary)
    _change(cast, found)
    answer = client.post(address(cast, "undo", found.pk))
    page = answer.content.decode()
    assert answer.status_code == 409
    assert (len(answer.context["lines"]), answer.context["further"]) == (20, 3)
    assert answer.context["lines"][0].url in page
    assert "và 3 chỗ khác" in page
    assert Record.objects.alive().filter(imported_by=found).count() == 113


@pytest.mark.parametrize("times", [1, 3])
def test_the_page_costs_the_same_however_much_was_built(
    cast: Cast, client, django_assert_num_queries, times: int
) -> None:
    client.force_login(cast.secretary)
    found = imported(cast)
    for record in Record.objects.filter(imported_by=found, kind="supervision")[:times]:
        delete_record(record=record, cluster=cast.cluster, by=cast.secretary)
    here = address(cast, "undo", found.pk)
    client.get(here)
    with django_assert_num_queries(31):
        client.get(here)


def test_it_is_set_based(cast: Cast, django_assert_max_num_queries) -> None:
    found = imported(cast)
    with django_assert_max_num_queries(40):
        undo_import(import_id=found.pk, by=cast.secretary)


def test_history_says_who_undid_it(cast: Cast, client) -> None:
    client.force_login(cast.secretary)
    found = imported(cast)
    record = _record(found)
    undo_import(import_id=found.pk, by=cast.secretary)
    assert "Đã hoàn tác lần nhập" in client.get(address(cast, "import", found.pk)).content.decode()
    assert "Đã hoàn tác lần nhập" in client.get(address(cast, "record", record.pk)).content.decode()
