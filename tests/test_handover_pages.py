"""The pages of a merger and of a hand-over: what they show, what they do, what the pack holds."""

import io
from datetime import date

import openpyxl
import pytest
from django.test import Client
from docx import Document

from apps.campaigns.models import Task
from apps.offices.models import Leadership, Lineage, Office
from apps.offices.roles import roles_of
from tests.cast import Cast

HANDOVER = "/c/cum-9/handover/2019/"
MERGE = "/c/cum-9/settings/members/merge/"


@pytest.fixture
def secretariat(client: Client, cast: Cast) -> Client:
    client.force_login(cast.secretary)
    return client


def test_the_page_lists_what_is_open(secretariat: Client, cast: Cast) -> None:
    Task.objects.create(period=cast.second_half, position=1, text="Tiếp xúc cử tri trước Kỳ họp thứ 8")
    page = secretariat.get(HANDOVER).content.decode()
    for said in ("Tiếp xúc cử tri trước Kỳ họp thứ 8", "Báo cáo Văn phòng", "Hội nghị sơ kết", "Nguyễn Văn Mẫu"):
        assert said in page
    assert "Chưa có Cụm trưởng năm tiếp theo." in page


def test_handing_over_by_its_button(secretariat: Client, cast: Cast) -> None:
    data = {"to": cast.offices["kien-giang"].pk, "on": "15/01/2020"}
    answer = secretariat.post(HANDOVER, data, follow=True)
    assert answer.status_code == 200
    assert "được bàn giao cho Kiên Giang" in answer.content.decode()
    assert Leadership.objects.get(year=2019, kind="steward").begins_on == date(2020, 1, 15)
    cast.secretary.__dict__.pop("_roles", None)
    assert not roles_of(cast.secretary).is_secretariat(cast.cluster.pk, 2019)
    assert secretariat.get(HANDOVER).status_code == 403  # a member that sees, and no longer hands over


def test_a_refusal_stands_at_its_field(secretariat: Client, cast: Cast) -> None:
    page = secretariat.post(HANDOVER, {"to": "", "on": "31/02/2020"}).content.decode()
    assert "31/02/2020" in page
    assert not Leadership.objects.filter(kind="steward").exists()


def test_closing_by_its_button(secretariat: Client, cast: Cast) -> None:
    secretariat.post(f"{HANDOVER}close/")
    assert all(row.closed_on for row in Leadership.objects.filter(year=2019))


def test_the_pack_says_the_same_in_word_and_excel(secretariat: Client, cast: Cast) -> None:
    Task.objects.create(period=cast.second_half, position=1, text="=Tiếp xúc cử tri")
    document = Document(io.BytesIO(secretariat.get(f"{HANDOVER}pack.docx").content))
    said = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    book = openpyxl.load_workbook(io.BytesIO(secretariat.get(f"{HANDOVER}pack.xlsx").content))
    rows = [row for sheet in book for row in sheet.iter_rows(min_row=5, values_only=True)]
    assert len(rows) > 10
    for _place, about, title, *_rest in rows:
        assert about in said
        assert any(str(title) in cell for cell in said)
    assert any(row[2] == "=Tiếp xúc cử tri" for row in rows)


def test_the_pack_is_a_pdf(secretariat: Client) -> None:
    assert secretariat.get(f"{HANDOVER}pack.pdf").content.startswith(b"%PDF")


def test_the_cost_does_not_grow_with_what_is_open(secretariat: Client, cast: Cast, costs) -> None:
    made = iter(range(1, 100))

    def add(count: int) -> None:
        for number in (next(made) for _ in range(count)):
            Task.objects.create(period=cast.second_half, position=number, text=f"Nhiệm vụ {number}")

    costs(32, add=add, read=lambda: secretariat.get(HANDOVER))


MERGED = {
    "valid_from": "01/07/2025", "instrument": "Nghị quyết số 202/2025/QH15", "code": "an-giang-moi",
    "name": "Văn phòng Đoàn ĐBQH và HĐND tỉnh An Giang", "short_name": "An Giang",
    "outsider_name": "Văn phòng Đoàn ĐBQH tỉnh An Giang", "outsider_short_name": "An Giang cũ",
    "outsider_code": "an-giang",
}  # fmt: skip


def test_a_merger_is_shown_before_it_is_done(secretariat: Client, cast: Cast) -> None:
    data = {**MERGED, "predecessors": [cast.offices["kien-giang"].pk]}
    page = secretariat.post(MERGE, data).content.decode()
    assert "Khi hợp nhất" in page
    assert not Lineage.objects.exists()
    secretariat.post(MERGE, {**data, "confirmed": "1"})
    successor = Office.objects.get(code="an-giang-moi")
    assert set(Lineage.objects.filter(successor=successor).values_list("predecessor__code", flat=True)) == {
        "kien-giang",
        "an-giang",
    }


def test_an_outsider_needs_its_words(secretariat: Client, cast: Cast) -> None:
    data = {**MERGED, "predecessors": [cast.offices["kien-giang"].pk], "outsider_code": "", "confirmed": "1"}
    page = secretariat.post(MERGE, data).content.decode()
    assert "Cần điền cho Văn phòng ngoài Cụm." in page
    assert not Lineage.objects.exists()


def test_a_code_that_is_taken_leaves_nothing_behind(secretariat: Client, cast: Cast) -> None:
    data = {**MERGED, "predecessors": [cast.offices["kien-giang"].pk], "code": "bac-lieu", "confirmed": "1"}
    secretariat.post(MERGE, data)
    assert not Lineage.objects.exists()
    assert not Office.objects.filter(code="an-giang").exists()
