"""Kinds of record that the secretariat defines for a year or longer, with a few typed fields."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from apps.activities.enums import FieldType, Kind
from apps.activities.models.details import Detail, record_link
from apps.core.audit import audited
from apps.core.fields import NFCCharField, NFCTextField
from apps.offices.models import Cluster


class DefinedKindQuerySet(models.QuerySet["DefinedKind"]):
    def for_cluster(self, cluster: Cluster, year: int) -> DefinedKindQuerySet:
        """Those in use in a year, in order."""
        return self.filter(Q(last_year=None) | Q(last_year__gte=year), cluster=cluster, first_year__lte=year)


@audited()
class DefinedKind(models.Model):
    """A kind of activity of one cluster ("tập huấn", "tin, bài"), in use from `first_year` to `last_year`.

    `code` names it in addresses and as a source of figures; it never changes, nor do the codes of its fields, once a
    record uses them.
    """

    cluster = models.ForeignKey(Cluster, on_delete=models.PROTECT, related_name="defined_kinds")
    code = models.SlugField(_("code"), max_length=40, unique=True)
    position = models.PositiveSmallIntegerField(_("order"), default=0)
    name = NFCCharField(_("name"), max_length=200)
    unit = NFCCharField(_("unit"), max_length=30)
    definition = NFCTextField(_("what counts"))
    first_year = models.PositiveSmallIntegerField(_("from the year"))
    last_year = models.PositiveSmallIntegerField(_("to the year"), null=True, blank=True)
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")

    objects = DefinedKindQuerySet.as_manager()

    class Meta:
        verbose_name = _("the cluster's own kind")
        ordering = ("position", "pk")
        constraints = (
            models.UniqueConstraint(fields=("cluster", "name"), name="defined_kind_name_once"),
            models.CheckConstraint(
                condition=Q(last_year=None) | Q(last_year__gte=F("first_year")), name="defined_kind_years_in_order"
            ),
        )

    def __str__(self) -> str:
        return self.name

    def is_used_in(self, year: int) -> bool:
        return self.first_year <= year and (self.last_year is None or year <= self.last_year)


@audited()
class DefinedField(models.Model):
    """A field of a defined kind. `choices` are its words where it is a CHOICE; `summed` makes an indicator of it."""

    kind = models.ForeignKey(DefinedKind, on_delete=models.CASCADE, related_name="fields")
    code = models.SlugField(_("code"), max_length=40)
    position = models.PositiveSmallIntegerField(_("order"), default=0)
    label = NFCCharField(_("label"), max_length=120)
    type = models.CharField(_("holds"), max_length=10, choices=FieldType)
    required = models.BooleanField(_("must be filled in"), default=False)
    choices = models.JSONField(_("words to choose from"), default=list, blank=True)
    unit = NFCCharField(_("unit"), max_length=30, blank=True)
    summed = models.BooleanField(_("summed up as an indicator"), default=False)

    class Meta:
        verbose_name = _("field of the cluster's own kind")
        ordering = ("position", "pk")
        constraints = (
            models.UniqueConstraint(fields=("kind", "code"), name="defined_field_code_once"),
            models.CheckConstraint(condition=Q(type__in=FieldType.values), name="defined_field_type_known"),
            models.CheckConstraint(
                condition=Q(summed=False) | Q(type__in=[FieldType.NUMBER, FieldType.MONEY]),
                name="defined_field_summed_is_a_number",
            ),
        )

    def __str__(self) -> str:
        return self.label


@audited()
class Defined(Detail):
    """What a record of a defined kind holds: `values` by the codes of its kind's fields, validated on each write.

    Numbers are JSON numbers, days ISO dates, a blank field is absent.
    """

    record = record_link(Kind.DEFINED)
    defined_kind = models.ForeignKey(DefinedKind, on_delete=models.PROTECT, related_name="records")
    values = models.JSONField(default=dict, blank=True)

    class Meta:
        verbose_name = _("the cluster's own kind")

    def changes_in(self, name: str, before: Any, after: Any) -> list[tuple[str, Any, Any]] | None:
        """What the story of a record says of a change of its values: each field that changed, by its label."""
        if name != "values":
            return None
        was, now = before or {}, after or {}
        labels = {field.code: field.label for field in self.defined_kind.fields.all()}
        codes = [code for code in {**was, **now} if was.get(code) != now.get(code)]
        return [(labels.get(code, code), was.get(code), now.get(code)) for code in codes]
