"""The audit of a report reads as an official would tell it: one line an act, nothing twice."""

from __future__ import annotations

from typing import Any

import pytest

from apps.activities.catalogue import install
from apps.core.history import Entry
from apps.indicators.models import Indicator
from apps.reports.actions import Asked, answer, ask, confirm, receive, send_on_behalf, withdraw, write_prose
from apps.reports.enums import Way
from apps.reports.models import Report
from apps.reports.stories import VERBS, story_of_report
from apps.reports.tests.house import opened, sent, state
from tests.cast import Cast, make_cast


def told(entries: list[Entry]) -> list[tuple[str, str, str]]:
    return [(entry.who, entry.what, entry.subject) for entry in reversed(entries)]


def test_the_whole_cycle_is_told(transactional_db: None, django_assert_num_queries: Any) -> None:
    """Committed, so that every act has a moment of its own."""
    install()
    cast = opened(make_cast())
    half, office = cast.first_half, cast.office
    secretary, head, clerk = "Nguyễn Văn Mẫu", "Trần Thị Thí Dụ", "Lê Văn Ví Dụ"
    write_prose(period=half, office=office, section="plan", text="Kế hoạch", version=0, by=cast.clerk)
    first = sent(cast)
    voters = Indicator.objects.get(code="voters")
    about, whole = ask(
        report=first.report, questions=[Asked(text="Thiếu số", indicator=voters), Asked(text="Vì sao?")],
        by=cast.secretary,
    )  # fmt: skip
    answer(question=about, text="Không có", by=cast.clerk)
    withdraw(question=whole, by=cast.secretary)
    receive(version=first, by=cast.secretary)
    state(cast, office, "gifts", 5)
    second = send_on_behalf(period=half, office=office, way=Way.TELEPHONE, note="Chị Lan đọc", by=cast.secretary)
    confirm(version=second, by=cast.head)
    (again,) = ask(report=second.report, questions=[Asked(text="Chắc chưa?")], by=cast.secretary)
    answer(question=again, text="Chắc", by=cast.head)
    sent(cast)
    with django_assert_num_queries(7):
        found = story_of_report(Report.objects.get())
    asked = f"Câu hỏi về báo cáo · {voters.name}"
    lines = told(found)
    assert lines[0] == (clerk, "Soạn nội dung", "Mục trong báo cáo của Văn phòng · Nhiệm vụ kỳ tới")
    assert lines[1] == (head, "Gửi báo cáo", "Phiên bản báo cáo · 1")
    assert set(lines[2:4]) == {
        (secretary, "Đề nghị bổ sung", asked), (secretary, "Đề nghị bổ sung", "Câu hỏi về báo cáo")
    }  # fmt: skip
    assert lines[4:] == [
        (clerk, "Trả lời câu hỏi", asked),
        (secretary, "Rút câu hỏi", "Câu hỏi về báo cáo"),
        (secretary, "Tiếp nhận báo cáo", "Phiên bản báo cáo · 1"),
        (secretary, "Nhập báo cáo thay Văn phòng", "Phiên bản báo cáo · 2"),
        (head, "Văn phòng xác nhận", "Phiên bản báo cáo · 2"),
        (secretary, "Đề nghị bổ sung", "Câu hỏi về báo cáo"),
        (head, "Trả lời câu hỏi", "Câu hỏi về báo cáo"),
        (head, "Gửi lại, không thay đổi", "Báo cáo của Văn phòng"),
    ]
    changes = {(entry.what, change.field): (change.before, change.after) for entry in found for change in entry.changes}
    assert changes["Soạn nội dung", "Nội dung"] == ("", "Kế hoạch")
    assert changes["Trả lời câu hỏi", "Nội dung trả lời"] in {("", "Không có"), ("", "Chắc")}
    assert changes["Nhập báo cáo thay Văn phòng", "Hình thức nộp"] == ("", "số báo qua điện thoại, chờ văn bản")
    assert changes["Nhập báo cáo thay Văn phòng", "Ghi chú"] == ("", "Chị Lan đọc")
    assert changes["Gửi lại, không thay đổi", "Trạng thái"] == ("đề nghị bổ sung", "đã gửi")
    assert {entry.what for entry in found} <= {str(verb) for verb in VERBS.values()}


def test_another_report_is_not_told(cast: Cast) -> None:
    opened(cast)
    sent(cast)
    other = Report.objects.create(period=cast.first_half, office=cast.other_office)
    assert "Phiên bản báo cáo · 1" not in [entry.subject for entry in story_of_report(other)]
    assert len(story_of_report(other)) == 1


@pytest.mark.parametrize("name", [*VERBS])
def test_verbs_are_those_of_actions(name: str) -> None:
    from apps.reports import actions

    verb = name.removeprefix("reports.").split(":")[0]
    assert verb == "justify" or verb in actions.__all__
