"""Pages of registrations: what they show to whom, what they cost, workbooks out and in, last year, annex II."""

from __future__ import annotations

import io
from datetime import date
from typing import Any

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pypdf import PdfReader

from apps.core.workbook import Sheet, workbook
from apps.honours.models import Award, Decision, Honour, HonourName
from apps.offices.models import Leadership
from apps.pledges import actions
from apps.pledges.listed import HEADINGS
from apps.pledges.models import Registration, RegistrationSheet
from apps.pledges.tests.house import left_out, staffed
from tests.cast import Cast
from tests.filled import state

pytestmark = pytest.mark.django_db
LIST = "/c/cum-9/registrations/2019/"
OWN = f"{LIST}offices/bac-lieu/"
OTHERS = f"{LIST}offices/hau-giang/"


def as_of(client: Client, user: Any) -> Client:
    client.force_login(user)
    return client


def sent(cast: Cast, office: Any, count: int = 3) -> RegistrationSheet:
    staffed(office, count)
    target: dict[str, Any] = {"cluster": cast.cluster, "year": 2019, "office": office, "by": cast.secretary}
    actions.register_all(**target, honour="ldtt")
    actions.send(**target)
    return RegistrationSheet.objects.select_related("cluster", "current").get(office=office, year=2019)


def test_everybody_by_one_button_then_one_changed(client: Client, cast: Cast) -> None:
    first, *_rest = staffed(cast.office)
    clerk = as_of(client, cast.clerk)
    clerk.post(f"{OWN}all/", {"honour": "ldtt"})
    clerk.post(f"{OWN}people/{first.pk}/", {"honours": ["ldtt", "cstdcs"], "initiative": "Số hóa hồ sơ"})
    page = clerk.get(OWN).content.decode()
    assert "3/3 người được tính đã đăng ký" in page
    assert "Sáng kiến dự kiến: Số hóa hồ sơ" in page
    assert Registration.objects.count() == 4


def test_the_sentence_says_whether_it_is_within_reach(client: Client, cast: Cast) -> None:
    first, *_rest = staffed(cast.office)
    decision = Decision.objects.create(
        number=1, symbol="QĐ-VPQH", signed_on="2018-12-20", body="Văn phòng Quốc hội", office=cast.office
    )  # fmt: skip
    fighter = Honour.objects.get(code="cstdcs")
    for year in (2017, 2018):
        Award.objects.create(
            decision=decision, honour=fighter, person=first, office=cast.office, year=year,
            honour_name="Chiến sĩ thi đua cơ sở", unit_name="Văn phòng",
        )  # fmt: skip
    wish = actions.Wish(("cstdcb",), "Số hóa hồ sơ")
    actions.register_person(cluster=cast.cluster, year=2019, office=cast.office, person=first, wish=wish, by=cast.clerk)
    page = as_of(client, cast.clerk).get(OWN).content.decode()
    assert "hiện có 02 năm: 2017, 2018" in page


def test_each_title_says_so_before_it_is_chosen(client: Client, cast: Cast) -> None:
    first, *_rest = staffed(cast.office)
    clerk = as_of(client, cast.clerk)
    assert "Sổ khen thưởng chưa có dữ liệu" in clerk.get(f"{OWN}people/{first.pk}/").content.decode()
    assert "Tập thể lao động tiên tiến" in clerk.get(f"{OWN}collective/").content.decode()


def test_a_form_opened_before_somebody_else_wrote_shows_what_stands_now(client: Client, cast: Cast) -> None:
    first, *_rest = staffed(cast.office)
    clerk = as_of(client, cast.clerk)
    seen = clerk.get(f"{OWN}people/{first.pk}/").context["form"]["seen"].value()
    wish = actions.Wish(("cstdcs",))
    actions.register_person(cluster=cast.cluster, year=2019, office=cast.office, person=first, wish=wish, by=cast.head)
    page = clerk.post(f"{OWN}people/{first.pk}/", {"honours": ["ldtt"], "seen": seen})
    assert page.status_code == 200
    assert page.context["form"]["honours"].value() == ["cstdcs"]
    again = {"honours": ["ldtt"], "seen": page.context["form"]["seen"].value()}
    assert clerk.post(f"{OWN}people/{first.pk}/", again).status_code == 302
    assert Registration.objects.get().honour.code == "ldtt"


def test_a_collective_that_is_not_there_is_not_found(client: Client, cast: Cast) -> None:
    clerk = as_of(client, cast.clerk)
    for unit in ("x" * 200, "%00", "Không có"):
        assert clerk.post(f"{OWN}collective/?unit={unit}", {"honours": ["ttldtt"]}).status_code == 404


def test_who_is_not_counted_is_named_with_the_reason(client: Client, cast: Cast) -> None:
    staffed(cast.office)
    left_out(cast.office, "biệt phái")
    page = as_of(client, cast.head).get(OWN).content.decode()
    assert "Hoàng Văn Ngoại Lệ" in page
    assert "biệt phái" in page


def test_an_office_without_people_is_told_what_to_do(client: Client, cast: Cast) -> None:
    page = as_of(client, cast.clerk).get(OWN).content.decode()
    assert "Chưa nhập nhân sự được tính" in page


def test_no_name_of_another_office_is_anywhere(client: Client, cast: Cast) -> None:
    sheet = sent(cast, cast.other_office)
    actions.receive(sheet=sheet, number=1, by=cast.secretary)
    clerk = as_of(client, cast.clerk)
    assert clerk.get(OTHERS).status_code == 404
    assert clerk.get(f"{OTHERS}excel/").status_code == 404
    for address in (LIST, f"{LIST}annex.xlsx", "/inbox/"):
        assert "Lê Thí Dụ" not in str(clerk.get(address).content)


def test_totals_of_another_office_show_once_they_are_received(client: Client, cast: Cast) -> None:
    sheet = sent(cast, cast.other_office)
    clerk = as_of(client, cast.clerk)
    hidden = clerk.get(LIST).content.decode()
    assert "100%" not in hidden
    actions.receive(sheet=sheet, number=1, by=cast.secretary)
    assert "100%" in clerk.get(LIST).content.decode()


def lines_of(client: Client, user: Any) -> dict[str, tuple[Any, ...]]:
    """Annex II as Excel, by office, as a reader gets it."""
    found = as_of(client, user).get(f"{LIST}annex.xlsx").content
    sheet = openpyxl.load_workbook(io.BytesIO(found)).worksheets[0]
    return {str(row[0]): row[1:] for row in sheet.iter_rows(min_row=5, values_only=True)}


def test_other_members_read_what_was_received_last(client: Client, cast: Cast) -> None:
    """Until the next receipt, with its day; the office, the secretariat and the leaders read what was sent last. An
    office of which nothing was received shows nothing."""
    first, *_rest = staffed(cast.office)
    here: dict[str, Any] = {"cluster": cast.cluster, "year": 2019, "office": cast.office}
    actions.register_all(**here, honour="ldtt", by=cast.clerk)
    sheet = actions.send(**here, by=cast.head).sheet
    assert lines_of(client, cast.other)["Bạc Liêu"][0] is None
    actions.receive(sheet=sheet, number=1, by=cast.secretary)
    assert lines_of(client, cast.other)["Bạc Liêu"][:4] == (3, 3, "100%", 3)
    actions.ask_completion(sheet=sheet, what="Bổ sung.", by=cast.secretary)
    assert lines_of(client, cast.other)["Bạc Liêu"][:4] == (3, 3, "100%", 3)
    actions.register_person(**here, person=first, wish=actions.Wish(()), by=cast.clerk)
    actions.send(**here, by=cast.head)
    newer = "có nội dung mới hơn đang chờ tiếp nhận"
    for user, seen, marked in (
        (cast.other, (3, 3, "100%", 3), True), (cast.clerk, (3, 2, "66,7%", 2), False),
        (cast.secretary, (3, 2, "66,7%", 2), False), (cast.leader, (3, 2, "66,7%", 2), False),
    ):  # fmt: skip
        assert lines_of(client, user)["Bạc Liêu"][:4] == seen
        assert (newer in client.get(LIST).content.decode()) is marked
        (paper,) = PdfReader(io.BytesIO(client.get(f"{LIST}annex.pdf").content)).pages
        assert (newer in " ".join(paper.extract_text().split())) is marked
    assert "Văn phòng khác xem bản 1" in as_of(client, cast.head).get(OWN).content.decode()
    actions.receive(sheet=sheet, number=2, by=cast.secretary)
    assert lines_of(client, cast.other)["Bạc Liêu"][:4] == (3, 2, "66,7%", 2)
    assert newer not in client.get(LIST).content.decode()


def test_a_draft_of_another_office_is_not_told_from_none(client: Client, cast: Cast) -> None:
    """The office and the secretariat read of it; to everybody else it is not sent, as what was never begun."""
    first, *_rest = staffed(cast.office)
    wish = actions.Wish(("ldtt",))
    actions.register_person(cluster=cast.cluster, year=2019, office=cast.office, person=first, wish=wish, by=cast.clerk)

    def states(user: Any) -> dict[str, str]:
        return {row["name"]: str(row["state"]) for row in as_of(client, user).get(LIST).context["rows"]}

    for user in (cast.clerk, cast.secretary):
        assert (states(user)["Bạc Liêu"], states(user)["Hậu Giang"]) == ("bản nháp", "chưa gửi")
    assert set(states(cast.other).values()) == {"chưa gửi"}
    sent(cast, cast.office)
    assert states(cast.other)["Bạc Liêu"] == "đã gửi"


def test_what_nobody_sent_adds_up_to_nothing_rather_than_zero(client: Client, cast: Cast) -> None:
    page = as_of(client, cast.secretary).get(LIST)
    assert set(page.context["total"]) == {""}
    book = openpyxl.load_workbook(io.BytesIO(client.get(f"{LIST}annex.xlsx").content))
    assert [row for row in book.worksheets[0].values if row[0] == "Cộng"] == [("Cộng", *[None] * 13)]


def test_whoever_registers_is_led_to_the_own_list(client: Client, cast: Cast) -> None:
    link = f'<a class="button button-primary" href="{OWN}">'
    assert link in as_of(client, cast.clerk).get(LIST).text
    assert link in as_of(client, cast.head).get(LIST).text
    assert link not in as_of(client, cast.leader).get(LIST).text


def test_each_form_says_what_its_button_does(client: Client, cast: Cast) -> None:
    sent(cast, cast.office)
    secretariat = as_of(client, cast.secretary)
    assert "Gửi đề nghị bổ sung</button>" in secretariat.get(f"{OWN}ask/").text
    assert "Gửi đề nghị bổ sung" not in secretariat.get(f"{OWN}collective/").text


def test_a_sentence_about_many_stands_once(client: Client, cast: Cast) -> None:
    staffed(cast.office, 4)
    clerk = as_of(client, cast.clerk)
    clerk.post(f"{OWN}all/", {"honour": "ldtt"})
    page = clerk.get(OWN).text
    assert page.count("chưa được đối chiếu") == 1
    assert page.count("chưa đủ dữ liệu") == 4


def test_annex_ii_adds_up(client: Client, cast: Cast) -> None:
    sent(cast, cast.office, 4)
    sent(cast, cast.other_office, 2)
    found = as_of(client, cast.secretary).get(f"{LIST}annex.xlsx")
    rows = list(openpyxl.load_workbook(io.BytesIO(found.content)).worksheets[0].iter_rows(min_row=5, values_only=True))
    by_name = {row[0]: row[1:5] for row in rows}
    assert by_name["Bạc Liêu"] == (4, 4, "100%", 4)
    assert by_name["Hậu Giang"] == (2, 2, "100%", 2)
    assert by_name["Cà Mau"] == (None, None, None, None)
    assert by_name["Cộng"] == (6, 6, "100%", 6)
    (page,) = PdfReader(io.BytesIO(as_of(client, cast.secretary).get(f"{LIST}annex.pdf").content)).pages
    assert "Chưa có số liệu: Cà Mau, Kiên Giang, Cần Thơ, Sóc Trăng" in " ".join(page.extract_text().split())


def test_annex_ii_takes_what_was_stated_where_only_totals_are_known(client: Client, cast: Cast) -> None:
    """Never beside what was sent, and not before another's eyes."""
    stated = {"headcount": 14, "registered": 14, "registered_ldtt": 14, "registered_ttldtt": 1}
    for office in (cast.office, cast.other_office):
        for code, value in stated.items():
            state(cast, code, office.code, value)
    sent(cast, cast.other_office, 2)

    found = lines_of(client, cast.secretary)
    assert found["Bạc Liêu"] == (14, 14, "100%", 14, None, None, None, 1, None, None, None, None, None)
    assert found["Hậu Giang"][:4] == (2, 2, "100%", 2)
    assert found["Cộng"][:4] == (16, 16, "100%", 16)
    assert lines_of(client, cast.clerk)["Bạc Liêu"][:2] == (14, 14)
    assert lines_of(client, cast.other)["Bạc Liêu"][:2] == (None, None)
    page = as_of(client, cast.leader).get(LIST)
    assert "Tổng số theo số liệu báo cáo trực tiếp: Bạc Liêu" in page.content.decode()
    assert [row["name"] for row in page.context["rows"] if row["stated"]] == ["Bạc Liêu"]
    assert page.content.decode().count("do Văn phòng báo") == 1


def test_a_click_too_many_receives_once(client: Client, cast: Cast) -> None:
    sent(cast, cast.office)
    secretary = as_of(client, cast.secretary)
    for _click in range(2):
        secretary.post(f"{OWN}receive/", {"number": "1"})
    assert RegistrationSheet.objects.get(office=cast.office).received_by == cast.secretary
    assert secretary.post(f"{OWN}receive/", {"number": "nhiều"}).status_code == 302


def file_of(*rows: tuple[Any, ...]) -> SimpleUploadedFile:
    made = workbook(Sheet(name="ĐK", title="Đăng ký", headings=HEADINGS, rows=rows))
    return SimpleUploadedFile("dang-ky.xlsx", made)


def test_a_workbook_names_every_fault_and_keeps_what_is_right(client: Client, cast: Cast) -> None:
    first, second, third = staffed(cast.office)
    clerk = as_of(client, cast.clerk)
    page = clerk.post(f"{OWN}import/", {"file": file_of(
        (first.pk, first.full_name, "", "LĐTT; CSTĐCS", "Số hóa hồ sơ"),
        ("", second.full_name.upper(), "", "Lao động tiên tiến", ""),
        ("", "Người Không Có", "", "LĐTT", ""),
        (third.pk, third.full_name, "", "Anh hùng", ""),
        (first.pk, first.full_name, "", "LĐTT", ""),
    )})  # fmt: skip
    found = page.context["found"]
    assert [(each.row, each.column, each.value) for each in found.faults] == [
        (7, "B", "Người Không Có"),
        (8, "D", "Anh hùng"),
        (9, "B", first.full_name),
    ]
    assert not Registration.objects.exists()
    clerk.post(f"{OWN}import/", {"shown": page.context["shown"]})
    held = {(row.person_id, row.honour.code, row.initiative) for row in Registration.objects.select_related("honour")}
    assert held == {(first.pk, "ldtt", ""), (first.pk, "cstdcs", "Số hóa hồ sơ"), (second.pk, "ldtt", "")}


def test_a_row_that_says_nothing_is_no_fault(client: Client, cast: Cast) -> None:
    first, *_rest = staffed(cast.office)
    clerk = as_of(client, cast.clerk)
    content = clerk.get(f"{OWN}excel/").content
    page = clerk.post(f"{OWN}import/", {"file": SimpleUploadedFile("a.xlsx", content)})
    assert (page.context["found"].blank, page.context["found"].faults) == (3, [])
    assert "chưa có dòng nào" in page.content.decode().lower()
    actions.register_all(cluster=cast.cluster, year=2019, office=cast.office, honour="ldtt", by=cast.clerk)
    page = clerk.post(f"{OWN}import/", {"file": file_of((first.pk, first.full_name, "", "", ""))})
    assert [(each.row, each.column) for each in page.context["found"].faults] == [(5, "D")]


def test_a_code_that_is_another_persons_is_named(client: Client, cast: Cast) -> None:
    first, second, _third = staffed(cast.office)
    other, *_rest = staffed(cast.other_office, 1)
    page = as_of(client, cast.clerk).post(f"{OWN}import/", {"file": file_of(
        (first.pk, second.full_name, "", "LĐTT", ""), (other.pk, other.full_name, "", "LĐTT", ""),
    )})  # fmt: skip
    found = page.context["found"]
    assert [(each.row, each.column, each.value) for each in found.faults] == [
        (5, "B", second.full_name),
        (6, "A", str(other.pk)),
    ]
    assert first.full_name in found.faults[0].expected
    assert not found.entries


def test_what_was_shown_of_one_year_is_not_written_in_another(client: Client, cast: Cast) -> None:
    first, *_rest = staffed(cast.office)
    secretary = as_of(client, cast.secretary)
    page = secretary.post(f"{OWN}import/", {"file": file_of((first.pk, first.full_name, "", "LĐTT", ""))})
    secretary.post(f"{OTHERS}import/", {"shown": page.context["shown"]})
    assert not Registration.objects.exists()
    secretary.post(f"{OWN}import/", {"shown": page.context["shown"]})
    assert Registration.objects.count() == 1


def test_our_workbook_comes_back_without_a_change(client: Client, cast: Cast) -> None:
    sent(cast, cast.office)
    clerk = as_of(client, cast.clerk)
    content = clerk.get(f"{OWN}excel/").content
    page = clerk.post(f"{OWN}import/", {"file": SimpleUploadedFile("a.xlsx", content)})
    assert (len(page.context["found"].skipped), page.context["found"].entries) == (3, [])


def test_a_broken_workbook_is_refused_in_words(client: Client, cast: Cast) -> None:
    staffed(cast.office)
    clerk = as_of(client, cast.clerk)
    page = clerk.post(f"{OWN}import/", {"file": SimpleUploadedFile("a.xlsx", b"PK\x03\x04 not a workbook")})
    assert page.status_code == 200
    assert page.context["form"].errors


def test_what_was_not_shown_is_not_written(client: Client, cast: Cast) -> None:
    staffed(cast.office)
    as_of(client, cast.clerk).post(f"{OWN}import/", {"shown": "x:y:z"})
    assert not Registration.objects.exists()


def test_last_year_is_shown_before_it_is_taken_over(client: Client, cast: Cast) -> None:
    people = staffed(cast.office, since=date(2018, 1, 1))
    actions.register_all(cluster=cast.cluster, year=2019, office=cast.office, honour="ldtt", by=cast.secretary)
    Leadership.objects.create(cluster=cast.cluster, year=2020, kind="leader", office=cast.offices["ca-mau"])
    clerk = as_of(client, cast.clerk)
    page = clerk.get("/c/cum-9/registrations/2020/offices/bac-lieu/last-year/")
    assert len(page.context["kept"]) == len(people)
    clerk.post("/c/cum-9/registrations/2020/offices/bac-lieu/last-year/", {"shown": page.context["shown"]})
    assert Registration.objects.filter(sheet__year=2020).count() == len(people)


def test_last_year_is_read_as_of_its_own_cut_off_day(client: Client, cast: Cast) -> None:
    """With its collectives; who left, who joined, and a title that the new law no longer knows, by name."""
    gone, *_stayed = staffed(cast.office, 3, since=date(2019, 3, 30))
    target: dict[str, Any] = {"cluster": cast.cluster, "year": 2019, "office": cast.office, "by": cast.secretary}
    actions.register_all(**target, honour="ldtt")
    actions.register_collective(**target, unit="", wish=actions.Wish(("ttldtt",)))
    gone.employments.update(valid_to=date(2019, 12, 1))
    Leadership.objects.create(cluster=cast.cluster, year=2020, kind="leader", office=cast.offices["ca-mau"])
    new = staffed(cast.office, 1, since=date(2020, 1, 2))
    names = HonourName.objects.filter(honour__code="ldtt")
    names.filter(valid_from__gte=date(2020, 1, 1)).delete()
    names.update(valid_to=date(2020, 1, 1))
    address = "/c/cum-9/registrations/2020/offices/bac-lieu/last-year/"
    page = as_of(client, cast.clerk).get(address)
    assert [(honours, lost) for _name, honours, lost in page.context["kept"]] == [
        ("", ["Lao động tiên tiến"]),
        ("", ["Lao động tiên tiến"]),
        ("TTLĐTT", []),
    ]
    assert [line.person for line in page.context["gone"]] == [gone.pk]
    assert [line.person for line in page.context["joined"]] == [each.pk for each in new]
    client.post(address, {"shown": page.context["shown"]})
    assert [row.honour.code for row in Registration.objects.filter(sheet__year=2020)] == ["ttldtt"]


@pytest.mark.parametrize(("address", "queries"), [(OWN, 35), (LIST, 21)])
def test_the_cost_is_the_same_for_one_and_a_thousand(
    client: Client, cast: Cast, address: str, queries: int, django_assert_num_queries: Any
) -> None:
    secretary = as_of(client, cast.secretary)
    for more in (1, 2, 997):
        staffed(cast.office, more)
        target: dict[str, Any] = {"cluster": cast.cluster, "year": 2019, "office": cast.office, "by": cast.secretary}
        actions.register_all(**target, honour="ldtt")
        actions.send(**target)
        secretary.get(address)
        with django_assert_num_queries(queries):
            secretary.get(address)


def test_a_workbook_of_too_many_rows_is_refused_in_words(client: Client, cast: Cast) -> None:
    staffed(cast.office)
    rows = [("", f"Người {number}", "", "LĐTT", "") for number in range(5001)]
    page = as_of(client, cast.clerk).post(f"{OWN}import/", {"file": file_of(*rows)})
    assert "5.000" in page.context["form"].errors["file"][0]
    assert not Registration.objects.exists()
