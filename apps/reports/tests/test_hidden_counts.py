"""What another office writes and sends changes nothing that one reads: no page, count, workbook, inbox or mail.

Figures and records come first, since the cluster's totals are open to all members at once. What follows (words, tasks,
justifications, notes, questions, the sending itself) must leave every page of another member as it was.
"""

from __future__ import annotations

import io
import re
from datetime import date
from typing import Any

import openpyxl
import pytest
from django.core import mail
from django.test import Client

from apps.activities.models import DirectFigure
from apps.campaigns.models import Task, TaskProgress
from apps.reports import actions
from apps.reports.actions.reminders import remind
from apps.reports.enums import Section
from apps.reports.models import Justification, Report, Version
from apps.reports.tests import cycles
from apps.reports.tests.cycles import LIST, OTHERS, OWN, SECRET
from apps.reports.tests.rows import moment
from tests.cast import Cast
from tests.filled import fill, state

HERE = "/c/cum-9/2019H1/"
PAGES = (
    "/", "/inbox/", "/c/cum-9/", "/c/cum-9/calendar/", HERE, f"{HERE}figures/",
    f"{HERE}figures/headcount/", f"{HERE}figures/opinions/",
    LIST, OTHERS, f"{LIST}completeness/", f"{LIST}checks/", f"{LIST}timeliness/", f"{LIST}register/",
    f"{HERE}summaries/", f"{HERE}summaries/gathered/", f"{HERE}stated/", f"{HERE}grid/", f"{HERE}records/",
    f"{HERE}records/?q=Chỉ+Bạc+Liêu", f"{HERE}extensions/",
)  # fmt: skip
BOOKS = (
    f"{HERE}overview.xlsx", f"{HERE}figures/headcount/records.xlsx", f"{LIST}completeness/export/",
    f"{LIST}timeliness/export/", f"{LIST}register/excel/", f"{OTHERS}export/", f"{HERE}grid/export/",
    f"{HERE}records/export/",
)  # fmt: skip
SAID = (SECRET, "Chỉ Bạc Liêu biết vì sao", "Việc riêng đã xong", "Ghi chú riêng của số liệu", "Nêu rõ nguyên nhân")
ONE_TIME = re.compile(r'name="csrfmiddlewaretoken" value="[^"]*"|"X-CSRFToken": "[^"]*"|nonce="[^"]*"|"now": "[^"]*"')
MADE_AT = re.compile(r"\d\d/\d\d/\d{4} \d\d:\d\d")


@pytest.fixture
def house(cast: Cast) -> Cast:
    """Every office has figures; Bạc Liêu 7919 of something, beside others' that hide it in the total."""
    fill(cycles.opened(cast))
    state(cast, "gifts", "bac-lieu", 7919)
    for office, value in (("ca-mau", 211), ("can-tho", 307), ("hau-giang", 401)):
        state(cast, "gifts", office, value)
    Task.objects.create(period=cast.first_half, position=1, text="Tổ chức tiếp xúc cử tri trước Kỳ họp thứ 7")
    return cast


def written(cast: Cast) -> None:
    """A draft with something of every part."""
    cycles.write(cast, Section.DIFFICULTIES, SECRET)
    report = Report.objects.get(period=cast.first_half, office=cast.office)
    Justification.objects.create(
        report=report, rule="unusual", subject="gifts", objection="Cao bất thường", text="Chỉ Bạc Liêu biết vì sao"
    )
    TaskProgress.objects.create(task=Task.objects.get(), office=cast.office, state="done", note="Việc riêng đã xong")
    DirectFigure.objects.filter(office=cast.office, value=7919).update(note="Ghi chú riêng của số liệu")


def asked(cast: Cast) -> None:
    cycles.send(cast)
    cycles.ask(cast)


def sent_again(cast: Cast) -> None:
    """Sent, to complete, sent again: never received."""
    cycles.answer_all(cast)
    cycles.write(cast, Section.PLAN, "Kế hoạch mới", version=0)
    cycles.send(cast)


STEPS = (written, asked, sent_again)


def pages(client: Client) -> dict[str, tuple[int, str]]:
    answers = {address: client.get(address, follow=True) for address in PAGES}
    return {address: (each.status_code, ONE_TIME.sub("", each.content.decode())) for address, each in answers.items()}


def _still(cell: Any) -> Any:
    """Workbooks say when they were made; a minute may pass meanwhile."""
    return MADE_AT.sub("", cell) if isinstance(cell, str) else cell


def books(client: Client) -> dict[str, tuple[int, list[Any]]]:
    found = {}
    for address in BOOKS:
        answer = client.get(address)
        cells: list[Any] = []
        if answer.status_code == 200:
            for sheet in openpyxl.load_workbook(io.BytesIO(answer.content)).worksheets:
                cells += [_still(cell) for row in sheet.iter_rows(values_only=True) for cell in row if cell is not None]
        found[address] = (answer.status_code, cells)
    return found


def differing(known: Any, found: Any) -> list[str]:
    return [address for address in known if known[address] != found[address]]


def test_pages_and_workbooks_stay_as_they_were_whatever_another_office_writes_and_sends(
    house: Cast, client: Client
) -> None:
    client.force_login(house.other)
    client.get("/")
    before = (pages(client), books(client))
    for step in STEPS:
        step(house)
        after = (pages(client), books(client))
        for known, found in zip(before, after, strict=True):
            assert differing(known, found) == [], step.__name__
    assert sum(status == 200 for status, _text in before[0].values()) >= 18
    assert sum(status == 200 for status, _cells in before[1].values()) >= 7
    for said in (*SAID, "7919", "7.919"):
        assert not [address for address, (_status, text) in after[0].items() if said in text]
        assert not [address for address, (_status, cells) in after[1].items() if said in map(str, cells)]


def test_the_same_pages_do_change_for_those_who_read_all(house: Cast, client: Client) -> None:
    """Or the test above would prove nothing."""
    client.force_login(house.leader)
    client.get("/")
    before = (pages(client), books(client))
    written(house)
    asked(house)
    after = (pages(client), books(client))
    changed = [address for address, found in after[0].items() if found != before[0][address]]
    assert {LIST, f"{LIST}timeliness/", f"{HERE}summaries/gathered/", f"{LIST}completeness/"} <= set(changed)
    assert f"{LIST}timeliness/export/" in [
        address for address, found in after[1].items() if found != before[1][address]
    ]
    assert 7919 in after[1][f"{HERE}overview.xlsx"][1]
    assert SECRET in after[0][f"{HERE}summaries/gathered/"][1]


def test_mails_of_another_office_say_nothing_of_it(house: Cast) -> None:
    for name in ("head", "clerk", "other", "secretary"):
        user = house.people[name]
        assert user is not None
        user.email = f"{name}@example.vn"
        user.save(update_fields=["email"])
    house.first_half.due_on = date(2019, 6, 30)
    house.first_half.save(update_fields=["due_on"])
    written(house)
    asked(house)
    remind(at=moment(date(2019, 7, 1)))
    told = {address: each.body for each in mail.outbox for address in each.to}
    assert "Bạc Liêu" in told["head@example.vn"]
    assert "Bạc Liêu" not in told["other@example.vn"]
    assert "Hậu Giang" in told["other@example.vn"]
    assert not [said for said in SAID for body in told.values() if said in body]


# Once the period is published ----------------------------------------------------------------------------------------
@pytest.fixture
def published(house: Cast) -> Cast:
    """Version 1 received; version 2 says something else and waits; Cà Mau sent and was never received."""
    written(house)
    cycles.send(house)
    cycles.receive(house)
    cycles.write(house, Section.DIFFICULTIES, "Chưa ai tiếp nhận lời này", version=1)
    cycles.send(house, note="Gửi riêng thư ký")
    report = Report.objects.create(period=house.first_half, office=house.offices["ca-mau"])
    Version.objects.create(
        report=report, number=1, content={"prose": {"difficulties": "Lời của Cà Mau"}}, digest="0" * 64,
        sent_by=house.secretary,
    )  # fmt: skip
    Report.objects.filter(pk=report.pk).update(state="sent", current=report.versions.get())
    house.first_half.published_on = date(2019, 7, 9)
    house.first_half.save(update_fields=["published_on"])
    return house


def test_members_are_shown_what_was_received_of_every_office(published: Cast, client: Client) -> None:
    client.force_login(published.other)
    found = client.get(LIST).content.decode()
    rows = {
        name: found.split(f'<th scope="row">{name}')[1].split("</tr>")[0] for name in ("Bạc Liêu", "Cà Mau", "Cần Thơ")
    }
    assert f'href="{OWN}versions/1/"' in rows["Bạc Liêu"]
    assert "Có nội dung mới hơn đang chờ tiếp nhận." in rows["Bạc Liêu"]
    assert "versions/2" not in found
    for name in ("Cà Mau", "Cần Thơ"):  # sent and not received, never sent: the same words
        assert "chưa có bản được tiếp nhận" in rows[name]
        assert "href" not in rows[name]
    assert f'href="{OTHERS}"' in found  # one's own, as it stands now
    for name in ("head", "secretary", "clerk"):
        person = published.people[name]
        assert person is not None
        assert str(person) not in found.split("<main")[1]
    assert client.get(f"{OWN}versions/2/").status_code == 404


def test_a_received_version_names_no_persons_and_leads_to_the_others(published: Cast, client: Client) -> None:
    client.force_login(published.other)
    for address in (f"{OWN}versions/1/", f"{OWN}versions/"):
        found = client.get(address).content.decode().split("<main")[1]
        assert str(published.head) not in found
        assert str(published.secretary) not in found
        assert "Gửi riêng thư ký" not in found
        assert "Chưa ai tiếp nhận lời này" not in found
    first = client.get(f"{OWN}versions/1/").content.decode()
    assert SECRET in first
    assert "Có nội dung mới hơn đang chờ tiếp nhận." in first
    assert f'href="{OWN}"' not in first
    cycles.receive(published)
    first = client.get(f"{OWN}versions/1/").content.decode()
    assert "Đã tiếp nhận phiên bản mới hơn." in first
    assert f'href="{OWN}versions/2/"' in first
    second = client.get(f"{OWN}versions/2/").content.decode()
    assert f'href="{OWN}versions/1/"' in second
    assert "Gửi riêng thư ký" not in second
    assert str(published.head) in client_of(published).get(f"{OWN}versions/2/").content.decode()


def client_of(cast: Cast) -> Client:
    client = Client()
    client.force_login(cast.clerk)
    return client


def test_a_stale_report_is_shown_as_it_was_received(house: Cast, client: Client) -> None:
    written(house)
    cycles.send(house)
    cycles.receive(house)
    house.first_half.published_on = date(2019, 7, 9)
    house.first_half.save(update_fields=["published_on"])
    client.force_login(house.other)
    assert "đang chờ tiếp nhận" not in client.get(LIST).content.decode()
    DirectFigure.objects.filter(office=house.office, value=7919).update(value=6007)
    assert "đang chờ tiếp nhận" in client.get(LIST).content.decode()
    found = client.get(f"{OWN}versions/1/").content.decode()
    assert "7.919" in found
    assert "6.007" not in found


def test_side_by_side_stands_what_was_received_last(published: Cast, client: Client) -> None:
    client.force_login(published.other)
    found = client.get(f"{HERE}summaries/gathered/").content.decode()
    assert SECRET in found
    assert "Chưa ai tiếp nhận lời này" not in found
    assert "Lời của Cà Mau" not in found
    assert "đã gửi" not in found.split('class="gathered"', 1)[1]
    client.force_login(published.secretary)
    found = client.get(f"{HERE}summaries/gathered/").content.decode()
    assert "Chưa ai tiếp nhận lời này" in found
    assert "Lời của Cà Mau" in found


def test_an_office_that_sends_again_changes_no_more_than_that_something_waits(published: Cast, client: Client) -> None:
    """Its workbooks, counts and mails say the same before and after."""
    client.force_login(published.other)
    client.get("/")
    before = (pages(client), books(client))
    actions.write_prose(
        period=published.first_half, office=published.office, section=Section.PLAN, text="Lời thứ ba", version=0,
        by=published.clerk,
    )  # fmt: skip
    cycles.send(published)
    after = (pages(client), books(client))
    for known, found in zip(before, after, strict=True):
        assert differing(known, found) == []


def test_the_list_of_received_versions_costs_the_same(published: Cast, client: Client, costs: Any) -> None:
    offices = [office for code, office in published.offices.items() if code not in {"bac-lieu", "ca-mau"}]
    left = iter(offices)

    def add(count: int) -> None:
        for _ in range(count):
            report = Report.objects.create(period=published.first_half, office=next(left))
            version = Version.objects.create(
                report=report, number=1, content={}, digest="0" * 64, sent_by=published.secretary,
                received_at=moment(date(2019, 7, 1)), received_by=published.secretary,
            )  # fmt: skip
            Report.objects.filter(pk=report.pk).update(state="received", current=version)

    client.force_login(published.other)
    costs(21, add=add, read=lambda: client.get(LIST))
