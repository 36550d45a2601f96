"""Every kind has its list, its form and its workbook; what is sent becomes one record."""

from typing import Any

import pytest
from django.test import Client

from apps.activities.enums import Kind
from apps.activities.forms.kinds import FORMS
from apps.activities.models import Record
from tests.cast import Cast

HERE = "/c/cum-9/2019H1/records/"
FILLED: dict[str, dict[str, Any]] = {
    Kind.SUPERVISION: {
        "title": "Thi hành án dân sự", "kind": "thematic", "initiator": "delegation", "report_state": "issued",
        "bodies": "6",
    },
    Kind.VOTER_MEETING: {
        "place": "Phường 1", "phase": "other", "kind": "constituency", "form": "conference", "mode": "in_person",
        "voters": "1.276", "opinions": "5", "to_centre": "1", "to_province": "4",
    },
    Kind.OPINIONS: {
        "level": "centre", "phase": "other", "opinions": "12", "merged": "2", "report_number": "15/BC-ĐĐBQH",
        "addressee": "Ủy ban Thường vụ Quốc hội",
    },
    Kind.PETITIONS: {"source": "post", "answered": "3", "overdue": "1", "ineligible": "2", "complaints": "4"},
    Kind.LAW_CONSULTATION: {"draft_name": "Luật Giáo dục (sửa đổi)", "method": "conference", "opinions": "22"},
    Kind.CITIZEN_RECEPTION: {"place": "Trụ sở tiếp công dân", "kind": "periodic", "visits": "12"},
    Kind.SOCIAL_WORK: {"beneficiaries": "Hộ nghèo", "gifts": "5", "unit_value": "1.200.000"},
    Kind.EXPERIENCE: {"title": "Đổi mới tiếp xúc cử tri", "summary": "Chủ động kế hoạch"},
}  # fmt: skip


def send(client: Client, kind: str, /, **changes: Any) -> Any:
    data = {"owner": "bac-lieu", "starts_on": "21/03/2019", **FILLED[kind], **changes}
    return client.post(f"{HERE}new/{kind}/", {name: value for name, value in data.items() if value is not None})


@pytest.mark.parametrize("kind", FORMS)
def test_what_a_clerk_enters_is_in_the_list_the_page_and_the_workbook(client: Client, cast: Cast, kind: str) -> None:
    client.force_login(cast.clerk)
    assert client.get(f"{HERE}new/{kind}/").status_code == 200
    answer = send(client, kind)
    record = Record.objects.get()
    assert (answer.status_code, answer["Location"]) == (302, f"{HERE}{record.pk}/")
    assert (record.kind, record.office, record.created_by, record.on_behalf) == (kind, cast.office, cast.clerk, False)
    for address in (f"{HERE}{record.pk}/", f"{HERE}{record.pk}/edit/", f"{HERE}?list={kind}"):
        page = client.get(address)
        assert page.status_code == 200
        assert "21/03/2019" in page.content.decode()
    assert client.get(f"{HERE}export/?list={kind}").content.startswith(b"PK")
