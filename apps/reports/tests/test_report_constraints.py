"""What the database refuses of reports, versions, questions, prose and justifications, by name."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import IntegrityError, InternalError, transaction
from django.utils import timezone

from apps.indicators.models import Indicator
from apps.reports.models import Justification, Prose, Question, Report, Version
from apps.reports.tests.house import supervision
from tests.cast import Cast

NOW = timezone.now()
DIGEST = "0" * 64


def report(cast: Cast, **values: Any) -> Report:
    return Report.objects.create(period=cast.first_half, office=cast.office, **values)


def version(cast: Cast, of: Report | None = None, **values: Any) -> Version:
    given = {"number": 1, "content": {}, "digest": DIGEST, "sent_by": cast.head, **values}
    return Version.objects.create(report=of or report(cast), **given)


def question(cast: Cast, **values: Any) -> Question:
    about = version(cast)
    given = {"text": "Vì sao?", "asked_by": cast.secretary, **values}
    return Question.objects.create(report=about.report, version=about, **given)


def prose(cast: Cast, *sections: str) -> None:
    made = report(cast)
    for section in sections:
        Prose.objects.create(report=made, section=section, text="x")


def justifications(cast: Cast, *texts: str) -> None:
    made = report(cast)
    for text in texts:
        Justification.objects.create(report=made, rule="limit", subject="voters", objection="Vượt", text=text)


def voters() -> Indicator:
    return Indicator.objects.get(code="voters")


def sent_without_a_version(cast: Cast, state: str) -> None:
    report(cast, state=state)


def draft_with_a_version(cast: Cast) -> None:
    made = version(cast)
    Report.objects.filter(pk=made.report.pk).update(current=made)


REFUSED: list[tuple[str, Any]] = [
    ("report_one_of_each_office", lambda c: [report(c), report(c)]),
    ("report_state_known", lambda c: Report.objects.filter(pk=version(c).report_id).update(
        state="x", current=Version.objects.get())),
    ("report_state_known", lambda c: Report.objects.filter(pk=version(c).report_id).update(
        state="stale", current=Version.objects.get())),
    *(("report_draft_until_sent", lambda c, s=s: sent_without_a_version(c, s))
      for s in ("sent", "to_complete", "received")),
    ("report_draft_until_sent", draft_with_a_version),
    ("version_number_once", lambda c: [version(c, of=made) for made in [report(c)] * 2]),
    ("version_numbers_from_one", lambda c: version(c, number=0)),
    ("version_digest_shape", lambda c: version(c, digest="A" * 64)),
    ("version_digest_shape", lambda c: version(c, digest="0" * 63)),
    ("version_way_known", lambda c: version(c, way="x")),
    ("version_confirmed_by_whom", lambda c: version(c, way="paper", confirmed_at=NOW)),
    ("version_confirmed_by_whom", lambda c: version(c, way="paper", confirmed_by=c.head)),
    ("version_confirmed_by_whom", lambda c: version(c, way="program", confirmed_at=NOW, confirmed_by=c.head)),
    ("version_received_by_whom", lambda c: version(c, received_at=NOW)),
    ("version_received_by_whom", lambda c: version(c, received_by=c.secretary)),
    ("question_text_given", lambda c: question(c, text=" ")),
    ("question_about_one_thing", lambda c: question(c, indicator=voters(), record=supervision(c.office))),
    ("question_about_one_thing", lambda c: question(c, indicator=voters(), section="plan")),
    ("question_about_one_thing", lambda c: question(c, record=supervision(c.office), section="plan")),
    ("question_section_known", lambda c: question(c, section="x")),
    ("question_answered_by_whom", lambda c: question(c, answer="Do mưa")),
    ("question_answered_by_whom", lambda c: question(c, answered_at=NOW, answered_by=c.head)),
    ("question_answered_by_whom", lambda c: question(c, answer="Do mưa", answered_at=NOW)),
    ("question_withdrawn_by_whom", lambda c: question(c, withdrawn_at=NOW)),
    ("question_withdrawn_by_whom", lambda c: question(c, withdrawn_by=c.secretary)),
    ("report_prose_one_a_section", lambda c: prose(c, "plan", "plan")),
    ("report_prose_section_known", lambda c: prose(c, "x")),
    ("justification_one_a_breach", lambda c: justifications(c, "Một", "Hai")),
    ("justification_text_given", lambda c: justifications(c, " ")),
]  # fmt: skip


@pytest.mark.parametrize(("name", "write"), REFUSED, ids=[name for name, _ in REFUSED])
def test_the_database_refuses(cast: Cast, name: str, write: Any) -> None:
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        write(cast)


def test_every_constraint_of_the_cycle_is_tried() -> None:
    models: tuple[Any, ...] = (Report, Version, Question, Prose, Justification)
    named = {constraint.name for model in models for constraint in model._meta.constraints}
    assert named == {name for name, _ in REFUSED}


@pytest.mark.parametrize(
    "change",
    [{"number": 2}, {"content": {"prose": {"plan": "Khác"}}}, {"digest": "1" * 64}, {"way": "paper"}, {"note": "Khác"},
     {"sent_at": NOW}, {"sent_by": 1}, {"report": 1}],
    ids=lambda change: next(iter(change)),
)  # fmt: skip
def test_what_was_sent_stays_as_it_was_sent(cast: Cast, change: dict[str, Any]) -> None:
    made = version(cast)
    other = Report.objects.create(period=cast.first_half, office=cast.other_office)
    instead = {"sent_by": cast.clerk, "report": other}
    values = {name: instead.get(name, value) for name, value in change.items()}
    with pytest.raises(InternalError, match="as_it_was_sent"), transaction.atomic():
        Version.objects.filter(pk=made.pk).update(**values)
    kept = Version.objects.get()
    assert (kept.number, kept.content, kept.digest, kept.sent_by) == (1, {}, DIGEST, cast.head)


def test_receipt_and_confirmation_may_be_added(cast: Cast) -> None:
    made = version(cast, way="telephone")
    Version.objects.filter(pk=made.pk).update(
        received_at=NOW, received_by=cast.secretary, confirmed_at=NOW, confirmed_by=cast.head
    )
    assert not Version.objects.get().awaits_confirmation
