"""On which cluster a page stands, loaded once for a request. Pages of a period have `scope_of` of the calendar."""

from __future__ import annotations

from django.http import Http404, HttpRequest

from apps.accounts.models import User
from apps.offices.models import Cluster, ClusterQuerySet


def cluster_of(request: HttpRequest, code: str) -> Cluster:
    """The cluster that an address names; 404 where there is none, or none that the reader may know of."""
    found = clusters_of(request).filter(code=code).first()
    if found is None:
        raise Http404
    request.cluster = found  # type: ignore[attr-defined]
    return found


def clusters_of(request: HttpRequest) -> ClusterQuerySet:
    user = request.user
    return Cluster.objects.visible_to(user) if isinstance(user, User) else Cluster.objects.none()


def standing_cluster(request: HttpRequest) -> Cluster | None:
    """The cluster of this page; on a page of none (one's account, the list) the reader's only one."""
    scope = getattr(request, "scope", None)
    found = getattr(request, "cluster", None) or getattr(scope, "cluster", None)
    if isinstance(found, Cluster):
        return found
    if not hasattr(request, "only_cluster"):
        first = list(clusters_of(request)[:2])
        request.only_cluster = first[0] if len(first) == 1 else None  # type: ignore[attr-defined]
    return request.only_cluster  # type: ignore[attr-defined, no-any-return]
