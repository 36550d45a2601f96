"""Where a page of requests and of the register stands."""

from __future__ import annotations

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from apps.campaigns.scope import Scope
from apps.core.page import Crumb, show


def address(scope: Scope, name: str, *more: object) -> str:
    return reverse(f"reports:{name}", args=[scope.cluster.code, scope.period.code, *more])


def place(request: HttpRequest, scope: Scope, title: str, *, below: str = "") -> None:
    """`below`: the page that this one hangs from, `request` or `register`."""
    crumbs = [Crumb(label=scope.cluster.short_name)]
    labels = {"request": _("Request for reports"), "register": _("Register of papers that came in")}
    if below:
        crumbs.append(Crumb(label=labels[below], url=address(scope, below)))
    show(request, title=title, crumbs=crumbs)
