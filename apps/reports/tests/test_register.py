"""The register of papers that came in: noted, changed, taken out; who reads which lines; what the database refuses."""

from __future__ import annotations

import io
from datetime import date
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction
from django.urls import reverse
from openpyxl import load_workbook

from apps.offices.models import Office
from apps.reports.actions import Line, change_paper, note_paper, remove_paper
from apps.reports.models import IncomingPaper, Report
from apps.reports.tests.test_requests import HERE, clerk_of_records, client_of, opened, status
from tests.cast import Cast


def line(**changes: Any) -> Line:
    values = {
        "number": "32/BC-VPĐĐBQH", "dated_on": date(2019, 6, 20), "came_in_on": date(2019, 6, 21), "carrier": "network",
        "note": "Bản chính gửi sau",
    }  # fmt: skip
    return Line(**{**values, **changes})


def noted(cast: Cast, office: Office | None = None, **changes: Any) -> IncomingPaper:
    return note_paper(
        period=cast.first_half, office=office or cast.office, line=line(**changes), scan=None, by=cast.secretary
    )


def page_of(user: Any) -> str:
    return str(client_of(user).get(reverse("reports:register", args=HERE)).content.decode())


def test_a_paper_is_noted_changed_and_taken_out(cast: Cast) -> None:
    paper = noted(cast)
    assert paper.report.office == cast.office
    scan = SimpleUploadedFile("bao-cao.pdf", b"%PDF-1.7 scan")
    changed = change_paper(paper=paper, line=line(number="33/BC-VPĐĐBQH"), scan=scan, by=cast.secretary)
    assert changed.scan is not None
    assert (changed.pk, changed.number, changed.scan.name) == (paper.pk, "33/BC-VPĐĐBQH", "bao-cao.pdf")
    again = change_paper(paper=paper, line=line(number="33/BC-VPĐĐBQH"), scan=None, by=cast.secretary)
    assert again.scan is not None
    remove_paper(paper=paper, by=cast.secretary)
    assert IncomingPaper.objects.count() == 0
    assert IncomingPaper.pgh_event_model.objects.filter(pgh_obj_id=paper.pk).count() == 3  # type: ignore[attr-defined]


def test_the_report_in_the_program_stays_as_it_is(cast: Cast) -> None:
    noted(cast)
    report = Report.objects.get(office=cast.office)
    assert (report.state, report.current) == ("draft", None)


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"number": " "}, "number"), ({"carrier": "pigeon"}, "carrier"),
        ({"came_in_on": date(2999, 1, 1)}, "came_in_on"),
        ({"came_in_on": date(2019, 6, 19)}, "came_in_on"),
    ],
)  # fmt: skip
def test_what_does_not_fit_stands_at_its_field(cast: Cast, changes: dict[str, Any], field: str) -> None:
    with pytest.raises(ValidationError) as caught:
        noted(cast, **changes)
    assert caught.value.message_dict.keys() == {field}


def test_the_same_paper_stands_there_once(cast: Cast) -> None:
    noted(cast)
    with pytest.raises(ValidationError) as caught:
        noted(cast)
    assert caught.value.message_dict.keys() == {"number"}
    noted(cast, cast.other_office)


def test_an_office_of_another_cluster_has_no_line(cast: Cast) -> None:
    with pytest.raises(PermissionDenied):
        noted(cast, cast.foreign_office)


def test_only_secretariat_and_clerk_of_records_write(cast: Cast) -> None:
    clerk = clerk_of_records(cast)
    paper = note_paper(period=cast.first_half, office=cast.office, line=line(), scan=None, by=clerk)
    for someone in (clerk_of_records(cast, "bac-lieu"), cast.head, cast.clerk, cast.leader, cast.administrator):
        with pytest.raises(PermissionDenied):
            note_paper(period=cast.first_half, office=cast.office, line=line(number="1"), scan=None, by=someone)
        with pytest.raises(PermissionDenied):
            change_paper(paper=paper, line=line(number="1"), scan=None, by=someone)
        with pytest.raises(PermissionDenied):
            remove_paper(paper=paper, by=someone)


def test_each_office_reads_its_own_lines_and_no_others(cast: Cast) -> None:
    noted(cast, number="111/BC-CỦA-MÌNH")
    other = noted(cast, cast.other_office, number="222/BC-CỦA-HỌ", note="Mật của Hậu Giang")
    note_scan = SimpleUploadedFile("cua-ho.pdf", b"%PDF-1.7 scan")
    change_paper(paper=other, line=line(number="222/BC-CỦA-HỌ"), scan=note_scan, by=cast.secretary)
    file = reverse("files:file", args=["incoming-paper", other.pk])
    for someone in (cast.head, cast.clerk, clerk_of_records(cast, "bac-lieu")):
        page = page_of(someone)
        assert "111/BC-CỦA-MÌNH" in page
        assert "222/BC" not in page
        assert "Hậu Giang" not in page.split("<main")[1]
        assert opened(someone, file) == 404
        excel = client_of(someone).get(reverse("reports:register_excel", args=HERE)).content
        cells = [cell.value for row in load_workbook(io.BytesIO(excel)).active.rows for cell in row]  # type: ignore[union-attr]
        assert "111/BC-CỦA-MÌNH" in cells
        assert "222/BC-CỦA-HỌ" not in cells
    for someone in (cast.secretary, cast.leader, clerk_of_records(cast), cast.other):
        assert "222/BC" in page_of(someone)
        assert opened(someone, file) == 200


def test_a_clerk_of_records_gets_to_every_page_of_the_register(cast: Cast) -> None:
    paper, clerk = noted(cast), clerk_of_records(cast)
    for name, more in (
        ("register", []), ("register_excel", []), ("note_paper", ["bac-lieu"]), ("change_paper", [paper.pk]),
    ):  # fmt: skip
        assert status(clerk, name, *more) == 200
    assert status(clerk_of_records(cast, "bac-lieu"), "change_paper", paper.pk) == 403
    assert status(clerk_of_records(cast, "hau-giang"), "change_paper", paper.pk) == 404


def test_excel_has_a_row_for_every_paper_and_for_every_office_without(cast: Cast) -> None:
    noted(cast)
    noted(cast, number="40/BC-VPĐĐBQH")
    answer = client_of(cast.secretary).get(reverse("reports:register_excel", args=HERE))
    sheet: Any = load_workbook(io.BytesIO(answer.content)).active
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=5)]
    assert [row[0] for row in rows] == [1, 2, 3, 4, 4, 5, 6]
    assert rows[3][2] == "32/BC-VPĐĐBQH"
    assert rows[3][3].date() == date(2019, 6, 20)
    assert rows[0][2] is None


@pytest.mark.parametrize("papers", [1, 3])
def test_the_register_is_read_in_as_many_queries(cast: Cast, papers: int, django_assert_num_queries: Any) -> None:
    for number in range(papers):
        noted(cast, list(cast.offices.values())[number])
    client = client_of(cast.secretary)
    client.get(reverse("reports:register", args=HERE))
    with django_assert_num_queries(10):
        client.get(reverse("reports:register", args=HERE))


@pytest.mark.parametrize(
    ("fields", "name"),
    [
        ({"came_in_on": date(2019, 6, 1)}, "incoming_paper_days_in_order"),
        ({"carrier": "pigeon"}, "incoming_paper_carrier_known"), ({"number": ""}, "incoming_paper_number_given"),
    ],
)  # fmt: skip
def test_the_database_refuses(cast: Cast, fields: dict[str, Any], name: str) -> None:
    noted(cast)
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        IncomingPaper.objects.update(**fields)


def test_the_database_refuses_a_paper_twice(cast: Cast) -> None:
    paper = noted(cast)
    paper.pk = None
    with pytest.raises(IntegrityError, match="incoming_paper_once"), transaction.atomic():
        paper.save()
