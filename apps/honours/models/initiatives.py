"""Initiatives (sáng kiến) and research topics: whose they are, who recognised them, and what they served."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from apps.core.audit import audited
from apps.core.fields import NFCCharField
from apps.honours.enums import InventionKind, Level
from apps.honours.models.catalogue import Honour, HonourName
from apps.honours.models.decisions import FIRST_YEAR, LAST_YEAR
from apps.honours.models.seen import member_of, people_seen
from apps.honours.models.triggers import SHARES_WITHIN_ALL, USED_BY_AN_AUTHOR
from apps.offices.models import Office, Person
from apps.offices.roles import roles_of

if TYPE_CHECKING:
    from apps.accounts.models import User

AUTHOR = settings.AUTH_USER_MODEL


class InitiativeQuerySet(models.QuerySet["Initiative"]):
    def visible_to(self, user: User) -> InitiativeQuerySet:
        """Those of the reader's office, of members that the reader answers for or leads, and of people who moved."""
        roles = roles_of(user)
        answered = roles.viewer_clusters | roles.secretariat_clusters
        moved = Authorship.objects.filter(people_seen(user)).values("initiative")
        return self.filter(
            Q(office__in=roles.entering_offices) | Q(member_of(answered, "year")) | Q(pk__in=moved)
        )  # fmt: skip


@audited()
class Initiative(models.Model):
    """A new solution, useful and applied at its base in a year, by one or several authors of an office.

    Source: Law 06/2022/QH15 art. 3.4.
    """

    kind = models.CharField(_("kind"), max_length=10, choices=InventionKind, default=InventionKind.INITIATIVE)
    title = NFCCharField(_("title"), max_length=400)
    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="initiatives")
    year = models.PositiveSmallIntegerField(_("year applied"))
    entered_by = models.ForeignKey(AUTHOR, on_delete=models.PROTECT, null=True, related_name="+")
    entered_at = models.DateTimeField(default=timezone.now, editable=False)

    objects = InitiativeQuerySet.as_manager()

    class Meta:
        verbose_name = _("initiative or topic")
        verbose_name_plural = _("initiatives and topics")
        ordering = ("-year", "title", "pk")
        constraints = (
            models.CheckConstraint(condition=Q(kind__in=InventionKind.values), name="initiative_kind_known"),
            models.CheckConstraint(condition=~Q(title=""), name="initiative_titled"),
            models.CheckConstraint(
                condition=Q(year__gte=FIRST_YEAR, year__lte=LAST_YEAR), name="initiative_year_plausible"
            ),
            models.UniqueConstraint(fields=("office", "year", "title"), name="initiative_once"),
        )

    def __str__(self) -> str:
        return self.title


@audited()
class Authorship(models.Model):
    """One author, with the share in percent where it was said. The shares of all are 100 at most."""

    initiative = models.ForeignKey(Initiative, on_delete=models.CASCADE, related_name="authorships")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="authorships")
    share = models.PositiveSmallIntegerField(_("share in percent"), null=True, blank=True)

    class Meta:
        verbose_name = _("author")
        verbose_name_plural = _("authors")
        ordering = ("initiative_id", "person__sort_key", "person_id")
        constraints = (
            models.UniqueConstraint(fields=("initiative", "person"), name="authorship_once"),
            models.CheckConstraint(
                condition=Q(share=None) | Q(share__gte=1, share__lte=100), name="authorship_share_in_percent"
            ),
        )
        triggers = (SHARES_WITHIN_ALL,)

    def __str__(self) -> str:
        return f"{self.person_id} · {self.initiative_id}"


@audited()
class Recognition(models.Model):
    """An initiative's effect was recognised in a scope: base, ministry or province, whole country; once in each."""

    initiative = models.ForeignKey(Initiative, on_delete=models.CASCADE, related_name="recognitions")
    scope = models.CharField(_("scope"), max_length=10, choices=Level)
    body = NFCCharField(_("recognising body"), max_length=200)
    number = NFCCharField(_("number of the decision"), max_length=60)
    signed_on = models.DateField(_("signed on"))
    entered_by = models.ForeignKey(AUTHOR, on_delete=models.PROTECT, null=True, related_name="+")
    entered_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        verbose_name = _("recognition")
        verbose_name_plural = _("recognitions")
        ordering = ("initiative_id", "signed_on", "pk")
        constraints = (
            models.CheckConstraint(condition=Q(scope__in=Level.values), name="recognition_scope_known"),
            models.CheckConstraint(condition=~Q(body="") & ~Q(number=""), name="recognition_decided"),
            models.UniqueConstraint(fields=("initiative", "scope"), name="recognition_once_a_scope"),
        )

    def __str__(self) -> str:
        return f"{self.get_scope_display()} · {self.number}"


class InitiativeUseQuerySet(models.QuerySet["InitiativeUse"]):
    def with_names(self) -> InitiativeUseQuerySet:
        """Adds `honour_name`: as the law of the year calls it."""
        names = HonourName.objects.filter(
            honour=models.OuterRef("honour"), valid_from__year__lte=models.OuterRef("year")
        )
        return self.annotate(honour_name=models.Subquery(names.order_by("-valid_from").values("name")[:1]))


@audited()
class InitiativeUse(models.Model):
    """What an initiative served: one author's one honour of one year, and no other after it.

    Each author uses it once (guidance 5007/BNV-TĐKT 2023, III.5c); whether co-authors share is a local rule.
    """

    initiative = models.ForeignKey(Initiative, on_delete=models.PROTECT, related_name="uses")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="initiative_uses")
    honour = models.ForeignKey(Honour, on_delete=models.PROTECT, related_name="+", verbose_name=_("honour"))
    year = models.PositiveSmallIntegerField(_("year"))
    entered_by = models.ForeignKey(AUTHOR, on_delete=models.PROTECT, null=True, related_name="+")
    entered_at = models.DateTimeField(default=timezone.now, editable=False)

    objects = InitiativeUseQuerySet.as_manager()

    class Meta:
        verbose_name = _("use of an initiative")
        verbose_name_plural = _("uses of initiatives")
        ordering = ("initiative_id", "person_id")
        constraints = (
            models.UniqueConstraint(fields=("initiative", "person"), name="initiative_used_once"),
            models.CheckConstraint(
                condition=Q(year__gte=FIRST_YEAR, year__lte=LAST_YEAR), name="initiative_use_year_plausible"
            ),
        )
        triggers = (USED_BY_AN_AUTHOR,)

    def __str__(self) -> str:
        return f"{self.initiative_id} · {self.year}"
