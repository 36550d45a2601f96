"""`manage.py catalogues`: bring the translations up to date and compile them; `--check` only says what is missing."""

from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from apps.core import catalogues


class Command(BaseCommand):
    help = "Extract messages into the catalogues and compile them (no GNU gettext needed)."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--check", action="store_true", help="change nothing; fail if a translation is wanting")
        parser.add_argument("--compile", action="store_true", help="only compile what is there")

    def handle(self, *args: Any, **options: Any) -> None:
        root = settings.BASE_DIR
        if options["check"]:
            found = catalogues.problems(root)
            if found:
                raise CommandError(
                    "\n".join(found)
                    + f"\n{len(found)} to do: run `python manage.py catalogues`, then fill in the msgstr."
                )
            self.stdout.write("The catalogues are complete.")
            return
        if not options["compile"]:
            for path in catalogues.update(root):
                self.stdout.write(f"updated {path.relative_to(root)}")
            for line in catalogues.problems(root):
                self.stdout.write(line)
        catalogues.compile_all(root)
