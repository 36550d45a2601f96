"""`summarize --cluster CODE --period 2019H1 --out DIR`: figures, sentences, files, without a browser or a worker."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from apps.campaigns.models import Period
from apps.offices.models import Cluster
from apps.summaries import actions
from apps.summaries.enums import BuildState, Paper
from apps.summaries.models import Build, Summary


class Command(BaseCommand):
    help = "Builds the papers of a cluster's period and writes them to a folder."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--cluster", required=True, help="code of the cluster, e.g. cum-9")
        parser.add_argument("--period", required=True, help="2019H1, 2019H2 or 2019")
        parser.add_argument("--out", required=True, type=Path, help="folder for the files; made where missing")
        parser.add_argument("--paper", choices=[*Paper.values, "both"], default="both", help="default: both")

    def handle(self, *args: Any, **options: Any) -> None:
        period = self._period(options["cluster"], options["period"])
        folder: Path = options["out"]
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise CommandError(f"--out {folder}: cannot be written to ({error.strerror}).") from error
        for paper in Paper.values if options["paper"] == "both" else [options["paper"]]:
            for path in self._write(self._built(period, paper), folder):
                self.stdout.write(str(path))

    def _period(self, cluster_code: str, period_code: str) -> Period:
        cluster = Cluster.objects.filter(code=cluster_code).first()
        if cluster is None:
            known = ", ".join(Cluster.objects.values_list("code", flat=True)) or "none"
            raise CommandError(f"--cluster {cluster_code}: no such cluster. Known: {known}.")
        periods = {period.code: period for period in cluster.periods.select_related("cluster")}
        if period_code not in periods:
            known = ", ".join(periods) or "none"
            raise CommandError(f"--period {period_code}: cluster {cluster_code} has no such period. Known: {known}.")
        return periods[period_code]

    def _built(self, period: Period, paper: str) -> Summary:
        """A published paper is written out as it was published; any other is built now."""
        summary = Summary.objects.filter(period=period, paper=paper, published_at__isnull=False).first()
        if summary is None:
            build = actions.request_build(period=period, paper=paper, by=None, start=False)
            actions.run_build(build_id=build.pk)
            build = Build.objects.get(pk=build.pk)
            if build.state == BuildState.FAILED:
                raise CommandError(f"{paper}: {build.reason}")
            if build.state != BuildState.DONE:
                raise CommandError(f"{paper}: a worker is building this paper right now. Try again in a minute.")
            summary = build.summary
        return Summary.objects.select_related("word", "pdf", "annex", "period__cluster").get(pk=summary.pk)

    def _write(self, summary: Summary, folder: Path) -> list[Path]:
        written = []
        for stored, ending in ((summary.word, ".docx"), (summary.pdf, ".pdf"), (summary.annex, "-phu-luc-1.pdf")):
            assert stored is not None  # held by the constraint summary_built_with_files
            path = folder / (actions.building.file_name(summary) + ending)
            with stored.content.open("rb") as content:
                path.write_bytes(content.read())
            written.append(path)
        return written
