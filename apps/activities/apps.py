from django.apps import AppConfig
from django.db.models.signals import post_migrate


class ActivitiesConfig(AppConfig):
    name = "apps.activities"
    label = "activities"

    def ready(self) -> None:
        from apps.activities import catalogue, places, sources

        sources.register()
        places.register()
        post_migrate.connect(catalogue.install, sender=self)
