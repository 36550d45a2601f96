"""Many triggers in one operation of a migration."""

from typing import Any

from django.apps import apps
from django.db import connection
from django.db.migrations.state import ProjectState

from apps.core.operations import AddTriggers


def installed(table: str) -> set[str]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT tgname FROM pg_trigger WHERE tgrelid = %s::regclass AND NOT tgisinternal", [table])
        return {name for (name,) in cursor.fetchall()}


def test_triggers_are_put_in_and_taken_out(db: None) -> None:
    model: Any = apps.get_model("offices", "Office")
    wanted = [("office", trigger.compile(model)) for trigger in model._meta.triggers]
    names = {trigger.get_pgid(model) for trigger in model._meta.triggers}
    assert len(names) == 3
    assert names <= installed("offices_office")
    operation = AddTriggers(triggers=wanted)
    state = ProjectState.from_apps(apps)
    with connection.schema_editor() as editor:
        operation.database_backwards("offices", editor, state, state)
    assert not names & installed("offices_office")
    with connection.schema_editor() as editor:
        operation.database_forwards("offices", editor, state, state)
    assert names <= installed("offices_office")


def test_the_state_knows_them_as_those_of_single_operations() -> None:
    model: Any = apps.get_model("offices", "Office")
    state = ProjectState.from_apps(apps)
    state.models["offices", "office"].options["triggers"] = []
    wanted = [trigger.compile(model) for trigger in model._meta.triggers]
    AddTriggers(triggers=[("Office", each) for each in wanted]).state_forwards("offices", state)
    assert state.models["offices", "office"].options["triggers"] == wanted
