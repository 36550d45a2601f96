"""Addresses of `dashboards`."""

from django.urls import path

from apps.dashboards.views import inbox, overview

app_name = "dashboards"
urlpatterns = [
    path("inbox/", inbox.inbox, name="inbox"),
    path("c/<slug:cluster>/", overview.cluster, name="cluster"),
    path("c/<slug:cluster>/<slug:period>/", overview.dashboard, name="dashboard"),
    path("c/<slug:cluster>/<slug:period>/overview.xlsx", overview.export, name="export"),
]
