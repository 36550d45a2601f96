from django.apps import AppConfig


class PledgesConfig(AppConfig):
    name = "apps.pledges"
    label = "pledges"

    def ready(self) -> None:
        from apps.pledges import stocks
        from apps.pledges.places import register_places

        register_places()
        stocks.register()
