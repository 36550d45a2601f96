"""Who states, waits for the others who state the same: so nobody overwrites unseen, and no two wait for each other."""

from __future__ import annotations

from collections.abc import Iterable

from apps.core.locks import hold
from apps.offices.models import Cluster

Stated = tuple[int | None, int]  # the office's id (None: the cluster's own line) and the indicator's


def hold_statements(cluster: Cluster, stated: Iterable[Stated]) -> None:
    """Holds each (owner, indicator) until the end of the transaction, before the first of them is touched.

    Rows cannot stand in for this, because the first statement has none yet.
    """
    hold(
        *(
            f"statement, {f'office {office}' if office else f'cluster {cluster.pk}'}, indicator {indicator}"
            for office, indicator in stated
        )
    )
