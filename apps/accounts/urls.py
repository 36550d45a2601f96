"""Addresses of `accounts`."""

from django.urls import URLPattern, path

from apps.accounts import views

app_name = "accounts"
urlpatterns: list[URLPattern] = [
    path("sign-in/", views.sign_in, name="sign_in"),
    path("sign-in/here/", views.sign_in_here, name="sign_in_here"),
    path("sign-out/", views.sign_out, name="sign_out"),
    path("invitations/<str:token>/", views.invitation, name="invitation"),
    path("account/", views.account, name="account"),
    path("account/password/", views.password, name="password"),
]
