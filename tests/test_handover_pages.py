"""The pages of a merger and of a hand-over: what they show, what they do, what the pack holds."""

import io
from datetime import date, timedelta
from threading import Barrier, Thread

import openpyxl
import pytest
from django.db import IntegrityError, InternalError, connection, transaction
from django.test import Client
from django.utils import timezone
from docx import Document

from apps.campaigns.models import Task
from apps.offices.actions import hand_over as hand_over_year
from apps.offices.enums import RoleKind
from apps.offices.handover import Part, of_part
from apps.offices.models import HandOver, Leadership, Lineage, Office, Role
from apps.offices.roles import roles_of
from tests.cast import Cast, make_cast, make_user

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
    assert "Năm 2020 chưa có Cụm trưởng." in page


def test_the_page_names_offices_without_a_secretary(secretariat: Client, cast: Cast) -> None:
    assert "Chưa có người giữ vai trò Thư ký Cụm tại: Kiên Giang" in secretariat.get(HANDOVER).text
    for office in cast.offices.values():
        kind = RoleKind.SECRETARIAT
        Role.objects.get_or_create(user=cast.head, kind=kind, office=office, valid_from=date(2019, 1, 1))
    assert "Chưa có người giữ vai trò Thư ký Cụm" not in secretariat.get(HANDOVER).text


def hand_over(client: Client, cast: Cast, on: date, to: str = "kien-giang") -> str:
    """Where the answer leads, read."""
    answer = client.post(HANDOVER, {"to": cast.offices[to].pk, "on": f"{on:%d/%m/%Y}"}, follow=True)
    assert answer.status_code == 200
    assert answer.request["PATH_INFO"] == HANDOVER
    return answer.content.decode()


def test_handing_over_by_its_button(secretariat: Client, cast: Cast) -> None:
    said = hand_over(secretariat, cast, date(2020, 1, 15))
    assert "được bàn giao cho Kiên Giang" in said
    assert "Năm 2019 đã được bàn giao cho Văn phòng Đoàn ĐBQH tỉnh Kiên Giang từ ngày 15/01/2020" in said
    assert Leadership.objects.get(year=2019, kind="steward").begins_on == date(2020, 1, 15)
    cast.secretary.__dict__.pop("_roles", None)
    assert not roles_of(cast.secretary).is_secretariat(cast.cluster.pk, 2019)
    page = secretariat.get(HANDOVER)  # a member that sees what it handed over, and no longer hands over
    assert page.status_code == 200
    assert 'name="to"' not in page.content.decode()
    assert secretariat.get(f"{HANDOVER}pack.docx").status_code == 403
    settings = secretariat.get("/c/cum-9/settings/").text  # the way back to it
    assert f'<a href="{HANDOVER}">Hồ sơ đã bàn giao' in settings


@pytest.mark.parametrize("to", ["kien-giang", "can-tho"], ids=["the same again", "something else in another tab"])
def test_a_second_click_is_told_that_it_is_done(secretariat: Client, cast: Cast, to: str) -> None:
    today = timezone.localdate()
    hand_over(secretariat, cast, today)
    said = hand_over(secretariat, cast, today, to)
    assert "Trước đó đã bàn giao" in said
    assert cast.secretary.full_name in said
    assert Leadership.objects.get(year=2019, kind="steward").office == cast.offices["kien-giang"]
    assert HandOver.objects.count() == 1


def test_a_second_click_of_who_keeps_the_rights(client: Client, cast: Cast) -> None:
    client.force_login(cast.administrator)
    today = timezone.localdate()
    hand_over(client, cast, today)
    assert "Trước đó đã bàn giao" in hand_over(client, cast, today)
    assert HandOver.objects.count() == 1


def test_a_second_click_on_closing_is_told_that_it_is_done(secretariat: Client, cast: Cast) -> None:
    for said in ("Năm thi đua 2019 đã kết thúc.", "đã khóa sổ từ trước"):
        page = secretariat.post(f"{HANDOVER}close/", follow=True)
        assert page.status_code == 200
        assert said in page.content.decode()


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("second", ["kien-giang", "can-tho"], ids=["two clicks", "two tabs that disagree"])
def test_of_two_at_the_very_same_moment_one_hands_over(second: str) -> None:
    cast = make_cast()
    start = Barrier(2)
    answers: list[int] = []

    def run(to: str) -> None:
        client = Client()
        client.force_login(cast.secretary)
        data = {"to": cast.offices[to].pk, "on": f"{timezone.localdate():%d/%m/%Y}"}
        start.wait()
        answers.append(client.post(HANDOVER, data).status_code)
        connection.close()

    threads = [Thread(target=run, args=(to,)) for to in ("kien-giang", second)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert answers == [302, 302]
    assert Leadership.objects.filter(year=2019, kind="steward").count() == 1
    assert HandOver.objects.count() == 1


def opened(client: Client, kept: HandOver, kind: str) -> bytes | None:
    answer = client.get(f"/files/handover-{kind}/{kept.pk}/")
    return b"".join(answer) if answer.status_code == 200 else None


def test_the_pack_is_kept_as_it_was(secretariat: Client, client: Client, cast: Cast) -> None:
    task = Task.objects.create(period=cast.second_half, position=1, text="Tiếp xúc cử tri trước Kỳ họp thứ 8")
    hand_over(secretariat, cast, timezone.localdate())
    task.text = "Đã đổi sau khi bàn giao"
    task.save(update_fields=["text"])
    kept = HandOver.objects.get()
    page = secretariat.get(HANDOVER).content.decode()
    assert "Tiếp xúc cử tri trước Kỳ họp thứ 8" in page
    assert "Đã đổi sau khi bàn giao" not in page
    document = Document(io.BytesIO(opened(secretariat, kept, "word") or b""))
    said = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    assert any("Tiếp xúc cử tri trước Kỳ họp thứ 8" in cell for cell in said)
    book = openpyxl.load_workbook(io.BytesIO(opened(secretariat, kept, "excel") or b""))
    rows = [row[1:3] for sheet in book for row in sheet.iter_rows(min_row=5, values_only=True)]
    assert rows == [(item.about, item.title) for part in Part for item in of_part(kept.items(), part)]
    assert (opened(secretariat, kept, "pdf") or b"").startswith(b"%PDF")


def test_who_reads_what_was_kept(client: Client, cast: Cast) -> None:
    """The outgoing and the incoming secretariat, and an administrator; from its day on, and nobody else."""
    incoming = make_user("thu.ky.2020", "Đỗ Thị Mẫu Mực")
    Role.objects.create(
        user=incoming, kind=RoleKind.SECRETARIAT, office=cast.offices["kien-giang"], valid_from=date(2019, 1, 1)
    )
    to, tomorrow = cast.offices["kien-giang"], timezone.localdate() + timedelta(days=1)
    for on, readers in (
        (tomorrow, {cast.secretary, cast.administrator}),
        (timezone.localdate(), {cast.secretary, cast.administrator, incoming}),
    ):
        hand_over_year(cluster=cast.cluster, year=2019, to=to, on=on, by=cast.secretary)
        kept = HandOver.objects.filter(on=on).get()
        everybody = {incoming, *(user for user in cast.people.values() if user is not None)}
        for user in everybody:
            client.force_login(user)
            assert [opened(client, kept, kind) is not None for kind in ("word", "pdf", "excel")] == [
                user in readers
            ] * 3
            assert (client.get(HANDOVER).status_code == 200) == (user in readers)


def test_a_corrected_day_keeps_both_packs(secretariat: Client, cast: Cast) -> None:
    to, today = cast.offices["kien-giang"], timezone.localdate()
    for days in (5, 9):
        hand_over_year(
            cluster=cast.cluster, year=2019, to=to, on=today + timedelta(days=days), by=cast.secretary
        )  # fmt: skip
    page = secretariat.get(HANDOVER).content.decode()
    assert page.count("đã sửa lại sau đó") == 1
    assert page.count("/files/handover-word/") == 2


def test_the_database_keeps_it(secretariat: Client, cast: Cast) -> None:
    hand_over(secretariat, cast, timezone.localdate())
    kept = HandOver.objects.get()
    for write in (lambda: HandOver.objects.update(year=2018), kept.delete):
        with pytest.raises(InternalError, match="Cannot"), transaction.atomic():
            write()
    kept.pk, kept.taker = None, kept.giver
    with pytest.raises(IntegrityError, match="hand_over_between_two_offices"), transaction.atomic():
        kept.save(force_insert=True)


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

    costs(33, add=add, read=lambda: secretariat.get(HANDOVER))


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
