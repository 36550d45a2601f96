"""The product as it is served, with bench/addresses.py: `gunicorn bench.served`."""

import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "emulation_cluster.settings")

from django.conf import settings
from django.core.wsgi import get_wsgi_application

settings.ROOT_URLCONF = "bench.addresses"
application = get_wsgi_application()
