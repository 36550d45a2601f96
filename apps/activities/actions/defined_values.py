"""What every write of a record of a defined kind passes: its values are checked against the definition as it is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.utils.translation import gettext as _

from apps.activities.defined.values import checked
from apps.activities.enums import Kind
from apps.activities.models import DefinedField, DefinedKind
from apps.offices.models import Cluster


class Definitions:
    """The definitions of one write. Each is held to the end of its transaction, so that it does not change under it."""

    def __init__(self, cluster: Cluster) -> None:
        self.cluster = cluster
        self.held: dict[int, tuple[DefinedKind, list[DefinedField]]] = {}

    def _hold(self, pk: int) -> tuple[DefinedKind, list[DefinedField]]:
        if pk not in self.held:
            kind = DefinedKind.objects.select_for_update(no_key=True).get(pk=pk)
            if kind.cluster_id != self.cluster.pk:
                raise PermissionDenied
            self.held[pk] = kind, list(kind.fields.all())
        return self.held[pk]

    def checked(self, kind: str, detail: Mapping[str, Any], year: int | None = None) -> Mapping[str, Any]:
        """The columns of the detail row. A new record (`year` is given) needs a kind that is in use in its year."""
        if kind != Kind.DEFINED or not detail:
            return detail
        definition, fields = self._hold(detail["defined_kind"].pk)
        if year is not None and not definition.is_used_in(year):
            raise ValidationError(
                _("“%(kind)s” is not in use in %(year)s."), params={"kind": definition.name, "year": year}, code="years"
            )
        return {"defined_kind": definition, "values": checked(fields, detail["values"])}
