"""What the database refuses, by the name of the constraint."""

from datetime import date
from typing import Any
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from apps.activities.models import (
    DefinedField,
    DefinedKind,
    DirectFigure,
    Evidence,
    Import,
    ImportChange,
    ImportPart,
    LegalLimit,
    Mapping,
    Opinions,
    Petitions,
    Recommendation,
    Record,
)
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


def figure(cast: Cast, **values: Any) -> DirectFigure:
    owner = {"office": cast.office} if not {"office", "cluster"} & set(values) else {}
    given = {"starts_on": date(2019, 1, 1), "ends_on": date(2019, 6, 30), "value": 1, **owner, **values}
    return DirectFigure.objects.create(indicator=Indicator.objects.get(code="headcount"), **given)


def an_import(cast: Cast, **values: Any) -> Import:
    file = store(content=b"x", name="x.xlsx", content_type="text/plain", by=None)
    return Import.objects.create(cluster=cast.cluster, period=cast.first_half, file=file, **values)


def opinions(cast: Cast, **values: Any) -> Opinions:
    record: Any = RecordFactory(office=cast.office, kind="opinions")
    return Opinions.objects.create(record=record, **{"level": "centre", "opinions": 5, **values})


def petitions(cast: Cast, **values: Any) -> Petitions:
    record: Any = RecordFactory(office=cast.office, kind="petitions")
    return Petitions.objects.create(record=record, **values)


def a_kind(cast: Cast, **values: Any) -> DefinedKind:
    given = {"code": "tap-huan", "name": "Tập huấn", "unit": "lớp", "first_year": 2019, **values}
    return DefinedKind.objects.create(cluster=cast.cluster, **given)


def recommendation(cast: Cast, **values: Any) -> Recommendation:
    record: Any = SupervisionFactory(record__office=cast.office).record
    return Recommendation.objects.create(record=record, addressee="UBND", text="Kiến nghị", **values)


def limit(**values: Any) -> LegalLimit:
    return LegalLimit.objects.create(code="x", amount=1, clause="Điều 1", **{"valid_from": date(2019, 3, 2), **values})


def evidence(cast: Cast, times: int = 1, **values: Any) -> None:
    file = store(content=b"x", name="x.pdf", content_type="application/pdf", by=None)
    for _ in range(times):
        Evidence.objects.create(file=file, name="x.pdf", **values)


def line(cast: Cast) -> dict[str, Any]:
    half = cast.first_half
    return {
        "indicator": Indicator.objects.get(code="headcount"), "office": cast.office, "starts_on": half.starts_on,
        "ends_on": half.ends_on,
    }  # fmt: skip


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
    ("import_undone_when", lambda c: an_import(c, state="undone", applied_at=timezone.now())),
    ("import_undone_when", lambda c: an_import(c, undone_at=timezone.now())),
    ("import_change_of_one_thing", lambda c: ImportChange.objects.create(origin=an_import(c))),
    ("import_part_kind_known", lambda c: ImportPart.objects.create(origin=an_import(c), what="x", position=2)),
    (
        "import_part_once",
        lambda c: [ImportPart.objects.create(origin=made, what="fault", position=2) for made in [an_import(c)] * 2],
    ),
    (
        "mapping_once_for_a_layout",
        lambda c: [
            Mapping.objects.create(cluster=c.cluster, name=name, layout="form", signature="s") for name in ("a", "b")
        ],
    ),
    (
        "supervision_examined_in_order",
        lambda c: SupervisionFactory(record__office=c.office, examined_from=DAY, examined_to=EARLIER),
    ),
    ("recommendation_level_known", lambda c: recommendation(c, level="x")),
    ("recommendation_answered_after_sent", lambda c: recommendation(c, sent_on=DAY, answered_on=EARLIER)),
    (
        "recommendation_answer_has_its_day",
        lambda c: recommendation(c, answer_number="12/UBND"),
    ),
    ("recommendation_answer_has_its_day", lambda c: recommendation(c, answer="Đã làm")),
    ("recommendation_submission_once", lambda c: [recommendation(c, submission=key) for key in [uuid4()] * 2]),
    ("recommendation_due_after_sent", lambda c: recommendation(c, sent_on=DAY, due_on=EARLIER)),
    ("legal_limit_days_in_order", lambda c: limit(valid_to=EARLIER)),
    ("legal_limit_no_overlap", lambda c: [limit(), limit(valid_from=date(2020, 1, 1))]),
    ("opinions_level_known", lambda c: opinions(c, level="x")),
    ("opinions_phase_known", lambda c: opinions(c, phase="x", session=c.session)),
    ("opinions_phase_of_a_session", lambda c: opinions(c, phase="before")),
    (
        "voter_meeting_replied_after_requested",
        lambda c: VoterMeetingFactory(record__office=c.office, requested_on=DAY, replied_on=EARLIER),
    ),
    (
        "supervision_information_after_asked",
        lambda c: SupervisionFactory(
            record__office=c.office, information_asked_on=date(2019, 3, 9), information_answered_on=date(2019, 3, 8)
        ),
    ),
    ("opinions_petitions_not_answered", lambda c: opinions(c, level="petitions", resolved=1)),
    ("opinions_petitions_not_answered", lambda c: opinions(c, level="petitions", due_on=date(2019, 5, 1))),
    ("opinions_petitions_not_answered", lambda c: opinions(c, level="petitions", answered_on=date(2019, 5, 1))),
    ("opinions_answers_within_sent", lambda c: opinions(c, merged=1, resolved=2, in_progress=2, explained=1)),
    (
        "petitions_source_known",
        lambda c: petitions(c, source="x"),
    ),
    ("defined_kind_name_once", lambda c: [a_kind(c), a_kind(c, code="khac")]),
    ("defined_kind_years_in_order", lambda c: a_kind(c, last_year=2018)),
    (
        "defined_field_code_once",
        lambda c: [DefinedField.objects.create(kind=kind, code="a", type="text") for kind in [a_kind(c)] * 2],
    ),
    ("defined_field_type_known", lambda c: DefinedField.objects.create(kind=a_kind(c), code="a", type="x")),
    (
        "defined_field_summed_is_a_number",
        lambda c: DefinedField.objects.create(kind=a_kind(c), code="a", type="text", summed=True),
    ),
    ("evidence_one_line", lambda c: evidence(c)),
    ("evidence_one_line", lambda c: evidence(c, record=RecordFactory(office=c.office), office=c.office)),
    ("evidence_once_on_a_record", lambda c: evidence(c, 2, record=RecordFactory(office=c.office))),
    ("evidence_once_on_a_figure", lambda c: evidence(c, 2, **line(c))),
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
