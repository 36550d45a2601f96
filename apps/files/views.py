"""One address for every file; 404 for whoever has no link to it."""

from django.http import Http404, HttpRequest, HttpResponseBase
from django.views.decorators.http import require_safe

from apps.accounts.models import User
from apps.files.access import readable
from apps.files.serving import serve


@require_safe
def file(request: HttpRequest, kind: str, pk: int) -> HttpResponseBase:
    link = readable(request.user, kind, pk) if isinstance(request.user, User) else None
    if link is None:
        raise Http404
    return serve(request, link)
