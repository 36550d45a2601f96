from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _


class HonoursConfig(AppConfig):
    name = "apps.honours"
    label = "honours"

    def ready(self) -> None:
        from apps.core.navigation import NavigationItem, register
        from apps.honours import access, catalogue, holding
        from apps.honours.lineage import pass_on
        from apps.honours.rules import can_read_register
        from apps.offices.holding import register_holds
        from apps.offices.mergers import register_merger
        from apps.offices.place import standing_cluster

        def place(request: HttpRequest) -> str | None:
            cluster = standing_cluster(request)
            if cluster is None or not can_read_register(request.user, cluster):  # type: ignore[arg-type]
                return None
            return reverse("honours:register", args=[cluster.code])

        access.register()
        register_holds(holding.held)
        register(NavigationItem(label=_("Register of commendations"), icon="award", url=place, order=60))
        register_merger(pass_on)
        post_migrate.connect(catalogue.install, sender=self)
