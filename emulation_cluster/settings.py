"""All settings, in one file. What differs between installations is read from the environment (docs/operator.md)."""

from pathlib import Path

import django_stubs_ext
import environ
from celery.schedules import crontab
from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import gettext_lazy as _

from emulation_cluster import environment

django_stubs_ext.monkeypatch()  # lets QuerySet[…] and fields take type parameters

BASE_DIR = Path(__file__).resolve().parent.parent
VAR_DIR = environment.folder("VAR_DIR", BASE_DIR / "var")

# Where it runs -------------------------------------------------------------------------------------------------------
DEBUG = environment.flag("DEBUG")
PRODUCTION = environment.flag("PRODUCTION")
# One-click roles on the sign-in page, sample data: never together with production settings.
DEMONSTRATION = environment.flag("DEMONSTRATION")
if PRODUCTION and DEMONSTRATION:
    raise ImproperlyConfigured(
        "PRODUCTION=1 and DEMONSTRATION=1: one-click roles are never offered in production. Unset one."
    )
if PRODUCTION and DEBUG:
    raise ImproperlyConfigured("PRODUCTION=1 and DEBUG=1: debug pages show secrets. Unset DEBUG.")

SECRET_KEY = environment.text("SECRET_KEY") or ("" if PRODUCTION else "not-a-secret-for-development-only-" + "x" * 20)
if not SECRET_KEY:
    raise ImproperlyConfigured(
        "SECRET_KEY is empty: expected 50 random characters. Example: SECRET_KEY=$(openssl rand -hex 32)"
    )
ALLOWED_HOSTS = environment.names("ALLOWED_HOSTS", "" if PRODUCTION else "localhost,127.0.0.1,[::1],testserver")
CSRF_TRUSTED_ORIGINS = environment.names("CSRF_TRUSTED_ORIGINS")
# Where links in mails lead; pages know it from the request.
SITE_URL = environment.text(
    "SITE_URL",
    f"https://{ALLOWED_HOSTS[0].lstrip('.')}"
    if PRODUCTION and ALLOWED_HOSTS
    else f"http://localhost:{environment.text('PORT', '8000')}",
).rstrip("/")

# What it is made of --------------------------------------------------------------------------------------------------
INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "django.forms",
    "csp",
    "crispy_forms",
    "crispy_bootstrap5",
    "django_htmx",
    "pgtrigger",
    "pghistory",
    "apps.core",
    "apps.accounts",
    "apps.files",
    "apps.offices",
    "apps.indicators",
    "apps.campaigns",
    "apps.honours",
    "apps.pledges",
    "apps.activities",
    "apps.reports",
    "apps.summaries",
    "apps.dashboards",
    "apps.demonstration",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "apps.core.middleware.ChosenLanguageMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",  # closed unless a view says otherwise
    "apps.core.middleware.AuditMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
]
ROOT_URLCONF = "emulation_cluster.urls"
WSGI_APPLICATION = "emulation_cluster.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "builtins": ["apps.core.templatetags.components", "apps.core.templatetags.figures"],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "apps.core.context.page",
            ],
        },
    },
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"
CRISPY_ALLOWED_TEMPLATE_PACKS = CRISPY_TEMPLATE_PACK = "bootstrap5"
CRISPY_FAIL_SILENTLY = False
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# Database, broker, cache, files, mail --------------------------------------------------------------------------------
env = environ.Env()
DATABASES = {
    "default": env.db("DATABASE_URL", default="postgres://emulation:emulation@127.0.0.1:5432/emulation_cluster")
}
DATABASES["default"]["CONN_MAX_AGE"] = 60
DATABASES["default"]["CONN_HEALTH_CHECKS"] = True
# The figures of a page are one long query over few rows: compiling it takes seconds, answering it milliseconds.
DATABASES["default"].setdefault("OPTIONS", {}).setdefault("options", "-c jit=off")
if "postgresql" not in str(DATABASES["default"]["ENGINE"]):
    raise ImproperlyConfigured("DATABASE_URL: expected PostgreSQL. Example: postgres://user:password@host:5432/name")
REDIS_URL = environment.text("REDIS_URL", "redis://127.0.0.1:6379/0")
CACHES = {"default": {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": REDIS_URL}}
STORAGES: dict[str, dict[str, object]] = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
MEDIA_ROOT = environment.folder("MEDIA_ROOT", VAR_DIR / "media")
EMAIL_FILE_PATH = str(VAR_DIR / "mail")
if environment.text("EMAIL_URL"):
    vars().update(env.email("EMAIL_URL"))
else:
    EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
DEFAULT_FROM_EMAIL = environment.text("MAIL_FROM", "cum-thi-dua@localhost")
EMAIL_TIMEOUT = 30

STATIC_URL = "/static/"
STATIC_ROOT = VAR_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
STATICFILES_FINDERS = [
    "django.contrib.staticfiles.finders.FileSystemFinder",
    "django.contrib.staticfiles.finders.AppDirectoriesFinder",
    "apps.core.finders.PackagedFinder",
]

# Who signs in --------------------------------------------------------------------------------------------------------
AUTH_USER_MODEL = "accounts.User"
LOGIN_URL = "accounts:sign_in"
LOGIN_REDIRECT_URL = "/"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
SESSION_COOKIE_AGE = 12 * 60 * 60
CSRF_FAILURE_VIEW = "apps.core.views.csrf_failure"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = PRODUCTION
SECURE_HSTS_SECONDS = 31536000 if PRODUCTION else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if PRODUCTION else None
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],  # Bootstrap's form marks are data images
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
        "manifest-src": [SELF],
    },
}

# Language and time ---------------------------------------------------------------------------------------------------
LANGUAGE_CODE = "vi"
LANGUAGES = [("vi", _("Vietnamese")), ("en", _("English"))]
LOCALE_PATHS = [BASE_DIR / "emulation_cluster" / "locale"]
FORMAT_MODULE_PATH = ["emulation_cluster.formats"]
TIME_ZONE = "Asia/Ho_Chi_Minh"
USE_TZ = True
USE_THOUSAND_SEPARATOR = True

# Background jobs -----------------------------------------------------------------------------------------------------
CELERY_BROKER_URL = REDIS_URL
CELERY_TASK_ACKS_LATE = True  # a task may run twice; none is lost with its worker
CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_BROKER_TRANSPORT_OPTIONS = {"visibility_timeout": 600}
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_TIMEZONE = TIME_ZONE
CELERY_TASK_IGNORE_RESULT = True
CELERY_BEAT_SCHEDULE = {
    "build summaries that are due": {"task": "summaries.build_due", "schedule": crontab(hour="5", minute="0")},
    "resume builds whose worker died": {"task": "summaries.resume_stalled", "schedule": 60.0},
    "remind of reports that are due": {"task": "reports.remind", "schedule": crontab(hour="7", minute="30")},
    "resume imports whose worker died": {"task": "activities.resume_imports", "schedule": 60.0},
}
PGHISTORY_APPEND_ONLY = True

# Limits of what is taken in ------------------------------------------------------------------------------------------
WORKBOOK_MAX_BYTES = 10 * 1024 * 1024
WORKBOOK_MAX_UNPACKED_BYTES = 200 * 1024 * 1024
IMPORT_AT_ONCE_ROWS = 2000  # larger workbooks are read and imported by a worker
DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5000  # an answer to registrations has one for each of them
EVIDENCE_MAX_BYTES = 20 * 1024 * 1024  # one file
EVIDENCE_MAX_FILES = 50  # on one line

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name} {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": "INFO"},
}
