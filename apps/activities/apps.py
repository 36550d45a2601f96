from django.apps import AppConfig
from django.db.models.signals import post_migrate


class ActivitiesConfig(AppConfig):
    name = "apps.activities"
    label = "activities"

    def ready(self) -> None:
        from apps.activities import access, catalogue, inbox, places, sources
        from apps.activities.actions import recounting
        from apps.activities.limits import verified
        from apps.campaigns import windows
        from apps.core.inbox import register

        access.register()
        sources.register()
        places.register()
        register(inbox.items)
        windows.register(recounting.follow)
        post_migrate.connect(catalogue.install, sender=self)
        post_migrate.connect(verified.install, sender=self)
