from django.apps import AppConfig
from django.db.models.signals import post_migrate


class HonoursConfig(AppConfig):
    name = "apps.honours"
    label = "honours"

    def ready(self) -> None:
        from apps.honours import catalogue
        from apps.honours.lineage import pass_on
        from apps.offices.mergers import register_merger

        register_merger(pass_on)
        post_migrate.connect(catalogue.install, sender=self)
