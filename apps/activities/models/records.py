"""The common table: one row for each thing that was done."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.conf import settings
from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models
from django.db.models import Case, Exists, F, OuterRef, Q, Value, When
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from apps.activities.enums import Kind
from apps.campaigns.models import Conference, Period
from apps.core.audit import audited
from apps.core.fields import NFCCharField, NFCTextField
from apps.core.functions import Folded
from apps.core.text import fold
from apps.offices.models import Cluster, Membership, Office
from apps.offices.roles import roles_of

if TYPE_CHECKING:
    from apps.accounts.models import User


def _windows(cluster: Cluster) -> models.QuerySet[Period]:
    """The cluster's periods in which the row of an outer query counts."""
    return Period.objects.filter(
        cluster=cluster, starts_on__lte=OuterRef("counted_on"), ends_on__gte=OuterRef("counted_on")
    )


def _while_member(cluster: Cluster) -> Exists:
    """As the reading of figures has it: a row counts for the cluster to which its office belongs on that day."""
    memberships = Membership.objects.filter(
        Q(valid_to=None) | Q(valid_to__gte=OuterRef("counted_on")),
        cluster=cluster, office=OuterRef("office_id"), valid_from__lte=OuterRef("counted_on"),
    )  # fmt: skip
    return Exists(memberships)


class ValuesText(models.Func):
    """All values of a JSON object as one text, without their keys."""

    function = "jsonb_path_query_array"
    template = "%(function)s(%(expressions)s, '$.*')::text"
    output_field = models.TextField()


class RecordQuerySet(models.QuerySet["Record"]):
    def alive(self) -> RecordQuerySet:
        return self.filter(deleted_at=None)

    def of(self, cluster: Cluster, offices: list[int] | None = None) -> RecordQuerySet:
        """Rows that the cluster owns, and those of its members (or of some of them), while they are members."""
        members = Q(_while_member(cluster)) if offices is None else Q(_while_member(cluster), office__in=offices)
        return self.filter(Q(cluster=cluster) | members)

    def counted_within(self, starts_on: date, ends_on: date) -> RecordQuerySet:
        return self.filter(counted_on__range=(starts_on, ends_on))

    def visible_to(self, user: User, cluster: Cluster) -> RecordQuerySet:
        """Of the cluster's rows and its members': one's own office's; the cluster's own; every row for its leaders and
        for the secretariat of the year; the others' rows once the cluster's report of the period was published."""
        held = roles_of(user)
        if cluster.pk not in held.cluster_ids:
            return self.none()
        rows = self.of(cluster)
        if cluster.pk in held.viewer_clusters:
            return rows
        years = [year for cluster_id, year in held.secretariat if cluster_id == cluster.pk]
        return rows.filter(
            Q(office__in=held.office_ids)
            | Q(cluster=cluster)
            | Exists(_windows(cluster).filter(Q(published_on__isnull=False) | Q(year__in=years)))
        )

    def restorable_by(self, user: User, cluster: Cluster) -> RecordQuerySet:
        """Deleted rows that the user may bring back: those of the offices for which they enter, and as secretariat of
        the year everybody's. Nobody else learns that a row was there."""
        held = roles_of(user)
        years = [year for cluster_id, year in held.secretariat if cluster_id == cluster.pk]
        return self.filter(
            Q(office__in=held.entering_offices) | Exists(_windows(cluster).filter(year__in=years)),
            deleted_at__isnull=False,
        )

    def open_to(self, user: User, cluster: Cluster) -> RecordQuerySet:
        """What the reader may open: living rows they see, and deleted ones they may bring back."""
        seen = self.visible_to(user, cluster)
        return seen.alive() | seen.restorable_by(user, cluster)

    def matching(self, words: str) -> RecordQuerySet:
        """Search without accents in title, place, note, draft law, beneficiaries, content and what the fields of a kind
        of the cluster's own hold; every word must occur."""
        between = models.Value(" ")
        text = models.functions.Concat(
            "title", between, "place", between, "note", between, "law_consultation__draft__name", between,
            "social_work__beneficiaries", between, "experience__summary", between, "opinions__addressee", between,
            "opinions__report_number", between, "supervision__legal_field", between, "supervision__bodies_named",
            between, ValuesText("defined__values"), output_field=models.TextField(),
        )  # fmt: skip
        rows = self.annotate(folded_text=Folded(text))
        for word in fold(words).split():
            rows = rows.filter(folded_text__contains=word)
        return rows

    def with_overdue(self) -> RecordQuerySet:
        """Annotates opinions sent whose answer is overdue today, under the path by which the detail gives it."""
        answered = sum(
            (Coalesce(F(f"opinions__{name}"), 0) for name in ("resolved", "in_progress", "explained")), start=Value(0)
        )
        late = Q(opinions__due_on__lt=timezone.localdate(), opinions__answered_on=None)
        waiting = Case(When(late, then=F("opinions__sent") - answered), default=0, output_field=models.IntegerField())
        return self.annotate(opinions__overdue=waiting)

    def experience_matching(self, words: str) -> RecordQuerySet:
        """Search of experiences without accents in title, content and presenter; every word must occur in one of them.

        Each word is looked up in the trigram indexes of both tables, so that nothing is read whole.
        """
        told = self.model._default_manager.filter(kind=Kind.EXPERIENCE)
        content, presenter = Folded("experience__summary"), Folded("experience__presenter")
        rows = self
        for word in fold(words).split():
            titles = told.alias(folded_title=Folded("title")).filter(folded_title__contains=word)
            inside = told.alias(folded_content=content, folded_presenter=presenter).filter(
                Q(folded_content__contains=word) | Q(folded_presenter__contains=word)
            )
            rows = rows.filter(pk__in=titles.order_by().values("pk").union(inside.order_by().values("pk")))
        return rows

    def for_list(self, kind: str) -> RecordQuerySet:
        """Everything that a list of one kind shows, in one query."""
        further = {
            Kind.VOTER_MEETING: ("voter_meeting__session",),
            Kind.LAW_CONSULTATION: ("law_consultation__draft",),
            Kind.OPINIONS: ("opinions__session",),
            Kind.DEFINED: ("defined__defined_kind",),
        }
        return self.select_related("office", "host", "conference", kind, *further.get(Kind(kind), ()))

    def counting_evidence(self) -> RecordQuerySet:
        """`evidence_count`: how many files stand on each row, in the same query."""
        evidence = self.model._meta.get_field("evidence").related_model._default_manager
        counted = evidence.filter(record=models.OuterRef("pk"), deleted_at=None).order_by().values("record")
        counted = counted.annotate(count=models.Count("pk")).values("count")
        return self.annotate(evidence_count=models.functions.Coalesce(models.Subquery(counted), 0))

    def with_details(self) -> RecordQuerySet:
        """Everything that a list or a form shows, in one query."""
        return self.select_related(
            "office",
            "cluster",
            "host",
            "conference",
            *(kind.value for kind in Kind),
            "voter_meeting__session__term",
            "law_consultation__draft",
            "opinions__session__term",
            "defined__defined_kind",
        )


@audited()
class Record(models.Model):
    """Something that was done, on a day, by exactly one owner: an office, or the cluster.

    `counted_on` is the day it counts: `starts_on`, or, attached to a conference, that day brought into the conference's
    period. Its only writer is `actions.counted_on`; the check `records_count_where_they_should` recomputes it.
    `version` rises with each change, so that two editors notice each other. Deleting sets `deleted_at`.
    `submission` is the form that was sent: sent twice, it is one record.
    """

    kind = models.CharField(_("kind"), max_length=20, choices=Kind)
    office = models.ForeignKey(
        Office, on_delete=models.PROTECT, null=True, blank=True, related_name="records", verbose_name=_("office")
    )
    cluster = models.ForeignKey(Cluster, on_delete=models.PROTECT, null=True, blank=True, related_name="records")
    host = models.ForeignKey(
        Office,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="hosted_records",
        verbose_name=_("host office"),
    )
    title = NFCCharField(_("title"), max_length=500, blank=True)
    place = NFCCharField(_("place"), max_length=300, blank=True)
    starts_on = models.DateField(_("day"))
    ends_on = models.DateField(_("last day"), null=True, blank=True)
    counted_on = models.DateField(_("counts on"), editable=False)
    people_present = models.PositiveIntegerField(_("people present"), null=True, blank=True)
    conference = models.ForeignKey(
        Conference,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="records",
        verbose_name=_("belongs to the conference"),
    )
    note = NFCTextField(_("note"), blank=True)
    on_behalf = models.BooleanField(_("entered on behalf of the office"), default=False)
    imported_by = models.ForeignKey(
        "activities.Import", on_delete=models.PROTECT, null=True, blank=True, related_name="records"
    )
    submission = models.UUIDField(null=True, blank=True, editable=False)
    version = models.PositiveIntegerField(default=1, editable=False)
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    updated_at = models.DateTimeField(default=timezone.now, editable=False)
    deleted_at = models.DateTimeField(null=True, blank=True, editable=False)
    deleted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, editable=False, related_name="+"
    )

    objects = RecordQuerySet.as_manager()

    class Meta:
        verbose_name = _("record")
        verbose_name_plural = _("records")
        ordering = ("counted_on", "pk")
        indexes = (
            models.Index(
                fields=("office", "kind", "counted_on"), name="record_office_kind_day", condition=Q(deleted_at=None)
            ),
            models.Index(
                fields=("cluster", "kind", "counted_on"),
                name="record_cluster_kind_day",
                condition=Q(deleted_at=None, cluster__isnull=False),
            ),
            GinIndex(OpClass(Folded("title"), name="gin_trgm_ops"), name="record_title_folded"),
        )
        constraints = (
            models.CheckConstraint(condition=Q(kind__in=Kind.values), name="record_kind_known"),
            models.CheckConstraint(
                condition=Q(office__isnull=False, cluster=None) | Q(office=None, cluster__isnull=False),
                name="record_one_owner",
            ),
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(ends_on__gte=F("starts_on")), name="record_days_in_order"
            ),
            models.CheckConstraint(
                condition=Q(conference__isnull=False) | Q(counted_on=F("starts_on")), name="record_counts_on_its_day"
            ),
            models.CheckConstraint(
                condition=Q(deleted_at=None, deleted_by=None) | Q(deleted_at__isnull=False),
                name="record_deleted_by_whom",
            ),
            models.UniqueConstraint(fields=("submission",), name="record_submission_once"),
        )

    def __str__(self) -> str:
        return self.title or str(self.get_kind_display())

    @property
    def kind_label(self) -> str:
        """What the kind is called; one that the cluster defined has a name of its own."""
        if self.kind == Kind.DEFINED:
            return str(self.defined.defined_kind.name)
        return str(self.get_kind_display())

    @property
    def source(self) -> str:
        """The slug of the source of figures (see apps.indicators.sources) that counts the record."""
        return f"defined-{self.defined.defined_kind_id}" if self.kind == Kind.DEFINED else str(self.kind)

    @property
    def detail(self) -> models.Model:
        """The row of the kind's own table."""
        row: models.Model = getattr(self, self.kind)
        return row
