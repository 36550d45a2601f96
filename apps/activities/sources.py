"""What activities give to the reading of figures."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from apps.accounts.models import User
from apps.activities import columns, enums
from apps.activities.defined import sources as defined_sources
from apps.activities.models import DirectFigure, Record
from apps.activities.models.petitions import ANSWERS, CLASSES, LEAVES, SUMS
from apps.campaigns.enums import SessionKind
from apps.core.words import number, uncapitalised
from apps.indicators.enums import Aggregation
from apps.indicators.models import Indicator
from apps.indicators.sources import (
    Dimension,
    Family,
    RowWords,
    Source,
    Statement,
    register_family,
    register_maker,
    register_source,
    register_statements,
    source,
)
from apps.offices.models import Cluster, Membership

RECORDS = "records"
VOTER_MEETING_MEASURES = (
    "voters", "speakers", "opinions", "to_centre", "to_province", "answered_on_spot", "answered_in_writing",
)  # fmt: skip


def _rows() -> QuerySet[Any]:
    return Record.objects.alive().with_overdue()


def _visible_to(rows: QuerySet[Any], user: User, cluster: Cluster) -> QuerySet[Any]:
    return Record.objects.with_overdue().filter(pk__in=rows.order_by().values("pk")).visible_to(user, cluster)


def _statements(
    cluster: Cluster, indicators: Iterable[int], offices: Iterable[int], starts_on: date, ends_on: date
) -> list[Statement]:
    # An office's statement counts for the cluster to which it belongs on some day of the span.
    memberships = Membership.objects.filter(
        Q(valid_to=None) | Q(valid_to__gte=OuterRef("starts_on")),
        cluster=cluster, office=OuterRef("office_id"), valid_from__lte=OuterRef("ends_on"),
    )  # fmt: skip
    rows = (
        DirectFigure.objects.alive()
        .within(starts_on, ends_on)
        .filter(Q(office__in=offices) & Q(Exists(memberships)) | Q(cluster=cluster), indicator__in=indicators)
    )
    columns = ("pk", "indicator_id", "office_id", "starts_on", "ends_on", "value", "status")
    return [Statement(*row) for row in rows.values_list(*columns)]


def _listed(rows: QuerySet[Any]) -> QuerySet[Any]:
    return rows.select_related(
        *(kind.value for kind in enums.Kind),
        *("law_consultation__draft", "voter_meeting__session", "defined__defined_kind"),
    )


def _describe(record: Record) -> RowWords:
    """The trail's line of a record: its topic, and what tells it from its neighbours."""
    if record.kind != enums.Kind.LAW_CONSULTATION and not record.title and not record.place:
        return RowWords(title=_untitled(record), day=record.starts_on, address=("activities:record", (record.pk,)))
    detail: Any = record.detail
    kind = enums.Kind(record.kind)
    further: list[str] = []
    if kind == enums.Kind.VOTER_MEETING:
        further = [str(detail.get_kind_display()), columns.occasion(record)]
    elif kind == enums.Kind.SUPERVISION:
        further = [str(detail.get_kind_display())]
    elif kind == enums.Kind.LAW_CONSULTATION:
        further = [str(detail.get_method_display())]
    elif kind == enums.Kind.SOCIAL_WORK:
        further = [detail.beneficiaries]
    elif kind == enums.Kind.OPINIONS:
        further = [str(detail.get_level_display()), detail.addressee]
    elif kind == enums.Kind.DEFINED and record.title:
        further = [record.kind_label]
    draft = detail.draft.name if kind == enums.Kind.LAW_CONSULTATION else ""
    return RowWords(
        title=record.title or draft or record.place or capfirst(record.kind_label),
        day=record.starts_on,
        words=tuple(
            capfirst(words)
            for words in (*further, record.place if record.title or draft else "")
            if words and words != "–"
        ),
        address=("activities:record", (record.pk,)),
    )


def _untitled(record: Record) -> str:
    """What tells records without topic and place apart: their kind, and how many came or were given.

    Lists of voter meetings often hold neither, and eighty equal lines say nothing.
    """
    detail: Any = record.detail
    what, amount = capfirst(record.kind_label), ""
    match record.kind:
        case enums.Kind.VOTER_MEETING:
            what = f"{capfirst(str(detail.get_kind_display()))}, {uncapitalised(columns.occasion(record))}"
            if detail.voters is not None:
                amount = ngettext("%(count)s voter", "%(count)s voters", detail.voters) % _count(detail.voters)
        case enums.Kind.CITIZEN_RECEPTION:
            what = f"{what}, {uncapitalised(str(detail.get_kind_display()))}"
            if detail.visits is not None:
                amount = ngettext("%(count)s visit", "%(count)s visits", detail.visits) % _count(detail.visits)
        case enums.Kind.OPINIONS:
            what = f"{what}, {uncapitalised(str(detail.get_level_display()))}"
            amount = ngettext("%(count)s opinion", "%(count)s opinions", detail.sent) % _count(detail.sent)
        case enums.Kind.PETITIONS:
            what = f"{what}, {detail.get_source_display()}"
            amount = ngettext("%(count)s petition", "%(count)s petitions", detail.received) % _count(detail.received)
        case enums.Kind.SUPERVISION:
            what = capfirst(str(detail.get_kind_display()))
        case enums.Kind.SOCIAL_WORK:
            what = detail.beneficiaries or what
            if detail.gifts is not None:
                amount = ngettext("%(count)s gift", "%(count)s gifts", detail.gifts) % _count(detail.gifts)
    return f"{what} · {amount}" if amount else what


def _count(value: int) -> dict[str, str]:
    return {"count": number(value)}


def _dimension(path: str, label: Any, choices: Any) -> Dimension:
    return Dimension(path, label, dict(choices.choices))


def amount_in(indicator: Indicator, record: Record) -> int | None:
    """With how much a record counts in an indicator of its kind; None where it does not.

    The same filters and measures as the reading's, asked of one record; a test compares the two.
    """
    of = source(indicator.source)
    for name, values in indicator.filters.items():
        if _at(record, of.dimensions[name].path) not in values:
            return None
    if indicator.aggregation == Aggregation.COUNT:
        return 1
    path = of.measures[indicator.measure]
    found = _at(record, path) if isinstance(path, str) else of.amount(record, indicator.measure) if of.amount else None
    if found is None:
        return None
    return 1 if indicator.aggregation == Aggregation.DISTINCT else int(found)


def _at(record: Record, path: str) -> Any:
    row: Any = record
    for step in path.split("__"):
        row = None if row is None else getattr(row, step)  # a meeting may be tied to no session
    return row


def register() -> None:
    """Called once, from `apps.py`."""
    register_family(Family(RECORDS, _rows, _visible_to, _listed, _describe))
    kinds = enums.Kind
    register_source(Source(
        kinds.SUPERVISION, RECORDS, kinds.SUPERVISION.label, Q(kind=kinds.SUPERVISION),
        measures={"bodies": "supervision__bodies", "recommendations": "supervision__recommendations"},
        dimensions={
            "kind": _dimension("supervision__kind", _("kind of supervision"), enums.SupervisionKind),
            "initiator": _dimension("supervision__initiator", _("carried out by"), enums.Initiator),
        },
    ))  # fmt: skip
    register_source(Source(
        kinds.VOTER_MEETING, RECORDS, kinds.VOTER_MEETING.label, Q(kind=kinds.VOTER_MEETING),
        measures={
            name: f"voter_meeting__{name}"
            for name in VOTER_MEETING_MEASURES
        },
        dimensions={
            "kind": _dimension("voter_meeting__kind", _("kind of meeting"), enums.MeetingKind),
            "phase": _dimension("voter_meeting__phase", _("before or after the session"), enums.MeetingPhase),
            "session": Dimension("voter_meeting__session", _("session")),
            "session_kind": _dimension("voter_meeting__session__kind", _("kind of session"), SessionKind),
        },
    ))  # fmt: skip
    register_source(Source(
        kinds.LAW_CONSULTATION, RECORDS, kinds.LAW_CONSULTATION.label, Q(kind=kinds.LAW_CONSULTATION),
        measures={
            "draft": "law_consultation__draft", "opinions": "law_consultation__opinions", "people": "people_present",
        },
        dimensions={"method": _dimension("law_consultation__method", _("method"), enums.ConsultationMethod)},
        labels={"draft": "law_consultation__draft__name"},
    ))  # fmt: skip
    register_source(Source(
        kinds.CITIZEN_RECEPTION, RECORDS, kinds.CITIZEN_RECEPTION.label, Q(kind=kinds.CITIZEN_RECEPTION),
        measures={name: f"citizen_reception__{name}" for name in ("visits", "persons", "large_groups", "petitions")},
        dimensions={"kind": _dimension("citizen_reception__kind", _("kind of reception"), enums.ReceptionKind)},
    ))  # fmt: skip
    register_source(Source(
        kinds.OPINIONS, RECORDS, kinds.OPINIONS.label, Q(kind=kinds.OPINIONS),
        measures={name: f"opinions__{name}" for name in ("opinions", "merged", "sent", *ANSWERS, "overdue")},
        dimensions={
            "level": _dimension("opinions__level", _("level"), enums.Level),
            "phase": _dimension("opinions__phase", _("before or after the session"), enums.MeetingPhase),
            "session": Dimension("opinions__session", _("session")),
            "session_kind": _dimension("opinions__session__kind", _("kind of session"), SessionKind),
        },
        daily=frozenset({"overdue"}),
    ))  # fmt: skip
    register_source(Source(
        kinds.PETITIONS, RECORDS, kinds.PETITIONS.label, Q(kind=kinds.PETITIONS),
        measures={name: f"petitions__{name}" for name in (*LEAVES, *SUMS, *CLASSES)},
        dimensions={"source": _dimension("petitions__source", _("where they came from"), enums.PetitionSource)},
    ))  # fmt: skip
    register_source(Source(
        kinds.SOCIAL_WORK, RECORDS, kinds.SOCIAL_WORK.label, Q(kind=kinds.SOCIAL_WORK),
        measures={"gifts": "social_work__gifts", "total": "social_work__total"},
    ))  # fmt: skip
    register_source(Source(kinds.EXPERIENCE, RECORDS, kinds.EXPERIENCE.label, Q(kind=kinds.EXPERIENCE)))
    register_maker(defined_sources.make)
    register_statements(_statements)
