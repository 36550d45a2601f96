"""Pages of the house itself."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import render
from django.template import engines
from django.utils.translation import gettext as _
from django.views import csrf
from django.views.decorators.http import require_safe

from apps.core.gallery import SECTIONS, sample_context
from apps.core.page import Crumb, show
from apps.core.rules import can_open_gallery
from apps.core.templatetags.components import ICONS


@require_safe
def gallery(request: HttpRequest) -> HttpResponse:
    """Every component in all states, with the line that draws it. 404 for those whom it does not concern."""
    if not can_open_gallery(request.user, demonstration=settings.DEMONSTRATION, debug=settings.DEBUG):
        raise Http404
    show(request, title=_("Gallery of components"), crumbs=[Crumb(label=_("The house")), Crumb(label=_("Gallery"))])
    context = {**sample_context(), "icons": ICONS}
    django = engines["django"]
    sections = [
        (
            section,
            [(example, django.from_string(example.source).render(context, request)) for example in section.examples],
        )
        for section in SECTIONS
    ]
    return render(request, "core/gallery.html", {"sections": sections})


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponseBase:
    """Named in the settings. A script that sent JSON is told in JSON, and can fetch a new token and send again."""
    if request.content_type == "application/json":
        return JsonResponse({"csrf": True}, status=403)
    return csrf.csrf_failure(request, reason=reason)
