"""The language of each answer; the context of each change: request id, user, address."""

import uuid
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.middleware.locale import LocaleMiddleware
from django.utils import translation
from pghistory.middleware import HistoryMiddleware


class ChosenLanguageMiddleware(LocaleMiddleware):
    """Vietnamese unless the reader chose otherwise (the cookie): many machines here run a browser set to English."""

    def process_request(self, request: HttpRequest) -> None:
        chosen = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
        known = dict(settings.LANGUAGES)
        translation.activate(chosen if chosen in known else settings.LANGUAGE_CODE)
        request.LANGUAGE_CODE = translation.get_language() or settings.LANGUAGE_CODE


class AuditMiddleware(HistoryMiddleware):
    """Gives each request an id, which is in the audit and in the response header `X-Request-Id`."""

    def get_context(self, request: HttpRequest) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(request)
        context["request_id"] = request.META["HTTP_X_REQUEST_ID"]
        if request.user.is_authenticated:
            context["user_name"] = str(request.user)
        return context

    def __call__(self, request: HttpRequest) -> Any:
        request.META["HTTP_X_REQUEST_ID"] = str(uuid.uuid4())
        response = super().__call__(request)  # type: ignore[no-untyped-call]
        response["X-Request-Id"] = request.META["HTTP_X_REQUEST_ID"]
        return response
