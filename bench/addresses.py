"""The product's addresses, and one that does nothing but know who asks: the floor of every sending."""

from django.http import HttpRequest, HttpResponse
from django.urls import path
from django.views.decorators.http import require_POST

from emulation_cluster.urls import urlpatterns as product


@require_POST
def empty(request: HttpRequest) -> HttpResponse:
    """Behind the same middleware: session, token, the signed-in user."""
    return HttpResponse(status=204)


urlpatterns = [path("bench/empty/", empty, name="bench_empty"), *product]
