from django.apps import AppConfig


class PledgesConfig(AppConfig):
    name = "apps.pledges"
    label = "pledges"

    def ready(self) -> None:
        from apps.campaigns.next_year import register_source
        from apps.offices.holding import register_holds
        from apps.pledges import access, holding, pledge_places, stocks
        from apps.pledges.actions.carrying_pledges import pledges
        from apps.pledges.places import register_places

        access.register()
        pledge_places.register_places()
        register_places()
        stocks.register()
        register_source(pledges)
        register_holds(holding.held)
