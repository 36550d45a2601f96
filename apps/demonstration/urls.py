"""Addresses of `demonstration`."""

from django.urls import URLPattern, path

from apps.demonstration import views

app_name = "demonstration"
urlpatterns: list[URLPattern] = [
    path("demonstration/roles/<str:username>/", views.take_role, name="take_role"),
]
