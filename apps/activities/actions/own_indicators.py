"""The indicators that a cluster defines for itself and that its offices state: added, changed, ended, continued."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Q
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from apps.accounts.models import User
from apps.activities.models import DirectFigure
from apps.activities.rules import can_define
from apps.core.audit import action
from apps.core.constraints import explained
from apps.core.text import fold
from apps.core.words import number
from apps.indicators.enums import Aggregation
from apps.indicators.models import Indicator
from apps.offices.models import Cluster

STATED_FROM, KINDS_FROM = 10_000, 20_000  # where the cluster's own stand in the order, after the common catalogue
MOST_PLACES = 99
MESSAGES = {
    "indicator_name_once_a_cluster": ("name", gettext_lazy("The cluster has an indicator of this name already.")),
}


def refuse_unless_defining(by: User, cluster: Cluster, year: int) -> None:
    if not can_define(by, cluster, year):
        raise PermissionDenied


def locked(cluster: Cluster) -> None:
    """Definitions of one cluster follow each other: names, codes and places are checked against all others."""
    Cluster.objects.select_for_update(no_key=True).get(pk=cluster.pk)


def mark(*parts: object) -> str:
    """Of a definition as an editor saw it: another mark means that somebody else changed it meanwhile."""
    return hashlib.sha256(repr(parts).encode()).hexdigest()[:16]


def mark_of(indicator: Indicator) -> str:
    names = ("name", "short_name", "unit", "definition", "position", "parent_id", "first_year", "last_year")
    return mark(*(getattr(indicator, name) for name in names))


def refuse_overtaken(seen: str, now: str) -> None:
    if seen and seen != now:
        raise ValidationError(
            _("Somebody else has changed this definition since you opened it. Open it again to see theirs."),
            code="overtaken",
        )


def code_for(name: str, taken: Iterable[str], limit: int = 40) -> str:
    """Letters and digits of a name, beginning with a letter; numbered where another has that code.

    "Tin, bài đăng trên Cổng" → tin_bai_dang_tren_cong.
    """
    words = slugify(fold(name)).replace("-", "_").strip("_")
    base = (words if words[:1].isalpha() else f"c_{words}".rstrip("_"))[:limit].rstrip("_")
    known, code, again = set(taken), base, 1
    while code in known:
        again += 1
        code = f"{base[: limit - len(str(again)) - 1]}_{again}"
    return code


def refuse_taken_names(
    cluster: Cluster, names: Mapping[str, str], *, but: Iterable[int] = (), source: str = ""
) -> None:
    """A name or short name tells indicators apart in imports, so no two of one cluster share one."""
    faults: dict[str, ValidationError] = {}
    others = Indicator.objects.filter(Q(cluster=None) | Q(cluster=cluster)).exclude(pk__in=list(but))
    known: dict[str, Indicator] = {}
    for other in others.exclude(source=source) if source else others:
        known |= {fold(other.name): other, fold(other.short_name): other}
    for field, name in names.items():
        if fold(name) not in known:
            continue
        other = known[fold(name)]
        message = _("“%(name)s” is the name of another indicator, %(other)s. Expected a name of its own.")
        if other.cluster_id is not None and other.last_year is not None:
            message = _("“%(name)s” is the name of %(other)s, in use up to %(year)s. Continue that one instead.")
        params = {"name": name, "other": other.name, "year": other.last_year}
        faults[field] = ValidationError(message, params=params, code="taken")
    if faults:
        raise ValidationError(faults)


def _refuse_foreign(indicator: Indicator, cluster: Cluster) -> None:
    if indicator.cluster_id != cluster.pk or indicator.aggregation != Aggregation.DIRECT:
        raise PermissionDenied


def _refuse_parent(indicator: Indicator, parent: Indicator | None) -> None:
    """Parts stand one step below what they are a part of."""
    if parent is None:
        return
    if parent.cluster_id not in {None, indicator.cluster_id}:
        raise PermissionDenied
    if parent.pk == indicator.pk or parent.parent_id is not None or (indicator.pk and indicator.parts.exists()):
        raise ValidationError(
            {"parent": _("An indicator with parts, or a part of another, cannot be chosen here: parts have no parts.")}
        )


@action
def save_own_indicator(
    *, indicator: Indicator | None = None, cluster: Cluster, year: int, values: Mapping[str, Any], seen: str = "",
    by: User,
) -> Indicator:  # fmt: skip
    """A new indicator of the cluster from `year` on, or a changed one. Its code is made once, from the name.

    `values`: name, short_name, unit, definition, parent, place (1–99) and last_year (None: until it is ended).
    """
    refuse_unless_defining(by, cluster, year)
    locked(cluster)
    row = Indicator(cluster=cluster, aggregation=Aggregation.DIRECT, first_year=year)
    if indicator is not None:
        _refuse_foreign(indicator, cluster)
        row = Indicator.objects.select_for_update().get(pk=indicator.pk)
        refuse_overtaken(seen, mark_of(row))
    refuse_taken_names(cluster, {name: values[name] for name in ("name", "short_name")}, but=[row.pk] if row.pk else [])
    _refuse_parent(row, values["parent"])
    for name in ("name", "short_name", "unit", "definition", "parent", "last_year"):
        setattr(row, name, values[name])
    row.position = STATED_FROM + int(values["place"])
    if not row.pk:
        row.code = code_for(row.name, Indicator.objects.values_list("code", flat=True))
    row.clean_fields()
    with explained(MESSAGES):
        row.save()
    return row


def _stated(indicator: Indicator) -> int:
    return DirectFigure.objects.filter(indicator=indicator).count()


@action
def end_own_indicator(*, indicator: Indicator, cluster: Cluster, year: int, by: User) -> None:
    """In use up to `year`, and no longer. What was stated stays and is read in its years. Repeating it does no harm."""
    refuse_unless_defining(by, cluster, year)
    _refuse_foreign(indicator, cluster)
    Indicator.objects.filter(Q(last_year=None) | Q(last_year__gt=year), pk=indicator.pk, first_year__lte=year).update(
        last_year=year
    )


@action
def continue_own_indicator(*, indicator: Indicator, cluster: Cluster, year: int, by: User) -> None:
    """In use in `year` as well. Repeating it does no harm."""
    refuse_unless_defining(by, cluster, year)
    _refuse_foreign(indicator, cluster)
    Indicator.objects.filter(pk=indicator.pk, last_year__lt=year).update(last_year=year)


@action
def delete_own_indicator(*, indicator: Indicator, cluster: Cluster, year: int, by: User) -> None:
    """Only a definition that nobody used is taken away; otherwise refused with how many figures there are."""
    refuse_unless_defining(by, cluster, year)
    _refuse_foreign(indicator, cluster)
    locked(cluster)
    if stated := _stated(indicator):
        raise ValidationError(
            ngettext(
                "%(count)s figure has been stated for “%(name)s”, so it cannot be deleted. End it instead.",
                "%(count)s figures have been stated for “%(name)s”, so it cannot be deleted. End it instead.",
                stated,
            ),
            params={"count": number(stated), "name": indicator.name}, code="used",
        )  # fmt: skip
    if parts := list(indicator.parts.values_list("name", flat=True)):
        raise ValidationError(
            _("“%(name)s” has parts: %(parts)s. Delete them first."),
            params={"name": indicator.name, "parts": ", ".join(parts)}, code="parts",
        )  # fmt: skip
    Indicator.objects.filter(pk=indicator.pk).delete()
