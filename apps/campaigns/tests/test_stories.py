"""The history on the pages of a year: who did what, before and after, in words; and who does not see it."""

from datetime import date, time
from typing import Any

import pytest
from django.test import Client

from apps.campaigns.actions import (
    ChairLine,
    Point,
    add_task,
    register_delegate,
    remove_delegate,
    remove_task,
    save_conference,
    save_minutes,
    save_programme,
    seen,
    update_task,
)
from apps.campaigns.models import Period
from tests.cast import Cast

YEAR = "/c/cum-9/calendar/2019/"


@pytest.fixture
def secretariat(client: Client, cast: Cast) -> Client:
    client.force_login(cast.secretary)
    return client


def change_conference(cast: Cast, place: str) -> None:
    values = {"kind": "review", "title": cast.conference.title, "held_on": date(2019, 7, 5), "place": place}
    chairs = [
        ChairLine(office=cast.offices["ca-mau"], person="Ngô Văn Mẫu", post="Phó Chánh Văn phòng"),
        ChairLine(office=cast.offices["kien-giang"]),
    ]
    save_conference(
        conference=cast.conference, period=cast.first_half, values={**values, "host": cast.offices["can-tho"]},
        chairs=chairs, by=cast.secretary,
    )  # fmt: skip


def test_the_conference_and_its_chairs_are_told(secretariat: Client, cast: Cast) -> None:
    change_conference(cast, "Rạch Giá, Kiên Giang")
    for address in (YEAR, f"{YEAR}conferences/{cast.conference.pk}/edit/"):
        page = secretariat.get(address).text
        assert "<del>Hà Tiên, Kiên Giang</del> → <ins>Rạch Giá, Kiên Giang</ins>" in page
        assert "<del>Kiên Giang</del> → <ins>Cần Thơ</ins>" in page
        assert "<ins>Ngô Văn Mẫu</ins>" in page
        assert "<del>–</del> → <ins>–</ins>" not in page
        assert "Nguyễn Văn Mẫu · " in page


def test_periods_and_tasks_are_told_even_after_they_are_gone(secretariat: Client, cast: Cast) -> None:
    Period.objects.filter(pk=cast.first_half.pk).update(due_on=date(2019, 6, 25))
    task = add_task(period=cast.second_half, text="Việc cũ", by=cast.secretary)
    update_task(task=task, text="Việc mới", by=cast.secretary)
    remove_task(task=task, by=cast.secretary)
    page = secretariat.get(YEAR).text
    assert "<del>30/06/2019</del> → <ins>25/06/2019</ins>" in page
    assert "<del>Việc cũ</del> → <ins>Việc mới</ins>" in page
    assert "Xóa nhiệm vụ" in page


def test_what_belongs_to_a_conference_is_told(secretariat: Client, cast: Cast) -> None:
    at: dict[str, Any] = {"conference": cast.conference, "by": cast.secretary}
    save_programme(**at, points=[Point(title="Khai mạc", starts_at=time(8))], read=seen([]))
    person, _new = register_delegate(**at, office=cast.office, name="Bùi Văn Đi Vắng")
    remove_delegate(delegate=person, by=cast.secretary)
    save_minutes(**at, values={"proceedings": "Bản đầu"}, version=0)
    save_minutes(**at, values={"proceedings": "Bản sau"}, version=1)
    page = secretariat.get(f"{YEAR}conferences/{cast.conference.pk}/edit/").text
    for words in ("Sửa chương trình", "<ins>Khai mạc</ins>", "Bùi Văn Đi Vắng", "Đưa ra khỏi danh sách"):
        assert words in page
    assert "<del>Bản đầu</del> → <ins>Bản sau</ins>" in page


@pytest.mark.parametrize("who", ["clerk", "leader"])
def test_only_those_who_plan_read_the_history(client: Client, cast: Cast, who: str) -> None:
    client.force_login(getattr(cast, who))
    answer = client.get(YEAR)
    assert answer.status_code == 200
    assert 'id="history"' not in answer.text


def test_the_administrator_reads_it(client: Client, cast: Cast) -> None:
    client.force_login(cast.administrator)
    assert 'id="history"' in client.get(YEAR).text
