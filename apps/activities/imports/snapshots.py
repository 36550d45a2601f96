"""What an import changes, kept as it was, and put back: whole rows as JSON, in one statement for each table.

The statements are put together from names of our own tables and columns; values go as parameters.
"""

from __future__ import annotations

from collections.abc import Iterable

from django.db import connection, models

from apps.activities.models import DETAILS, DirectFigure, Import, ImportChange, Record

_CHANGES = ImportChange._meta.db_table
_RECORDS = Record._meta.db_table
_FIGURES = DirectFigure._meta.db_table


def keep_records(origin: Import, records: Iterable[int]) -> None:
    """Keeps rows that are about to be changed once: `version` of the change is the one that they will have then."""
    wanted = list(records)
    with connection.cursor() as cursor:
        for kind, model in DETAILS.items():
            cursor.execute(
                f"INSERT INTO {_CHANGES} (origin_id, record_id, version, before)"
                " SELECT %s, r.id, r.version + 1, jsonb_build_object('record', to_jsonb(r), 'detail', to_jsonb(d))"
                f" FROM {_RECORDS} r JOIN {model._meta.db_table} d ON d.record_id = r.id"
                " WHERE r.kind = %s AND r.id = ANY(%s) ORDER BY r.id",
                [origin.pk, kind, wanted],
            )


def _columns(model: type[models.Model], *leave: str) -> list[str]:
    return [
        column
        for field in model._meta.concrete_fields
        if (column := field.column) and not field.primary_key and not field.generated and column not in leave
    ]


def _put_back(model: type[models.Model], part: str, origin: Import, columns: list[str], more: str = "") -> None:
    """A column that did not exist yet when the row was kept stays as it is."""
    table, key = model._meta.db_table, model._meta.pk.column
    former = ", ".join(f'"{column}" = was."{column}"' for column in columns)
    with connection.cursor() as cursor:
        cursor.execute(
            f"UPDATE {table} SET {former}{more}"
            f" FROM (SELECT kept.record_id AS of_record, before.* FROM {table} now"
            f" JOIN {_CHANGES} kept ON kept.record_id = now.{key} AND kept.origin_id = %s AND kept.before ? '{part}'"
            f" CROSS JOIN LATERAL jsonb_populate_record(now, kept.before -> '{part}') before) was"
            f" WHERE {table}.{key} = was.of_record",
            [origin.pk],
        )


def put_back_records(origin: Import) -> None:
    """Every column as it was. The version rises all the same: whoever has the imported state open shall notice."""
    _put_back(Record, "record", origin, _columns(Record, "version"), f", version = {_RECORDS}.version + 1")
    for kind in origin.changes.exclude(record=None).order_by().values_list("record__kind", flat=True).distinct():
        _put_back(DETAILS[kind], "detail", origin, _columns(DETAILS[kind]))


def put_back_figures(origin: Import) -> None:
    """The very rows that the import replaced or withdrew live again."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"UPDATE {_FIGURES} SET deleted_at = NULL, deleted_by_id = NULL,"
            " updated_at = (kept.before ->> 'updated_at')::timestamptz"
            f" FROM {_CHANGES} kept WHERE kept.figure_id = {_FIGURES}.id AND kept.origin_id = %s",
            [origin.pk],
        )
