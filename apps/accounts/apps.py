from django.apps import AppConfig
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _


class AccountsConfig(AppConfig):
    name = "apps.accounts"
    label = "accounts"

    def ready(self) -> None:
        from apps.core.navigation import NavigationItem, register

        def account(request: HttpRequest) -> str | None:
            return reverse("accounts:account") if request.user.is_authenticated else None

        register(NavigationItem(label=_("My account"), icon="person", url=account, order=90, section=_("Set up")))
