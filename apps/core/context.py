"""What base.html needs, on every page. Lazy: a page that does not draw the frame (a part, a download) reads nothing."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from apps.core import navigation
from apps.core.page import page_of


def page(request: HttpRequest) -> dict[str, Any]:
    places = SimpleLazyObject(lambda: navigation.places(request))
    return {
        "page": SimpleLazyObject(lambda: page_of(request)),
        "places": places,
        "phone_places": SimpleLazyObject(lambda: navigation.phone_places(list(places))),
        "languages": settings.LANGUAGES,
        "demonstration": settings.DEMONSTRATION,
    }
