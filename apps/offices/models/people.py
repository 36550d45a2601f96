"""The people of the offices: who belongs where from a day to a day, and who is counted."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Any, cast

import pgtrigger
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import Count, F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from apps.core.audit import audited
from apps.core.fields import NFCCharField
from apps.core.functions import Folded, Span
from apps.core.text import fold, sort_key
from apps.core.triggers import refuse
from apps.offices.enums import EmploymentKind, Gender
from apps.offices.headcount import Headcount, headcount_of
from apps.offices.models.days import days_in_order, valid_on
from apps.offices.models.units import Membership, Office
from apps.offices.roles import roles_of

if TYPE_CHECKING:
    from apps.accounts.models import User


class PersonQuerySet(models.QuerySet["Person"]):
    def at(self, office: Office, on: date) -> PersonQuerySet:
        """Those who belong to an office on a day, by given name."""
        there = Employment.objects.filter(office=office).on(on)
        return self.filter(pk__in=there.values("person"))

    def create_many(self, people: Iterable[Person]) -> list[Person]:
        """Many in one query; writes what `save()` writes."""
        rows = list(people)
        for person in rows:
            person.sort_key = sort_key(person.full_name)
        return self.bulk_create(rows)


@audited()
class Person(models.Model):
    """A person of an office, whether or not they have an account: an identity that stays when they move.

    What a person holds (titles, ratings) hangs on the person, never on the office of the day. `sort_key` has one
    writer: `save()`, and `create_many` for many. Seen by their office, the secretariat and those who decide alone
    (`rules.can_see_people`).
    """

    full_name = NFCCharField(_("full name"), max_length=120)
    sort_key = models.CharField(max_length=600, editable=False, db_collation="C")
    birth_year = models.PositiveSmallIntegerField(_("year of birth"), null=True, blank=True)
    gender = models.CharField(_("gender"), max_length=6, choices=Gender, blank=True)
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    objects = PersonQuerySet.as_manager()

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")
        ordering = ("sort_key", "pk")
        constraints = (
            models.CheckConstraint(condition=~Q(full_name=""), name="person_named"),
            models.CheckConstraint(condition=Q(gender="") | Q(gender__in=Gender.values), name="person_gender_known"),
            models.CheckConstraint(
                condition=Q(birth_year=None) | Q(birth_year__gte=1900, birth_year__lte=2100),
                name="person_birth_year_plausible",
            ),
        )

    def __str__(self) -> str:
        return self.full_name

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.sort_key = sort_key(self.full_name)
        if kwargs.get("update_fields") and "full_name" in kwargs["update_fields"]:
            kwargs["update_fields"] = {*kwargs["update_fields"], "sort_key"}
        super().save(*args, **kwargs)


class EmploymentQuerySet(models.QuerySet["Employment"]):
    def on(self, day: date) -> EmploymentQuerySet:
        return self.filter(valid_on(day))

    def counted(self) -> EmploymentQuerySet:
        """Those in the headcount, the denominator of every rate."""
        return self.filter(is_counted=True)

    def not_counted(self) -> EmploymentQuerySet:
        return self.filter(is_counted=False)

    def named(self, words: str) -> EmploymentQuerySet:
        """Whose name holds these words, with or without accents."""
        return self.alias(folded_name=Folded("person__full_name")).filter(folded_name__contains=fold(words))

    def visible_to(self, user: User) -> EmploymentQuerySet:
        """Rows of the reader's own offices, and those of members of a cluster that they answer for or lead. What began
        after an office left the cluster is no matter of it any more."""
        roles = roles_of(user)
        members = Membership.objects.filter(
            Q(valid_to=None) | Q(valid_to__gte=models.OuterRef("valid_from")),
            cluster__in=roles.viewer_clusters | roles.secretariat_clusters,
            office=models.OuterRef("office"),
        )
        return self.filter(Q(office__in=roles.entering_offices) | Q(models.Exists(members)))

    def headcount(self) -> Headcount:
        """Of these rows (of one day) how many are counted, how many not, and why. One query."""
        rows = self.order_by().values_list("is_counted", "not_counted_because").annotate(people=Count("person"))
        return headcount_of(rows)

    def headcounts(self, offices: Iterable[int], day: date) -> dict[int, Headcount]:
        """By office, on a day; an office of which nobody is known is left out. One query."""
        found: dict[int, list[tuple[bool, str, int]]] = defaultdict(list)
        rows = self.on(day).filter(office__in=set(offices)).order_by()
        for office, *row in rows.values_list("office", "is_counted", "not_counted_because").annotate(n=Count("person")):
            found[office].append((row[0], row[1], row[2]))
        return {office: headcount_of(of_office) for office, of_office in found.items()}


_Entered = models.Manager.from_queryset(EmploymentQuerySet)


class StandingEmployments(_Entered["Employment"]):
    """Leaves out what was removed as a mistake: nobody counts or shows it."""

    def get_queryset(self) -> EmploymentQuerySet:
        return cast(EmploymentQuerySet, super().get_queryset().filter(removal=None))


REMOVED_WITH_ITS_PERSON = pgtrigger.Trigger(
    name="removed_with_its_person",
    when=pgtrigger.Before,
    operation=pgtrigger.Insert | pgtrigger.Update,
    condition=pgtrigger.Q(new__removal__isnull=False),
    func=refuse(
        "NOT EXISTS (SELECT 1 FROM offices_removal r WHERE r.id = NEW.removal_id AND r.person_id = NEW.person_id"
        " AND r.undone_at IS NULL)",
        "employment_removed_with_its_person",
        "an entry is removed by a removal of its own person that stands",
    )
    + " RETURN NEW;",
)


@audited()
class Employment(models.Model):
    """A person belongs to an office from a day to a day, counted in its headcount or not, and then why not.

    One person belongs to one office at a time. Whether one is counted may change: then one row ends and another
    begins in the same office. What was entered by mistake has its `removal` and is left out everywhere (`objects`);
    `entered` has those rows too.
    """

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="employments")
    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="employments")
    kind = models.CharField(_("kind of employment"), max_length=12, choices=EmploymentKind)
    position = NFCCharField(_("position"), max_length=160, blank=True)
    unit = NFCCharField(_("division"), max_length=160, blank=True)
    valid_from = models.DateField(_("from"))
    valid_to = models.DateField(_("to"), null=True, blank=True)
    is_counted = models.BooleanField(_("counted"), default=True)
    not_counted_because = NFCCharField(_("why not counted"), max_length=300, blank=True)
    removal = models.ForeignKey(
        "offices.Removal", on_delete=models.PROTECT, null=True, editable=False, related_name="entries"
    )

    objects = StandingEmployments()
    entered = EmploymentQuerySet.as_manager()

    class Meta:
        verbose_name = _("employment")
        ordering = ("person__sort_key", "person_id", "valid_from")
        constraints = (
            days_in_order("employment"),
            models.CheckConstraint(condition=Q(kind__in=EmploymentKind.values), name="employment_kind_known"),
            models.CheckConstraint(
                condition=Q(is_counted=True, not_counted_because="") | Q(is_counted=False) & ~Q(not_counted_because=""),
                name="employment_not_counted_because",
            ),
            ExclusionConstraint(
                name="employment_one_office_at_a_time",
                expressions=[
                    ("person", RangeOperators.EQUAL),
                    (Span("valid_from", "valid_to"), RangeOperators.OVERLAPS),
                ],
                condition=Q(removal=None),
            ),
        )
        triggers = (REMOVED_WITH_ITS_PERSON,)
        indexes = (models.Index(F("office"), F("valid_from"), name="employment_office_from"),)

    def __str__(self) -> str:
        return f"{self.person} · {self.office}"
