"""Addresses of `pledges`: one list for each part."""

from django.urls import URLPattern

app_name = "pledges"
PLEDGES: list[URLPattern] = []
REGISTRATIONS: list[URLPattern] = []
urlpatterns: list[URLPattern] = [*PLEDGES, *REGISTRATIONS]
