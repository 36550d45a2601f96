"""Shared experience: over all years, found without accents, read by whoever may open the record."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.utils import timezone

from apps.activities import actions, experiences
from apps.activities.evidenced import Line
from apps.activities.models import Experience, Record
from apps.activities.tests.factories import ExperienceFactory, SupervisionFactory
from apps.campaigns.enums import PeriodKind
from apps.campaigns.models import Period
from tests.cast import Cast

HERE = "/c/cum-9/2019H1/records/experiences/"


def share(cast: Cast, title: str, day: date = date(2019, 3, 1), **more: Any) -> Record:
    owner = {} if "record__cluster" in more else {"record__office": cast.office}
    made: Any = ExperienceFactory(record__title=title, record__starts_on=day, **{**owner, **more})
    record: Record = made.record
    return record


def titles(client: Client, **query: str) -> list[str]:
    return [card.record.title for card in client.get(HERE, query).context["cards"]]


@pytest.fixture
def older(cast: Cast) -> Period:
    return Period.objects.create(
        cluster=cast.cluster, year=2018, kind=PeriodKind.SECOND_HALF, starts_on=date(2018, 7, 1),
        ends_on=date(2018, 12, 31), published_on=date(2019, 1, 10),
    )  # fmt: skip


def test_all_years_newest_first(cast: Cast, client: Client, older: Period) -> None:
    share(cast, "Cũ", date(2018, 9, 1))
    share(cast, "Mới", date(2019, 3, 1))
    share(cast, "Của Cụm", date(2019, 2, 1), record__cluster=cast.cluster)
    SupervisionFactory(record__office=cast.office)
    client.force_login(cast.clerk)
    assert titles(client) == ["Mới", "Của Cụm", "Cũ"]
    assert titles(client, year="2018") == ["Cũ"]
    assert titles(client, office="own") == ["Của Cụm"]
    assert titles(client, office="bac-lieu", year="2019") == ["Mới"]
    assert titles(client, office="không có", year="1.999", page="x") == ["Mới", "Của Cụm", "Cũ"]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("doi moi", ["Đổi mới tiếp xúc cử tri"]),
        ("TIẾP XÚC đến tận ấp", ["Đổi mới tiếp xúc cử tri"]),
        ("nguyen van mau", ["Đổi mới tiếp xúc cử tri"]),
        ("tiep xuc%", []),
        ("doi moi ho so", []),
        ("ho so", ["Số hóa hồ sơ"]),
        ("'; drop table", []),
    ],
)
def test_search_takes_no_account_of_accents(cast: Cast, client: Client, words: str, found: list[str]) -> None:
    share(cast, "Đổi mới tiếp xúc cử tri", summary="Về đến tận ấp, khóm", presenter="Nguyễn Văn Mẫu")
    share(cast, "Số hóa hồ sơ", summary="Quét và lưu")
    client.force_login(cast.clerk)
    assert titles(client, q=words) == found


@pytest.mark.parametrize(
    ("who", "draft", "status"),
    [
        ("secretary", True, 200),
        ("clerk", True, 200),
        ("other", False, 404),
        ("leader", True, 200),
        ("administrator", False, 404),
    ],
)
def test_a_draft_is_for_those_who_may_see_it(cast: Cast, client: Client, who: str, draft: bool, status: int) -> None:
    record = share(cast, "Bản nháp bí mật")
    user = cast.people[who]
    assert user is not None
    client.force_login(user)
    page = client.get(HERE, {"q": "bi mat"}).content.decode()
    assert ("Bản nháp bí mật" in page) is draft
    assert ("chưa công bố" in page) is draft
    assert client.get(f"{HERE}{record.pk}/").status_code == status


def test_published_it_is_for_all_members(cast: Cast, client: Client) -> None:
    record = share(cast, "Cách làm hay", summary="Đoạn một.\n\nĐoạn hai <script>.", presenter="Nguyễn Văn Mẫu")
    cast.first_half.published_on = date(2019, 7, 10)
    cast.first_half.save()
    client.force_login(cast.other)
    page = client.get(f"{HERE}{record.pk}/").content.decode()
    assert "<p>Đoạn một.</p>" in page
    assert "&lt;script&gt;" in page
    assert "chưa công bố" not in page
    assert "Mở bản ghi" not in page
    assert f'value="http://testserver{HERE}{record.pk}/"' in page
    client.force_login(cast.stranger)
    assert client.get(f"{HERE}{record.pk}/").status_code == 404


def test_a_deleted_one_and_another_kind_are_not_there(cast: Cast, client: Client) -> None:
    record = share(cast, "Đã xóa")
    other: Any = SupervisionFactory(record__office=cast.office)
    Record.objects.filter(pk=record.pk).update(deleted_at=timezone.now())
    client.force_login(cast.clerk)
    assert titles(client) == []
    assert client.get(f"{HERE}{record.pk}/").status_code == 404
    assert client.get(f"{HERE}{other.record.pk}/").status_code == 404


def test_an_empty_page_says_what_to_do(cast: Cast, client: Client) -> None:
    client.force_login(cast.clerk)
    assert "/records/new/experience/" in client.get(HERE).content.decode()
    client.force_login(cast.leader)
    page = client.get(HERE).content.decode()
    assert "Chưa có kinh nghiệm nào được chia sẻ" in page
    assert "/records/new/experience/" not in page


def test_pages_of_twelve_in_one_query(cast: Cast, client: Client, costs: Any) -> None:
    client.force_login(cast.clerk)
    numbers = iter(range(100))

    def add(count: int) -> None:
        for _ in range(count):
            n = next(numbers)
            record = share(cast, f"Kinh nghiệm {n}")
            from apps.activities.tests.test_evidence import file

            line = Line(cluster=cast.cluster, record=record)
            actions.attach_evidence(line=line, files=[file(b"%PDF-" + bytes([65 + n]))], by=cast.clerk)

    costs(8, add=add, read=lambda: client.get(HERE))
    add(22)
    assert (len(titles(client)), len(titles(client, page="3")), len(titles(client, page="99"))) == (12, 1, 12)
    assert client.get(HERE, {"page": "2"}).context["list_page"].paginator.num_pages == 3


def test_search_reads_no_table_whole(cast: Cast) -> None:
    """10.000 experiences of long text: each word is looked up in the trigram indexes."""
    Record.objects.bulk_create([
        Record(kind="experience", office=cast.office, title=f"Cách làm số {n}", starts_on=date(2019, 3, 1),
               counted_on=date(2019, 3, 1))
        for n in range(10_000)
    ])  # fmt: skip
    Experience.objects.bulk_create(
        [
            Experience(record=record, summary="Nội dung dài " * 20 + ("đặc sắc" if n == 77 else str(n)))
            for n, record in enumerate(Record.objects.filter(kind="experience").order_by("pk"))
        ]
    )
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE activities_record")
        cursor.execute("ANALYZE activities_experience")
    rows = Record.objects.filter(kind="experience").experience_matching("dac sac")
    assert len(rows) == 1
    plan = json.dumps(json.loads(rows.explain(format="json")))
    assert "experience_summary_folded" in plan
    assert "record_title_folded" in plan
    scans = [each for each in plan.split('"Node Type": ') if each.startswith('"Seq Scan"')]
    assert [each for each in scans if '"activities_experience"' in each[:300]] == []


def test_the_search_offers_the_years_of_the_calendar(cast: Cast, older: Period) -> None:
    from apps.campaigns.scope import Scope
    from apps.offices.roles import roles_of

    scope = Scope(
        user=cast.clerk, roles=roles_of(cast.clerk), cluster=cast.cluster, period=cast.first_half,
        periods=tuple(Period.objects.filter(cluster=cast.cluster)),
    )  # fmt: skip
    assert experiences.years(scope) == [2019, 2018]
