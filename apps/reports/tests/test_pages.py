"""The pages of an office's report: what each reader is shown, and what each button does."""

from __future__ import annotations

import io
from typing import Any

import pytest
from django.test import Client
from docx import Document
from openpyxl import load_workbook

from apps.activities.models import Record
from apps.activities.tests.factories import SupervisionFactory
from apps.campaigns.models import Task, TaskProgress
from apps.indicators.models import Indicator
from apps.reports import actions
from apps.reports.enums import ReportState, Section, Way
from apps.reports.models import Prose, Question, Version
from apps.reports.tests import cycles
from apps.reports.tests.cycles import LIST, OTHERS, OWN, SECRET
from tests.cast import Cast
from tests.filled import state


@pytest.fixture
def filled(cast: Cast) -> Cast:
    return cycles.prepared(cast)


def page(client: Client, user: Any, address: str) -> str:
    client.force_login(user)
    response = client.get(address)
    assert response.status_code == 200, response
    return response.content.decode()


def test_the_list_says_where_each_report_stands(filled: Cast, client: Client) -> None:
    cycles.send(filled)
    found = page(client, filled.secretary, LIST)
    order = [found.index(f">{office.short_name}</a>") for office in filled.offices.values()]
    assert order == sorted(order)
    assert found.count("chưa gửi") == 5
    assert "Phiên bản 1" in found
    assert "Trần Thị Thí Dụ" in found
    assert found.count("chưa gửi, quá hạn") == 5  # the half was due in 2019


def test_the_list_counts_what_changed_after_receipt(filled: Cast, client: Client) -> None:
    cycles.send(filled)
    cycles.receive(filled)
    SupervisionFactory(record__office=filled.office)
    found = page(client, filled.leader, LIST)
    assert "Có thay đổi sau tiếp nhận" in found
    assert f'href="{OWN}versions/1/difference/"' in found


def test_an_office_is_led_to_its_own_report(filled: Cast, client: Client) -> None:
    for user, address in ((filled.head, OWN), (filled.clerk, OWN), (filled.other, OTHERS)):
        client.force_login(user)
        assert client.get(LIST)["Location"] == address


def test_none_zero_and_missing_are_three_things(filled: Cast, client: Client) -> None:
    state(filled, "petitions_received", "bac-lieu", 0)
    state(filled, "gifts", "bac-lieu", None)
    found = page(client, filled.clerk, OWN)
    rows = {
        code: found.split(f'id="figure-{code}"')[1].split("</tr>")[0]
        for code in ("petitions_received", "gifts", "law_opinions", "reception_visits", "petitions_answered")
    }
    assert ">0</a>" in rows["petitions_received"]
    assert "không phát sinh" in rows["gifts"]
    assert "chưa báo cáo" in rows["petitions_answered"]
    assert "stated/?office=bac-lieu#id_value_petitions_answered" in rows["petitions_answered"]
    assert "reception_visits/?office=bac-lieu" in rows["reception_visits"]


def test_the_clerk_is_told_to_hand_it_on_and_the_head_sends(filled: Cast, client: Client) -> None:
    assert "trình Chánh Văn phòng" in page(client, filled.clerk, OWN)
    assert f'action="{OWN}send/"' not in page(client, filled.clerk, OWN)
    assert f'action="{OWN}send/"' in page(client, filled.head, OWN)
    response = client.post(f"{OWN}send/", {"seen": cycles.seen(filled), "note": "Gửi lần đầu"}, follow=True)
    assert "Đã gửi: phiên bản 1." in response.content.decode()
    assert (Version.objects.get().note, Version.objects.get().sent_by) == ("Gửi lần đầu", filled.head)


def test_what_the_head_has_not_seen_is_not_sent(filled: Cast, client: Client) -> None:
    before = cycles.seen(filled)
    SupervisionFactory(record__office=filled.office)
    client.force_login(filled.head)
    client.post(f"{OWN}send/", {"seen": before})
    assert not Version.objects.exists()


def test_questions_stand_at_their_lines_until_they_are_answered(filled: Cast, client: Client) -> None:
    cycles.send(filled)
    voters, difficulties, _whole = cycles.ask(filled)
    found = page(client, filled.clerk, OWN)
    assert voters.text in found.split('id="figure-voters"')[1].split("</tr>")[0]
    assert difficulties.text in found.split('id="section-difficulties"')[1].split('id="section-assessment"')[0]
    head = page(client, filled.head, OWN)
    assert "còn 3 câu hỏi chưa trả lời" in head
    assert 'disabled aria-describedby="blocked"' in head
    for question in Question.objects.all():
        client.post(f"{OWN}questions/{question.pk}/answer/", {"text": "Có.", "seen": ""})
    head = page(client, filled.head, OWN)
    assert 'aria-describedby="blocked"' not in head
    client.post(f"{OWN}send/", {"seen": cycles.seen(filled)})
    assert cycles.report(filled).state == ReportState.SENT


def test_an_answer_that_is_refused_is_shown_again(filled: Cast, client: Client) -> None:
    cycles.send(filled)
    question = cycles.ask(filled)[0]
    actions.answer(question=question, text="Có.", by=filled.head)
    client.force_login(filled.clerk)
    response = client.post(f"{OWN}questions/{question.pk}/answer/", {"text": "Không, sẽ sửa.", "seen": ""})
    assert response.status_code == 422
    found = response.content.decode()
    assert "Không, sẽ sửa." in found
    assert "Trần Thị Thí Dụ" in found
    assert client.post(f"{OWN}questions/{question.pk}/answer/", {"text": "", "seen": ""}).status_code == 422


def test_the_secretariat_asks_at_several_lines_in_one_post(filled: Cast, client: Client) -> None:
    cycles.send(filled)
    record = Record.objects.filter(office=filled.office).first()
    assert record is not None
    found = page(client, filled.secretary, f"{OWN}ask/")
    for name in ("figure-voters", "section-difficulties", f"record-{record.pk}", "whole"):
        assert f'name="{name}"' in found
    client.post(
        f"{OWN}ask/", {"figure-voters": "Vì sao giảm?", f"record-{record.pk}": "Ở đâu?", "whole": "Thiếu phụ lục."}
    )
    asked = {(each.indicator_id is not None, each.record_id, each.text) for each in Question.objects.all()}
    assert asked == {(True, None, "Vì sao giảm?"), (False, record.pk, "Ở đâu?"), (False, None, "Thiếu phụ lục.")}
    assert cycles.report(filled).state == ReportState.TO_COMPLETE


def test_asking_nothing_is_said_and_nothing_sent(filled: Cast, client: Client) -> None:
    cycles.send(filled)
    client.force_login(filled.secretary)
    response = client.post(f"{OWN}ask/", {"whole": "  "})
    assert response.status_code == 422
    assert cycles.report(filled).state == ReportState.SENT


def test_a_question_is_withdrawn(filled: Cast, client: Client) -> None:
    cycles.send(filled)
    client.force_login(filled.secretary)
    for question in cycles.ask(filled):
        client.post(f"{OWN}questions/{question.pk}/withdraw/")
    assert cycles.report(filled).state == ReportState.SENT
    above = page(client, filled.clerk, OWN).split('id="history"')[0]  # the history still tells of it
    assert "Số lượt cử tri có gồm" not in above


def test_receipt_is_of_the_version_on_the_page(filled: Cast, client: Client) -> None:
    cycles.send(filled)
    client.force_login(filled.secretary)
    client.post(f"{OWN}receive/", {"number": "2"})
    assert cycles.report(filled).state == ReportState.SENT
    client.post(f"{OWN}receive/", {"number": "1"})
    assert cycles.report(filled).state == ReportState.RECEIVED
    assert "Đã tiếp nhận" in page(client, filled.clerk, OWN)


def test_what_changed_since_stands_on_top(filled: Cast, client: Client) -> None:
    cycles.send(filled)
    made: Any = SupervisionFactory(record__office=filled.office, record__title="Giám sát thêm")
    cycles.write(filled, Section.DIFFICULTIES, "Đã khắc phục.", version=1)
    found = page(client, filled.head, OWN)
    changes = found.split('id="changes"')[1].split('id="figures"')[0]
    for words in ("Giám sát, khảo sát", "Giám sát thêm", SECRET, "Đã khắc phục."):
        assert words in changes
    assert "thêm sau khi gửi" in found.split(f'id="record-{made.record.pk}"')[1].split("</li>")[0]


def test_prose_is_written_in_place_and_a_conflict_loses_nothing(filled: Cast, client: Client) -> None:
    client.force_login(filled.clerk)
    address = f"{OWN}write/plan/"
    assert client.post(address, {"text": "Tiếp xúc cử tri.", "version": "0"}).status_code == 302
    response = client.post(address, {"text": "Lấy ý kiến dự án luật.", "version": "0"})
    assert response.status_code == 422
    found = response.content.decode()
    assert "Tiếp xúc cử tri." in found
    assert "Lấy ý kiến dự án luật." in found
    assert Prose.objects.get(section="plan").text == "Tiếp xúc cử tri."
    assert 'name="version" value="1"' in found
    assert client.post(address, {"text": "Cả hai.", "version": "1"}).status_code == 302
    assert Prose.objects.get(section="plan").text == "Cả hai."


def test_the_office_says_how_far_its_tasks_are(filled: Cast, client: Client) -> None:
    task = Task.objects.get()
    assert "chưa nêu" in page(client, filled.clerk, OWN)
    client.post(f"{OWN}tasks/{task.pk}/", {"state": "under_way", "note": "Đã xong 2/3."})
    assert TaskProgress.objects.get().office == filled.office
    assert "Đã xong 2/3." in page(client, filled.clerk, OWN)
    assert client.post(f"{OWN}tasks/{task.pk}/", {"state": ""}).status_code == 422


def test_entered_on_behalf_is_marked_until_the_office_confirms(filled: Cast, client: Client) -> None:
    client.force_login(filled.secretary)
    seen = cycles.seen(filled)
    assert client.post(f"{OWN}behalf/", {"way": "", "seen": seen}).status_code == 422
    client.post(f"{OWN}behalf/", {"way": Way.TELEPHONE, "note": "Ông Ví Dụ đọc qua điện thoại", "seen": seen})
    assert "Số báo qua điện thoại, chờ văn bản" in page(client, filled.secretary, LIST).replace("số báo", "Số báo")
    assert f'action="{OWN}confirm/"' in page(client, filled.clerk, OWN)
    client.post(f"{OWN}confirm/", {"number": "1"})
    assert Version.objects.get().confirmed_by == filled.clerk
    assert "chờ văn bản" not in page(client, filled.secretary, LIST)


def test_a_version_stays_as_it_was_sent(filled: Cast, client: Client) -> None:
    cycles.send(filled)
    cycles.write(filled, Section.DIFFICULTIES, "Viết lại.", version=1)
    cycles.send(filled)
    first, second = page(client, filled.clerk, f"{OWN}versions/1/"), page(client, filled.clerk, f"{OWN}versions/2/")
    assert SECRET in first
    assert "Viết lại." not in first
    assert SECRET not in second
    assert "Viết lại." in second
    between = page(client, filled.clerk, f"{OWN}versions/1/difference/?to=2")
    assert SECRET in between
    assert "Viết lại." in between
    assert "Không có gì khác." in page(client, filled.clerk, f"{OWN}versions/2/difference/")
    assert client.get(f"{OWN}versions/1/difference/?to=9").status_code == 404
    assert "so với phiên bản 1" in page(client, filled.clerk, f"{OWN}versions/")


def sheets(client: Client, user: Any, address: str) -> Any:
    client.force_login(user)
    return load_workbook(io.BytesIO(client.get(address).content))


def test_the_workbook_tells_none_zero_and_missing_apart(filled: Cast, client: Client) -> None:
    state(filled, "petitions_received", "bac-lieu", 0)
    state(filled, "gifts", "bac-lieu", None)
    book = sheets(client, filled.leader, f"{OWN}export/")
    cells = {row[6]: (row[3], row[4]) for row in book.worksheets[0].iter_rows(min_row=5, values_only=True)}
    assert cells["petitions_received"] == (0, "Báo cáo bằng 0")
    assert cells["gifts"] == ("–", "Báo cáo không phát sinh")
    assert cells["petitions_answered"] == (None, "Chưa báo cáo")
    assert any(SECRET in str(row) for row in book.worksheets[1].iter_rows(values_only=True))
    cycles.send(filled)
    book = sheets(client, filled.leader, f"{OWN}versions/1/export/")
    assert len(book.worksheets) == 3


def test_the_paper_for_the_heads_signature(filled: Cast, client: Client) -> None:
    state(filled, "petitions_received", "bac-lieu", 0)
    state(filled, "gifts", "bac-lieu", None)
    cycles.send(filled)
    client.force_login(filled.head)
    client.cookies["django_language"] = "en"  # the paper's language is its own
    for address in (f"{OWN}word/", f"{OWN}versions/1/word/"):
        document = Document(io.BytesIO(client.get(address).content))
        rows = {
            row.cells[1].text: row.cells[3].text
            for table in document.tables
            for row in table.rows
            if len(row.cells) == 4
        }
        gifts, answered = Indicator.objects.get(code="gifts"), Indicator.objects.get(code="petitions_answered")
        assert (rows["Đơn thư đã nhận"], rows[gifts.name], rows[answered.name]) == ("0", "không phát sinh", "")
        text = "\n".join(paragraph.text for paragraph in document.paragraphs)
        assert SECRET in text
        assert "BÁO CÁO" in text
    assert client.get(f"{OWN}pdf/").content.startswith(b"%PDF")


@pytest.mark.parametrize("times", [1, 3])
def test_the_list_costs_the_same(filled: Cast, client: Client, django_assert_num_queries: Any, times: int) -> None:
    for _time in range(times):
        for office in filled.offices.values():
            SupervisionFactory(record__office=office)
    cycles.send(filled)
    client.force_login(filled.secretary)
    client.get(LIST)
    with django_assert_num_queries(29):
        client.get(LIST)


@pytest.mark.parametrize("times", [1, 3])
def test_a_report_costs_the_same(filled: Cast, client: Client, django_assert_num_queries: Any, times: int) -> None:
    cycles.send(filled)
    for _time in range(times):
        SupervisionFactory(record__office=filled.office)
        cycles.ask(filled)
        cycles.answer_all(filled)
        cycles.send(filled)
    cycles.ask(filled)
    client.force_login(filled.head)
    client.get(OWN)
    with django_assert_num_queries(46):
        client.get(OWN)


@pytest.mark.parametrize("times", [1, 3])
def test_the_list_of_versions_costs_the_same(
    filled: Cast, client: Client, django_assert_num_queries: Any, times: int
) -> None:
    for _time in range(times):
        SupervisionFactory(record__office=filled.office)
        cycles.send(filled)
    client.force_login(filled.head)
    client.get(f"{OWN}versions/")
    with django_assert_num_queries(9):
        client.get(f"{OWN}versions/")
