"""Movements: drafted, launched whole, frozen, amended for a reason, confirmed, closed; what the database refuses."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import DatabaseError, IntegrityError, connection, transaction
from django.utils import timezone

from apps.campaigns import actions
from apps.campaigns.confirming import counts, standings
from apps.campaigns.models import (
    Campaign,
    CampaignCriterion,
    CampaignOffice,
    CampaignPaper,
    CampaignPhase,
    CampaignPrize,
    CampaignVersion,
    Confirmation,
)
from apps.campaigns.movement import CriterionLine, PhaseLine, content_of, differences, seen
from apps.campaigns.tests.movements import CRITERIA, LAUNCHED_ON, PARTS, VALUES, draft, launched
from tests.cast import Cast


def refused(action: Any, where: str, **kwargs: Any) -> str:
    """`where`: the field that the refusal names; of one that concerns none its code."""
    with pytest.raises(ValidationError) as caught:
        action(**kwargs)
    named = hasattr(caught.value, "error_dict")
    assert where in (caught.value.error_dict if named else [each.code for each in caught.value.error_list])
    return " ".join(caught.value.messages)


def broken(name: str, make: Any) -> None:
    with pytest.raises(IntegrityError) as caught, transaction.atomic():
        make()
    cause: Any = caught.value.__cause__
    assert cause.diag.constraint_name == name


# Drafts ---------------------------------------------------------------------------------------------------------------
def test_a_new_movement_is_addressed_to_the_members(cast: Cast) -> None:
    row = draft(cast)
    assert [each.office.short_name for each in standings(row)] == [
        "Cà Mau", "Kiên Giang", "Cần Thơ", "Bạc Liêu", "Sóc Trăng", "Hậu Giang",
    ]  # fmt: skip
    assert [each.name for each in row.phases.all()] == ["Đợt 1", "Đợt 2"]
    assert list(row.criteria.values_list("position", "text", "target")) == [
        (1, "Cán bộ đăng ký thi đua", "100%"), (2, "Giữ gìn văn hóa công sở", ""),
    ]  # fmt: skip


def test_lines_change_place_and_stay_the_same_rows(cast: Cast) -> None:
    row = draft(cast)
    first = row.criteria.get(position=1).pk
    turned = [CRITERIA[1], CriterionLine(text="Mới"), CRITERIA[0]]
    actions.save_campaign(
        campaign=row,
        cluster=cast.cluster,
        year=2019,
        values={},
        parts=actions.Parts(criteria=turned),
        by=cast.secretary,
    )
    assert row.criteria.get(position=3).pk == first
    assert row.criteria.count() == 3


def test_phases_move_with_their_movement(cast: Cast) -> None:
    row = draft(cast)
    later = [
        PhaseLine(name=each.name, starts_on=each.starts_on + timedelta(days=14), ends_on=each.ends_on + timedelta(14))
        for each in PARTS.phases or ()
    ]
    values = {"starts_on": date(2019, 1, 15), "ends_on": date(2020, 1, 14)}
    saved = actions.save_campaign(
        campaign=row,
        cluster=cast.cluster,
        year=2019,
        values=values,
        parts=actions.Parts(phases=later),
        by=cast.secretary,
    )
    assert [each.starts_on for each in saved.phases.all()] == [date(2019, 1, 15), date(2019, 7, 15)]


@pytest.mark.parametrize(
    ("phases", "says"),
    [
        ([("Đợt 1", date(2019, 1, 1), date(2019, 7, 1)), ("Đợt 2", date(2019, 7, 1), date(2019, 8, 1))], "01/07/2019"),
        ([("Đợt 1", date(2018, 12, 31), date(2019, 7, 1))], "01/01/2019 – 31/12/2019"),
        ([("Đợt 1", date(2019, 7, 1), date(2019, 6, 1))], "Đợt 1"),
    ],
)
def test_a_wrong_phase_is_named(cast: Cast, phases: list[tuple[str, date, date]], says: str) -> None:
    lines = [PhaseLine(name=name, starts_on=first, ends_on=last) for name, first, last in phases]
    with pytest.raises(ValidationError) as caught:
        draft(cast, parts=actions.Parts(phases=lines))
    assert says in " ".join(caught.value.messages)


def test_two_writers_at_once(cast: Cast) -> None:
    row = draft(cast)
    at: dict[str, Any] = {"campaign": row, "cluster": cast.cluster, "year": 2019, "by": cast.secretary}
    read = seen(content_of(row))
    actions.save_campaign(**at, values={"theme": "Khác"}, read=read)
    refused(actions.save_campaign, "meanwhile", **at, values={"theme": "Khác nữa"}, read=read)


def test_a_stranger_is_not_addressed(cast: Cast) -> None:
    refused(draft, "offices", cast=cast, parts=actions.Parts(offices=[cast.foreign_office]))


def test_only_a_draft_is_removed(cast: Cast) -> None:
    actions.remove_campaign(campaign=draft(cast), by=cast.secretary)
    assert not Campaign.objects.exists()
    refused(actions.remove_campaign, "launched", campaign=launched(cast), by=cast.secretary)


# Launching ------------------------------------------------------------------------------------------------------------
def test_launched_with_what_was_said(cast: Cast) -> None:
    row = launched(cast)
    assert (row.state, row.version, row.launched_on, row.launcher) == ("launched", 1, LAUNCHED_ON, cast.secretary)
    version = CampaignVersion.objects.get()
    assert version.content["theme"] == "Đoàn kết, sáng tạo"
    assert version.content["offices"][3] == "Văn phòng Đoàn ĐBQH tỉnh Bạc Liêu"
    again = actions.launch_campaign(campaign=row, on=date(2019, 3, 1), by=cast.secretary)
    assert again.launched_on == LAUNCHED_ON
    assert CampaignVersion.objects.count() == 1


def test_what_a_draft_lacks_is_named(cast: Cast) -> None:
    row = draft(cast, parts=actions.Parts(offices=[]), theme="", starts_on=None, ends_on=None)
    said = refused(actions.launch_campaign, "lacking", campaign=row, on=LAUNCHED_ON, by=cast.secretary)
    assert said == "Trước khi phát động, phong trào còn thiếu: chủ đề, thời gian thực hiện, phát động đến."


def test_launched_neither_tomorrow_nor_after_its_end(cast: Cast) -> None:
    row = draft(cast)
    tomorrow = timezone.localdate() + timedelta(days=1)
    refused(actions.launch_campaign, "on", campaign=row, on=tomorrow, by=cast.secretary)
    refused(actions.launch_campaign, "on", campaign=row, on=date(2020, 1, 1), by=cast.secretary)


def test_the_one_above_is_launched_first(cast: Cast) -> None:
    above = draft(cast, name="Phong trào của Văn phòng Quốc hội", level="managing_body")
    below = draft(cast, parent=above)
    refused(actions.launch_campaign, "parent", campaign=below, on=LAUNCHED_ON, by=cast.secretary)
    actions.launch_campaign(campaign=above, on=LAUNCHED_ON, by=cast.secretary)
    refused(actions.launch_campaign, "on", campaign=below, on=date(2019, 1, 14), by=cast.secretary)
    assert actions.launch_campaign(campaign=below, on=LAUNCHED_ON, by=cast.secretary).is_launched
    assert CampaignVersion.objects.get(campaign=below).content["parent"] == "Phong trào của Văn phòng Quốc hội"


def test_a_launched_text_changes_by_an_amendment_only(cast: Cast) -> None:
    row = launched(cast)
    at: dict[str, Any] = {"campaign": row, "cluster": cast.cluster, "year": 2019, "by": cast.secretary}
    refused(actions.save_campaign, "launched", **at, values={"theme": "Khác"})
    refused(actions.amend_campaign, "reason", campaign=row, values={"theme": "Khác"}, reason=" ", by=cast.secretary)
    refused(actions.amend_campaign, "same", campaign=row, values={}, reason="Vì", by=cast.secretary)
    refused(actions.amend_campaign, "__all__", campaign=row, values={"theme": ""}, reason="Vì", by=cast.secretary)
    parts = actions.Parts(criteria=[*CRITERIA, CriterionLine(text="Mới")])
    made = actions.amend_campaign(
        campaign=row, values={"theme": "Chủ đề mới"}, parts=parts, reason="Theo công văn mới", by=cast.secretary
    )
    first, second = CampaignVersion.objects.order_by("number")
    assert (made.version, first.content["theme"], second.content["theme"]) == (2, "Đoàn kết, sáng tạo", "Chủ đề mới")
    assert [(each.label, each.before, each.after) for each in differences(first.content, second.content)] == [
        ("Chủ đề", ["Đoàn kết, sáng tạo"], ["Chủ đề mới"]), ("Tiêu chí", [], ["Mới"]),
    ]  # fmt: skip


# Confirming and closing -----------------------------------------------------------------------------------------------
def test_the_head_confirms_once(cast: Cast) -> None:
    row = launched(cast)
    at: dict[str, Any] = {"campaign": row, "office": cast.office, "by": cast.head}
    made = actions.confirm_campaign(**at, version=1, note="Đã quán triệt")
    assert actions.confirm_campaign(**at, version=1, note="khác") == made
    assert (made.on_behalf, made.confirmed_by, made.note) == (False, cast.head, "Đã quán triệt")
    assert (counts([row])[row.pk].confirmed, counts([row])[row.pk].expected) == (1, 6)
    for by in (cast.clerk, cast.other, cast.leader, cast.administrator, cast.stranger):
        with pytest.raises(PermissionDenied):
            actions.confirm_campaign(**{**at, "by": by}, version=1)
    with pytest.raises(PermissionDenied):
        actions.confirm_campaign(campaign=row, office=cast.other_office, by=cast.head, version=1)


def test_the_secretariat_says_how_an_office_let_it_know(cast: Cast) -> None:
    row = launched(cast)
    at: dict[str, Any] = {"campaign": row, "office": cast.other_office, "version": 1, "by": cast.secretary}
    refused(actions.confirm_campaign, "note", **at)
    assert actions.confirm_campaign(**at, note="Điện thoại ngày 18/01/2019").on_behalf


def test_an_amendment_is_confirmed_anew(cast: Cast) -> None:
    row = launched(cast)
    at: dict[str, Any] = {"campaign": row, "office": cast.office, "by": cast.head}
    earlier = actions.confirm_campaign(**at, version=1)
    row = actions.amend_campaign(campaign=row, values={"theme": "Mới"}, reason="Vì", by=cast.secretary)
    refused(actions.confirm_campaign, "version", **at, version=1)
    mine = next(each for each in standings(row) if each.office == cast.office)
    assert (mine.confirmation, mine.earlier) == (None, earlier)
    actions.confirm_campaign(**at, version=2)
    assert Confirmation.objects.count() == 2


def test_an_office_that_was_not_addressed_does_not_confirm(cast: Cast) -> None:
    row = launched(cast, parts=actions.Parts(offices=[cast.other_office]))
    refused(actions.confirm_campaign, "stranger", campaign=row, office=cast.office, version=1, by=cast.head)


def test_closed_with_what_came_of_it(cast: Cast) -> None:
    row = launched(cast)
    at: dict[str, Any] = {"campaign": row, "by": cast.secretary}
    refused(actions.close_campaign, "outcome", **at, on=date(2019, 12, 31), outcome=" ")
    refused(actions.close_campaign, "on", **at, on=date(2019, 1, 1), outcome="Xong")
    closed = actions.close_campaign(**at, on=date(2019, 12, 31), outcome="Hoàn thành")
    assert (closed.state, closed.outcome) == ("closed", "Hoàn thành")
    assert actions.close_campaign(**at, on=date(2019, 12, 1), outcome="Khác").outcome == "Hoàn thành"
    refused(actions.amend_campaign, "state", campaign=row, values={}, reason="Vì", by=cast.secretary)
    refused(actions.confirm_campaign, "state", campaign=row, office=cast.office, version=1, by=cast.head)


@pytest.mark.parametrize("role", ["head", "clerk", "other", "leader", "administrator", "stranger"])
def test_everybody_else_writes_nothing(cast: Cast, role: str) -> None:
    row = launched(cast)
    paper = actions.save_campaign_paper(campaign=row, values={"title": "Kế hoạch"}, by=cast.secretary)
    by = cast.people[role]
    for action, values in (
        (actions.save_campaign, {"campaign": row, "cluster": cast.cluster, "year": 2019, "values": {}}),
        (actions.amend_campaign, {"campaign": row, "values": {}, "reason": "Vì"}),
        (actions.launch_campaign, {"campaign": row, "on": LAUNCHED_ON}),
        (actions.close_campaign, {"campaign": row, "on": LAUNCHED_ON, "outcome": "x"}),
        (actions.remove_campaign, {"campaign": row}),
        (actions.save_campaign_paper, {"campaign": row, "values": {}}),
        (actions.remove_campaign_paper, {"paper": paper}),
    ):
        with pytest.raises(PermissionDenied):
            action(**values, by=by)  # type: ignore[arg-type]


# The database itself --------------------------------------------------------------------------------------------------
def test_the_row_by_name(cast: Cast) -> None:
    at: dict[str, Any] = {"cluster": cast.cluster, "year": 2019}
    first = Campaign.objects.create(**at, name="Một")
    new = lambda **more: lambda: Campaign.objects.create(**{**at, "name": "Hai", **more})  # noqa: E731
    broken("campaign_name_once_a_year", new(name="Một"))
    broken("campaign_name_given", new(name=""))
    broken("campaign_kind_known", new(kind="x"))
    broken("campaign_level_known", new(level="x"))
    broken("campaign_days_in_order", new(starts_on=date(2019, 2, 1), ends_on=date(2019, 1, 1)))
    broken("campaign_days_in_order", new(starts_on=date(2019, 2, 1)))
    now = {"launched_at": timezone.now(), "launcher": cast.secretary}
    broken("campaign_launched_by_whom", new(state="launched", version=1, **VALUES_BUT_NAME, launched_on=LAUNCHED_ON))
    broken("campaign_launched_by_whom", new(version=1))
    broken("campaign_launched_by_whom", new(state="x"))
    whole = {"state": "launched", "version": 1, **now, **VALUES_BUT_NAME, "launched_on": LAUNCHED_ON}
    for lacks in ({"theme": ""}, {"launched_by": ""}, {"starts_on": None, "ends_on": None}, {"launched_on": None}):
        broken("campaign_launched_whole", new(**{**whole, **lacks}))
    broken("campaign_closed_by_whom", new(outcome="Xong"))
    closed = {"state": "closed", "closed_at": timezone.now(), "closer": cast.secretary, "outcome": "Xong"}
    broken("campaign_closed_by_whom", new(**{**whole, **closed}))
    broken("campaign_closed_after_launch", new(**{**whole, **closed, "closed_on": date(2019, 1, 1)}))
    new(copied_from=first)()
    broken("campaign_copied_once", new(name="Ba", copied_from=first))


VALUES_BUT_NAME = {name: value for name, value in VALUES.items() if name != "name"}


def test_parents_by_name(cast: Cast) -> None:
    at: dict[str, Any] = {"cluster": cast.cluster, "year": 2019}
    above = Campaign.objects.create(**at, name="Trên", level="managing_body")
    below = Campaign.objects.create(**at, name="Dưới", level="cluster", parent=above)
    broken("campaign_parent_above", lambda: Campaign.objects.create(**at, name="x", level="national", parent=above))
    broken("campaign_parent_above", lambda: Campaign.objects.create(**at, name="x", level="cluster", parent=below))
    foreign = {**at, "cluster": cast.other_cluster}
    broken("campaign_parent_above", lambda: Campaign.objects.create(**foreign, name="x", level="office", parent=above))
    broken("campaign_parent_above", lambda: Campaign.objects.filter(pk=above.pk).update(level="office"))
    broken("campaign_parent_above", lambda: Campaign.objects.filter(pk=below.pk).update(parent=below))


def test_parts_by_name(cast: Cast) -> None:
    row = draft(cast)
    first, last = date(2019, 1, 1), date(2019, 6, 30)

    def phase(**more: Any) -> Any:
        values = {"campaign": row, "name": "x", "starts_on": first, "ends_on": last, **more}
        return lambda: CampaignPhase.objects.create(**values)

    broken("campaign_phases_no_overlap", phase(starts_on=last))
    row.phases.get(name="Đợt 2").delete()
    free = {"starts_on": date(2019, 8, 1), "ends_on": date(2019, 9, 1)}
    broken("campaign_phase_name_once", phase(**free, name="Đợt 1"))
    broken("campaign_phase_name_given", phase(**free, name=""))
    broken("campaign_phase_days_in_order", phase(starts_on=date(2019, 9, 1), ends_on=date(2019, 8, 1)))
    broken("campaign_phases_inside", phase(starts_on=date(2019, 12, 1), ends_on=date(2020, 1, 1)))
    broken("campaign_phases_inside", lambda: Campaign.objects.filter(pk=row.pk).update(ends_on=date(2019, 5, 1)))
    broken("campaign_phases_inside", lambda: Campaign.objects.filter(pk=row.pk).update(starts_on=None, ends_on=None))
    broken("campaign_criterion_once", lambda: CampaignCriterion.objects.create(
        campaign=row, position=9, text="Giữ gìn văn hóa công sở"))  # fmt: skip
    broken("campaign_criterion_text_given", lambda: CampaignCriterion.objects.create(campaign=row, position=9))
    prize = lambda **more: lambda: CampaignPrize.objects.create(campaign=row, position=9, **more)  # noqa: E731
    broken("campaign_prize_once", prize(name="Giấy khen"))
    broken("campaign_prize_name_given", prize(name=""))
    broken("campaign_prize_some", prize(name="x", quantity=0))
    broken("campaign_prize_amount_not_below", prize(name="x", amount=-1))
    broken("campaign_office_once", lambda: CampaignOffice.objects.create(campaign=row, office=cast.office))
    paper = lambda **more: lambda: CampaignPaper.objects.create(**{"campaign": row, "title": "x", **more})  # noqa: E731
    paper()()
    broken("campaign_paper_once", paper())
    broken("campaign_paper_title_given", paper(title=""))
    broken("campaign_paper_kind_known", paper(kind="x"))
    broken("campaignpaper_number_with_day", paper(title="y", number=5))
    for model, position in ((CampaignCriterion, "criterion"), (CampaignPrize, "prize")):

        def twice(model: Any = model, name: str = f"campaign_{position}_position_once") -> None:
            model.objects.filter(campaign=row).update(position=1)
            with connection.cursor() as cursor:
                cursor.execute(f"SET CONSTRAINTS {name} IMMEDIATE")

        broken(f"campaign_{position}_position_once", twice)


def test_a_launched_text_is_frozen_in_the_database(cast: Cast) -> None:
    row = launched(cast)
    rows = Campaign.objects.filter(pk=row.pk)
    broken("campaign_text_frozen", lambda: rows.update(theme="Khác"))
    broken("campaign_text_frozen", lambda: rows.update(launched_on=date(2019, 2, 1)))
    for part in (row.phases, row.criteria, row.prizes, row.addressed):
        broken("campaign_text_frozen", lambda part=part: part.all().delete())
    broken("campaign_text_frozen", lambda: row.phases.update(content="Khác"))
    broken("campaign_text_frozen", lambda: CampaignCriterion.objects.create(campaign=row, position=9, text="Mới"))
    broken("campaign_state_goes_forward", lambda: rows.update(
        state="draft", version=0, launched_at=None, launcher=None))  # fmt: skip
    broken("campaign_version_goes_forward", lambda: rows.update(version=3))

    def unkept() -> None:
        rows.update(version=2, theme="Khác")
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")

    broken("campaign_version_kept", unkept)
    for change in (lambda: CampaignVersion.objects.update(reason="x"), lambda: CampaignVersion.objects.all().delete()):
        with pytest.raises(DatabaseError), transaction.atomic():
            change()
    rows.update(confirm_by=date(2019, 2, 1))  # no part of the text


def test_confirmations_by_name(cast: Cast) -> None:
    row = launched(cast)
    version = CampaignVersion.objects.get()
    at: dict[str, Any] = {"version": version, "office": cast.office, "confirmed_by": cast.head}
    broken("confirmation_on_behalf_says_how", lambda: Confirmation.objects.create(**at, on_behalf=True))
    Confirmation.objects.create(**at)
    broken("confirmation_once_an_office", lambda: Confirmation.objects.create(**at))
    again: dict[str, Any] = {"campaign": row, "made_by": cast.secretary}
    broken("campaign_version_number_once", lambda: CampaignVersion.objects.create(**again, number=1))
    broken("campaign_version_amended_for_a_reason", lambda: CampaignVersion.objects.create(**again, number=2))
    actions.amend_campaign(campaign=row, values={"theme": "Mới"}, reason="Vì", by=cast.secretary)
    other = {**at, "office": cast.other_office}
    broken("confirmation_of_a_launched_movement", lambda: Confirmation.objects.create(**other))
