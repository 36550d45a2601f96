"""{% load closing %}{% closed_notice %}: above a page that offers entry."""

from typing import Any

from django import template

from apps.campaigns.notices import notices
from apps.campaigns.scope import Scope

register = template.Library()


@register.inclusion_tag("campaigns/_closed.html", takes_context=True)
def closed_notice(context: template.Context) -> dict[str, Any]:
    """What the page's own scope says; nothing while its figures are open."""
    scope = getattr(context.get("request"), "scope", None)
    return {"notices": notices(scope) if isinstance(scope, Scope) else []}
