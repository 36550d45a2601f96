"""`manage.py demonstrate`: the 2019 case of Cluster 9, set up by the same actions as a user. Safe to repeat."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import translation

from apps.demonstration import case, load, promised, register


class Command(BaseCommand):
    help = "Set up the demonstration (DEMONSTRATION=1 only): its accounts share a published password."

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.DEMONSTRATION:
            raise CommandError("The demonstration needs DEMONSTRATION=1, which production settings refuse.")
        done: list[str] = []
        with translation.override("vi"):
            load.set_up(done.append)
            register.fill(done.append)
            promised.pledge(done.append)
            load.take_lists_in(done.append)
            load.type_prose(done.append)
            load.ask_for_papers(done.append)
        for line in done:
            self.stdout.write(f"  + {line}")
        names = ", ".join(person.username for person in (*case.PEOPLE, case.ADMINISTRATOR))
        self.stdout.write(f"The demonstration stands ({len(done) or 'nothing'} new). Accounts: {names}.")
        self.stdout.write(f"Password of each: {case.PASSWORD}")
