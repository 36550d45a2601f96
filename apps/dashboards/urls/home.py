"""The first page. It has no namespace: `home` is where signing in leads."""

from django.urls import path

from apps.dashboards.views import overview

urlpatterns = [path("", overview.home, name="home")]
