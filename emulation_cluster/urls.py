"""All addresses, by app. Each app has its own `urls.py`; nothing but includes stands here."""

from django.urls import include, path

urlpatterns = [
    path("", include("apps.core.urls")),
    path("", include("apps.accounts.urls")),
    path("", include("apps.offices.urls")),
    path("", include("apps.campaigns.urls")),
    path("", include("apps.honours.urls")),
    path("", include("apps.pledges.urls")),
    path("", include("apps.activities.urls")),
    path("", include("apps.reports.urls")),
    path("", include("apps.summaries.urls")),
    path("", include("apps.dashboards.urls")),
    path("", include("apps.dashboards.urls.figures")),
    path("", include("apps.dashboards.urls.home")),
    path("", include("apps.demonstration.urls")),
    path("", include("apps.files.urls")),
]
