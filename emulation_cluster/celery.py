"""The Celery application: tasks are found in each app's `tasks.py`."""

import os

from celery import Celery

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "emulation_cluster.settings")

app = Celery("emulation_cluster")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()
