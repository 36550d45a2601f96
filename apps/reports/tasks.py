"""What beat calls. The work is in actions."""

from __future__ import annotations

import logging
from typing import Any

from celery import shared_task
from django.utils import timezone

from apps.reports.actions import reminders

log = logging.getLogger(__name__)
AGAIN_AFTER = 15 * 60  # seconds


@shared_task(name="reports.remind", bind=True, max_retries=8)
def remind(self: Any) -> None:
    """Daily. Mails that failed are tried again in a quarter of an hour, and the next days."""
    done = reminders.remind(at=timezone.now())
    log.info("reports.remind: %s mails sent, %s failed", done.sent, done.failed)
    if done.failed:
        raise self.retry(countdown=AGAIN_AFTER)
