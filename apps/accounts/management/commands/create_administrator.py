"""`manage.py create_administrator`: the first account, opened by a link that is printed once."""

from argparse import ArgumentParser
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.urls import reverse

from apps.accounts import actions
from apps.accounts.models import User


class Command(BaseCommand):
    help = "Create an administrator and print the link with which that person sets a password."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--username", default="quan.tri")
        parser.add_argument("--full-name", default="Quản trị viên")
        parser.add_argument("--address", default="http://localhost:8000", help="where the program is reached")
        parser.add_argument("--if-none", action="store_true", help="do nothing where an account exists already")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["if_none"] and User.objects.exists():
            return
        try:
            with transaction.atomic():
                user = actions.create_user(
                    username=options["username"], full_name=options["full_name"], is_administrator=True, by=None
                )
                token = actions.invite(user=user, by=None)
        except ValidationError as error:
            raise CommandError(" ".join(error.messages)) from error
        link = options["address"].rstrip("/") + reverse("accounts:invitation", args=[token])
        self.stdout.write(f"Administrator “{user.username}”. Set the password (once, within 14 days) at:\n    {link}")
