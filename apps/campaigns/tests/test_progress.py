"""How far offices are with the tasks: who may say so, what is kept, how it is read."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.test import Client
from django.utils import timezone

from apps.campaigns import actions, rules
from apps.campaigns.enums import TaskState
from apps.campaigns.models import Extension, Task, TaskProgress
from apps.campaigns.progress import progress_of, progress_with
from apps.offices.models import Office
from tests.cast import Cast


@pytest.fixture
def everybodys(cast: Cast) -> Task:
    """Of a period that is still open."""
    cast.second_half.closes_on = None
    cast.second_half.save()
    return actions.add_task(period=cast.second_half, text="Báo cáo tổng kết", by=cast.secretary)


def test_who_may_tell_it(cast: Cast) -> None:
    def those(office: Office) -> set[str]:
        may = rules.can_tell_progress
        people = {role: user for role, user in cast.people.items() if user is not None}
        return {role for role, user in people.items() if may(user, cast.cluster, 2019, office.pk)}

    assert those(cast.office) == {"secretary", "head", "clerk"}
    assert those(cast.other_office) == {"secretary", "other"}
    assert not rules.can_tell_progress(cast.secretary, cast.cluster, 2018, cast.office.pk)


@pytest.mark.parametrize("role", ["other", "leader", "administrator", "stranger"])
def test_nobody_tells_it_for_another_office(cast: Cast, everybodys: Task, role: str) -> None:
    with pytest.raises(PermissionDenied):
        actions.set_progress(task=everybodys, office=cast.office, state=TaskState.DONE, by=cast.people[role])  # type: ignore[arg-type]
    assert not TaskProgress.objects.exists()


def test_it_is_one_row_an_office_that_may_be_said_again(cast: Cast, everybodys: Task) -> None:
    first = actions.set_progress(
        task=everybodys, office=cast.office, state="under_way", note=" Đang làm ", by=cast.clerk
    )
    again = actions.set_progress(task=everybodys, office=cast.office, state="under_way", note="Đang làm", by=cast.head)
    assert (again.pk, again.edited_by, again.edited_at) == (first.pk, cast.clerk, first.edited_at)
    done = actions.set_progress(task=everybodys, office=cast.office, state="done", by=cast.secretary)
    assert (done.pk, done.state, done.note, done.edited_by) == (first.pk, "done", "", cast.secretary)


def test_what_cannot_be_said(cast: Cast, everybodys: Task) -> None:
    with pytest.raises(ValidationError) as unknown:
        actions.set_progress(task=everybodys, office=cast.office, state="almost", by=cast.clerk)
    assert "state" in unknown.value.message_dict
    actions.update_task(task=everybodys, text=everybodys.text, owner=cast.other_office, by=cast.secretary)
    with pytest.raises(ValidationError) as anothers:
        actions.set_progress(task=everybodys, office=cast.office, state="done", by=cast.clerk)
    assert anothers.value.code == "anothers"


def test_after_the_closing_day_only_more_time_opens_it(cast: Cast, everybodys: Task) -> None:
    today = timezone.localdate()
    cast.second_half.closes_on = today - timedelta(days=1)
    cast.second_half.save()
    task = Task.objects.get()
    for by in (cast.clerk, cast.secretary):
        with pytest.raises(ValidationError) as closed:
            actions.set_progress(task=task, office=cast.office, state="done", by=by)
        assert closed.value.code == "closed"
    Extension.objects.create(
        period=cast.second_half, office=cast.office, reason="x", wanted_until=today, asked_by=cast.clerk,
        granted_until=today, decided_at=timezone.now(), decided_by=cast.secretary,
    )  # fmt: skip
    assert actions.set_progress(task=task, office=cast.office, state="done", by=cast.clerk).state == "done"


def test_a_task_is_given_to_a_member_of_the_period(cast: Cast) -> None:
    values = {"period": cast.second_half, "text": "Việc", "by": cast.secretary}
    with pytest.raises(ValidationError) as stranger:
        actions.add_task(**values, owner=cast.foreign_office)  # type: ignore[arg-type]
    assert "owner" in stranger.value.message_dict
    task = actions.add_task(**values, owner=cast.office, due_on=date(2019, 9, 30))  # type: ignore[arg-type]
    with pytest.raises(ValidationError):
        actions.update_task(task=task, text="Việc", owner=cast.foreign_office, by=cast.secretary)
    task.refresh_from_db()
    assert (task.owner, task.due_on) == (cast.office, date(2019, 9, 30))


def test_an_office_reads_its_own_tasks_and_everybodys(cast: Cast, everybodys: Task) -> None:
    own = actions.add_task(
        period=cast.second_half, text="Riêng", owner=cast.office, due_on=date(2019, 9, 30), by=cast.secretary
    )
    actions.set_progress(task=everybodys, office=cast.office, state="not_begun", by=cast.clerk)
    read = progress_of(cast.second_half, [cast.office, cast.other_office])
    assert [(each.task, each.progress and each.progress.state) for each in read[cast.office.pk]] == [
        (everybodys, "not_begun"), (own, None),
    ]  # fmt: skip
    assert [(each.task, each.progress) for each in read[cast.other_office.pk]] == [(everybodys, None)]
    standing = read[cast.office.pk][1]
    assert (standing.is_overdue(date(2019, 9, 30)), standing.is_overdue(date(2019, 10, 1))) == (False, True)
    actions.set_progress(task=own, office=cast.office, state="done", by=cast.clerk)
    done = progress_with([own], [cast.office, cast.other_office])[own.pk]
    assert [(each.office, each.is_done, each.is_overdue(date(2020, 1, 1))) for each in done] == [
        (cast.office, True, False)
    ]


def test_reading_costs_two_queries(cast: Cast, costs) -> None:
    cast.second_half.closes_on = None

    def add(count: int) -> None:
        for _ in range(count):
            task = actions.add_task(period=cast.second_half, text="Việc", by=cast.secretary)
            actions.set_progress(task=task, office=cast.office, state="done", by=cast.clerk)

    offices = list(cast.offices.values())
    costs(2, add=add, read=lambda: progress_of(cast.second_half, offices))


def test_constraints_by_name(cast: Cast, everybodys: Task) -> None:
    actions.set_progress(task=everybodys, office=cast.office, state="done", by=cast.clerk)
    for name, values in (
        ("task_progress_once_an_office", {"office": cast.office, "state": "done"}),
        ("task_progress_state_known", {"office": cast.other_office, "state": "almost"}),
    ):
        with pytest.raises(IntegrityError, match=name), transaction.atomic():
            TaskProgress.objects.create(task=everybodys, **values)


def test_the_year_shows_who_and_when_and_its_form_sets_it(client: Client, cast: Cast, everybodys: Task) -> None:
    client.force_login(cast.secretary)
    url = f"/c/cum-9/calendar/2019/tasks/{everybodys.pk}/"
    wrong = client.post(url, {"text": "Việc", "owner": cast.foreign_office.pk, "due_on": "31/09/2019"})
    assert set(wrong.context["form"].errors) == {"owner", "due_on"}
    client.post(url, {"text": "Việc", "owner": cast.office.pk, "due_on": "30/09/2019"})
    page = client.get("/c/cum-9/calendar/2019/").text
    assert "chủ trì: Bạc Liêu" in page or "chủ trì: Văn phòng Đoàn ĐBQH tỉnh Bạc Liêu" in page
    assert "hạn hoàn thành: 30/09/2019" in page
    actions.set_progress(task=everybodys, office=cast.office, state="done", note="Đã gửi", by=cast.clerk)
    story = client.get("/c/cum-9/calendar/2019/").text
    assert "Cập nhật tiến độ" in story
    assert "Đã gửi" in story
