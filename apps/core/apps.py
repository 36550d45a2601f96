from django.apps import AppConfig
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _


class CoreConfig(AppConfig):
    name = "apps.core"
    label = "core"

    def ready(self) -> None:
        from apps.core.navigation import NavigationItem, register
        from apps.core.outbox import is_kept
        from apps.core.rules import can_read_outbox

        def outbox(request: HttpRequest) -> str | None:
            return reverse("core:outbox") if is_kept() and can_read_outbox(request.user) else None

        register(NavigationItem(label=_("Mails sent"), icon="send", url=outbox, order=88, section=_("Set up")))
