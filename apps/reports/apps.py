from django.apps import AppConfig


class ReportsConfig(AppConfig):
    name = "apps.reports"
    label = "reports"

    def ready(self) -> None:
        from apps.core import inbox
        from apps.reports import access, opening
        from apps.reports.inbox import items
        from apps.reports.places import register_places

        access.register()
        inbox.register(items)
        register_places()
        opening.register()
