"""The offices' prose beside the cluster's own text: what is shown to whom, and copying a paragraph once."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from apps.offices.models import Office
from apps.reports.content import Content, digest, to_json
from apps.reports.enums import ReportState, Section
from apps.reports.models import Prose as Written
from apps.reports.models import Report, Version
from apps.summaries import actions
from apps.summaries.enums import ProseSection
from apps.summaries.gathered import MERGED, seen
from apps.summaries.models import Prose
from tests.cast import Cast

HERE = "/c/cum-9/2019H1/summaries/gathered/"
SAID = "Được lãnh đạo Đoàn quan tâm chỉ đạo."
ALSO = "Cán bộ có kinh nghiệm."


def send(cast: Cast, office: Office, text: str = f"{SAID}\n{ALSO}", received: bool = False) -> Version:
    """A report whose advantages say `text`; as it was sent."""
    report, _made = Report.objects.get_or_create(period=cast.first_half, office=office)
    Written.objects.update_or_create(report=report, section=Section.ADVANTAGES, defaults={"text": text})
    content = Content(prose={Section.ADVANTAGES: text})
    at: Any = {"received_at": timezone.now(), "received_by": cast.secretary} if received else {}
    version = Version.objects.create(
        report=report, number=report.versions.count() + 1, content=to_json(content), digest=digest(content),
        sent_by=cast.head, **at,
    )  # fmt: skip
    state = ReportState.RECEIVED if received else ReportState.SENT
    Report.objects.filter(pk=report.pk).update(state=state, current=version)
    return version


def text(client: Client) -> str:
    answer = client.get(HERE)
    assert answer.status_code == 200
    return answer.content.decode()


def copied(cast: Cast, version: Version, **more: Any) -> dict[str, Any]:
    own = Prose.objects.filter(period=cast.first_half, section="situation").first()
    return {
        "into": "situation", "section": "advantages", "office": version.report.office.code, "version": version.pk,
        "number": 0, "seen": seen(own.text if own else ""), **more,
    }  # fmt: skip


def situation(cast: Cast) -> str:
    found = Prose.objects.filter(period=cast.first_half, section="situation").first()
    return found.text if found else ""


# What is merged -------------------------------------------------------------------------------------------------------
def test_every_section_of_an_office_is_merged_once() -> None:
    merged = [section for sections in MERGED.values() for section in sections]
    assert sorted(merged) == sorted(Section)


# What is shown --------------------------------------------------------------------------------------------------------
def test_what_was_sent_stands_beside_the_clusters_text_with_its_state(cast: Cast, client: Client) -> None:
    send(cast, cast.office, received=True)
    send(cast, cast.other_office, "Trụ sở mới đưa vào sử dụng.")
    actions.write_prose(period=cast.first_half, section="situation", text="Tình hình chung của Cụm.", by=cast.secretary)
    for role in ("secretary", "leader"):
        client.force_login(cast.people[role])  # type: ignore[arg-type]
        page = text(client)
        assert all(said in page for said in (SAID, ALSO, "Trụ sở mới", "Tình hình chung", "đã gửi", "đã tiếp nhận"))
        assert ("Chép vào phần của Cụm" in page) is (role == "secretary")


def test_a_draft_that_was_never_sent_is_hidden_and_so_is_what_was_typed_since(cast: Cast, client: Client) -> None:
    draft = Report.objects.create(period=cast.first_half, office=cast.other_office)
    Written.objects.create(report=draft, section=Section.ADVANTAGES, text="Bản nháp chưa gửi")
    version = send(cast, cast.office)
    Written.objects.filter(report=version.report).update(text="Sửa sau khi gửi")
    client.force_login(cast.secretary)
    page = text(client)
    assert SAID in page
    assert "Bản nháp chưa gửi" not in page
    assert "Sửa sau khi gửi" not in page
    assert "Chưa gửi" in page


def test_members_read_what_was_received_once_the_period_was_published(cast: Cast, client: Client) -> None:
    send(cast, cast.office, received=True)
    send(cast, cast.offices["kien-giang"], "Chưa được tiếp nhận")
    client.force_login(cast.other)
    assert client.get(HERE).status_code == 403
    cast.first_half.published_on = timezone.localdate()
    cast.first_half.save(update_fields=["published_on"])
    page = text(client)
    assert SAID in page
    assert "Chưa được tiếp nhận" not in page


@pytest.mark.parametrize("reports", [1, 3])
def test_it_costs_the_same_however_many_sent(
    cast: Cast, client: Client, reports: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for office in list(cast.offices.values())[:reports]:
        send(cast, office)
    client.force_login(cast.secretary)
    client.get(HERE)
    with django_assert_num_queries(23):
        client.get(HERE)


# Copying --------------------------------------------------------------------------------------------------------------
def test_a_paragraph_goes_to_the_end_of_the_clusters_section_once(cast: Cast, client: Client) -> None:
    version = send(cast, cast.office)
    actions.write_prose(period=cast.first_half, section="situation", text="Tình hình chung.", by=cast.secretary)
    client.force_login(cast.secretary)
    wish = copied(cast, version, number=1)
    for _click in range(2):  # the second, of a double click, sends what the first one saw
        answer = client.post(f"{HERE}copy/", wish)
        assert answer["Location"].endswith("#situation")
    assert situation(cast) == f"Tình hình chung.\n{ALSO}"
    assert "đã có trong phần của Cụm" in text(client)


def test_nobody_overwrites_what_they_have_not_seen(cast: Cast, client: Client) -> None:
    version = send(cast, cast.office)
    client.force_login(cast.secretary)
    wish = copied(cast, version)
    actions.write_prose(period=cast.first_half, section="situation", text="Người khác vừa viết.", by=cast.secretary)
    page = client.post(f"{HERE}copy/", wish, follow=True).content.decode()
    assert "vừa có người sửa" in page
    assert situation(cast) == "Người khác vừa viết."


def test_a_report_that_was_sent_anew_is_looked_at_first(cast: Cast, client: Client) -> None:
    wish = copied(cast, send(cast, cast.office))
    send(cast, cast.office, "Câu khác.")
    client.force_login(cast.secretary)
    page = client.post(f"{HERE}copy/", wish, follow=True).content.decode()
    assert "vừa gửi lại báo cáo" in page
    assert situation(cast) == ""


@pytest.mark.parametrize(
    "wrong",
    [{"into": "limits"}, {"into": "x"}, {"section": "plan"}, {"office": "ca-mau"}, {"number": 2}, {"number": "-1"}],
)
def test_what_does_not_exist_is_not_copied(cast: Cast, client: Client, wrong: dict[str, Any]) -> None:
    version = send(cast, cast.office)
    client.force_login(cast.secretary)
    assert client.post(f"{HERE}copy/", copied(cast, version, **wrong)).status_code == 404
    assert situation(cast) == ""


def test_only_the_secretariat_copies(cast: Cast) -> None:
    for role in ("head", "clerk", "leader", "administrator", "stranger"):
        with pytest.raises(PermissionDenied):
            actions.append_prose(
                period=cast.first_half,
                section="situation",
                text="x",
                seen=seen(""),
                by=cast.people[role],  # type: ignore[arg-type]
            )
    with pytest.raises(ValidationError):
        actions.append_prose(period=cast.first_half, section="x", text="x", seen=seen(""), by=cast.secretary)


# The typed page, open in another tab ----------------------------------------------------------------------------------
def typed(client: Client) -> dict[str, str]:
    form = client.get("/c/cum-9/2019H1/summaries/typed/").context["form"]
    return {field.name: field.value() or "" for field in form}


def test_saving_the_typed_page_keeps_what_was_copied_meanwhile(cast: Cast, client: Client) -> None:
    version = send(cast, cast.office)
    client.force_login(cast.secretary)
    opened = typed(client)
    client.post(f"{HERE}copy/", copied(cast, version))
    answer = client.post("/c/cum-9/2019H1/summaries/typed/", {**opened, ProseSection.LESSONS: "Bài học."})
    assert answer.status_code == 302
    assert situation(cast) == SAID
    answer = client.post("/c/cum-9/2019H1/summaries/typed/", {**opened, ProseSection.SITUATION: "Câu của tôi."})
    assert answer.status_code == 200
    assert "vừa có người sửa" in answer.content.decode()
    assert "Câu của tôi." in answer.content.decode()
    assert situation(cast) == SAID
