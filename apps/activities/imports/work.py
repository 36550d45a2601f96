"""Reading and applying behind the request: asked for, claimed by one worker, finished once, whatever dies meanwhile."""

from __future__ import annotations

import logging
import time
import uuid
from dataclasses import dataclass, field
from datetime import datetime

from celery import current_app
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connection, transaction
from django.db.models import F
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from apps.accounts.models import User
from apps.activities.enums import ImportState
from apps.activities.models import Import
from apps.core.audit import action

log = logging.getLogger(__name__)
MAX_ATTEMPTS = 3
LANGUAGE = "vi"  # of what is kept about the file, whatever the worker speaks
TASKS = {ImportState.READING: "activities.read_import", ImportState.APPLYING: "activities.apply_import"}
_SAID_EVERY = 0.7  # seconds


class ClaimLostError(Exception):
    """The import is no longer this worker's: discarded, or given to another one. Nothing more is written."""


def announce(import_id: int, state: str) -> None:
    """Tells the workers, once the transaction is through. Where no broker answers `resume_imports` does it again."""

    def send() -> None:
        try:
            current_app.send_task(TASKS[ImportState(state)], args=[import_id], retry=False)
        except Exception:
            log.exception("import %s could not be announced; it is announced again within a minute", import_id)

    transaction.on_commit(send)


@dataclass
class Claim:
    """A worker's hold on an import. `tell` says how far it is, and that it lives; others see it at once."""

    import_id: int
    token: uuid.UUID
    told_at: float = field(default_factory=time.monotonic)

    def tell(self, done: int) -> None:
        if time.monotonic() - self.told_at < _SAID_EVERY:
            return
        self.told_at = time.monotonic()
        # Inside the one transaction of applying nobody else would see it: it is said beside that, on a line of its own.
        line = connection.copy() if connection.in_atomic_block else connection
        try:
            with line.cursor() as cursor:
                cursor.execute(
                    "UPDATE activities_import SET done = %s, claimed_at = now() WHERE id = %s AND claim = %s",
                    [done, self.import_id, self.token],
                )
        finally:
            if line is not connection:
                line.close()


def claim(import_id: int, state: ImportState) -> Claim | None:
    """Takes an import that waits, by a conditional UPDATE: of many workers exactly one gets it."""
    token = uuid.uuid4()
    waiting = Import.objects.filter(pk=import_id, state=state, claim=None)
    taken = waiting.update(claim=token, claimed_at=timezone.now(), attempts=F("attempts") + 1)
    return Claim(import_id, token) if taken else None


def reason_of(error: Exception) -> str:
    """Words for the person who imports: our own messages as they are, anything else for the administrator."""
    if isinstance(error, ValidationError):
        return " ".join(error.messages)
    if isinstance(error, PermissionDenied):
        return _("Whoever confirmed this import may no longer enter here. Nothing was written.")
    return _(
        "The program met an error (%(kind)s). Nothing was written. Read the file again; if it fails again, tell the"
        " administrator."
    ) % {"kind": type(error).__name__}


@action
def fail(*, claim: Claim, reason: str, by: User | None = None) -> None:
    """Closes an import that cannot be finished. Applying is one transaction: nothing of it stays."""
    held = Import.objects.filter(pk=claim.import_id, claim=claim.token)
    held.update(state=ImportState.FAILED, claim=None, failure=reason)


@action
def resume_imports(*, now: datetime | None = None, by: User | None = None) -> list[int]:
    """Every minute: imports whose worker died are given anew, after MAX_ATTEMPTS they fail; lost ones are announced.

    Safe to run twice: each row changes by a conditional UPDATE.
    """
    at = now or timezone.now()
    with translation.override(LANGUAGE):
        Import.objects.stalled(at).filter(attempts__gte=MAX_ATTEMPTS).update(
            state=ImportState.FAILED,
            claim=None,
            failure=_("The worker stopped %(count)s times in the middle of this file. Nothing was written.")
            % {"count": MAX_ATTEMPTS},
        )
    requeued = [
        pk
        for pk in Import.objects.stalled(at).values_list("pk", flat=True)
        if Import.objects.stalled(at).filter(pk=pk).update(claim=None, claimed_at=at, done=0)
    ]
    lost = [
        pk
        for pk in Import.objects.unclaimed(at).values_list("pk", flat=True)
        if Import.objects.unclaimed(at).filter(pk=pk).update(claimed_at=at)
    ]
    found = sorted({*requeued, *lost})
    for pk, state in Import.objects.at_work().filter(pk__in=found).values_list("pk", "state"):
        announce(pk, state)
    return found
