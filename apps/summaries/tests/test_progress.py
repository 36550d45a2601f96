"""How far the tasks of the period are, in the cluster's report: counted once, line by line, frozen, compared."""

from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from apps.campaigns.enums import PeriodKind
from apps.campaigns.models import Period, Task, TaskProgress
from apps.summaries import actions, live
from apps.summaries.content import document
from apps.summaries.content.progress import counted_in, read_tasks, state_of, task_figures
from apps.summaries.enums import Paper
from apps.summaries.models import Summary
from apps.summaries.tests.half_year import paper
from apps.summaries.tests.test_writing import content_of, squeezed, words_of_docx, words_of_pdf
from tests.cast import Cast

EVERYBODY = ("ca-mau", "kien-giang", "can-tho", "bac-lieu", "soc-trang", "hau-giang")
HEADING = "Kết quả thực hiện nhiệm vụ đề ra tại Hội nghị tổng kết năm 2018"


def task(cast: Cast, text: str, *, at: Period | None = None, owner: str = "", **more: Any) -> Task:
    period = at or cast.first_half
    position = Task.objects.filter(period=period).count() + 1
    return Task.objects.create(
        period=period, position=position, text=text, owner=cast.offices[owner] if owner else None, **more
    )


def tell(cast: Cast, of: Task, **said: str) -> None:
    for office, state in said.items():
        TaskProgress.objects.update_or_create(
            task=of, office=cast.offices[office.replace("_", "-")], defaults={"state": state}
        )


@pytest.fixture
def tasks(cast: Cast) -> dict[str, Task]:
    """Done by all; under way here and there; one office's, overdue; one of which nobody says anything."""
    cast.conference.title = "Hội nghị tổng kết năm 2018"
    cast.conference.save()
    come_of: dict[str, Any] = {"conference": cast.conference}
    found = {
        "done": task(cast, "Ký giao ước thi đua.", **come_of),
        "mixed": task(cast, "Đổi mới tiếp xúc cử tri;", due_on=date(2019, 12, 1), **come_of),
        "late": task(cast, "Biên soạn sổ tay", owner="bac-lieu", due_on=date(2019, 5, 15), **come_of),
        "silent": task(cast, "Trao đổi chuyên môn [[voter_meetings]]", **come_of),
    }
    tell(cast, found["done"], **{code.replace("-", "_"): "done" for code in EVERYBODY})
    tell(cast, found["mixed"], ca_mau="done", can_tho="under_way", hau_giang="done", soc_trang="not_begun")
    tell(cast, found["late"], bac_lieu="under_way")
    return found


def said(cast: Cast, period: Period | None = None, kind: str = Paper.AFTER) -> list[str]:
    content = document.write(period or cast.first_half, kind, timezone.now())
    return [line.text for line in document.document_lines(content, ()) if line.code.startswith("progress.")]


@pytest.mark.parametrize(
    ("states", "together"),
    [
        ([], ""), (["", ""], ""), (["", "not_begun"], ""), (["not_begun", "not_begun"], "not_begun"),
        (["done", "done"], "done"), (["done", ""], "under_way"), (["done", "not_begun"], "under_way"),
        (["under_way", ""], "under_way"), (["under_way"], "under_way"),
    ],
)  # fmt: skip
def test_what_offices_say_together(states: list[str], together: str) -> None:
    assert state_of(states) == together


def test_a_period_without_tasks_says_nothing_of_them(cast: Cast) -> None:
    content = document.write(cast.first_half, Paper.AFTER, timezone.now())
    assert not said(cast)
    assert not any(code.startswith("tasks") for code in content["figures"])
    assert not any("Kết quả thực hiện" in block["text"] for block in content["blocks"] if block["kind"] == "section")


@pytest.mark.usefixtures("tasks")
@pytest.mark.parametrize("kind", [Paper.DRAFT, Paper.AFTER])
def test_each_task_with_office_day_and_state(cast: Cast, kind: str) -> None:
    lead, done, mixed, late, silent = said(cast, kind=kind)
    assert lead == (
        "Trong 04 nhiệm vụ đề ra cho 6 tháng đầu năm 2019, Cụm thi đua số 9 có 01 nhiệm vụ đã hoàn thành, 02 nhiệm vụ "
        "đang thực hiện và 01 nhiệm vụ chưa có báo cáo tiến độ; 02 nhiệm vụ đã quá hạn. Cụ thể:"
    )
    assert done == "- Ký giao ước thi đua: các Văn phòng đã hoàn thành;"
    assert mixed == (
        "- Đổi mới tiếp xúc cử tri (hạn 01/12/2019): Cà Mau và Hậu Giang đã hoàn thành; Cần Thơ đang thực hiện; "
        "Sóc Trăng chưa thực hiện; Kiên Giang và Bạc Liêu chưa báo cáo tiến độ, quá hạn;"
    )
    assert late == (
        "- Biên soạn sổ tay (Văn phòng Đoàn ĐBQH tỉnh Bạc Liêu chủ trì, hạn 15/5/2019): đang thực hiện, quá hạn;"
    )
    assert silent == "- Trao đổi chuyên môn [ [voter_meetings]]: các Văn phòng chưa báo cáo tiến độ."


def test_the_heading_names_the_conference_where_there_is_one(cast: Cast, tasks: dict[str, Task]) -> None:
    def headings() -> str:
        content = document.write(cast.first_half, Paper.AFTER, timezone.now())
        return "\n".join(block["text"] for block in content["blocks"] if block["kind"] == "section")

    assert HEADING in headings()
    Task.objects.filter(pk=tasks["late"].pk).update(conference=None)
    assert HEADING not in headings()
    assert "Kết quả thực hiện các nhiệm vụ đã đề ra" in headings()


def test_all_done_is_one_sentence(cast: Cast) -> None:
    tell(cast, task(cast, "Biên soạn sổ tay", owner="bac-lieu"), bac_lieu="done")
    assert said(cast) == [
        "Cụm thi đua số 9 đã hoàn thành toàn bộ 01 nhiệm vụ đề ra cho 6 tháng đầu năm 2019. Cụ thể:",
        "- Biên soạn sổ tay (Văn phòng Đoàn ĐBQH tỉnh Bạc Liêu chủ trì): đã hoàn thành.",
    ]


def test_a_year_holds_the_tasks_of_its_halves(cast: Cast) -> None:
    year = Period.objects.get_or_create(
        cluster=cast.cluster, year=2019, kind=PeriodKind.YEAR,
        defaults={"starts_on": date(2019, 1, 1), "ends_on": date(2019, 12, 31)},
    )[0]  # fmt: skip
    task(cast, "Việc cuối năm", at=cast.second_half)
    task(cast, "Việc đầu năm")
    assert [line.split(":")[0] for line in said(cast, year)[1:]] == ["- Việc đầu năm", "- Việc cuối năm"]
    assert len(said(cast, cast.second_half)) == 2


def test_reading_costs_two_queries(cast: Cast, costs: Any) -> None:
    members = list(cast.offices.values())

    def add(count: int) -> None:
        for place in range(count):
            tell(cast, task(cast, f"Việc {place}", owner="bac-lieu"), bac_lieu="done")

    costs(2, add=add, read=lambda: read_tasks(cast.first_half, members, date(2019, 7, 1)))


@pytest.mark.usefixtures("tasks")
def test_figures_are_the_count_of_the_lines(cast: Cast) -> None:
    facts = read_tasks(cast.first_half, list(cast.offices.values()), date(2019, 6, 1))
    counted = {code: figure.value for code, figure in task_figures(facts).items()}
    assert counted == {code: len(counted_in(code, facts)) for code in counted}
    by_state = {code: value for code, value in counted.items() if code not in ("tasks", "tasks-overdue")}
    assert sum(value or 0 for value in by_state.values()) == counted["tasks"] == 4
    assert counted["tasks-overdue"] == 1  # on that day the other's due day lay ahead


def address(name: str, *more: str) -> str:
    return reverse(f"summaries:{name}", args=["cum-9", "2019H1", "after", *more])


class TestThroughTheRealBuild:
    @pytest.fixture
    def summary(self, cast: Cast, tasks: dict[str, Task]) -> Summary:
        return paper(cast)

    def test_page_word_and_pdf_say_the_same(self, cast: Cast, client: Client, summary: Summary) -> None:
        client.force_login(cast.secretary)
        page = client.get(address("paper"))
        lines = [each["line"].text for each in page.context["lines"] if each["line"].code.startswith("progress.")]
        in_word = squeezed(words_of_docx(content_of(summary.word)))
        in_pdf = squeezed(words_of_pdf(content_of(summary.pdf)))
        assert len(lines) == 5
        for line in [HEADING, *lines]:
            assert squeezed(line) in in_word, line
            assert squeezed(line) in in_pdf, line
        assert HEADING in page.text
        assert lines[2] in page.text

    def test_each_figure_opens_to_its_tasks(self, cast: Cast, client: Client, summary: Summary) -> None:
        client.force_login(cast.leader)
        page = client.get(address("paper")).text
        for code in ("tasks", "tasks-done", "tasks-under-way", "tasks-untold", "tasks-overdue"):
            assert f'href="{address("figure", code)}"' in page
        panel = client.get(address("figure", "tasks-overdue"), headers={"HX-Request": "true"}).text
        assert "Biên soạn sổ tay" in panel
        assert "Ký giao ước" not in panel
        assert f'href="/c/cum-9/calendar/2019/#tasks-{cast.first_half.pk}"' in panel
        assert "/c/cum-9/2019H1/reports/offices/bac-lieu/#tasks" in panel
        assert client.get(address("figure", "tasks")).status_code == 200
        assert client.get(address("figure", "tasks-elsewhere")).status_code == 404

    def test_other_members_get_no_way_into_anothers_report(self, cast: Cast, client: Client, summary: Summary) -> None:
        actions.publish(summary=summary, by=cast.secretary)
        client.force_login(cast.clerk)
        panel = client.get(address("figure", "tasks-under-way")).text
        assert "/reports/offices/bac-lieu/#tasks" in panel
        assert "/reports/offices/can-tho/#tasks" not in panel

    def test_an_edited_line_follows_its_task_and_survives(
        self, cast: Cast, tasks: dict[str, Task], summary: Summary
    ) -> None:
        code = f"progress.task.{tasks['late'].pk}"
        actions.reword(summary=summary, paragraph=code, text="- Sổ tay: sắp xong;", version=0, by=cast.secretary)
        lead = "Cụm đã xong [[tasks-done]]."
        actions.reword(summary=summary, paragraph="progress.lead", text=lead, version=0, by=cast.secretary)
        Task.objects.filter(pk=tasks["done"].pk).delete()
        tell(cast, tasks["mixed"], **{code.replace("-", "_"): "done" for code in EVERYBODY})
        again = paper(cast)
        lines = document.document_lines(again.content, again.wordings.all())
        found = {line.code: line.text for line in lines}
        assert found[code] == "- Sổ tay: sắp xong;"
        assert found["progress.lead"] == "Cụm đã xong 01 nhiệm vụ."
        assert "Sổ tay: sắp xong" in words_of_docx(content_of(again.word))

    def test_what_was_published_stays_and_what_changed_since_is_told(
        self, cast: Cast, client: Client, tasks: dict[str, Task], summary: Summary
    ) -> None:
        actions.publish(summary=summary, by=cast.secretary)
        before = [line.text for line in document.document_lines(summary.content, ())]
        assert not live.changed(
            summary.content, live.live_figures(cast.first_half, list(cast.offices.values()), summary.content)
        )
        tell(cast, tasks["late"], bac_lieu="done")
        client.force_login(cast.secretary)
        page = client.get(address("paper"))
        changed = {each.code: (each.then, each.now) for each in page.context["changed"]}
        assert changed == {
            "tasks-done": ("01 nhiệm vụ", "02 nhiệm vụ"), "tasks-under-way": ("02 nhiệm vụ", "01 nhiệm vụ"),
            "tasks-overdue": ("02 nhiệm vụ", "01 nhiệm vụ"),
        }  # fmt: skip
        assert [each["line"].text for each in page.context["lines"]] == before
        assert "Hiện nay" in client.get(address("figure", "tasks-done")).text
        Task.objects.all().delete()
        assert len(client.get(address("paper")).context["changed"]) == 5
