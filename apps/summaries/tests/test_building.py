"""Building: asked for once, claimed once, finished once, whatever dies on the way."""

import os
import signal
import subprocess
import sys
import threading
from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.management import CommandError, call_command
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from apps.summaries import actions
from apps.summaries.actions import building
from apps.summaries.enums import MAX_ATTEMPTS, BuildState, Paper, Purpose, Step
from apps.summaries.models import Build, Summary
from apps.summaries.papers import word
from apps.summaries.tests.half_year import paper
from tests.cast import Cast, make_cast


def ask(cast: Cast, kind: str = Paper.DRAFT) -> Build:
    return actions.request_build(period=cast.first_half, paper=kind, by=cast.secretary, start=False)


def test_a_double_click_is_one_build(cast: Cast, django_capture_on_commit_callbacks, monkeypatch) -> None:
    told: list[tuple[int, ...]] = []
    monkeypatch.setattr(building, "announce", lambda *ids: told.append(ids))
    with django_capture_on_commit_callbacks(execute=True):
        first = actions.request_build(period=cast.first_half, paper=Paper.DRAFT, by=cast.secretary)
        second = actions.request_build(period=cast.first_half, paper=Paper.DRAFT, by=cast.secretary)
    assert first.pk == second.pk
    assert told == [(first.pk,)]


def test_only_the_secretariat_asks(cast: Cast) -> None:
    for user in (cast.head, cast.leader, cast.administrator, cast.stranger):
        with pytest.raises(PermissionDenied):
            actions.request_build(period=cast.first_half, paper=Paper.DRAFT, by=user)
    assert not Build.objects.exists()


def test_running_twice_is_once(cast: Cast) -> None:
    build = ask(cast)
    assert actions.run_build(build_id=build.pk)
    assert not actions.run_build(build_id=build.pk)
    build.refresh_from_db()
    assert (build.state, build.attempts, build.done) == (BuildState.DONE, 1, build.total)
    assert build.summary.built_at is not None


def test_at_most_one_is_open(cast: Cast) -> None:
    build = ask(cast)
    with pytest.raises(IntegrityError, match="build_one_open"), transaction.atomic():
        Build.objects.create(summary=build.summary)


def test_a_failure_keeps_its_reason_and_can_be_tried_again(cast: Cast, monkeypatch) -> None:
    build = ask(cast)
    with monkeypatch.context() as broken:
        broken.setattr(word, "report", lambda _context: (_ for _ in ()).throw(OSError("đĩa đầy")))
        assert not actions.run_build(build_id=build.pk)
    build.refresh_from_db()
    assert build.state == BuildState.FAILED
    assert "đĩa đầy" in build.reason
    assert build.summary.built_at is None
    again = ask(cast)
    assert again.pk != build.pk
    assert actions.run_build(build_id=again.pk)


def test_a_dead_worker_is_replaced_and_writes_nothing_any_more(cast: Cast) -> None:
    build = ask(cast)
    dead = building.claim(build.pk)
    assert dead is not None
    assert actions.resume_stalled(now=timezone.now() + timedelta(seconds=10)) == []
    assert actions.resume_stalled(now=timezone.now() + timedelta(minutes=2)) == [build.pk]
    assert actions.run_build(build_id=build.pk)
    with pytest.raises(building.ClaimLostError):
        dead.at(Step.WORD)
    with pytest.raises(building.ClaimLostError):
        building.finish(claim=dead, content={"x": 1}, at=timezone.now(), papers=building.Papers(b"w", b"p", b"a"))
    build.refresh_from_db()
    assert (build.state, build.attempts) == (BuildState.DONE, 2)
    assert "x" not in Summary.objects.get(pk=build.summary_id).content


def test_after_three_dead_workers_it_fails_with_words(cast: Cast) -> None:
    build = ask(cast)
    for _ in range(MAX_ATTEMPTS):
        assert building.claim(build.pk)
        actions.resume_stalled(now=timezone.now() + timedelta(minutes=2))
    build.refresh_from_db()
    assert build.state == BuildState.FAILED
    assert str(MAX_ATTEMPTS) in build.reason
    assert ask(cast).pk != build.pk


def test_a_lost_message_is_sent_again(cast: Cast) -> None:
    build = ask(cast)
    assert actions.resume_stalled() == []
    assert actions.resume_stalled(now=timezone.now() + timedelta(minutes=1)) == [build.pk]


def test_the_calendar_builds_each_due_period_once_however_late(cast: Cast) -> None:
    cast.first_half.build_on = date(2019, 6, 25)
    cast.first_half.save()
    assert actions.build_due(on=date(2019, 6, 24)) == []
    found = actions.build_due(on=date(2019, 6, 28))
    assert len(found) == 1
    assert actions.build_due(on=date(2019, 6, 28)) == []
    assert Build.objects.get(pk=found[0]).summary.paper == Paper.DRAFT
    actions.run_build(build_id=found[0])
    assert actions.build_due(on=date(2019, 7, 20)) == []


def test_after_the_conference_the_calendar_builds_the_report(cast: Cast) -> None:
    cast.first_half.build_on = date(2019, 6, 25)
    cast.first_half.save()
    (found,) = actions.build_due(on=date(2019, 7, 6))
    assert Build.objects.get(pk=found).summary.paper == Paper.AFTER


def test_publishing_opens_freezes_and_takes_the_mark_away(cast: Cast) -> None:
    summary = paper(cast)
    before = summary.pdf_id
    assert not Summary.objects.visible_to(cast.clerk).exists()
    for user in (cast.head, cast.leader):
        with pytest.raises(PermissionDenied):
            actions.publish(summary=summary, by=user)
    actions.publish(summary=summary, by=cast.secretary)
    actions.publish(summary=summary, by=cast.secretary)
    build = Build.objects.open().get()
    assert build.purpose == Purpose.ISSUE
    content = summary.content
    assert actions.run_build(build_id=build.pk)
    summary.refresh_from_db()
    cast.first_half.refresh_from_db()
    assert cast.first_half.published_on is not None
    assert summary.content == content
    assert summary.pdf_id != before
    assert Summary.objects.visible_to(cast.clerk).get() == summary
    assert not Summary.objects.visible_to(cast.stranger).exists()
    with pytest.raises(ValidationError):
        ask(cast, Paper.AFTER)
    with pytest.raises(ValidationError):
        actions.reword(summary=summary, paragraph="intro", text="Khác.", version=0, by=cast.secretary)


def test_a_published_draft_stays_a_draft(cast: Cast) -> None:
    summary = actions.publish(summary=paper(cast, Paper.DRAFT), by=cast.secretary)
    cast.first_half.refresh_from_db()
    assert summary.is_marked_draft
    assert cast.first_half.published_on is None
    assert not Build.objects.open().exists()


def test_nothing_is_published_before_it_is_built(cast: Cast) -> None:
    build = ask(cast)
    with pytest.raises(ValidationError):
        actions.publish(summary=build.summary, by=cast.secretary)


def test_the_command_writes_files_and_says_which(cast: Cast, tmp_path, capsys) -> None:
    folder = tmp_path / "made"
    call_command("summarize", cluster="cum-9", period="2019H1", out=folder)
    printed = capsys.readouterr().out.split()
    assert sorted(printed) == sorted(str(path) for path in folder.iterdir())
    assert {path.suffix for path in folder.iterdir()} == {".docx", ".pdf"}
    assert all(path.stat().st_size > 5000 for path in folder.iterdir())


@pytest.mark.parametrize(("cluster", "period", "said"), [("x", "2019H1", "cum-9"), ("cum-9", "2018H1", "2019H1")])
def test_the_command_names_what_it_does_not_know(cast: Cast, tmp_path, cluster: str, period: str, said: str) -> None:
    with pytest.raises(CommandError, match=said):
        call_command("summarize", cluster=cluster, period=period, out=tmp_path)


@pytest.mark.parametrize(
    ("changes", "name"),
    [
        ({"state": BuildState.DONE}, "build_finished_when"),
        ({"state": BuildState.RUNNING}, "build_running_is_claimed"),
        ({"state": BuildState.FAILED, "finished_at": timezone.now()}, "build_failed_for_a_reason"),
        ({"done": 99}, "build_steps_within_total"),
    ],
)
def test_constraints_of_builds(cast: Cast, changes: dict[str, object], name: str) -> None:
    build = ask(cast)
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        Build.objects.filter(pk=build.pk).update(**changes)


@pytest.mark.parametrize(
    ("changes", "name"),
    [
        ({"built_at": timezone.now()}, "summary_built_with_files"),
        ({"published_at": timezone.now()}, "summary_published_by_whom"),
        ({"paper": "news"}, "summary_paper_known"),
    ],
)
def test_constraints_of_summaries(cast: Cast, changes: dict[str, object], name: str) -> None:
    build = ask(cast)
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        Summary.objects.filter(pk=build.summary_id).update(**changes)


@pytest.mark.django_db(transaction=True)
def test_of_many_workers_one_claims() -> None:
    build = ask(make_cast())
    at_once = threading.Barrier(4)
    claims: list[bool] = []

    def work() -> None:
        try:
            at_once.wait()
            claims.append(building.claim(build.pk) is not None)
        finally:
            connection.close()

    workers = [threading.Thread(target=work) for _ in range(4)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert sorted(claims) == [False, False, False, True]


@pytest.mark.django_db(transaction=True)
def test_many_askers_at_once_get_one_build() -> None:
    cast = make_cast()
    at_once = threading.Barrier(4)
    found: list[int] = []

    def work() -> None:
        try:
            at_once.wait()
            found.append(ask(cast).pk)
        finally:
            connection.close()

    askers = [threading.Thread(target=work) for _ in range(4)]
    for asker in askers:
        asker.start()
    for asker in askers:
        asker.join()
    assert len(found) == 4
    assert len(set(found)) == 1


WORKER = """
import os, sys, django
django.setup()
from django.conf import settings
settings.DATABASES["default"]["NAME"] = sys.argv[2]
settings.MEDIA_ROOT = sys.argv[3]
from apps.summaries import actions
from apps.summaries.actions import building
if sys.argv[4] == "hang":
    def report(context):
        print("in the middle", flush=True)
        sys.stdin.read()
    building.word.report = report
print("done" if actions.run_build(build_id=int(sys.argv[1])) else "not done", flush=True)
"""


@pytest.mark.django_db(transaction=True)
def test_a_worker_killed_in_the_middle_leaves_no_second_result(settings) -> None:
    """A real process, really killed; the next one finishes."""
    build = ask(make_cast())

    def worker(how: str) -> subprocess.Popen[str]:
        arguments = [str(build.pk), str(connection.settings_dict["NAME"]), str(settings.MEDIA_ROOT), how]
        return subprocess.Popen(
            [sys.executable, "-c", WORKER, *arguments], text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL, env={**os.environ, "DJANGO_SETTINGS_MODULE": "emulation_cluster.settings"},
        )  # fmt: skip

    with worker("hang") as first:
        assert first.stdout is not None
        assert first.stdout.readline() == "in the middle\n"
        os.kill(first.pid, signal.SIGKILL)
    build.refresh_from_db()
    assert (build.state, build.step) == (BuildState.RUNNING, Step.WORD)
    assert actions.resume_stalled(now=timezone.now() + timedelta(minutes=2)) == [build.pk]
    with worker("work") as second:
        assert second.communicate()[0] == "done\n"
    build.refresh_from_db()
    assert (build.state, build.attempts) == (BuildState.DONE, 2)
    assert Build.objects.count() == 1
    assert build.summary.word is not None
