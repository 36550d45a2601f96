"""Who may enter what, as a truth table; and what the database refuses, by the name of the constraint."""

from datetime import date
from typing import Any
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from apps.activities.models import DirectFigure, Import, Record
from apps.activities.rules import can_enter, can_import, enters_on_behalf
from apps.activities.tests.factories import (
    CitizenReceptionFactory,
    DraftLawFactory,
    LawConsultationFactory,
    RecordFactory,
    SocialWorkFactory,
    SupervisionFactory,
    VoterMeetingFactory,
)
from apps.files.actions import store
from apps.indicators.models import Indicator
from tests.cast import Cast

ROLES = ("secretary", "head", "clerk", "other", "leader", "administrator", "stranger")
OWN, ANOTHERS, CLUSTERS = "own", "another's", "the cluster's"


@pytest.mark.parametrize(
    ("owner", "year", "allowed"),
    [
        (OWN, 2019, {"secretary", "head", "clerk"}),
        (ANOTHERS, 2019, {"secretary", "other"}),
        (CLUSTERS, 2019, {"secretary"}),
        (OWN, 2018, {"head", "clerk"}),
        (ANOTHERS, 2020, {"other"}),
        (CLUSTERS, 2020, set()),
    ],
)
def test_who_may_enter(cast: Cast, owner: str, year: int, allowed: set[str]) -> None:
    office = {OWN: cast.office, ANOTHERS: cast.other_office, CLUSTERS: None}[owner]
    people: dict[str, Any] = cast.people
    assert {role for role in ROLES if can_enter(people[role], cast.cluster, office, year)} == allowed


@pytest.mark.parametrize(
    ("year", "allowed"), [(2019, {"secretary", "head", "clerk", "other"}), (2018, {"head", "clerk", "other"})]
)
def test_who_may_import(cast: Cast, year: int, allowed: set[str]) -> None:
    people: dict[str, Any] = cast.people
    assert {role for role in ROLES if can_import(people[role], cast.cluster, year)} == allowed


def test_on_behalf_is_for_somebody_elses_office(cast: Cast) -> None:
    assert enters_on_behalf(cast.secretary, cast.office)
    assert not enters_on_behalf(cast.clerk, cast.office)
    assert not enters_on_behalf(cast.secretary, None)


def figure(cast: Cast, **values: Any) -> DirectFigure:
    owner = {"office": cast.office} if not {"office", "cluster"} & set(values) else {}
    given = {"starts_on": date(2019, 1, 1), "ends_on": date(2019, 6, 30), "value": 1, **owner, **values}
    return DirectFigure.objects.create(indicator=Indicator.objects.get(code="headcount"), **given)


def an_import(cast: Cast, **values: Any) -> Import:
    file = store(content=b"x", name="x.xlsx", content_type="text/plain", by=None)
    return Import.objects.create(cluster=cast.cluster, period=cast.first_half, file=file, **values)


DAY, EARLIER = date(2019, 3, 2), date(2019, 3, 1)
REFUSED: list[tuple[str, Any]] = [
    ("record_kind_known", lambda c: RecordFactory(office=c.office, kind="x")),
    ("record_one_owner", lambda c: RecordFactory()),
    ("record_one_owner", lambda c: RecordFactory(office=c.office, cluster=c.cluster)),
    ("record_days_in_order", lambda c: RecordFactory(office=c.office, starts_on=DAY, ends_on=EARLIER)),
    ("record_counts_on_its_day", lambda c: RecordFactory(office=c.office, starts_on=DAY, counted_on=EARLIER)),
    ("record_deleted_by_whom", lambda c: RecordFactory(office=c.office, deleted_by=c.clerk)),
    ("record_submission_once", lambda c: [RecordFactory(office=c.office, submission=key) for key in [uuid4()] * 2]),
    ("supervision_kind_known", lambda c: SupervisionFactory(record__office=c.office, kind="x")),
    ("supervision_initiator_known", lambda c: SupervisionFactory(record__office=c.office, initiator="x")),
    ("supervision_report_state_known", lambda c: SupervisionFactory(record__office=c.office, report_state="x")),
    (
        "supervision_answered_within_recommendations",
        lambda c: SupervisionFactory(record__office=c.office, recommendations=1, recommendations_answered=2),
    ),
    ("voter_meeting_kind_known", lambda c: VoterMeetingFactory(record__office=c.office, kind="x")),
    ("voter_meeting_phase_known", lambda c: VoterMeetingFactory(record__office=c.office, phase="x", session=c.session)),
    ("voter_meeting_phase_of_a_session", lambda c: VoterMeetingFactory(record__office=c.office, phase="before")),
    (
        "voter_meeting_levels_within_opinions",
        lambda c: VoterMeetingFactory(record__office=c.office, opinions=2, to_centre=1, to_province=2),
    ),
    (
        "voter_meeting_answered_within_forwarded",
        lambda c: VoterMeetingFactory(record__office=c.office, to_province=1, answered_in_writing=2),
    ),
    ("law_consultation_method_known", lambda c: LawConsultationFactory(record__office=c.office, method="x")),
    ("activities_draftlaw_folded", lambda c: [DraftLawFactory(name="Luật A", folded="luat a") for _ in range(2)]),
    ("citizen_reception_kind_known", lambda c: CitizenReceptionFactory(record__office=c.office, kind="x")),
    ("social_work_value_not_negative", lambda c: SocialWorkFactory(record__office=c.office, unit_value=-1)),
    ("direct_figure_one_owner", lambda c: figure(c, office=c.office, cluster=c.cluster)),
    ("direct_figure_days_in_order", lambda c: figure(c, ends_on=date(2018, 1, 1))),
    ("direct_figure_not_negative", lambda c: figure(c, value=-1)),
    ("direct_figure_status_known", lambda c: figure(c, status="x")),
    ("direct_figure_office_no_overlap", lambda c: [figure(c), figure(c, starts_on=date(2019, 6, 30))]),
    ("direct_figure_cluster_no_overlap", lambda c: [figure(c, cluster=c.cluster) for _ in range(2)]),
    ("import_state_known", lambda c: an_import(c, state="x")),
    ("import_applied_when", lambda c: an_import(c, state="applied")),
    ("import_applied_when", lambda c: an_import(c, applied_at=timezone.now())),
]


@pytest.mark.parametrize(("name", "write"), REFUSED, ids=[name for name, _ in REFUSED])
def test_the_database_refuses(cast: Cast, name: str, write: Any) -> None:
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        write(cast)


def test_every_constraint_of_activities_is_tried() -> None:
    from django.apps import apps

    named = {
        constraint.name
        for model in apps.get_app_config("activities").get_models()
        for constraint in model._meta.constraints
    }
    assert named - {name for name, _ in REFUSED} == set()


def test_a_deleted_statement_makes_room(cast: Cast) -> None:
    former = figure(cast)
    DirectFigure.objects.filter(pk=former.pk).update(deleted_at=timezone.now())
    figure(cast)
    assert DirectFigure.objects.alive().count() == 1
    assert Record.objects.count() == 0
