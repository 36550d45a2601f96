"""The pages of an import: choose, preview, confirm; who gets where; a double click writes once."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from apps.activities.enums import ImportState
from apps.activities.models import DirectFigure, Import, Record
from apps.activities.tests.workbooks import LISTS, form, previewed, spoilt
from apps.core.words import number
from tests.cast import Cast

MEMBERS = ("secretary", "head", "clerk", "other")


def address(cast: Cast, name: str, *more: object) -> str:
    return reverse(f"activities:{name}", args=[cast.cluster.code, cast.first_half.code, *more])


def choose(client, cast: Cast, content: bytes, name: str = "tep.xlsx", **extra):
    return client.post(address(cast, "imports"), {"file": SimpleUploadedFile(name, content)}, **extra)


def test_from_the_file_to_the_records(cast: Cast, client) -> None:
    client.force_login(cast.secretary)
    shown = choose(client, cast, LISTS.read_bytes(), LISTS.name, follow=True)
    found = Import.objects.get()
    assert shown.redirect_chain == [(address(cast, "import", found.pk), 302)]
    page = shown.content.decode()
    assert "Sẽ nhập vào kỳ" in page
    assert "135 bản ghi · 42 số liệu" in page
    assert not Record.objects.exists()
    done = client.post(address(cast, "apply", found.pk), follow=True).content.decode()
    assert "Đã nhập: 135 bản ghi · 42 số liệu" in done
    assert address(cast, "records") + "?list=voter_meeting" in done
    assert Record.objects.count() == 135


def test_a_double_click_writes_once(cast: Cast, client) -> None:
    client.force_login(cast.secretary)
    found = previewed(cast, LISTS)
    for _ in range(2):
        assert client.post(address(cast, "apply", found.pk)).status_code == 302
    assert (Record.objects.count(), DirectFigure.objects.count()) == (135, 42)


def test_two_previews_of_the_same_file_write_its_rows_once(cast: Cast, client) -> None:
    client.force_login(cast.secretary)
    for found in (previewed(cast, LISTS), previewed(cast, LISTS)):
        client.post(address(cast, "apply", found.pk))
    assert (Record.objects.count(), DirectFigure.objects.count()) == (135, 42)


def test_a_discarded_preview_cannot_be_applied(cast: Cast, client) -> None:
    client.force_login(cast.secretary)
    found = previewed(cast, LISTS)
    client.post(address(cast, "discard", found.pk))
    answer = client.post(address(cast, "apply", found.pk), follow=True).content.decode()
    assert "đã bỏ" in answer
    assert not Record.objects.exists()
    found.refresh_from_db()
    assert found.state == ImportState.REFUSED


def test_an_applied_import_is_not_discarded(cast: Cast, client) -> None:
    client.force_login(cast.secretary)
    found = previewed(cast, LISTS)
    client.post(address(cast, "apply", found.pk))
    client.post(address(cast, "discard", found.pk))
    found.refresh_from_db()
    assert found.state == ImportState.APPLIED


def test_errors_are_shown_and_nothing_can_be_applied(cast: Cast, client) -> None:
    def break_it(book) -> None:
        book["Tiếp xúc cử tri"]["C9"] = "31/06/2019"
        book["Tiếp xúc cử tri"]["F10"] = -5

    client.force_login(cast.secretary)
    page = choose(client, cast, spoilt(LISTS, break_it), follow=True).content.decode()
    assert "2 lỗi; chưa ghi gì vào hệ thống" in page
    for words in ("ô C9", "31/06/2019", "ô F10", "Số lượt cử tri", "Tệp đã sửa", "Về đầu trang"):
        assert words in page
    found = Import.objects.get()
    assert address(cast, "apply", found.pk) not in page
    client.post(address(cast, "apply", found.pk))
    assert not Record.objects.exists()


def test_a_file_that_is_no_workbook_is_refused_in_its_place(cast: Cast, client) -> None:
    client.force_login(cast.secretary)
    page = choose(client, cast, "Kính gửi".encode(), "thư.xlsx").content.decode()
    assert "Đây không phải là bảng tính" in page
    assert "Chưa chọn tệp" in client.post(address(cast, "imports")).content.decode()
    assert "Tệp trống" in choose(client, cast, b"").content.decode()
    assert not Import.objects.exists()


def test_a_file_of_50_megabytes_is_refused_by_its_size(cast: Cast, client) -> None:
    client.force_login(cast.secretary)
    page = choose(client, cast, b"PK" + bytes(50 * 1024 * 1024)).content.decode()
    assert "Tệp nặng 50 MB; chỉ đọc tệp không quá 10 MB" in page
    assert not Import.objects.exists()


def test_figures_to_be_replaced_are_shown_old_and_new(cast: Cast, client) -> None:
    client.force_login(cast.clerk)
    first = previewed(cast, form("bac-lieu"), by=cast.clerk)
    client.post(address(cast, "apply", first.pk))

    def newer(book) -> None:
        book.active["L9"] = book.active["L10"] = "2.300"

    page = choose(client, cast, spoilt(form("bac-lieu"), newer), follow=True).content.decode()
    assert "Số liệu sẽ được thay thế" in page
    assert "2.283 → 2.300" in page


def test_a_form_s_preview_says_each_figure_it_would_write(cast: Cast, client) -> None:
    client.force_login(cast.clerk)
    shown = choose(client, cast, form("bac-lieu").read_bytes(), "bac-lieu.xlsx", follow=True)
    page, found = shown.content.decode(), Import.objects.get()
    assert "Nhập từ Excel: bac-lieu.xlsx" in page
    assert "Số liệu sẽ ghi" in page
    lines = shown.context["figures"]
    assert len(lines) == sum(found.outcome["counts"][what] for what in ("new", "replaced", "withdrawn"))
    said = {line["name"]: line for line in lines}
    for row in found.outcome["figures"]:
        expected = "không phát sinh" if row["value"] is None else number(row["value"])
        assert said[row["name"]]["new"] == expected
        assert said[row["name"]]["old"] == ""
    assert {line["status"] for line in lines} == {"Thực hiện", "Ước thực hiện"}
    done = client.post(address(cast, "apply", found.pk), follow=True)
    assert "Số liệu đã ghi" in done.content.decode()
    assert len(done.context["figures"]) == DirectFigure.objects.count()


def test_the_lists_preview_says_the_registration_totals(cast: Cast, client) -> None:
    client.force_login(cast.secretary)
    lines = choose(client, cast, LISTS.read_bytes(), follow=True).context["figures"]
    assert len(lines) == 42
    assert len({line["office"] for line in lines}) == 6


@pytest.mark.parametrize(("role", "status"), [(role, 200) for role in MEMBERS] + [("leader", 403), ("administrator", 403), ("stranger", 404)])  # fmt: skip  # noqa: E501
def test_who_opens_the_page(cast: Cast, client, role: str, status: int) -> None:
    client.force_login(cast.people[role])
    assert client.get(address(cast, "imports")).status_code == status
    assert choose(client, cast, b"").status_code == status


@pytest.mark.parametrize(("role", "status"), [("clerk", 200), ("secretary", 200), ("head", 404), ("other", 404), ("leader", 404), ("administrator", 404), ("stranger", 404)])  # fmt: skip  # noqa: E501
def test_another_s_import_is_unknown(cast: Cast, client, role: str, status: int) -> None:
    found = previewed(cast, form("bac-lieu"), by=cast.clerk)
    client.force_login(cast.people[role])
    assert client.get(address(cast, "import", found.pk)).status_code == status
    for verb in ("apply", "discard"):
        assert client.get(address(cast, verb, found.pk)).status_code == 405
        if status == 404:
            assert client.post(address(cast, verb, found.pk)).status_code == 404
    assert not DirectFigure.objects.exists()


@pytest.mark.parametrize("times", [1, 3])
def test_a_page_costs_the_same_however_many_imports(cast: Cast, client, django_assert_num_queries, times) -> None:
    for _ in range(times):
        previewed(cast, form("bac-lieu"))
    client.force_login(cast.secretary)
    client.get(address(cast, "imports"))
    with django_assert_num_queries(11):
        client.get(address(cast, "imports"))


def test_the_side_bar_offers_it_to_those_who_may(cast: Cast, client) -> None:
    for user, offered in ((cast.clerk, True), (cast.leader, False)):
        client.force_login(user)
        page = client.get(address(cast, "records")).content.decode()
        assert (f'href="{address(cast, "imports")}"' in page) is offered
