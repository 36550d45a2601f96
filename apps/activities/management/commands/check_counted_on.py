"""`manage.py check_counted_on`: says which records do not count where they should; exits with 1 if there are any."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from apps.activities.actions import records_count_where_they_should
from apps.core.words import day


class Command(BaseCommand):
    help = "Recompute the day on which each record counts, and name those that stand wrong. Changes nothing."

    def handle(self, *args: Any, **options: Any) -> None:
        wrong = records_count_where_they_should()
        for record, expected in wrong:
            self.stdout.write(f"record {record.pk}: counts on {day(record.counted_on)}, expected {day(expected)}")
        if wrong:
            raise CommandError(f"{len(wrong)} records do not count where they should.")
        self.stdout.write("Every record counts where it should.")
