"""Pages of the house itself."""

from django.conf import settings
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import render
from django.template import engines
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views import csrf
from django.views.decorators.http import require_safe

from apps.core import outbox as mails
from apps.core.gallery import SECTIONS, sample_context
from apps.core.page import Crumb, show
from apps.core.rules import can_open_gallery, can_read_outbox
from apps.core.templatetags.components import ICONS

MAILS_ON_A_PAGE = 50


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


@require_safe
def outbox(request: HttpRequest) -> HttpResponse:
    """Mails that were written to files, the latest first."""
    if not can_read_outbox(request.user):
        raise Http404
    shown = Paginator(mails.names() if mails.is_kept() else [], MAILS_ON_A_PAGE).get_page(request.GET.get("page"))
    show(request, title=_("Mails sent"), crumbs=[Crumb(label=_("The house")), Crumb(label=_("Mails sent"))])
    letters = [letter for name in shown if (letter := mails.letter(name))]
    return render(request, "core/outbox.html", {"shown": shown, "letters": letters, "is_kept": mails.is_kept()})


@require_safe
def outbox_letter(request: HttpRequest, name: str) -> HttpResponse:
    letter = mails.letter(name) if can_read_outbox(request.user) and mails.is_kept() else None
    if letter is None:
        raise Http404
    crumbs = [Crumb(label=_("The house")), Crumb(label=_("Mails sent"), url=reverse("core:outbox"))]
    show(request, title=letter.subject, crumbs=crumbs)
    return render(request, "core/outbox_letter.html", {"letter": letter})


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponseBase:
    """Named in the settings. A script that sent JSON is told in JSON, and can fetch a new token and send again."""
    if request.content_type == "application/json":
        return JsonResponse({"csrf": True}, status=403)
    return csrf.csrf_failure(request, reason=reason)
