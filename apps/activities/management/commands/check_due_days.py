"""`manage.py check_due_days`: says which batches of opinions lack the law's due day; exits with 1 if there are any."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from apps.activities.actions import batches_without_due_day
from apps.core.words import day


class Command(BaseCommand):
    help = "Recompute the due day by law of each batch of opinions, and name those that have none. Changes nothing."

    def handle(self, *args: Any, **options: Any) -> None:
        wrong = batches_without_due_day()
        for record, expected in wrong:
            self.stdout.write(f"record {record.pk}: no due day, expected {day(expected)}")
        if wrong:
            raise CommandError(f"{len(wrong)} batches of opinions lack their due day.")
        self.stdout.write("Every batch of opinions has the due day that the law gives it.")
