"""SQL functions of ours, for queries and constraints."""

from typing import Any

from django.contrib.postgres.fields import DateRangeField
from django.db.models import CharField, Func, Value


class Folded(Func):
    """`folded(text)`: lower case without accents. Immutable, so that indexes can use it. Same as `core.text.fold`."""

    function = "folded"
    output_field = CharField()


class Span(Func):
    """The days from one column to another, both included; an empty end is open. For exclusion constraints."""

    function = "DATERANGE"

    def __init__(self, starts_on: str, ends_on: str, **extra: Any) -> None:
        super().__init__(starts_on, ends_on, Value("[]"), output_field=DateRangeField(), **extra)
