"""Layouts that nobody printed: mapped once, remembered, found again, changed, attacked."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.urls import reverse

from apps.activities import imports
from apps.activities.enums import ImportState
from apps.activities.imports import guessing, mappings, samples
from apps.activities.imports.setting import load
from apps.activities.imports.understanding import Understanding, span
from apps.activities.models import DirectFigure, Import, Mapping, Record, VoterMeeting
from apps.activities.tests import foreign
from apps.activities.tests.workbooks import LISTS, previewed, spoilt
from tests.cast import Cast


def page(cast: Cast, name: str, *more: object) -> str:
    return reverse(f"activities:{name}", args=[cast.cluster.code, cast.first_half.code, *more])


def as_shown(client: Any, address: str) -> dict[str, Any]:
    """What a person sends who changes nothing on the page."""
    context = client.get(address).context
    lines = [*context["lines"], *context["known_lines"]]
    chosen = {line["name"]: line["chosen"] for line in [*lines, *context["given"]]}
    words = {word["name"]: word["chosen"] for column in context["unknown"] for word in column["words"]}
    more = {name: str(context[name]) for name in ("layout", "row", "tiers", "column", "name")}
    takes = [each["key"] for each in context["takes"] if each["is_taken"]]
    return chosen | words | more | {"take": takes, "office": context["offices"][0][0]}


FIRM = {"w-voter_meeting.kind-txct_voi_doanh_nghiep": "group"}  # nothing comes near “TXCT với doanh nghiệp”


def mapped(cast: Cast, client: Any, content: bytes) -> Import:
    client.force_login(cast.clerk)
    found = previewed(cast, content, by=cast.clerk)
    address = page(cast, "map_sheet", found.pk, 1)
    answer = client.post(address, as_shown(client, address) | FIRM)
    assert answer.status_code == 302, answer.context["problems"]
    found.refresh_from_db()
    return found


def test_a_form_on_its_side_goes_in_as_proposed(cast: Cast, client) -> None:
    found = mapped(cast, client, foreign.sideways())
    assert found.outcome["faults"] == []
    imports.apply(import_id=found.pk, by=cast.clerk)
    stated = dict(DirectFigure.objects.alive().values_list("indicator__code", "value"))
    assert stated == {
        "supervisions": 5, "supervisions_thematic": 3, "supervisions_complaints": None, "voter_meetings": 21,
        "voter_meetings_before": 12, "voter_meetings_after": 9, "voters": 3450, "opinions": 1215,
    }  # fmt: skip
    assert set(DirectFigure.objects.values_list("office", flat=True)) == {cast.office.pk}


def test_a_list_with_other_words_goes_in_as_proposed(cast: Cast, client) -> None:
    found = mapped(cast, client, foreign.meetings())
    assert found.outcome["faults"] == []
    assert [fault["code"] for fault in found.outcome["warnings"]] == [
        "group_row", "total_unchecked", "group_row", "group_row",
    ]  # fmt: skip
    imports.apply(import_id=found.pk, by=cast.clerk)
    rows = VoterMeeting.objects.order_by("record__starts_on")
    assert [row.record.starts_on for row in rows] == list(foreign.DAYS)
    assert [row.kind for row in rows] == ["constituency", "theme", "theme", "group"]
    assert [row.phase for row in rows] == ["before", "before", "after", "after"]
    assert [(row.voters, row.opinions) for row in rows] == [(120, 14), (85, 0), (1050, 31), (60, None)]
    assert rows[1].record.ends_on is not None


def test_a_layout_nobody_knows_is_asked_about_and_is_no_error_of_the_file(cast: Cast, client) -> None:
    client.force_login(cast.clerk)
    found = previewed(cast, foreign.meetings(), by=cast.clerk)
    shown = client.get(page(cast, "import", found.pk)).content.decode()
    assert "Cần cho biết cách đọc tệp này" in shown
    assert page(cast, "map_sheet", found.pk, 1) in shown
    assert "Tải tệp đã đánh dấu lỗi" not in shown
    assert "chờ ghép cột" in client.get(page(cast, "imports")).content.decode()

    def beside_an_error(book: Any) -> None:
        book["Tiếp xúc cử tri"]["F7"] = "nhiều"
        book.create_sheet("Phụ lục")["A1"] = "theo mẫu lạ"

    wrong = previewed(cast, spoilt(LISTS, beside_an_error))
    client.force_login(cast.secretary)
    shown = client.get(page(cast, "import", wrong.pk)).content.decode()
    assert "Tải tệp đã đánh dấu lỗi" in shown
    assert "Cần cho biết cách đọc tệp này" not in shown


def test_a_signature_is_no_word_to_be_explained_and_the_history_stays_readable(cast: Cast, client) -> None:
    client.force_login(cast.clerk)
    found = previewed(cast, foreign.meetings(), by=cast.clerk)
    unknown = client.get(page(cast, "map_sheet", found.pk, 1)).context["unknown"]
    assert {column["label"]: [each["word"] for each in column["words"]] for column in unknown} == {
        "Loại hội nghị": ["TXCT chuyên đề", "TXCT với doanh nghiệp", "TXCT định kỳ tại địa bàn ứng cử"],
        "Thời điểm": ["sau KH thứ 7", "trước KH thứ 7"],
    }
    done = mapped(cast, client, foreign.meetings())
    shown = client.get(page(cast, "import", done.pk)).content.decode()
    assert "Đọc lại" in shown
    assert "voter_meeting.kind" not in shown


@pytest.mark.parametrize("content", [foreign.sideways, foreign.meetings])
def test_the_second_file_needs_nothing(cast: Cast, client, content) -> None:
    mapped(cast, client, content())
    again = previewed(cast, content(), "lan-hai.xlsx", by=cast.clerk)
    assert again.state == ImportState.PREVIEWED
    assert [(each["why"], each["name"] != "") for each in again.outcome["asked"]] == [("", True)]


def test_errors_of_a_form_on_its_side_name_the_cell_of_the_file(cast: Cast, client) -> None:
    mapped(cast, client, foreign.sideways())
    values: list[int | str | None] = [None, "nhiều"]
    again = previewed(cast, foreign.sideways(values), by=cast.clerk)
    (fault,) = again.outcome["faults"]
    assert (fault["row"], fault["column"], fault["value"]) == (8, "E", "nhiều")


def test_only_new_columns_are_asked(cast: Cast, client) -> None:
    mapped(cast, client, foreign.meetings())
    changed = previewed(cast, foreign.meetings(new_column="Đại biểu dự tiếp xúc"), by=cast.clerk)
    assert changed.state == ImportState.REFUSED
    assert changed.outcome["faults"][0]["params"] == {"new": "“Đại biểu dự tiếp xúc”"}
    context = client.get(page(cast, "map_sheet", changed.pk, 1)).context
    assert [line["heading"] for line in context["lines"]] == ["Đại biểu dự tiếp xúc"]
    assert len(context["known_lines"]) == 8
    address = page(cast, "map_sheet", changed.pk, 1)
    sent = as_shown(client, address) | {context["lines"][0]["name"]: "voter_meeting.deputies"}
    assert client.post(address, sent).status_code == 302
    changed.refresh_from_db()
    assert changed.state == ImportState.PREVIEWED
    assert Mapping.objects.count() == 2


def test_a_form_of_no_named_office_is_asked_of_whoever_enters_for_many(cast: Cast, client) -> None:
    mapped(cast, client, foreign.sideways())
    silent = previewed(cast, foreign.sideways(), by=cast.secretary)
    assert [each["why"] for each in silent.outcome["asked"]] == ["owner"]
    assert silent.state == ImportState.REFUSED
    titled = previewed(cast, foreign.sideways(title="Văn phòng Đoàn ĐBQH tỉnh Cà Mau"), by=cast.secretary)
    assert titled.state == ImportState.PREVIEWED
    assert {row["office"] for row in titled.outcome["figures"]} == {"Văn phòng Đoàn ĐBQH tỉnh Cà Mau"}


def test_what_is_missing_is_said_and_nothing_is_remembered(cast: Cast, client) -> None:
    client.force_login(cast.clerk)
    found = previewed(cast, foreign.meetings(), by=cast.clerk)
    address = page(cast, "map_sheet", found.pk, 1)
    sent = as_shown(client, address)
    day = next(name for name, value in sent.items() if value == "starts_on")
    shown = client.post(address, sent | {day: ""})
    assert "Chưa có cột nào là “Ngày”" in shown.content.decode()
    twice = client.post(address, sent | {"c0": "place"})
    assert "Hai cột cùng là “Địa điểm”" in twice.content.decode()
    assert not Mapping.objects.exists()
    assert not Record.objects.exists()


def test_confirming_reads_as_the_preview_did_whatever_is_remembered_since(cast: Cast, client) -> None:
    mapped(cast, client, foreign.sideways())
    found = previewed(cast, foreign.sideways(), by=cast.clerk)
    Mapping.objects.update(columns={"x": "y", "z": ""})
    imports.apply(import_id=found.pk, by=cast.clerk)
    assert DirectFigure.objects.alive().count() == 8


# Attacks -------------------------------------------------------------------------------------------------------------
def an_understanding(cast: Cast) -> Understanding:
    found = previewed(cast, foreign.sideways(), by=cast.clerk)
    sample = samples.sample(found, 1)
    assert sample is not None
    setting = load(cluster=cast.cluster, period=cast.first_half, by=cast.clerk)
    return guessing.guess(samples.sheet_of(sample), setting.figures_and_lists, setting.owners)[0]


def remember(cast: Cast, understanding: Understanding, **other: Any) -> Mapping:
    given = {"cluster": cast.cluster, "period": cast.first_half, "office": cast.office, "by": cast.clerk, **other}
    return mappings.save_mapping(understanding=understanding, name="Biểu", **given)


def test_nobody_remembers_for_another_s_office_or_for_all(cast: Cast) -> None:
    understanding = an_understanding(cast)
    for wrong in (
        {"office": cast.other_office}, {"office": None}, {"office": cast.foreign_office, "by": cast.secretary},
        {"by": cast.leader}, {"by": cast.stranger},
    ):  # fmt: skip
        with pytest.raises(PermissionDenied):
            remember(cast, understanding, **wrong)
    assert not Mapping.objects.exists()


def test_fields_that_do_not_exist_are_refused_and_never_written(cast: Cast) -> None:
    understanding = an_understanding(cast)
    first = next(iter(understanding.columns))
    for field in ("created_by", "office_id", "record__pk", "voter_meeting.kind"):
        with pytest.raises(ValidationError):
            remember(cast, replace(understanding, columns={**understanding.columns, first: field}))
    with pytest.raises(ValidationError):
        remember(cast, replace(understanding, layout="users"))
    forged = {"mapped": {"Bieu so 3": {**understanding.data(), "layout": "users", "given": {"owner": "1"}}}}
    assert previewed(cast, foreign.sideways(), by=cast.clerk, options=forged).state == ImportState.REFUSED
    foreign_owner: dict[str, Any] = {**understanding.data(), "given": {"owner": str(cast.other_office.pk)}}
    forged = {"mapped": {"Bieu so 3": foreign_owner}}
    found = previewed(cast, foreign.sideways(), by=cast.clerk, options=forged)
    assert {fault["code"] for fault in found.outcome["faults"]} == {"foreign_office"}


def test_another_s_mapping_is_neither_used_nor_changed(cast: Cast, client) -> None:
    understanding = replace(an_understanding(cast), given={"owner": str(cast.other_office.pk)})
    theirs = remember(cast, understanding, office=cast.other_office, by=cast.other)
    found = previewed(cast, foreign.sideways(), by=cast.clerk)
    assert [each["why"] for each in found.outcome["asked"]] == ["unknown"]
    client.force_login(cast.clerk)
    assert client.post(page(cast, "delete_mapping", theirs.pk)).status_code == 404
    assert client.post(page(cast, "rename_mapping", theirs.pk), {"name": "x"}).status_code == 404
    theirs.cluster = cast.other_cluster
    theirs.office = None
    theirs.save()
    client.force_login(cast.secretary)
    assert client.post(page(cast, "delete_mapping", theirs.pk)).status_code == 404
    assert previewed(cast, foreign.sideways(), by=cast.secretary).state == ImportState.REFUSED
    assert Mapping.objects.count() == 1


def test_the_cluster_s_mapping_serves_all_and_belongs_to_the_secretariat(cast: Cast, client) -> None:
    understanding = replace(an_understanding(cast), given={"owner": "@title"})
    kept = remember(cast, understanding, office=None, by=cast.secretary)
    titled = foreign.sideways(title="Văn phòng Đoàn ĐBQH tỉnh Bạc Liêu")
    assert previewed(cast, titled, by=cast.clerk).state == ImportState.PREVIEWED
    client.force_login(cast.clerk)
    assert "Biểu" in client.get(page(cast, "mappings")).content.decode()
    assert client.post(page(cast, "delete_mapping", kept.pk)).status_code == 403
    client.force_login(cast.secretary)
    client.post(page(cast, "rename_mapping", kept.pk), {"name": "Tên mới"})
    kept.refresh_from_db()
    assert kept.name == "Tên mới"
    client.post(page(cast, "delete_mapping", kept.pk))
    assert not Mapping.objects.exists()


def test_a_sheet_that_was_imported_is_not_mapped_again(cast: Cast, client) -> None:
    found = mapped(cast, client, foreign.sideways())
    imports.apply(import_id=found.pk, by=cast.clerk)
    assert client.get(page(cast, "map_sheet", found.pk, 1)).status_code == 404
    assert client.get(page(cast, "map_sheet", found.pk, 9)).status_code == 404


@pytest.mark.parametrize(
    "query", ["layout=x&row=99999&tiers=-1", "layout=form:side&row=a&column=999", "layout=form&row=0"]
)
def test_a_nonsensical_question_is_answered(cast: Cast, client, query: str) -> None:
    client.force_login(cast.clerk)
    found = previewed(cast, foreign.meetings(), by=cast.clerk)
    assert client.get(f"{page(cast, 'map_sheet', found.pk, 1)}?{query}").status_code == 200


def test_our_own_lists_are_never_asked_about(cast: Cast) -> None:
    assert previewed(cast, LISTS).outcome["asked"] == []


@pytest.mark.parametrize("times", [1, 3])
def test_the_list_of_layouts_costs_the_same(cast: Cast, client, django_assert_num_queries, times: int) -> None:
    understanding = an_understanding(cast)
    for number in range(times):
        columns = {**understanding.columns, f"cot {number}": ""}
        remember(cast, replace(understanding, columns=columns))
    client.force_login(cast.clerk)
    client.get(page(cast, "mappings"))
    with django_assert_num_queries(9):
        client.get(page(cast, "mappings"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("12/3", ("12/3/2019", "")), ("ngay 12 thang 3 nam 2018", ("12/3/2018", "")), ("12", None), ("thang 3", None),
        ("tu ngay 15/4 den ngay 16/4", ("15/4/2019", "16/4/2019")), ("12-15/3/2019", ("12/3/2019", "15/3/2019")),
        ("ngay 12 den 15 thang 3", ("12/3/2019", "15/3/2019")), ("30/4 - 02/5/2019", ("30/4/2019", "02/5/2019")),
        ("12/3/2019", ("12/3/2019", "")), ("quy i", None),
    ],
)  # fmt: skip
def test_days_as_lists_write_them(text: str, expected: tuple[str, str] | None) -> None:
    assert span(text, 2019) == expected
