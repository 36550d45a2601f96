"""Locks on what has no row yet."""

from hashlib import blake2b

from django.db import connection


def hold(key: str) -> None:
    """Waits until nobody else holds `key`, then holds it to the end of this transaction (an advisory lock)."""
    number = int.from_bytes(blake2b(key.encode(), digest_size=8).digest(), signed=True)
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [number])
