"""Addresses of `files`."""

from django.urls import path

from apps.files import views

app_name = "files"
urlpatterns = [path("files/<slug:kind>/<int:pk>/", views.file, name="file")]
