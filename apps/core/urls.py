"""Addresses of `core`."""

from django.contrib.auth.decorators import login_not_required
from django.urls import URLPattern, path
from django.views.decorators.http import require_POST
from django.views.i18n import set_language

from apps.core import views

app_name = "core"
urlpatterns: list[URLPattern] = [
    path("language/", login_not_required(require_POST(set_language)), name="set_language"),
    path("gallery/", views.gallery, name="gallery"),
    path("outbox/", views.outbox, name="outbox"),
    path("outbox/<slug:name>/", views.outbox_letter, name="outbox_letter"),
]
