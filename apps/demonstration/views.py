"""One-click roles: only where nothing is real."""

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from apps.accounts.models import User
from apps.accounts.views import enter
from apps.demonstration.case import ADMINISTRATOR, PEOPLE


@login_not_required
@require_POST
def take_role(request: HttpRequest, username: str) -> HttpResponse:
    """Signs in as a person of the case. There is no such page where this is no demonstration."""
    if not settings.DEMONSTRATION or username not in {person.username for person in (*PEOPLE, ADMINISTRATOR)}:
        raise Http404
    user = User.objects.filter(username=username, is_active=True).first()
    if user is None:
        raise Http404
    return enter(request, user, to=request.POST.get("next", ""))
