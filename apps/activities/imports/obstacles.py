"""What was built on an import since, so that it can no longer be undone. Reads only."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain, islice

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from apps.activities.issued import Issued, issued
from apps.activities.models import DirectFigure, Evidence, Import, ImportChange, Recommendation, Record
from apps.activities.models.records import RecordQuerySet

SHOWN = 20

DELETED = _("was deleted")
CHANGED = _("was changed")
EVIDENCE = _("got evidence")
RECOMMENDATIONS = _("got recommendations or answers")
STATED_ANEW = _("was stated anew or withdrawn")
PUBLISHED = _("was published with these figures")


@dataclass(frozen=True)
class Obstacle:
    """Exactly one of `record`, `figure` and `paper` is what was built on the import; `why` says how."""

    why: Promise
    record: Record | None = None
    figure: DirectFigure | None = None
    paper: Issued | None = None


@dataclass(frozen=True)
class Obstacles:
    """At most `SHOWN` of them, and how many there are."""

    shown: list[Obstacle]
    count: int

    @property
    def further(self) -> int:
        return self.count - len(self.shown)


def made_records(origin: Import) -> RecordQuerySet:
    return Record.objects.filter(imported_by=origin)


def changed_records(origin: Import) -> RecordQuerySet:
    changes = ImportChange.objects.filter(origin=origin, record__isnull=False)
    return Record.objects.filter(pk__in=changes.values("record"))


def stated_figures(origin: Import) -> QuerySet[DirectFigure]:
    return DirectFigure.objects.filter(imported_by=origin)


def former_figures(origin: Import) -> QuerySet[DirectFigure]:
    """Those that the import replaced or withdrew."""
    changes = ImportChange.objects.filter(origin=origin, figure__isnull=False)
    return DirectFigure.objects.filter(pk__in=changes.values("figure"))


def obstacles(origin: Import) -> Obstacles:
    """Everything that keeps an applied import from being undone; a constant number of queries."""
    papers = _papers(origin)
    records = [_made(origin), _changed(origin)]
    figures = [_stated(origin), _cleared(origin)]
    found = chain(
        (Obstacle(PUBLISHED, paper=paper) for paper in papers),
        (Obstacle(_why(each), record=each) for rows in records for each in rows.order_by("pk").with_details()[:SHOWN]),
        (
            Obstacle(_why_not(each), figure=each)
            for rows in figures
            for each in rows.order_by("pk").select_related("indicator", "office")[:SHOWN]
        ),
    )
    return Obstacles(list(islice(found, SHOWN)), len(papers) + sum(rows.count() for rows in (*records, *figures)))


# Records -------------------------------------------------------------------------------------------------------------
def _why(record: Record) -> Promise:
    if record.deleted_at is not None:
        return DELETED
    if record.is_changed:  # type: ignore[attr-defined]
        return CHANGED
    return EVIDENCE if record.is_evidenced else RECOMMENDATIONS  # type: ignore[attr-defined]


def _built_on(rows: RecordQuerySet, origin: Import, is_changed: Q | Exists) -> RecordQuerySet:
    evidence = Evidence.objects.alive().filter(record=OuterRef("pk"), created_at__gt=origin.applied_at)
    further = Recommendation.objects.alive().filter(record=OuterRef("pk"), updated_at__gt=origin.applied_at)
    rows = rows.annotate(is_changed=is_changed, is_evidenced=Exists(evidence), is_recommended=Exists(further))
    return rows.filter(Q(deleted_at__isnull=False) | Q(is_changed=True) | Q(is_evidenced=True) | Q(is_recommended=True))


def _made(origin: Import) -> RecordQuerySet:
    return _built_on(made_records(origin), origin, Q(version__gt=1))


def _changed(origin: Import) -> RecordQuerySet:
    left = ImportChange.objects.filter(origin=origin, record=OuterRef("pk")).exclude(version=OuterRef("version"))
    return _built_on(changed_records(origin), origin, Exists(left))


# Figures -------------------------------------------------------------------------------------------------------------
_SAME_OWNER = Q(office=OuterRef("office")) | Q(cluster=OuterRef("cluster"))
_SAME_LINE = _SAME_OWNER & Q(
    indicator=OuterRef("indicator"), starts_on__lte=OuterRef("ends_on"), ends_on__gte=OuterRef("starts_on")
)


def _why_not(figure: DirectFigure) -> Promise:
    stands = figure.deleted_at is None and figure.version == 1
    return EVIDENCE if stands and figure.is_evidenced else STATED_ANEW  # type: ignore[attr-defined]


def _evidence(origin: Import) -> Exists:
    return Exists(Evidence.objects.alive().filter(_SAME_LINE, record=None, created_at__gt=origin.applied_at))


def _stated(origin: Import) -> QuerySet[DirectFigure]:
    """Statements of the import that stand no longer as it made them, or that have evidence now."""
    rows = stated_figures(origin).annotate(is_evidenced=_evidence(origin))
    return rows.filter(Q(deleted_at__isnull=False) | Q(version__gt=1) | Q(is_evidenced=True))


def _cleared(origin: Import) -> QuerySet[DirectFigure]:
    """Lines that the import only cleared, and that somebody has stated anew."""
    anew = DirectFigure.objects.alive().filter(_SAME_LINE).exclude(imported_by=origin)
    rows = former_figures(origin).annotate(is_evidenced=_evidence(origin))
    return rows.filter(Exists(anew)).exclude(Exists(stated_figures(origin).filter(_SAME_LINE)))


# Papers --------------------------------------------------------------------------------------------------------------
def _papers(origin: Import) -> list[Issued]:
    """Papers that went out after the import and tell of days that it touched; one that was out before does not."""
    papers = issued(origin.cluster, origin.applied_at) if origin.applied_at else []
    if not papers:
        return []
    days = made_records(origin).values_list("counted_on").union(changed_records(origin).values_list("counted_on"))
    spans = stated_figures(origin).values_list("starts_on", "ends_on")
    touched = [(day, day) for (day,) in days]
    touched += spans.union(former_figures(origin).values_list("starts_on", "ends_on"))
    return [
        paper for paper in papers
        if any(paper.starts_on <= starts_on and ends_on <= paper.ends_on for starts_on, ends_on in touched)
    ]  # fmt: skip
