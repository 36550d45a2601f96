"""A test with real transactions leaves an empty database to the next one."""

import pytest
from django.core.management import call_command
from django.db import InternalError

from apps.accounts.models import User
from apps.indicators.models import Indicator
from apps.offices.models import Office
from tests.cast import make_cast


@pytest.mark.django_db(transaction=True)
def test_nothing_is_left_but_the_catalogues() -> None:
    kept = Indicator.objects.count()
    make_cast()
    history = Office.pgh_event_model.objects  # type: ignore[attr-defined]
    assert history.exists()
    call_command("flush", verbosity=0, interactive=False, reset_sequences=False)
    assert [model.objects.count() for model in (Office, User)] == [0, 0]
    assert not history.exists()
    assert Indicator.objects.count() == kept > 0
    make_cast()
    with pytest.raises(InternalError, match="Cannot update or delete"):  # the triggers work again
        history.all().delete()
