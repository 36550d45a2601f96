"""The project: settings, addresses, background jobs. Everything of the domain lives in `apps/`."""

from emulation_cluster.celery import app as celery_app

__all__ = ["celery_app"]
