from django.apps import AppConfig
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _


class CampaignsConfig(AppConfig):
    name = "apps.campaigns"
    label = "campaigns"

    def ready(self) -> None:
        from apps.campaigns import access, handing_over
        from apps.campaigns.frame import describe
        from apps.core.navigation import NavigationItem, register
        from apps.core.page import register_describer
        from apps.offices.handover import register_pack
        from apps.offices.mergers import register_merger
        from apps.offices.place import standing_cluster

        register_describer(describe)
        access.register()
        register_pack(handing_over.items)
        register_merger(handing_over.pass_tasks)

        def calendar(request: HttpRequest) -> str | None:
            cluster = standing_cluster(request)
            return reverse("campaigns:calendar", args=[cluster.code]) if cluster else None

        register(NavigationItem(label=_("Calendar"), icon="calendar", url=calendar, order=78, section=_("Set up")))
