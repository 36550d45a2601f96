from django.apps import AppConfig


class SummariesConfig(AppConfig):
    name = "apps.summaries"
    label = "summaries"

    def ready(self) -> None:
        from apps.offices.handover import register_pack
        from apps.summaries.handing_over import items
        from apps.summaries.issued import register_papers
        from apps.summaries.places import register_places

        register_places()
        register_papers()
        register_pack(items)
