"""Who changed what: database triggers write it down, so bulk and raw writes are recorded too."""

from collections.abc import Callable
from contextvars import ContextVar
from functools import wraps
from typing import Any, ParamSpec, TypeVar

import pghistory
from django.db import models, transaction

P = ParamSpec("P")
R = TypeVar("R")
M = TypeVar("M", bound=type[models.Model])


_inside: ContextVar[bool] = ContextVar("inside an action", default=False)


def audited(*, exclude: tuple[str, ...] = ()) -> Callable[[M], M]:
    """Class decorator: each insert, update and delete leaves a row in the model's event table, with the context."""

    def decorate(model: M) -> M:
        tracked: M = pghistory.track(
            pghistory.InsertEvent(),
            pghistory.UpdateEvent(),
            pghistory.DeleteEvent(),
            exclude=list(exclude) or None,
        )(model)
        return tracked

    return decorate


def action(write: Callable[P, R]) -> Callable[P, R]:
    """Decorates a write of `actions.py`: one transaction, and the audit knows its name and its actor (`by=`)."""

    @wraps(write)
    def run(*args: P.args, **kwargs: P.kwargs) -> R:
        actor: Any = kwargs.get("by")
        context = {"action": f"{write.__module__.split('.')[1]}.{write.__name__}"}
        if actor is not None:
            context |= {"user": actor.pk, "user_name": str(actor)}
        if _inside.get():  # a part of another action: what the person did has that one's name
            with transaction.atomic():
                return write(*args, **kwargs)
        token = _inside.set(True)
        try:
            with transaction.atomic(), pghistory.context(**context):
                return write(*args, **kwargs)
        finally:
            _inside.reset(token)

    return run
