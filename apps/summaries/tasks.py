"""What workers and beat call. Ids in; the work is in actions."""

import logging

from celery import shared_task

from apps.summaries import actions

log = logging.getLogger(__name__)


@shared_task(name="summaries.build")
def build(build_id: int) -> None:
    log.info("summaries.build %s: %s", build_id, "done" if actions.run_build(build_id=build_id) else "not done here")


@shared_task(name="summaries.build_due")
def build_due() -> None:
    log.info("summaries.build_due: %s", actions.build_due())


@shared_task(name="summaries.resume_stalled")
def resume_stalled() -> None:
    if announced := actions.resume_stalled():
        log.info("summaries.resume_stalled: %s", announced)
