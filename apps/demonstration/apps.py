from django.apps import AppConfig


class DemonstrationConfig(AppConfig):
    name = "apps.demonstration"
    label = "demonstration"

    def ready(self) -> None:
        from apps.accounts import shortcuts
        from apps.demonstration import offer

        shortcuts.register(offer.roles)
