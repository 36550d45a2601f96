"""What the sign-in page offers in a demonstration."""

from collections.abc import Sequence

from django.conf import settings
from django.urls import reverse

from apps.accounts.models import User
from apps.accounts.shortcuts import Shortcut
from apps.demonstration.case import ADMINISTRATOR, PEOPLE


def roles() -> Sequence[Shortcut]:
    if not settings.DEMONSTRATION:
        return []
    people = (*PEOPLE, ADMINISTRATOR)
    present = set(
        User.objects.filter(username__in=[person.username for person in people]).values_list("username", flat=True)
    )
    return [
        Shortcut(
            label=person.label,
            note=f"{person.note} · {person.full_name}",
            url=reverse("demonstration:take_role", args=[person.username]),
        )
        for person in people
        if person.username in present
    ]
