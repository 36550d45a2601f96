from django.apps import AppConfig
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _


class CampaignsConfig(AppConfig):
    name = "apps.campaigns"
    label = "campaigns"

    def ready(self) -> None:
        from apps.campaigns import access, handing_over, next_year
        from apps.campaigns.actions import carrying_movements, carrying_year
        from apps.campaigns.frame import describe
        from apps.campaigns.inbox import items
        from apps.core import inbox
        from apps.core.navigation import NavigationItem, register
        from apps.core.page import register_describer
        from apps.offices.handover import register_pack
        from apps.offices.mergers import register_merger
        from apps.offices.place import standing_cluster

        register_describer(describe)
        access.register()
        for source in (carrying_year.periods, carrying_year.conferences, carrying_movements.movements):
            next_year.register_source(source)
        inbox.register(items)
        register_pack(handing_over.items)
        register_merger(handing_over.pass_tasks)
        register_merger(handing_over.pass_drafts)

        def calendar(request: HttpRequest) -> str | None:
            cluster = standing_cluster(request)
            return reverse("campaigns:calendar", args=[cluster.code]) if cluster else None

        def movements(request: HttpRequest) -> str | None:
            cluster = standing_cluster(request)
            return reverse("campaigns:movements_at_hand", args=[cluster.code]) if cluster else None

        register(NavigationItem(label=_("Emulation movements"), icon="award", url=movements, order=20))
        register(NavigationItem(label=_("Calendar"), icon="calendar", url=calendar, order=78, section=_("Set up")))
