"""What each connection asks of the database server."""

from django.db import connection


def test_queries_are_not_compiled_by_the_server(db: None) -> None:
    """On by default in PostgreSQL; the figures of one page then took seconds."""
    with connection.cursor() as cursor:
        cursor.execute("SHOW jit")
        assert cursor.fetchone() == ("off",)
