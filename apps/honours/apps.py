from django.apps import AppConfig
from django.db.models.signals import post_migrate


class HonoursConfig(AppConfig):
    name = "apps.honours"
    label = "honours"

    def ready(self) -> None:
        from apps.honours import catalogue

        post_migrate.connect(catalogue.install, sender=self)
