"""What the pages of movements say, to whom, and what they cost; what waits in the inbox; what goes with the year."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from apps.accounts.models import User
from apps.campaigns import actions
from apps.campaigns.handing_over import items as handed_over
from apps.campaigns.handing_over import pass_drafts
from apps.campaigns.inbox import items
from apps.campaigns.models import Campaign, CampaignPaper, Confirmation
from apps.campaigns.movement import content_of, seen
from apps.campaigns.tests.movements import draft, launched
from apps.core.inbox import Cost
from apps.offices.enums import RoleKind
from apps.offices.mergers import Merger
from apps.offices.models import Leadership, Role
from tests.cast import Cast

LIST = "/c/cum-9/movements/2019/"
SECRET = "Chủ đề chưa công bố"


@pytest.fixture
def secretariat(client: Client, cast: Cast) -> Client:
    client.force_login(cast.secretary)
    return client


def posted(row: Any = None, **more: Any) -> dict[str, Any]:
    rows = {
        "phases-TOTAL_FORMS": "1", "phases-INITIAL_FORMS": "0", "phases-0-name": "Đợt 1",
        "phases-0-starts_on": "01/01/2019", "phases-0-ends_on": "30/06/2019",
        "criteria-TOTAL_FORMS": "2", "criteria-INITIAL_FORMS": "0", "criteria-0-text": "Một", "criteria-1-text": "Hai",
        "prizes-TOTAL_FORMS": "1", "prizes-INITIAL_FORMS": "0", "prizes-0-name": "Cờ", "prizes-0-amount": "1.200.000",
    }  # fmt: skip
    read = seen(content_of(row)) if row else ""
    return {
        "name": "Phong trào mới", "kind": "thematic", "level": "cluster", "theme": "Kỷ cương", "launched_by": "Cụm",
        "starts_on": "01/01/2019", "ends_on": "31/12/2019", "read": read, **rows, **more,
    }  # fmt: skip


# Writing --------------------------------------------------------------------------------------------------------------
def test_a_movement_is_written_down(secretariat: Client, cast: Cast) -> None:
    page = secretariat.get(f"{LIST}new/").text
    assert page.count('type="checkbox"') == 6
    answer = secretariat.post(f"{LIST}new/", posted(offices=[cast.office.pk]))
    row = Campaign.objects.get()
    assert answer["Location"] == f"{LIST}{row.pk}/"
    assert [str(each.office) for each in row.addressed.all()] == ["Bạc Liêu"]
    assert list(row.prizes.values_list("name", "amount")) == [("Cờ", 1_200_000)]


def test_rows_are_moved_and_nothing_is_lost_or_saved(secretariat: Client, cast: Cast) -> None:
    page = secretariat.post(f"{LIST}new/", posted(do="criteria:down-0", **{"phases-0-starts_on": "32/01/2019"})).text
    assert page.index('value="Hai"') < page.index('value="Một"')
    assert 'value="32/01/2019"' in page
    assert "Kỷ cương" in page
    assert not Campaign.objects.exists()
    page = secretariat.post(f"{LIST}new/", posted(do="phases:add")).text
    assert "phases-1-name" in page


def test_what_is_wrong_is_named_and_kept(secretariat: Client, cast: Cast) -> None:
    answer = secretariat.post(f"{LIST}new/", posted(**{"phases-0-ends_on": "31/06/2019"}))
    assert answer.status_code == 422
    assert "31/06/2019" in answer.text
    answer = secretariat.post(f"{LIST}new/", posted(**{"phases-0-ends_on": "30/06/2020"}))
    assert "Đợt “Đợt 1” không nằm trong thời gian của phong trào" in answer.text


def test_a_second_writer_is_told_once(secretariat: Client, cast: Cast) -> None:
    row = draft(cast)
    old = posted(row)
    actions.save_campaign(campaign=row, cluster=cast.cluster, year=2019, values={"scope": "x"}, by=cast.secretary)
    answer = secretariat.post(f"{LIST}{row.pk}/edit/", old)
    assert (answer.status_code, "Có người khác vừa lưu" in answer.text) == (422, True)
    again = {**old, "read": answer.context["form"]["read"].value()}
    assert secretariat.post(f"{LIST}{row.pk}/edit/", again).status_code == 302


def test_a_launched_movement_is_amended_on_the_same_page(secretariat: Client, cast: Cast) -> None:
    row = launched(cast)
    assert "Lý do điều chỉnh" in secretariat.get(f"{LIST}{row.pk}/edit/").text
    members = [office.pk for office in cast.offices.values()]
    values = posted(row, reason="Theo công văn mới", offices=members)
    assert secretariat.post(f"{LIST}{row.pk}/edit/", values).status_code == 302
    page = secretariat.get(f"{LIST}{row.pk}/").text
    assert '<ins><span class="visually-hidden">Sau: </span>Kỷ cương</ins>' in page
    assert "Theo công văn mới" in page
    assert "Đoàn kết, sáng tạo" in secretariat.get(f"{LIST}{row.pk}/versions/1/").text
    assert "Kỷ cương" not in secretariat.get(f"{LIST}{row.pk}/versions/1/").text


def test_launched_from_its_page(secretariat: Client, cast: Cast) -> None:
    row = draft(cast, theme="")
    assert "Trước khi phát động, cần bổ sung:" in secretariat.get(f"{LIST}{row.pk}/").text
    actions.save_campaign(campaign=row, cluster=cast.cluster, year=2019, values={"theme": "x"}, by=cast.secretary)
    answer = secretariat.post(f"{LIST}{row.pk}/launch/", {"on": "01/01/2020"})
    assert (answer.status_code, "31/12/2019" in answer.text) == (422, True)
    assert secretariat.post(f"{LIST}{row.pk}/launch/", {"on": "10/01/2019"}).status_code == 302
    assert "0/6 Văn phòng" in secretariat.get(f"{LIST}{row.pk}/").text


def test_papers_of_the_launch(secretariat: Client, cast: Cast) -> None:
    row = launched(cast)
    scan = SimpleUploadedFile("ke-hoach.pdf", b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n")
    values = {"kind": "plan", "title": "Phát động", "number": "12", "symbol": "KH-CTĐ", "signed_on": "10/01/2019"}
    assert secretariat.post(f"{LIST}{row.pk}/papers/new/", {**values, "scan": scan}).status_code == 302
    paper = CampaignPaper.objects.get()
    page = secretariat.get(f"{LIST}{row.pk}/").text
    assert "12/KH-CTĐ" in page
    assert f"/files/campaign-paper/{paper.pk}/" in page
    again = secretariat.post(f"{LIST}{row.pk}/papers/new/", values)
    assert "Văn bản này đã được ghi nhận." in again.text
    refused = secretariat.post(f"{LIST}{row.pk}/papers/{paper.pk}/", {**values, "number": ""})
    assert "number" in refused.context["form"].errors
    secretariat.post(f"{LIST}{row.pk}/papers/{paper.pk}/remove/")
    assert not CampaignPaper.objects.exists()


# Confirming -----------------------------------------------------------------------------------------------------------
def test_the_head_confirms_with_one_button(client: Client, cast: Cast) -> None:
    row = launched(cast)
    client.force_login(cast.head)
    page = client.get(f"{LIST}{row.pk}/").text
    assert f'type="hidden" name="office" value="{cast.office.pk}"' in page
    answer = client.post(f"{LIST}{row.pk}/confirm/", {"office": cast.office.pk, "version": 1, "note": "Đã rõ"})
    assert answer.status_code == 302
    assert Confirmation.objects.get().note == "Đã rõ"
    assert 'id="to-confirm"' not in client.get(f"{LIST}{row.pk}/").text
    other = client.post(f"{LIST}{row.pk}/confirm/", {"office": cast.other_office.pk, "version": 1})
    assert other.status_code == 422
    assert Confirmation.objects.count() == 1


def test_the_secretariat_sees_who_has_not_and_notes_how_it_was_told(secretariat: Client, cast: Cast) -> None:
    row = launched(cast)
    actions.confirm_campaign(campaign=row, office=cast.office, version=1, by=cast.head)
    page = secretariat.get(f"{LIST}{row.pk}/").text
    assert (page.count("chưa xác nhận"), page.count(">đã xác nhận<")) == (5, 1)
    told = {"office": cast.other_office.pk, "version": 1, "note": ""}
    assert "qua điện thoại" in secretariat.post(f"{LIST}{row.pk}/confirm/", told).text
    assert secretariat.post(f"{LIST}{row.pk}/confirm/", {**told, "note": "Điện thoại"}).status_code == 302
    assert "ghi thay Văn phòng" in secretariat.get(f"{LIST}{row.pk}/").text


# What others see ------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("who", ["head", "clerk", "other", "leader", "administrator", "stranger"])
def test_drafts_leak_nowhere(client: Client, cast: Cast, who: str) -> None:
    above = launched(cast, name="Phong trào cấp trên", level="managing_body")
    row = draft(cast, name="Bản nháp kín", theme=SECRET, parent=above)
    actions.save_campaign_paper(campaign=row, values={"title": "Kế hoạch kín"}, by=cast.secretary)
    user = cast.people[who]
    assert user is not None
    client.force_login(user)
    for address in (LIST, f"{LIST}{above.pk}/", f"{LIST}{row.pk}/", "/c/cum-9/calendar/2019/", "/inbox/"):
        page = client.get(address).text
        assert not [word for word in (SECRET, "Bản nháp kín", "Kế hoạch kín") if word in page], address


def test_offices_see_their_own_confirmation_alone(client: Client, cast: Cast) -> None:
    row = launched(cast)
    actions.confirm_campaign(campaign=row, office=cast.office, version=1, note="Ghi chú nội bộ", by=cast.head)
    client.force_login(cast.other)
    page = client.get(f"{LIST}{row.pk}/").text
    assert "1/6 Văn phòng" in page
    assert "Ghi chú nội bộ" not in page
    assert "Trần Thị Thí Dụ" not in page
    client.force_login(cast.leader)
    assert "Ghi chú nội bộ" in client.get(f"{LIST}{row.pk}/").text


def test_the_administrator_reads_no_history_of_drafts(client: Client, cast: Cast) -> None:
    draft(cast, name="Bản nháp kín")
    launched(cast, name="Đã phát động")
    client.force_login(cast.administrator)
    page = client.get("/c/cum-9/calendar/2019/").text
    assert "Đã phát động" in page
    assert "Bản nháp kín" not in page


# Cost -----------------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(("who", "queries"), [("secretary", 14), ("clerk", 13)])
def test_the_list_costs_the_same(client: Client, cast: Cast, costs: Any, who: str, queries: int) -> None:
    user = cast.people[who]
    assert user is not None
    client.force_login(user)

    def add(count: int) -> None:
        for _place in range(count):
            row = launched(cast, name=f"Phong trào {Campaign.objects.count()}")
            actions.confirm_campaign(campaign=row, office=cast.office, version=1, by=cast.head)

    costs(queries, add=add, read=lambda: client.get(LIST))


def test_the_page_costs_the_same_whoever_has_confirmed(secretariat: Client, cast: Cast, costs: Any) -> None:
    row = launched(cast)
    waiting = list(cast.offices.values())

    def add(count: int) -> None:
        for _place in range(count):
            actions.confirm_campaign(campaign=row, office=waiting.pop(), version=1, note="x", by=cast.secretary)

    costs(29, add=add, read=lambda: secretariat.get(f"{LIST}{row.pk}/"))


def test_the_inbox_costs_the_same(cast: Cast, costs: Any) -> None:
    def add(count: int) -> None:
        for _place in range(count):
            launched(cast, name=f"Phong trào {Campaign.objects.count()}")

    costs(1, add=add, read=lambda: list(items(cast.head, date(2019, 3, 1))))


# Inbox, hand-over, merger ---------------------------------------------------------------------------------------------
def test_the_head_is_asked_until_the_office_has_confirmed(cast: Cast) -> None:
    row = launched(cast, confirm_by=date(2019, 1, 31))
    on = date(2019, 1, 20)
    (item,) = items(cast.head, on)
    assert (item.step, item.title) == ("campaigns.confirm", f"Xác nhận phong trào: {row.name}")
    assert item.url == f"{LIST}{row.pk}/#to-confirm"
    (late,) = items(cast.head, date(2019, 2, 1))
    assert (item.state, late.state) == ("warn", "bad")
    costs = [each.cost for day in (1, 24) for each in items(cast.head, date(2019, 1, day))]
    assert costs == [Cost.LATER, Cost.RUNS_OUT]  # a week before its day, and not sooner
    assert [list(items(user, on)) for user in (cast.clerk, cast.other, cast.leader, cast.stranger)] == [[], [], [], []]
    actions.confirm_campaign(campaign=row, office=cast.office, version=1, by=cast.head)
    assert list(items(cast.head, on)) == []
    actions.amend_campaign(campaign=row, values={"theme": "Mới"}, reason="Vì", by=cast.secretary)
    assert len(list(items(cast.head, on))) == 1


def test_the_secretariat_chases_once_the_day_has_passed(cast: Cast) -> None:
    row = launched(cast, confirm_by=date(2019, 1, 31))
    actions.confirm_campaign(campaign=row, office=cast.office, version=1, by=cast.head)
    assert list(items(cast.secretary, date(2019, 1, 31))) == []
    (item,) = items(cast.secretary, date(2019, 2, 1))
    assert item.about == "Cà Mau, Kiên Giang, Cần Thơ, Sóc Trăng, Hậu Giang"
    assert item.word == "05 Văn phòng chưa xác nhận"
    actions.close_campaign(campaign=row, on=date(2019, 12, 31), outcome="Xong", by=cast.secretary)
    assert list(items(cast.secretary, date(2020, 1, 1))) == []


def test_the_secretariat_of_a_new_year_is_asked_to_set_it_up(cast: Cast) -> None:
    """Until it has periods and a movement; from last year where there is one. Nobody else, and no year that is over."""
    Leadership.objects.create(cluster=cast.cluster, year=2020, kind="leader", office=cast.other_office)
    kind = RoleKind.SECRETARIAT
    Role.objects.create(user=cast.other, kind=kind, office=cast.other_office, valid_from=date(2019, 12, 1))
    new, on = User.objects.get(pk=cast.other.pk), date(2020, 1, 2)

    def asked(user: User, day: date = on) -> list[tuple[str, str, str]]:
        return [(item.title, item.word, item.url) for item in items(user, day) if item.step == "campaigns.set_up"]

    assert asked(new) == [("Lập năm công tác 2020", "chưa có kỳ báo cáo", "/c/cum-9/movements/2020/from-last-year/")]
    assert [asked(user) for user in (cast.secretary, cast.clerk, cast.head, cast.leader)] == [[], [], [], []]
    assert asked(new, date(2021, 1, 1)) == []
    actions.set_up_year(cluster=cast.cluster, year=2020, by=new)
    assert [word for _title, word, _url in asked(new)] == ["chưa có phong trào"]
    Campaign.objects.create(cluster=cast.cluster, year=2020, name="Phong trào mới")
    assert asked(new) == []


def test_a_draft_names_the_movement_that_is_launched_first(secretariat: Client, cast: Cast) -> None:
    above = draft(cast, name="Phong trào cấp trên", level="managing_body")
    row = draft(cast, name="Phong trào của Cụm", parent=above)
    page = secretariat.get(f"{LIST}{row.pk}/").text
    assert "Phát động “Phong trào cấp trên”" in page
    assert f'href="{LIST}{above.pk}/"' in page
    assert "/launch/" not in page


def test_offices_to_confirm_stand_in_the_cluster_s_order(secretariat: Client, cast: Cast) -> None:
    form = secretariat.get(f"{LIST}{launched(cast).pk}/").context["confirm"]
    names = [str(office) for office in form.fields["office"].queryset]
    assert names == ["Cà Mau", "Kiên Giang", "Cần Thơ", "Bạc Liêu", "Sóc Trăng", "Hậu Giang"]


def test_movements_go_with_the_year(cast: Cast) -> None:
    row = launched(cast)
    actions.save_campaign_paper(campaign=row, values={"title": "Kế hoạch phát động"}, by=cast.secretary)
    draft(cast, name="Bản nháp")
    found = [(item.part, item.title, item.detail) for item in handed_over(cast.cluster, 2019)]
    assert ("open", row.name, "0/6 Văn phòng đã xác nhận") in found
    assert ("open", "Bản nháp", "chưa phát động") in found
    assert ("papers", "Kế hoạch phát động", "chưa cấp số") in found


def test_a_merger_passes_drafts_and_leaves_what_was_launched(cast: Cast) -> None:
    row, old = draft(cast, name="Bản nháp"), launched(cast)
    merger = Merger(
        cluster=cast.cluster, predecessors=[cast.office, cast.other_office], successor=cast.offices["ca-mau"],
        on=date(2019, 7, 1),
    )  # fmt: skip
    pass_drafts(merger, cast.administrator)
    names = row.addressed.order_by("office__short_name").values_list("office__short_name", flat=True)
    assert sorted(names) == sorted(["Cà Mau", "Kiên Giang", "Cần Thơ", "Sóc Trăng"])
    assert old.addressed.count() == 6
