"""Addresses of `offices`."""

from django.urls import URLPattern

app_name = "offices"
urlpatterns: list[URLPattern] = []
