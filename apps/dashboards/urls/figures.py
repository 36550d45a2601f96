"""Addresses of figures. They are named after indicators, but stand up here: a figure's trail reads what is above."""

from django.urls import path

from apps.dashboards.views import figures

app_name = "indicators"
HERE = "c/<slug:cluster>/<slug:period>/figures/"
urlpatterns = [
    path(HERE, figures.index, name="index"),
    path(f"{HERE}<slug:code>/", figures.figure, name="figure"),
    path(f"{HERE}<slug:code>/records.xlsx", figures.export, name="export"),
]
