"""Locks on what has no row yet."""

from hashlib import blake2b

from django.db import connection


def hold(*keys: str) -> None:
    """Waits until nobody else holds any of `keys`, then holds them to the end of this transaction (advisory locks).

    Whoever needs several holds them in one call: they are taken in one order, so that no two wait for each other. What
    is already held is held again.
    """
    numbers = sorted({int.from_bytes(blake2b(key.encode(), digest_size=8).digest(), signed=True) for key in keys})
    if numbers:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(key) FROM unnest(%s::bigint[]) AS key", [numbers])
