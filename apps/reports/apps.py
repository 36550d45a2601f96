from django.apps import AppConfig


class ReportsConfig(AppConfig):
    name = "apps.reports"
    label = "reports"

    def ready(self) -> None:
        from apps.core import inbox
        from apps.offices.handover import register_pack
        from apps.reports import access, handing_over, opening
        from apps.reports.inbox import items
        from apps.reports.places import register_places

        access.register()
        inbox.register(items)
        register_places()
        opening.register()
        register_pack(handing_over.items)
