"""The deciding body's answer: approved but for single registrations, corrected with a reason, shown where it counts."""

from __future__ import annotations

import io
from datetime import date
from typing import Any

import openpyxl
import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction
from django.test import Client
from pypdf import PdfReader

from apps.honours.models import Honour
from apps.pledges import actions
from apps.pledges.actions import Answer
from apps.pledges.models import RegistrationAnswer, RegistrationRefusal, RegistrationSheet
from apps.pledges.registered import Single
from apps.pledges.tests.house import staffed
from tests.cast import Cast

pytestmark = pytest.mark.django_db
LIST = "/c/cum-9/registrations/2019/"
OWN = f"{LIST}offices/bac-lieu/"
ON = date(2019, 4, 20)
PDF_FILE = b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n"


def received(cast: Cast, count: int = 3) -> tuple[RegistrationSheet, list[Any]]:
    """All for LĐTT, the first for CSTĐCS too, the office for TTLĐTT; received."""
    people = staffed(cast.office, count)
    here: dict[str, Any] = {"cluster": cast.cluster, "year": 2019, "office": cast.office}
    actions.register_all(**here, honour="ldtt", by=cast.clerk)
    actions.register_person(**here, person=people[0], wish=actions.Wish(("ldtt", "cstdcs"), "Số hóa"), by=cast.clerk)
    actions.register_collective(**here, unit="", wish=actions.Wish(("ttldtt",)), by=cast.clerk)
    version = actions.send(**here, by=cast.head)
    return actions.receive(sheet=version.sheet, number=version.number, by=cast.secretary), people


def note(sheet: RegistrationSheet, refused: dict[Single, str], by: Any, **more: Any) -> RegistrationAnswer:
    answer = Answer(decision="Quyết định số 12/QĐ-VPQH", on=ON, body="Văn phòng Quốc hội", refused=refused)
    return actions.note_answer(**{"sheet": sheet, "number": 1, "seen": 0, "answer": answer, "by": by} | more)


def test_an_answer_approves_all_but_what_it_names(cast: Cast) -> None:
    sheet, (first, *_rest) = received(cast)
    refused = {Single(first.pk, "", "cstdcs"): "Chưa đủ hai năm", Single(None, "", "ttldtt"): "Có người bị kỷ luật"}
    made = note(sheet, refused, cast.secretary)
    assert note(sheet, refused, cast.secretary) == made  # a double click
    assert {(row.person, row.honour.code, row.reason) for row in made.refusals.select_related("honour", "person")} == {
        (first, "cstdcs", "Chưa đủ hai năm"),
        (None, "ttldtt", "Có người bị kỷ luật"),
    }


def test_a_correction_says_why_and_keeps_what_was_noted(cast: Cast) -> None:
    sheet, (first, second, _third) = received(cast)
    wrong = {Single(second.pk, "", "ldtt"): "Nhầm dòng"}
    note(sheet, wrong, cast.secretary)
    right = {Single(first.pk, "", "cstdcs"): "Chưa đủ hai năm"}
    for more, code in (({"seen": 0, "reason": "Nhầm"}, "meanwhile"), ({"seen": 1, "reason": " "}, None)):
        with pytest.raises(ValidationError) as refused:
            note(sheet, right, cast.secretary, **more)
        assert getattr(refused.value, "code", None) == code
    last = note(sheet, right, cast.secretary, seen=1, reason="Ghi nhầm người")
    assert (last.number, last.reason) == (2, "Ghi nhầm người")
    assert RegistrationRefusal.objects.filter(answer__number=1).get().person == second


def test_what_an_answer_must_say(cast: Cast) -> None:
    sheet, (first, second, _third) = received(cast)
    for refused, words in (
        ({Single(first.pk, "", "cstdcs"): " "}, "lý do"),
        ({Single(second.pk, "", "cstdcs"): "Chưa đủ"}, "đã gửi"),
    ):
        with pytest.raises(ValidationError, match=words):
            note(sheet, refused, cast.secretary)
    with pytest.raises(ValidationError):
        note(sheet, {}, cast.secretary, answer=Answer(decision="Quyết định số 9", on=date(2099, 1, 1)))
    with pytest.raises(ValidationError):
        note(sheet, {}, cast.secretary, number=2)
    assert not RegistrationAnswer.objects.exists()


def test_only_what_was_received_is_answered_and_a_later_version_waits_again(cast: Cast) -> None:
    sheet, (first, *_rest) = received(cast)
    note(sheet, {}, cast.secretary)
    actions.ask_completion(sheet=sheet, what="Bổ sung sáng kiến.", by=cast.secretary)
    with pytest.raises(ValidationError) as refused:
        note(sheet, {}, cast.secretary, seen=1, reason="Bổ sung")
    assert refused.value.code == "state"
    here: dict[str, Any] = {"cluster": cast.cluster, "year": 2019, "office": cast.office}
    actions.send(**here, by=cast.head)
    actions.receive(sheet=sheet, number=2, by=cast.secretary)
    assert note(sheet, {Single(first.pk, "", "cstdcs"): "Chưa đủ"}, cast.secretary, number=2).version.number == 2
    assert RegistrationAnswer.objects.get(version__number=1).decision == "Quyết định số 12/QĐ-VPQH"


def test_only_the_secretariat_notes_it(cast: Cast) -> None:
    sheet, _people = received(cast)
    for user in (cast.head, cast.clerk, cast.other, cast.leader, cast.stranger, cast.administrator):
        with pytest.raises(PermissionDenied):
            note(sheet, {}, user)


def test_rules_of_the_database(cast: Cast) -> None:
    sheet, (first, second, _third) = received(cast)
    honours = {each.code: each for each in Honour.objects.all()}
    answer = note(sheet, {Single(first.pk, "", "cstdcs"): "Chưa đủ"}, cast.secretary)

    def broken(name: str, write: Any) -> None:
        with pytest.raises(IntegrityError) as refused, transaction.atomic():
            write()
        assert refused.value.__cause__.diag.constraint_name == name  # type: ignore[union-attr]

    def another(**values: Any) -> Any:
        made = {"version": answer.version, "number": 2, "decision": "QĐ", "answered_on": ON, "reason": "x"} | values
        return lambda: RegistrationAnswer.objects.create(**made)

    def refusal(**values: Any) -> Any:
        return lambda: RegistrationRefusal.objects.create(**{"answer": answer, "reason": "x"} | values)

    broken("registration_answer_number_once", another(number=1, reason=""))
    broken("registration_answer_by_which_decision", another(decision=""))
    broken("registration_answer_corrected_with_reason", another(reason=""))
    broken("registration_refusal_with_reason", refusal(person=second, honour=honours["ldtt"], reason=""))
    broken("registration_refusal_person_once", refusal(person=first, honour=honours["cstdcs"]))
    broken("registration_refusal_of_what_was_sent", refusal(person=second, honour=honours["cstdcs"]))
    broken("registration_refusal_of_what_was_sent", refusal(unit="Phòng", honour=honours["ttldtt"]))
    broken("registration_refusal_person_or_collective", refusal(person=second, unit="Phòng", honour=honours["ldtt"]))
    refusal(honour=honours["ttldtt"])()
    broken("registration_refusal_collective_once", refusal(honour=honours["ttldtt"]))
    with pytest.raises(Exception, match="noted_is_noted"), transaction.atomic():
        RegistrationAnswer.objects.update(decision="khác")
    with pytest.raises(Exception, match="refused_is_refused"), transaction.atomic():
        RegistrationRefusal.objects.update(reason="khác")
    actions.ask_completion(sheet=sheet, what="Bổ sung.", by=cast.secretary)
    broken("registration_answer_when_received", another())


def test_the_form_notes_it_and_its_file(client: Client, cast: Cast) -> None:
    _sheet, _people = received(cast)
    client.force_login(cast.secretary)
    page = client.get(f"{OWN}answer/")
    names = {(single.who, single.honour): name for name, single, _because in page.context["form"].rows}
    given = {"decision": "Quyết định số 12", "body": "Văn phòng Quốc hội", "on": "20/04/2019", "number": 1, "seen": 0}
    chosen = names[next(key for key in names if key[1] == "cstdcs")]
    again = client.post(f"{OWN}answer/", given | {chosen: "x" * 301})
    assert "300" in again.content.decode()
    file = SimpleUploadedFile("quyet-dinh.pdf", PDF_FILE)
    assert client.post(f"{OWN}answer/", given | {chosen: "Chưa đủ hai năm", "upload": file}).status_code == 302
    page = client.get(OWN)
    text = page.content.decode()
    assert "trừ 1 đăng ký" in text
    assert text.count("Chưa đủ hai năm") >= 2
    row = RegistrationAnswer.objects.get()
    address = f"/files/registration_answer/{row.pk}/"
    for user, status in ((cast.clerk, 200), (cast.leader, 200), (cast.other, 404), (cast.stranger, 404)):
        client.force_login(user)
        found = client.get(address)
        assert found.status_code == status
        assert not found.streaming or found.getvalue() == PDF_FILE


def test_it_shows_on_the_round_annex_ii_and_excel(client: Client, cast: Cast) -> None:
    """It stays registered: the rate is 100 %. Other members see how many, never who."""
    sheet, (first, *_rest) = received(cast)
    client.force_login(cast.other)

    def line() -> tuple[Any, ...]:
        found = client.get(f"{LIST}annex.xlsx").content
        rows = openpyxl.load_workbook(io.BytesIO(found)).worksheets[0].iter_rows(min_row=5, values_only=True)
        return next(row for row in rows if row[0] == "Bạc Liêu")

    assert (line()[3], line()[-1]) == ("100%", None)
    note(sheet, {Single(first.pk, "", "cstdcs"): "Chưa đủ hai năm"}, cast.secretary)
    assert (line()[3], line()[-1]) == ("100%", 1)
    page = client.get(LIST).content.decode()
    assert "phê duyệt 20/04/2019, trừ 1 đăng ký" in page
    assert first.full_name not in page
    (paper,) = PdfReader(io.BytesIO(client.get(f"{LIST}annex.pdf").content)).pages
    assert "Đã được phê duyệt: Quyết định số 12/QĐ-VPQH ngày 20/04/2019 (Bạc Liêu)" in " ".join(
        paper.extract_text().split()
    )
    client.force_login(cast.clerk)
    found = openpyxl.load_workbook(io.BytesIO(client.get(f"{OWN}excel/").content)).worksheets[0]
    rows = list(found.iter_rows(min_row=4, values_only=True))
    assert (rows[0][-1], rows[1][-1]) == ("Không phê duyệt", "Chiến sĩ thi đua cơ sở: Chưa đủ hai năm")


@pytest.mark.parametrize("people", [1, 3, 1000])
def test_noting_costs_the_same_for_one_and_a_thousand(
    client: Client, cast: Cast, people: int, django_assert_num_queries: Any
) -> None:
    received(cast, people)
    client.force_login(cast.secretary)
    client.get(f"{OWN}answer/")
    with django_assert_num_queries(14):
        page = client.get(f"{OWN}answer/")
    given = {"decision": "Quyết định số 12", "body": "Văn phòng Quốc hội", "on": "20/04/2019", "number": 1, "seen": 0}
    every = {name: "Chưa đủ" for name, _single, _because in page.context["form"].rows}
    with django_assert_num_queries(19):
        assert client.post(f"{OWN}answer/", given | every).status_code == 302
