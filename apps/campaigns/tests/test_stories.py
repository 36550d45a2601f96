"""The history on the pages of a year: who did what, before and after, in words; and who does not see it."""

from datetime import date

import pytest
from django.test import Client

from apps.campaigns.actions import ChairLine, add_task, remove_task, save_conference, update_task
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
    for address in (YEAR, f"{YEAR}conferences/{cast.conference.pk}/"):
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


@pytest.mark.parametrize("who", ["clerk", "leader"])
def test_only_those_who_plan_read_the_history(client: Client, cast: Cast, who: str) -> None:
    client.force_login(getattr(cast, who))
    answer = client.get(YEAR)
    assert answer.status_code == 200
    assert 'id="history"' not in answer.text


def test_the_administrator_reads_it(client: Client, cast: Cast) -> None:
    client.force_login(cast.administrator)
    assert 'id="history"' in client.get(YEAR).text
