"""Fixtures of every test."""

from pathlib import Path
from typing import Any

import pytest

from tests.cast import Cast, make_cast

pytest_plugins = ["tests.hostile", "tests.databases", "tests.chromium"]


@pytest.fixture(autouse=True)
def plain_static(settings: Any) -> None:
    """Static files by their own names: tests collect none, so there is no manifest to look them up in."""
    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    settings.STORAGES = {**settings.STORAGES, "staticfiles": plain}
    Path(settings.STATIC_ROOT).mkdir(parents=True, exist_ok=True)  # WhiteNoise warns where there is none


@pytest.fixture
def cast(db: None) -> Cast:
    return make_cast()
