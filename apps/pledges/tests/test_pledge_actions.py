"""Preparing, signing and amending a pledge: what each does, what it refuses, what repeating it changes."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.base import ContentFile
from django.utils import timezone

from apps.campaigns.enums import PeriodKind
from apps.campaigns.models import Period
from apps.campaigns.tests.movements import draft as movement
from apps.campaigns.tests.movements import launched
from apps.indicators.models import Indicator
from apps.offices.models import Lineage
from apps.pledges import actions
from apps.pledges.enums import Comparison
from apps.pledges.models import Pledge, PledgeVersion
from apps.pledges.promised import Promise, Said
from apps.pledges.stories.pledges import VERBS, story_of_pledge
from apps.pledges.tests.pledged import CONTENTS, SIGNED, conference, pledge, target
from apps.pledges.versions import said
from tests.cast import Cast
from tests.counted import stated, supervisions

PDF = b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"


def start(cast: Cast, *, from_last_year: bool = False) -> PledgeVersion:
    return actions.start_pledge(
        cluster=cast.cluster, year=2019, office=cast.office, from_last_year=from_last_year, by=cast.clerk
    )


def text(*targets: Promise, contents: tuple[str, ...] = CONTENTS) -> Said:
    return Said("Mở đầu.", contents, targets or (Promise("Không quá hạn"),))


def signing(**values: object) -> actions.Signing:
    given = {"signed_on": SIGNED, "signer": "Trần Thị Thí Dụ", "signed_as": "CHÁNH VĂN PHÒNG", **values}
    return actions.Signing(**given)  # type: ignore[arg-type]


def code_of(error: pytest.ExceptionInfo[ValidationError]) -> str:
    found = error.value
    if hasattr(found, "error_dict"):
        field, errors = next(iter(found.error_dict.items()))
        return str(errors[0].code or field)
    return str(found.code)


def test_a_draft_begins_with_the_years_movement(cast: Cast) -> None:
    movement(cast, name="Bản nháp của Thư ký")
    launched(cast, name="Thi đua yêu nước", theme="Đoàn kết", launched_by="Văn phòng Quốc hội")
    draft = start(cast)
    assert draft.opening == (
        "Hưởng ứng phong trào thi đua “Thi đua yêu nước” với chủ đề “Đoàn kết” do Văn phòng Quốc hội phát động, "
        "Văn phòng Đoàn ĐBQH tỉnh Bạc Liêu giao ước thi đua năm 2019 với các nội dung và chỉ tiêu sau:"
    )
    assert (draft.number, draft.created_by, draft.is_signed) == (1, cast.clerk, False)


def test_beginning_twice_begins_once(cast: Cast) -> None:
    first = start(cast)
    assert start(cast, from_last_year=True) == first
    assert PledgeVersion.objects.count() == Pledge.objects.count() == 1


def last_year(cast: Cast) -> None:
    Period.objects.create(
        cluster=cast.cluster, year=2018, kind=PeriodKind.YEAR, starts_on=date(2018, 1, 1), ends_on=date(2018, 12, 31)
    )
    supervisions(cast.office, date(2017, 3, 1), *(date(2018, month, 1) for month in (2, 5, 9)))
    supervisions(cast.other_office, date(2018, 3, 1))
    for code, value in (("headcount", 16), ("registered", 15), ("reception_visits", 0)):
        stated(cast.office, code, value, date(2018, 1, 1), date(2018, 12, 31))


def test_targets_are_proposed_from_last_years_figures(cast: Cast) -> None:
    """Counts as they were, rates to a tenth of a percent; not what was nothing, not parts, not the headcount."""
    last_year(cast)
    pledge(
        cast, signed_on=date(2018, 2, 1), year=2018, contents=["Năm ngoái."], targets=[target(), target("voters", 9)]
    )
    draft = said(PledgeVersion.objects.with_lines().get(pk=start(cast, from_last_year=True).pk))
    assert draft.contents == ("Năm ngoái.",)
    found = [(each.indicator and each.indicator.code, each.comparison, each.level) for each in draft.targets]
    rate = next(each for each in Indicator.objects.filter(numerator__code="registered"))
    assert found == [
        ("supervisions", Comparison.AT_LEAST, "3"),
        (rate.code, Comparison.PERCENTAGE, "93,7%"),
        (None, "", ""),
    ]


def test_a_successor_is_proposed_what_its_predecessors_reached(cast: Cast) -> None:
    last_year(cast)
    Lineage.objects.create(predecessor=cast.other_office, successor=cast.office, kind="merge", on=date(2019, 1, 1))
    draft = said(PledgeVersion.objects.with_lines().get(pk=start(cast, from_last_year=True).pk))
    assert draft.targets[0].level == "4"


def test_an_office_that_is_no_member_pledges_nothing(cast: Cast) -> None:
    with pytest.raises(ValidationError) as error:
        actions.start_pledge(
            cluster=cast.cluster, year=2019, office=cast.foreign_office, from_last_year=False, by=cast.secretary
        )
    assert code_of(error) == "no_member"


@pytest.mark.parametrize("role", ["other", "leader", "administrator", "stranger"])
def test_others_neither_prepare_nor_sign(cast: Cast, role: str) -> None:
    draft, by = pledge(cast, signed_on=None), cast.people[role]
    assert by is not None
    for act in (
        lambda: actions.start_pledge(cluster=cast.cluster, year=2019, office=cast.office, from_last_year=False, by=by),
        lambda: actions.save_draft(version=draft, text=text(), revision=1, by=by),
        lambda: actions.sign_pledge(version=draft, signing=signing(), revision=1, by=by),
        lambda: actions.amend_pledge(pledge=draft.pledge, reason="x", by=by),
        lambda: actions.discard_draft(version=draft, revision=1, by=by),
        lambda: actions.keep_scan(version=draft, scan=ContentFile(PDF, "a.pdf"), by=by),
    ):
        with pytest.raises(PermissionDenied):
            act()


def test_a_clerk_does_not_sign(cast: Cast) -> None:
    with pytest.raises(PermissionDenied):
        actions.sign_pledge(version=pledge(cast, signed_on=None), signing=signing(), revision=1, by=cast.clerk)


def test_a_draft_is_saved_whole(cast: Cast) -> None:
    draft = start(cast)
    indicator = Indicator.objects.get(code="supervisions")
    wanted = text(Promise("Giám sát", indicator, Comparison.AT_LEAST, 4), Promise("Không quá hạn"))
    saved = actions.save_draft(version=draft, text=wanted, revision=1, by=cast.clerk)
    assert said(PledgeVersion.objects.with_lines().get(pk=draft.pk)) == wanted
    assert saved.revision == 2


def test_saving_the_same_again_writes_nothing(cast: Cast) -> None:
    draft = start(cast)
    actions.save_draft(version=draft, text=text(), revision=1, by=cast.clerk)
    kept = list(draft.contents.values_list("pk", flat=True))
    again = actions.save_draft(version=draft, text=text(), revision=1, by=cast.clerk)
    assert again.revision == 2
    assert list(draft.contents.values_list("pk", flat=True)) == kept


def test_two_editors_do_not_overwrite_each_other(cast: Cast) -> None:
    draft = start(cast)
    actions.save_draft(version=draft, text=text(contents=("Của tôi.",)), revision=1, by=cast.clerk)
    with pytest.raises(ValidationError) as error:
        actions.save_draft(version=draft, text=text(contents=("Của chị.",)), revision=1, by=cast.head)
    assert code_of(error) == "meanwhile"
    assert said(PledgeVersion.objects.with_lines().get(pk=draft.pk)).contents == ("Của tôi.",)
    actions.save_draft(version=draft, text=text(contents=("Của chị.",)), revision=2, by=cast.head)


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        (lambda: text(contents=("",)), "content"),
        (lambda: text(Promise("")), "target"),
        (lambda: text(Promise("x", Indicator.objects.get(code="supervisions"), Comparison.AT_LEAST)), "target"),
    ],
)
def test_what_cannot_be_kept_is_refused(cast: Cast, wrong: object, code: str) -> None:
    with pytest.raises(ValidationError) as error:
        actions.save_draft(version=start(cast), text=wrong(), revision=1, by=cast.clerk)  # type: ignore[operator]
    assert code_of(error) == code


def test_an_indicator_of_another_cluster_is_refused(cast: Cast) -> None:
    foreign = Indicator.objects.create(
        code="rieng", cluster=cast.other_cluster, name="Riêng", short_name="Riêng", unit="cuộc", definition="x",
        aggregation="direct", first_year=2019,
    )  # fmt: skip
    draft, wanted = start(cast), text(Promise("Riêng", foreign, Comparison.AT_LEAST, 1))
    with pytest.raises(ValidationError) as error:
        actions.save_draft(version=draft, text=wanted, revision=1, by=cast.clerk)
    assert code_of(error) == "indicator"


def test_the_head_signs_at_the_conference(cast: Cast) -> None:
    met = conference(cast)
    draft = pledge(cast, signed_on=None)
    said_so = signing(witness="Ngô Thị Mẫu", witness_post="Chủ tịch Công đoàn cơ sở")
    signed = actions.sign_pledge(version=draft, signing=said_so, revision=1, by=cast.head)
    assert (signed.signed_on, signed.signed_by, signed.conference, signed.witness) == (
        SIGNED, cast.head, met, "Ngô Thị Mẫu",
    )  # fmt: skip
    again = actions.sign_pledge(version=draft, signing=said_so, revision=1, by=cast.head)
    assert again.signed_at == signed.signed_at


def test_signed_on_another_day_it_belongs_to_no_conference(cast: Cast) -> None:
    conference(cast)
    day = SIGNED + timedelta(days=1)
    by = cast.secretary  # notes what the head signed on paper
    signed = actions.sign_pledge(
        version=pledge(cast, signed_on=None), signing=signing(signed_on=day), revision=1, by=by
    )
    assert (signed.conference, signed.signed_by) == (None, by)


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({"signed_on": timezone.localdate() + timedelta(days=1)}, "signed_on"),
        ({"signed_on": date(2020, 1, 1)}, "pledge_signed_for_its_year"),
        ({"signer": " "}, "signer"),
        ({"witness_post": "Chủ tịch Công đoàn"}, "witness"),
    ],
)
def test_what_is_not_signed(cast: Cast, values: dict[str, object], code: str) -> None:
    draft = pledge(cast, signed_on=None)
    with pytest.raises(ValidationError) as error:
        actions.sign_pledge(version=draft, signing=signing(**values), revision=1, by=cast.head)
    assert code_of(error) == code
    assert not PledgeVersion.objects.signed().exists()


def test_an_empty_draft_is_not_signed(cast: Cast) -> None:
    with pytest.raises(ValidationError) as error:
        actions.sign_pledge(version=start(cast), signing=signing(), revision=1, by=cast.head)
    assert code_of(error) == "empty"


def test_the_head_signs_what_they_have_read(cast: Cast) -> None:
    draft = pledge(cast, signed_on=None)
    actions.save_draft(version=draft, text=text(contents=("Khác.",)), revision=1, by=cast.clerk)
    with pytest.raises(ValidationError) as error:
        actions.sign_pledge(version=draft, signing=signing(), revision=1, by=cast.head)
    assert code_of(error) == "meanwhile"


def test_what_was_signed_is_not_saved_over(cast: Cast) -> None:
    signed = pledge(cast)
    for act in (
        lambda: actions.save_draft(version=signed, text=text(), revision=1, by=cast.clerk),
        lambda: actions.discard_draft(version=signed, revision=1, by=cast.clerk),
        lambda: start(cast),
    ):
        with pytest.raises(ValidationError) as error:
            act()
        assert code_of(error) == "signed"


def test_an_amendment_begins_with_what_holds(cast: Cast) -> None:
    signed = pledge(cast)
    draft = actions.amend_pledge(pledge=signed.pledge, reason="Điều chỉnh nhiệm vụ", by=cast.clerk)
    read = PledgeVersion.objects.with_lines()
    assert said(read.get(pk=draft.pk)) == said(read.get(pk=signed.pk))
    assert (draft.number, draft.reason) == (2, "Điều chỉnh nhiệm vụ")
    assert actions.amend_pledge(pledge=signed.pledge, reason="Lại", by=cast.head) == draft


def test_an_amendment_has_a_reason(cast: Cast) -> None:
    signed = pledge(cast)
    with pytest.raises(ValidationError) as error:
        actions.amend_pledge(pledge=signed.pledge, reason=" ", by=cast.clerk)
    assert code_of(error) == "reason"
    draft = actions.amend_pledge(pledge=signed.pledge, reason="Vì sao", by=cast.clerk)
    with pytest.raises(ValidationError) as error:
        actions.save_draft(version=draft, text=text(), reason="", revision=1, by=cast.clerk)
    assert code_of(error) == "reason"


def test_what_is_not_signed_is_not_amended(cast: Cast) -> None:
    draft = pledge(cast, signed_on=None)
    with pytest.raises(ValidationError) as error:
        actions.amend_pledge(pledge=draft.pledge, reason="Vì sao", by=cast.clerk)
    assert code_of(error) == "draft"


def test_a_discarded_first_draft_leaves_nothing(cast: Cast) -> None:
    draft = start(cast)
    actions.discard_draft(version=draft, revision=1, by=cast.clerk)
    assert not Pledge.objects.exists()
    with pytest.raises(ValidationError) as error:
        actions.discard_draft(version=draft, revision=1, by=cast.clerk)
    assert code_of(error) == "discarded"


def test_a_discarded_amendment_leaves_what_holds(cast: Cast) -> None:
    signed = pledge(cast)
    draft = actions.amend_pledge(pledge=signed.pledge, reason="Vì sao", by=cast.clerk)
    actions.discard_draft(version=draft, revision=1, by=cast.clerk)
    assert list(signed.pledge.versions.all()) == [signed]


def test_the_scan_of_what_was_signed_is_kept(cast: Cast) -> None:
    signed = pledge(cast)
    kept = actions.keep_scan(version=signed, scan=ContentFile(PDF, "bản ký.pdf"), by=cast.clerk)
    signed.refresh_from_db()
    assert signed.scan == kept
    with pytest.raises(ValidationError) as error:
        actions.keep_scan(version=signed, scan=ContentFile(b"<html>", "a.pdf"), by=cast.clerk)
    assert code_of(error) == "upload"
    with pytest.raises(ValidationError) as error:
        actions.keep_scan(version=pledge(cast, signed_on=None), scan=ContentFile(PDF, "a.pdf"), by=cast.clerk)
    assert code_of(error) == "upload"


def test_its_story_is_told_in_words(cast: Cast) -> None:
    draft = start(cast)
    actions.save_draft(version=draft, text=text(), revision=1, by=cast.clerk)
    actions.sign_pledge(version=draft, signing=signing(), revision=2, by=cast.head)
    second = actions.amend_pledge(pledge=draft.pledge, reason="Vì sao", by=cast.clerk)
    found = story_of_pledge([draft.pk, second.pk])
    assert {entry.what for entry in found} <= {str(verb) for verb in VERBS.values()}
    assert {entry.who for entry in found} == {str(cast.clerk), str(cast.head)}
    assert not any("Vì sao" in str(entry.changes) for entry in story_of_pledge([draft.pk]))
    assert story_of_pledge([]) == []


@pytest.mark.parametrize("name", [*VERBS])
def test_every_verb_is_an_action(name: str) -> None:
    assert hasattr(actions, name.partition(":")[0].removeprefix("pledges."))
