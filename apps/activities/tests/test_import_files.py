"""The lists and the forms of the 2019 case go in as they are, and the figures of the published account come out."""

from datetime import date

import pytest

from apps.activities.imports import apply
from apps.activities.models import DirectFigure, DraftLaw, Experience, Import, Record, SocialWork
from apps.activities.tests.workbooks import FORMS, LISTS, form, previewed, spoilt
from apps.campaigns.enums import ConferenceKind
from apps.campaigns.models import Conference
from apps.indicators.enums import FigureState, FigureStatus
from apps.indicators.models import Indicator
from apps.indicators.reading import OWN_LINE, Figures, Window, figures
from tests.cast import Cast

TOTALS = {  # code: lists, forms (None: not in them); data/README.md
    "supervisions": (20, 20), "supervisions_thematic": (17, 17), "supervisions_complaints": (3, 3),
    "surveys": (0, None),
    "voter_meetings": (86, 86), "voter_meetings_before": (50, 50), "voter_meetings_after": (36, 36),
    "voter_meetings_constituency": (52, 52), "voter_meetings_theme": (16, 16), "voter_meetings_group": (18, 18),
    "voters": (14_510, 14_510), "opinions": (1_229, 1_229), "opinions_centre": (183, 183),
    "opinions_province": (863, 863), "opinions_on_spot": (183, 183), "opinions_answered": (403, 403),
    "law_consultations": (27, 27), "law_conferences": (18, None), "law_written": (9, None), "draft_laws": (7, None),
    "reception_visits": (None, 27), "gifts": (5, None), "gift_value": (6_000_000, None), "experiences": (1, None),
    "headcount": (88, 88), "registered": (88, 88),
}  # fmt: skip


def read(cast: Cast) -> Figures:
    indicators = Indicator.objects.for_cluster(cast.cluster, 2019)
    window = Window(cast.first_half.starts_on, cast.first_half.ends_on)
    ids = [office.pk for office in cast.offices.values()]
    return figures(indicators, cluster=cast.cluster, offices=ids, windows=[window])


def applied(cast: Cast, *paths) -> list[Import]:
    return [apply(import_id=previewed(cast, path).pk, by=cast.secretary) for path in paths]


def test_the_lists_give_the_published_totals(cast: Cast) -> None:
    applied(cast, LISTS)
    found = read(cast)
    assert {code: found.total(code).value for code in TOTALS} == {code: lists for code, (lists, _) in TOTALS.items()}
    rate = found.total("registration_rate")
    assert (rate.numerator, rate.denominator) == (88, 88)


def test_the_six_forms_give_the_same_totals(cast: Cast) -> None:
    applied(cast, *FORMS)
    assert not Record.objects.exists()
    found = read(cast)
    assert {code: found.total(code).value for code in TOTALS} == {code: forms for code, (_, forms) in TOTALS.items()}
    assert found.total("surveys").state == FigureState.NONE  # “-” in all six
    assert found.total("voter_meetings_after").status == FigureStatus.ESTIMATED
    assert found.total("voter_meetings_before").status == FigureStatus.ACTUAL


def test_blank_is_missing_and_a_dash_is_none(cast: Cast) -> None:
    applied(cast, *FORMS)
    found = read(cast)
    assert set(found.total("reception_visits").missing) == {
        cast.offices[code].pk for code in ("soc-trang", "hau-giang")
    }
    assert found.of("supervisions_complaints", cast.other_office.pk).state == FigureState.NONE


def test_lists_and_forms_together_are_never_added(cast: Cast) -> None:
    def more(book) -> None:
        book.active["F9"] = book.active["F10"] = 15  # 13 in the lists

    applied(cast, LISTS, *(path for path in FORMS if path != form("bac-lieu")))
    assert not any(figure.difference for figure in map(read(cast).total, TOTALS))
    found = previewed(cast, spoilt(form("bac-lieu"), more))
    assert [
        (row["office"], row["code"], row["counted"], row["stated"]) for row in found.outcome["differences"]
    ] == [("Văn phòng Đoàn ĐBQH tỉnh Bạc Liêu", "voter_meetings", 13, 15)]  # fmt: skip
    apply(import_id=found.pk, by=cast.secretary)
    own = read(cast).of("voter_meetings", cast.office.pk)
    assert (own.value, own.stated, own.difference) == (13, 15, 2)
    assert read(cast).total("voter_meetings").value == 86


def test_lists_after_forms_show_the_differences_too(cast: Cast) -> None:
    def fewer(book) -> None:
        book.active["B9"] = book.active["B10"] = 2  # 3 in the lists
        book.active["C9"] = book.active["C10"] = 1  # 2 in the lists

    apply(import_id=previewed(cast, spoilt(form("bac-lieu"), fewer)).pk, by=cast.secretary)
    found = previewed(cast, LISTS).outcome["differences"]
    assert [(row["code"], row["counted"], row["stated"]) for row in found] == [
        ("supervisions", 3, 2), ("supervisions_thematic", 2, 1),
    ]  # fmt: skip


def test_a_month_that_was_stated_beside_the_records_is_no_difference(cast: Cast) -> None:
    """January was stated, the records begin in February: both count, and nothing disagrees. In March they do."""
    applied(cast, LISTS)
    supervisions = Indicator.objects.get(code="supervisions")

    def differences(starts_on: date, ends_on: date) -> list[tuple[str, int, int]]:
        DirectFigure.objects.create(
            indicator=supervisions, office=cast.office, starts_on=starts_on, ends_on=ends_on, value=5
        )
        found = previewed(cast, LISTS).outcome["differences"]
        return [(row["code"], row["counted"], row["stated"]) for row in found]

    own = read(cast).of("supervisions", cast.office.pk).value
    assert own == 3
    assert differences(date(2019, 1, 1), date(2019, 1, 31)) == []
    first, *_ = Record.objects.filter(kind="supervision", office=cast.office)
    assert first.counted_on > date(2019, 1, 31)
    month = date(2019, 3, 1), date(2019, 3, 31)
    in_march = Record.objects.filter(kind="supervision", office=cast.office, counted_on__range=month).count()
    assert in_march
    assert differences(*month) == [("supervisions", 8, 8 - in_march + 5)]


def test_the_gifts_of_july_count_once_in_the_first_half(cast: Cast) -> None:
    applied(cast, LISTS)
    gifts = SocialWork.objects.select_related("record").get()
    assert (gifts.gifts, gifts.unit_value, gifts.total) == (5, 1_200_000, 6_000_000)
    assert (gifts.record.starts_on, gifts.record.counted_on) == (date(2019, 7, 4), date(2019, 6, 30))
    assert (gifts.record.cluster, gifts.record.office, gifts.record.host) == (
        cast.cluster, None, cast.offices["kien-giang"],
    )  # fmt: skip
    assert gifts.record.conference == cast.conference
    assert read(cast).of("gifts", OWN_LINE).value == 5


def test_the_experience_of_bac_lieu(cast: Cast) -> None:
    applied(cast, LISTS)
    told = Experience.objects.select_related("record").get()
    assert told.record.office == cast.office
    assert told.record.conference == cast.conference
    assert told.record.title.startswith("Nâng cao chất lượng tham mưu")
    assert told.summary.startswith("Đổi mới hình thức")


def test_a_conference_is_known_by_a_shortening_that_only_one_has(cast: Cast) -> None:
    solemn = "Hội nghị sơ kết phong trào thi đua và công tác khen thưởng 6 tháng đầu năm 2019"
    Conference.objects.filter(pk=cast.conference.pk).update(title=solemn)
    applied(cast, LISTS)
    assert SocialWork.objects.select_related("record").get().record.conference == cast.conference


def test_a_shortening_that_two_conferences_have_is_refused(cast: Cast) -> None:
    Conference.objects.filter(pk=cast.conference.pk).update(title="Hội nghị sơ kết phong trào 6 tháng đầu năm 2019")
    again = "Hội nghị sơ kết công tác khen thưởng 6 tháng đầu năm 2019"
    Conference.objects.create(
        cluster=cast.cluster, period=cast.first_half, kind=ConferenceKind.PLEDGE, title=again,
        held_on=cast.conference.held_on, place=cast.conference.place,
    )  # fmt: skip
    found = previewed(cast, LISTS)
    assert {fault["code"] for fault in found.outcome["faults"]} == {"unknown_conference"}


def test_records_know_their_import_and_on_whose_behalf(cast: Cast) -> None:
    [origin] = applied(cast, LISTS)
    assert origin.applied_at is not None
    assert Record.objects.filter(imported_by=origin).count() == 135
    assert DirectFigure.objects.filter(imported_by=origin).count() == 42
    assert not Record.objects.filter(office=cast.office, on_behalf=False).exists()
    assert DraftLaw.objects.count() == 7


def test_a_second_import_skips_every_row(cast: Cast) -> None:
    applied(cast, LISTS)
    again = previewed(cast, LISTS)
    assert again.outcome["counts"] == {
        "created": 0, "skipped": 135, "updated": 0, "conflicts": 0, "new": 0, "replaced": 0, "same": 42,
        "withdrawn": 0,
    }  # fmt: skip
    assert again.outcome["warnings"] == []
    apply(import_id=again.pk, by=cast.secretary)
    assert Record.objects.count() == 135
    assert DirectFigure.objects.count() == 42


def test_a_newer_form_replaces_that_office_s_part_and_only_that(cast: Cast) -> None:
    def newer(book) -> None:
        book.active["B9"] = book.active["B10"] = 4
        book.active["T9"] = book.active["T10"] = None  # citizen reception is no longer stated

    applied(cast, form("ca-mau"), form("bac-lieu"))
    found = previewed(cast, spoilt(form("bac-lieu"), newer))
    changes = {row["code"]: (row["change"], row["old"], row["value"]) for row in found.outcome["figures"]}
    assert changes["supervisions"] == ("replaced", 3, 4)
    assert changes["reception_visits"] == ("withdrawn", 9, None)
    assert changes["voter_meetings"] == ("same", 13, 13)
    others = list(DirectFigure.objects.exclude(office=cast.office).order_by("pk").values())
    apply(import_id=found.pk, by=cast.secretary)
    assert read(cast).of("supervisions", cast.office.pk).value == 4
    assert read(cast).of("reception_visits", cast.office.pk).is_missing
    assert list(DirectFigure.objects.exclude(office=cast.office).order_by("pk").values()) == others
    assert DirectFigure.objects.alive().filter(office=cast.office).count() == 20


def test_a_form_leaves_alone_what_was_typed_by_hand(cast: Cast) -> None:
    DirectFigure.objects.create(
        indicator=Indicator.objects.get(code="reception_visits"), office=cast.other_office, value=12,
        starts_on=cast.first_half.starts_on, ends_on=cast.first_half.ends_on,
    )  # fmt: skip
    applied(cast, form("hau-giang"))
    assert read(cast).of("reception_visits", cast.other_office.pk).value == 12


@pytest.mark.parametrize("path", [LISTS, *FORMS], ids=lambda path: path.stem)
def test_the_files_raise_no_warning(cast: Cast, path) -> None:
    found = previewed(cast, path)
    assert (found.outcome["faults"], found.outcome["warnings"]) == ([], [])


def test_applying_takes_few_queries_for_many_rows(cast: Cast, django_assert_max_num_queries) -> None:
    found = previewed(cast, LISTS)
    with django_assert_max_num_queries(420):  # 42 statements and 7 drafts one by one; 135 records in bulk
        apply(import_id=found.pk, by=cast.secretary)
