"""What workers and beat call. Ids in; the work is in `imports`."""

import logging

from celery import shared_task

from apps.activities import imports

log = logging.getLogger(__name__)


@shared_task(name="activities.read_import")
def read_import(import_id: int) -> None:
    log.info("activities.read_import %s: %s", import_id, "done" if imports.run_reading(import_id) else "not done here")


@shared_task(name="activities.apply_import")
def apply_import(import_id: int) -> None:
    log.info(
        "activities.apply_import %s: %s", import_id, "done" if imports.run_applying(import_id) else "not done here"
    )


@shared_task(name="activities.resume_imports")
def resume_imports() -> None:
    if announced := imports.resume_imports():
        log.info("activities.resume_imports: %s", announced)
