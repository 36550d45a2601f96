"""What every page of one office's report begins with: the report through the right to see it, and where it stands."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _

from apps.campaigns.closing import is_closed
from apps.campaigns.scope import Scope, scope_of
from apps.core.page import Crumb, show
from apps.offices.models import Office
from apps.reports.expected import expected_offices
from apps.reports.models import Question, Version
from apps.reports.pages.places import address
from apps.reports.pages.steps import Reader
from apps.reports.rules import can_confirm, can_prepare, can_read, can_send
from apps.reports.standing import Standing, standings


@dataclass(frozen=True)
class Opened:
    """`standing` is that of the office; read when it is first asked for."""

    scope: Scope
    office: Office

    @cached_property
    def standing(self) -> Standing:
        return standings(self.scope.period, [self.office])[0]

    @property
    def reads_now(self) -> bool:
        """Also what is not received: see `apps.reports.rules.can_read`. Other members read received versions."""
        return self.scope.reads_all or self.office.pk in self.scope.roles.office_ids

    @property
    def name(self) -> str:
        return str(self.office.short_name_then)  # type: ignore[attr-defined]  # set by expected_offices

    @cached_property
    def reader(self) -> Reader:
        user, period, office = self.scope.user, self.scope.period, self.office
        return Reader(
            prepares=can_prepare(user, period, office),
            sends=can_send(user, period, office),
            confirms=can_confirm(user, period, office),
            secretariat=self.scope.is_secretariat,
            is_closed=is_closed(period, office, timezone.localdate()),
        )

    def url(self, name: str, *more: object) -> str:
        return address(self.scope, name, self.office.code, *more)


def named(scope: Scope, code: str) -> Office:
    """The office of which a report is expected; 404 for all others. One query."""
    found = next((office for office in expected_offices(scope.period) if office.code == code), None)
    if found is None:
        raise Http404
    return found


def opened(request: HttpRequest, cluster: str, period: str, office: str) -> Opened:
    """A report with its drafts. 404 where the reader may not know of it: another member's people, an administrator."""
    scope = scope_of(request, cluster, period)
    own = scope.roles.office_ids
    if not scope.reads_all and (scope.cluster.pk not in scope.roles.member_clusters or not own):
        raise Http404
    found = Opened(scope, named(scope, office))
    if not (scope.reads_all or found.office.pk in own):
        raise Http404
    if not can_read(scope.user, found.standing):
        raise Http404
    return found


def refuse_unless(allowed: bool) -> None:
    if not allowed:
        raise PermissionDenied


def version_of(at: Opened, number: int) -> Version:
    """A version that the reader may see; 404 for all others."""
    rows = Version.objects.visible_to(at.scope.user).filter(report__period=at.scope.period, report__office=at.office)
    found = rows.select_related("report", "sent_by", "received_by", "confirmed_by").filter(number=number).first()
    if found is None:
        raise Http404
    return found


def question_of(at: Opened, pk: int) -> Question:
    rows = Question.objects.filter(report__period=at.scope.period, report__office=at.office)
    found = (
        rows.select_related("report__period__cluster", "report__office", "indicator", "record").filter(pk=pk).first()
    )
    if found is None:
        raise Http404
    return found


def reads_received(scope: Scope) -> bool:
    """Members, of all offices, once the cluster's report of the period was published."""
    return scope.period.published_on is not None and scope.cluster.pk in scope.roles.member_clusters


def list_crumb(scope: Scope) -> Crumb:
    label = _("Offices' reports") if scope.reads_all or reads_received(scope) else _("The office's report")
    return Crumb(label=label, url=address(scope, "list"))


def place(request: HttpRequest, at: Opened, title: str, *, inside: bool = True) -> None:
    """`inside`: a page below the report's own, which then stands in the trail."""
    crumbs = [Crumb(label=at.scope.cluster.short_name), list_crumb(at.scope)]
    if inside:
        crumbs.append(Crumb(label=at.name, url=at.url("report" if at.reads_now else "versions")))
    show(request, title=title, crumbs=crumbs)


def words_of(error: ValidationError) -> str:
    return " ".join(error.messages)
