"""What the database refuses becomes a message at the field it concerns, never a server error."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import IntegrityError, transaction

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

    Explained = tuple[str, str | _StrPromise]


@contextmanager
def explained(messages: Mapping[str, "Explained"]) -> Iterator[None]:
    """Around a write: `{"office_code_key": ("code", _("…"))}` by the constraint's name; "" as field is the whole form.

    Any other violation stays what it is: a fault of the program. The write is undone to a savepoint.
    """
    try:
        with transaction.atomic():
            yield
    except IntegrityError as error:
        diagnosis = getattr(error.__cause__, "diag", None)
        name = getattr(diagnosis, "constraint_name", None) or ""
        if name not in messages:
            raise
        field, message = messages[name]
        raise ValidationError({field or NON_FIELD_ERRORS: [ValidationError(message, code=name)]}) from error
