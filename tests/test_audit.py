"""Every change is written down, whoever makes it and however."""

import pytest
from django.db import InternalError, connection

from apps.core.audit import action
from apps.core.history import entries
from apps.offices.models import Office
from tests.cast import Cast


@action
def rename(*, office: Office, name: str, by: object) -> None:
    Office.objects.filter(pk=office.pk).update(short_name=name)


def test_a_bulk_write_leaves_who_what_before_and_after(cast: Cast) -> None:
    rename(office=cast.office, name="Bạc Liêu mới", by=cast.secretary)
    newest = entries(cast.office)[0]
    assert (newest.who, newest.label, newest.action) == ("Nguyễn Văn Mẫu", "update", "test_audit.rename")
    assert [(change.before, change.after) for change in newest.changes] == [("Bạc Liêu", "Bạc Liêu mới")]


def test_a_raw_write_is_recorded_too(cast: Cast) -> None:
    with connection.cursor() as cursor:
        cursor.execute("UPDATE offices_office SET telephone = '0291' WHERE id = %s", [cast.office.pk])
    assert entries(cast.office)[0].changes[0].after == "0291"


def test_passwords_are_not_in_the_audit(cast: Cast) -> None:
    cast.clerk.set_password("mot-mat-khau-khac")
    cast.clerk.save()
    with connection.cursor() as cursor:
        cursor.execute("SELECT column_name FROM information_schema.columns WHERE table_name = 'accounts_userevent'")
        columns = {name for (name,) in cursor.fetchall()}
    assert "username" in columns
    assert "password" not in columns


def test_events_cannot_be_rewritten(cast: Cast) -> None:
    with connection.cursor() as cursor, pytest.raises(InternalError, match="append_only"):
        cursor.execute("UPDATE offices_officeevent SET short_name = 'khác'")
