from django.apps import AppConfig


class SummariesConfig(AppConfig):
    name = "apps.summaries"
    label = "summaries"

    def ready(self) -> None:
        from apps.summaries.issued import register_papers
        from apps.summaries.places import register_places

        register_places()
        register_papers()
