"""`manage.py check_recommendations`: supervisions whose counts are not those of their listed recommendations; exits
with 1 if there are any."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from apps.activities.actions import recommendations_counted_wrong


class Command(BaseCommand):
    help = "Count the recommendations of each supervision anew, and name those that say otherwise. Changes nothing."

    def handle(self, *args: Any, **options: Any) -> None:
        wrong = recommendations_counted_wrong()
        for row in wrong:
            said = f"{row.recommendations} recommendations, {row.recommendations_answered} answered"
            self.stdout.write(f"record {row.pk}: says {said}, its list says otherwise")
        if wrong:
            raise CommandError(f"{len(wrong)} supervisions do not count their recommendations.")
        self.stdout.write("Every supervision counts its recommendations.")
