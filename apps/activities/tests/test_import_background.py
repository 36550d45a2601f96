"""Large workbooks: read and applied by a worker, once, whatever dies; every error kept; nothing half-written."""

from __future__ import annotations

import uuid
from datetime import timedelta

import pytest
from django.db import connection, connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.urls import reverse
from django.utils import timezone

from apps.activities import imports, tasks
from apps.activities.enums import ImportState, PartKind
from apps.activities.imports import parts, work
from apps.activities.models import DirectFigure, Import, ImportPart, Record
from apps.activities.models.imports import ANNOUNCE_AGAIN_AFTER, STALL_AFTER
from apps.activities.tests.workbooks import LISTS, form, previewed, spoilt
from apps.offices.models import Role
from tests.cast import Cast


@pytest.fixture(autouse=True)
def small(settings, monkeypatch) -> list[tuple[str, int]]:
    """A workbook of a hundred rows is large here. Returns what the workers were told."""
    settings.IMPORT_AT_ONCE_ROWS = 100
    told: list[tuple[str, int]] = []

    class App:
        def send_task(self, name: str, args: list[int], **more: object) -> None:
            told.append((name, args[0]))

    monkeypatch.setattr(work, "current_app", App())
    return told


def again(found: Import) -> Import:
    found.refresh_from_db()
    return found


def broken(rows: int) -> bytes:
    def spoil(book) -> None:
        sheet = book["Tiếp xúc cử tri"]
        for number in range(5, 5 + rows):
            sheet.cell(row=number, column=6).value = "nhiều"

    return spoilt(LISTS, spoil)


def test_a_large_workbook_waits_for_a_worker_and_writes_nothing(
    cast: Cast, small, django_capture_on_commit_callbacks
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        found = previewed(cast, LISTS)
    assert found.state == ImportState.READING
    assert found.total == found.outcome["rows"] > 100
    assert small == [("activities.read_import", found.pk)]
    assert not Record.objects.exists()


def test_a_worker_reads_it_as_the_request_would_have(cast: Cast, settings) -> None:
    found = previewed(cast, LISTS)
    assert imports.run_reading(found.pk)
    settings.IMPORT_AT_ONCE_ROWS = 2000
    at_once = previewed(cast, LISTS)
    assert again(found).state == at_once.state == ImportState.PREVIEWED
    assert {key: found.outcome[key] for key in at_once.outcome if key != "rows"} == {
        key: at_once.outcome[key] for key in at_once.outcome if key != "rows"
    }
    assert (found.claim, found.done) == (None, found.total)


def test_a_worker_applies_what_was_confirmed(cast: Cast, small, django_capture_on_commit_callbacks) -> None:
    found = previewed(cast, LISTS)
    tasks.read_import(found.pk)
    with django_capture_on_commit_callbacks(execute=True):
        assert imports.apply(import_id=found.pk, by=cast.secretary).state == ImportState.APPLYING
        assert imports.apply(import_id=found.pk, by=cast.secretary).state == ImportState.APPLYING  # a double click
    assert small[-1] == ("activities.apply_import", found.pk)
    assert [name for name, _pk in small].count("activities.apply_import") == 1
    assert not Record.objects.exists()
    tasks.apply_import(found.pk)
    assert again(found).state == ImportState.APPLIED
    assert found.applied_at is not None
    assert found.confirmed_by == cast.secretary
    assert (Record.objects.count(), DirectFigure.objects.count()) == (135, 42)
    assert set(Record.objects.values_list("imported_by", flat=True)) == {found.pk}


def test_a_task_that_runs_twice_writes_once(cast: Cast) -> None:
    found = previewed(cast, LISTS)
    assert (imports.run_reading(found.pk), imports.run_reading(found.pk)) == (True, False)
    imports.apply(import_id=found.pk, by=cast.secretary)
    assert (imports.run_applying(found.pk), imports.run_applying(found.pk)) == (True, False)
    assert Record.objects.count() == 135


def test_a_small_import_waits_behind_a_large_one(cast: Cast) -> None:
    large = previewed(cast, LISTS)
    imports.run_reading(large.pk)
    imports.apply(import_id=large.pk, by=cast.secretary)
    little = previewed(cast, form("bac-lieu"))
    assert imports.apply(import_id=little.pk, by=cast.secretary).state == ImportState.APPLYING
    assert imports.run_applying(large.pk)
    assert imports.run_applying(little.pk)
    assert again(little).state == ImportState.APPLIED


def test_a_file_that_cannot_be_read_fails_with_words(cast: Cast) -> None:
    found = previewed(cast, LISTS)
    Import.objects.filter(pk=found.pk).update(options={"mapped": "nonsense"})
    with found.file.content.open("wb") as file:
        file.write(b"something else")
    assert not imports.run_reading(found.pk)
    assert again(found).state == ImportState.FAILED
    assert "không phải là tệp đã xem trước" in found.failure


def test_a_file_changed_between_preview_and_confirmation_is_refused(cast: Cast, settings) -> None:
    settings.IMPORT_AT_ONCE_ROWS = 2000
    found = previewed(cast, LISTS)
    with found.file.content.open("wb") as file:
        file.write(form("bac-lieu").read_bytes())
    with pytest.raises(Exception, match="không phải là tệp"):
        imports.apply(import_id=found.pk, by=cast.secretary)
    assert again(found).state == ImportState.PREVIEWED
    assert not Record.objects.exists()
    assert not DirectFigure.objects.exists()


def test_what_changed_since_the_preview_is_shown_and_nothing_written(cast: Cast) -> None:
    found = previewed(cast, LISTS)
    imports.run_reading(found.pk)
    imports.apply(import_id=found.pk, by=cast.secretary)
    cast.conference.delete()  # the gifts belong to it
    imports.run_applying(found.pk)
    assert again(found).state == ImportState.REFUSED
    assert "đã thay đổi kể từ khi xem trước" in found.failure
    assert found.outcome["fault_count"] > 0
    assert not Record.objects.exists()


def test_whoever_lost_the_right_meanwhile_writes_nothing(cast: Cast) -> None:
    found = previewed(cast, LISTS)
    imports.run_reading(found.pk)
    imports.apply(import_id=found.pk, by=cast.secretary)
    Role.objects.filter(user=cast.secretary).delete()
    assert not imports.run_applying(found.pk)
    assert again(found).state == ImportState.FAILED
    assert "không còn quyền" in found.failure
    assert not Record.objects.exists()


# Workers that die ----------------------------------------------------------------------------------------------------
def test_a_dead_worker_s_import_is_taken_up_again(cast: Cast, small, django_capture_on_commit_callbacks) -> None:
    found = previewed(cast, LISTS)
    assert work.claim(found.pk, ImportState.READING)
    assert imports.resume_imports() == []
    later = timezone.now() + STALL_AFTER + timedelta(seconds=1)
    with django_capture_on_commit_callbacks(execute=True):
        assert imports.resume_imports(now=later) == [found.pk]
        assert imports.resume_imports(now=later) == []  # beat twice
    assert small == [("activities.read_import", found.pk)]
    assert imports.run_reading(found.pk)
    assert again(found).attempts == 2


def test_a_worker_that_dies_again_and_again_fails_with_words(cast: Cast) -> None:
    found = previewed(cast, LISTS)
    for _ in range(work.MAX_ATTEMPTS):
        assert work.claim(found.pk, ImportState.READING)
        Import.objects.filter(pk=found.pk).update(claimed_at=timezone.now() - 2 * STALL_AFTER)
        imports.resume_imports()
    assert again(found).state == ImportState.FAILED
    assert "đã dừng 3 lần" in found.failure


def test_an_announcement_that_was_lost_is_made_again(cast: Cast, small, django_capture_on_commit_callbacks) -> None:
    found = previewed(cast, LISTS)
    later = timezone.now() + ANNOUNCE_AGAIN_AFTER + timedelta(seconds=1)
    with django_capture_on_commit_callbacks(execute=True):
        assert imports.resume_imports(now=later) == [found.pk]
        assert imports.resume_imports(now=later) == []
    assert small == [("activities.read_import", found.pk)]


def test_a_worker_thought_dead_that_comes_to_its_end_writes_nothing(cast: Cast, monkeypatch) -> None:
    found = previewed(cast, LISTS)
    imports.run_reading(found.pk)
    imports.apply(import_id=found.pk, by=cast.secretary)
    real = parts.keep

    def given_away(*args: object) -> None:
        Import.objects.filter(pk=found.pk).update(claim=uuid.uuid4())
        real(*args)  # type: ignore[arg-type]

    monkeypatch.setattr(parts, "keep", given_away)
    assert not imports.run_applying(found.pk)
    assert not Record.objects.exists()
    assert again(found).state == ImportState.APPLYING


def test_a_discarded_reading_is_not_finished(cast: Cast, monkeypatch) -> None:
    found = previewed(cast, LISTS)
    real = work.claim

    def and_discard(*args: object) -> object:
        held = real(*args)  # type: ignore[arg-type]
        imports.discard(import_id=found.pk, by=cast.secretary)
        return held

    monkeypatch.setattr(work, "claim", and_discard)
    assert not imports.run_reading(found.pk)
    assert again(found).state == ImportState.REFUSED


def test_a_failed_import_is_read_again(cast: Cast) -> None:
    found = previewed(cast, LISTS)
    Import.objects.filter(pk=found.pk).update(state=ImportState.FAILED, failure="hỏng")
    assert imports.read_again(import_id=found.pk, by=cast.secretary).state == ImportState.READING
    assert imports.run_reading(found.pk)
    assert (again(found).state, found.failure) == (ImportState.PREVIEWED, "")


def test_what_was_applied_is_not_read_again(cast: Cast, settings) -> None:
    settings.IMPORT_AT_ONCE_ROWS = 2000
    found = previewed(cast, form("bac-lieu"))
    imports.apply(import_id=found.pk, by=cast.secretary)
    assert imports.read_again(import_id=found.pk, by=cast.secretary).state == ImportState.APPLIED


# Errors --------------------------------------------------------------------------------------------------------------
def test_all_errors_are_kept_by_pages(cast: Cast, client, monkeypatch, django_assert_num_queries) -> None:
    monkeypatch.setattr(parts, "PER_PAGE", 20)
    monkeypatch.setattr("apps.activities.imports.shown.PER_PAGE", 20)
    found = previewed(cast, broken(50))
    imports.run_reading(found.pk)
    assert again(found).outcome["fault_count"] == 50
    assert len(found.outcome["faults"]) == 20
    rows = [fault.row for fault in imports.faults_of(found)]
    assert rows == list(range(5, 55))
    assert list(ImportPart.objects.filter(what=PartKind.FAULT).values_list("position", flat=True)) == [2, 3]
    client.force_login(cast.secretary)
    address = reverse("activities:import", args=[cast.cluster.code, cast.first_half.code, found.pk])
    first, last, beyond = (client.get(address + query).content.decode() for query in ("", "?page=3", "?page=99"))
    assert "ô F5" in first
    assert "ô F25" not in first
    assert "ô F54" in last
    assert "ô F5<" not in last
    assert "ô F54" in beyond
    imports.read_again(import_id=found.pk, by=cast.secretary)
    imports.run_reading(found.pk)
    assert ImportPart.objects.count() == 2


# Pages ---------------------------------------------------------------------------------------------------------------
def page(cast: Cast, name: str, found: Import) -> str:
    return reverse(f"activities:{name}", args=[cast.cluster.code, cast.first_half.code, found.pk])


def test_the_page_moves_and_is_fetched_anew_at_the_end(cast: Cast, client) -> None:
    client.force_login(cast.secretary)
    found = previewed(cast, LISTS)
    shown = client.get(page(cast, "import", found)).content.decode()
    assert "Đang chờ đến lượt" in shown
    assert f'hx-get="{page(cast, "import_progress", found)}"' in shown
    held = work.claim(found.pk, ImportState.READING)
    assert held
    Import.objects.filter(pk=found.pk).update(done=found.total // 2)
    moving = client.get(page(cast, "import_progress", found))
    assert "Đang đọc và kiểm tra" in moving.content.decode()
    assert "HX-Refresh" not in moving
    Import.objects.filter(pk=found.pk).update(state=ImportState.PREVIEWED, claim=None)
    assert client.get(page(cast, "import_progress", found))["HX-Refresh"] == "true"


def test_progress_is_said_on_a_line_of_its_own(cast: Cast, monkeypatch) -> None:
    """Inside the transaction of applying nobody would see it."""
    found = previewed(cast, LISTS)
    held = work.claim(found.pk, ImportState.READING)
    assert held
    lines: list[BaseDatabaseWrapper] = []
    real = connection.copy

    def copy() -> BaseDatabaseWrapper:
        lines.append(real())
        return lines[-1]

    monkeypatch.setattr(connections["default"], "copy", copy)
    held.tell(5)
    assert not lines  # too soon
    held.told_at -= 10
    held.tell(5)
    assert len(lines) == 1
    assert lines[0].connection is None  # closed again


def test_asking_how_far_it_is_costs_little(cast: Cast, client, django_assert_num_queries) -> None:
    client.force_login(cast.secretary)
    found = previewed(cast, LISTS)
    client.get(page(cast, "import_progress", found))
    with django_assert_num_queries(8):
        client.get(page(cast, "import_progress", found))
