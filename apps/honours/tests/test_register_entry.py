"""A decision typed with all its lines, and awards from Excel: what is right is kept, what is wrong is named."""

from __future__ import annotations

import io
from datetime import date
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from openpyxl import Workbook

from apps.honours.enums import Occasion
from apps.honours.models import Award, AwardSheet, Decision
from apps.honours.sheets.columns import HEADINGS
from apps.honours.tests import house
from apps.honours.tests.test_register_pages import url
from apps.offices.models import Employment
from tests.cast import Cast

FACTS = {"number": "12", "symbol": "QĐ-VPQH", "signed_on": "15/01/2020", "body": "Văn phòng Quốc hội"}


def typed(*lines: dict[str, Any]) -> dict[str, str]:
    data = {"line-TOTAL_FORMS": str(len(lines) + 1), "line-INITIAL_FORMS": "0", **FACTS}
    for index, line in enumerate(lines):
        data |= {f"line-{index}-{name}": str(value) for name, value in line.items()}
    return data


def title_line(who: str, code: str = "ldtt", **extra: Any) -> dict[str, Any]:
    return {"who": who, "honour": house.honour(code).pk, "year": 2019, **extra}


def test_names_are_found_without_accents_and_without_script(cast: Cast, client: Client) -> None:
    mau = house.person(cast.office)
    client.force_login(cast.secretary)
    copied = {"honour": house.honour("ldtt").pk, "year": 2019}  # a line that nobody filled in
    data = typed(title_line("nguyen thi mau"), title_line("bac lieu", "ttldtt"), copied)
    response = client.post(url("new_decision"), data)
    assert response.status_code == 302, response.content.decode()
    decision = Decision.objects.get()
    assert {(each.person, each.office) for each in decision.awards.all()} == {(mau, cast.office), (None, cast.office)}


def test_everything_typed_is_kept_and_every_fault_named(cast: Cast, client: Client) -> None:
    for name in ("Lê Văn Trùng", "Lê Văn Trùng", "Trần Thị Một"):
        house.person(cast.office, name)
    client.force_login(cast.clerk)
    data = typed(
        title_line("Trần Thị Một", year="2018x"),
        title_line("Lê Văn Trùng"),
        title_line("Ai Đó"),
        title_line("Trần Thị Một", "gk"),
        title_line("Trần Thị Một"),
    )
    response = client.post(url("new_decision"), data)
    text = response.content.decode()
    assert response.status_code == 422
    for said in ("2018x", "Có nhiều người trùng tên", "“Ai Đó” không có trong danh sách", 'value="Lê Văn Trùng"'):
        assert said in text, said
    data = typed(title_line("Trần Thị Một", "gk"), title_line("Trần Thị Một", year=2021))
    text = client.post(url("new_decision"), data).content.decode()
    assert "Chọn loại hình khen thưởng" in text
    assert "không thể là năm thành tích" in text
    assert not Decision.objects.exists()


def test_an_award_from_before_the_person_came(cast: Cast, client: Client) -> None:
    mau = house.person(cast.office)
    client.force_login(cast.clerk)
    line = title_line("Nguyễn Thị Mẫu", year=2015, unit="Sở Nội vụ tỉnh Bạc Liêu")
    assert client.post(url("new_decision"), typed(line)).status_code == 302
    award = Award.objects.get(person=mau)
    assert (award.office, award.unit_name) == (None, "Sở Nội vụ tỉnh Bạc Liêu")


def test_lines_are_added_to_a_decision(cast: Cast, client: Client) -> None:
    house.person(cast.office)
    decision = house.record(cast).decision
    client.force_login(cast.clerk)
    data = typed(title_line("Nguyen Thi Mau"))
    assert client.post(url("more_awards", decision.pk), data).status_code == 302
    assert decision.awards.count() == 1
    assert client.post(url("more_awards", decision.pk), data).status_code == 302  # a second click
    assert decision.awards.count() == 1


ROW = {
    "person": "Nguyễn Thị Mẫu", "office": "Bạc Liêu", "honour": "Lao động tiên tiến", "year": 2019, "number": "12",
    "symbol": "QĐ-VPQH", "signed_on": date(2020, 1, 15), "body": "Văn phòng Quốc hội",
}  # fmt: skip


def book(*rows: dict[str, Any], start: int = 4) -> SimpleUploadedFile:
    made = Workbook()
    sheet = made.worksheets[0]
    for column, heading in enumerate(HEADINGS.values(), start=1):
        sheet.cell(start, column, str(heading))
    for number, row in enumerate(rows, start=start + 1):
        for column, name in enumerate(HEADINGS, start=1):
            sheet.cell(number, column, row.get(name))
    out = io.BytesIO()
    made.save(out)
    return SimpleUploadedFile("khen.xlsx", out.getvalue())


def bring(client: Client, *rows: dict[str, Any]) -> tuple[AwardSheet, str]:
    response = client.post(url("imports"), {"file": book(*rows)})
    assert response.status_code == 302, response.content.decode()
    sheet = AwardSheet.objects.first()
    assert sheet is not None
    return sheet, client.get(response["Location"]).content.decode()


def test_all_faults_of_all_rows_are_shown_and_what_is_right_is_kept(cast: Cast, client: Client) -> None:
    house.person(cast.office)
    house.person(cast.office, "Lê Văn Thử")
    client.force_login(cast.clerk)
    sheet, text = bring(
        client,
        ROW,
        {**ROW, "person": "Ai Đó"},
        {**ROW, "person": "Lê Văn Thử", "year": "hai nghìn"},
        {**ROW, "person": "Lê Văn Thử", "honour": "Danh hiệu lạ", "signed_on": "31/02/2020"},
        {**ROW, "person": "Lê Văn Thử", "honour": "CSTĐCS"},
        {**ROW, "person": None, "honour": "TTLĐTT"},
        {**ROW, "person": "Lê Văn Thử", "honour": "Giấy khen"},
        {**ROW, "person": "Lê Văn Thử", "year": 2021},
        {**ROW, "person": "Lê Văn Thử", "office": "Hậu Giang"},
    )
    for cell, value in (
        ("A6", "Ai Đó"),
        ("F7", "hai nghìn"),
        ("D8", "Danh hiệu lạ"),
        ("K8", "31/02/2020"),
        ("B13", "Hậu Giang"),
    ):
        assert f">{cell}<" in text, cell
        assert f"“{value}”" in text
    assert ">H11<" in text  # the kind of commendation is missing
    assert ">F12<" in text  # a year after the decision
    assert text.count(">A6<") == 1
    assert ">D6<" not in text  # one fault of the row is not told as two
    assert not Decision.objects.exists()
    assert client.post(url("import_sheet", sheet.pk)).status_code == 302
    sheet.refresh_from_db()
    assert (sheet.made, sheet.known, sheet.wrong) == (3, 0, 6)
    decision = Decision.objects.get()
    assert (decision.office, decision.signed_on) == (cast.office, date(2020, 1, 15))
    assert {each.honour.code for each in decision.awards.all()} == {"ldtt", "cstdcs", "ttldtt"}


def test_the_same_rows_again_are_skipped(cast: Cast, client: Client) -> None:
    house.person(cast.office)
    client.force_login(cast.secretary)
    first, _text = bring(client, ROW)
    client.post(url("import_sheet", first.pk))
    assert client.post(url("import_sheet", first.pk)).status_code == 302  # a second click
    second, text = bring(client, ROW)
    assert "Đã có, không ghi lại" in text
    client.post(url("import_sheet", second.pk))
    second.refresh_from_db()
    assert (second.made, second.known) == (0, 1)
    assert Award.objects.count() == 1


def test_what_goes_out_comes_in_again(cast: Cast, client: Client) -> None:
    mau = house.person(cast.office)
    printed = house.title(
        mau, cast.office, 2018, "cstdcb", honour_name="Chiến sĩ thi đua tỉnh Bạc Liêu", year_from=2016
    )
    form = house.title(mau, cast.office, 2018, "bk_bt", occasion=Occasion.MERIT)
    house.record(cast, printed, form)
    client.force_login(cast.secretary)
    exported = client.get(url("register_excel")).content
    upload = SimpleUploadedFile("so.xlsx", exported)
    response = client.post(url("imports"), {"file": upload})
    text = client.get(response["Location"]).content.decode()
    assert "Mọi dòng đã có trong sổ" in text
    before = list(Award.objects.values_list("honour_name", "year_from", "year", "occasion", "unit_name").order_by("pk"))
    Award.objects.all().delete()
    Decision.objects.all().delete()
    client.post(response["Location"])
    after = list(Award.objects.values_list("honour_name", "year_from", "year", "occasion", "unit_name").order_by("pk"))
    assert sorted(map(str, after)) == sorted(map(str, before))


def test_a_file_that_is_none_is_told(cast: Cast, client: Client) -> None:
    client.force_login(cast.clerk)
    for content in (b"", b"no workbook", book(start=1).read()[:200]):
        response = client.post(url("imports"), {"file": SimpleUploadedFile("x.xlsx", content)})
        assert response.status_code == 200
        assert "invalid-feedback" in response.content.decode()
    assert not AwardSheet.objects.exists()


def test_namesakes_are_told_apart_by_their_office(cast: Cast, client: Client) -> None:
    one, two = house.person(cast.office, "Lê Văn Trùng"), house.person(cast.other_office, "Lê Văn Trùng")
    client.force_login(cast.secretary)
    sheet, _text = bring(
        client, {**ROW, "person": "Lê Văn Trùng"}, {**ROW, "person": "Lê Văn Trùng", "office": "Hậu Giang"}
    )
    client.post(url("import_sheet", sheet.pk))
    assert set(Award.objects.values_list("person", "office")) == {
        (one.pk, cast.office.pk), (two.pk, cast.other_office.pk),
    }  # fmt: skip
    assert Employment.objects.count() == 2
