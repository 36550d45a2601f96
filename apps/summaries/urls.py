"""Addresses of `summaries`."""

from django.urls import path, register_converter

from apps.summaries.views import building, editing, gathered, papers


class ParagraphConverter:
    """Codes of paragraphs: letters, digits, hyphens and dots."""

    regex = r"[\w.-]+"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


register_converter(ParagraphConverter, "paragraph")

app_name = "summaries"
HERE = "c/<slug:cluster>/<slug:period>/summaries/"
PAPER = f"{HERE}<slug:paper>/"
urlpatterns = [
    path(HERE, papers.index, name="list"),
    path(f"{HERE}typed/", editing.prose, name="prose"),
    path(f"{HERE}gathered/", gathered.page, name="gathered"),
    path(f"{HERE}gathered/copy/", gathered.copy, name="copy_prose"),
    path(PAPER, papers.paper, name="paper"),
    path(f"{PAPER}build/", building.build, name="build"),
    path(f"{PAPER}progress/", building.progress, name="progress"),
    path(f"{PAPER}publish/", building.publish, name="publish"),
    path(f"{PAPER}word/", papers.word, name="word"),
    path(f"{PAPER}pdf/", papers.pdf, name="pdf"),
    path(f"{PAPER}annex/", papers.annex, name="annex"),
    path(f"{PAPER}figures/<slug:code>/", papers.figure, name="figure"),
    path(f"{PAPER}wording/<paragraph:paragraph>/", editing.wording, name="wording"),
    path(f"{PAPER}restore/<paragraph:paragraph>/", editing.restore, name="restore"),
]
