"""Where a page of requests and of the register stands."""

from __future__ import annotations

from django.http import HttpRequest
from django.utils.translation import gettext as _

from apps.campaigns.scope import Scope
from apps.core.page import Crumb, show
from apps.reports.pages.places import address
from apps.reports.views.opening import list_crumb


def place(request: HttpRequest, scope: Scope, title: str, *, below: str = "") -> None:
    """`below`: the page that this one hangs from, `request` or `register`."""
    crumbs = [Crumb(label=scope.cluster.short_name), list_crumb(scope)]
    labels = {"request": _("Request for reports"), "register": _("Register of papers that came in")}
    if below:
        crumbs.append(Crumb(label=labels[below], url=address(scope, below)))
    show(request, title=title, crumbs=crumbs)
