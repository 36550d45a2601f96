"""Remembered layouts: saved once, found again by their headings; renamed and deleted by those whose they are."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

from apps.accounts.models import User
from apps.activities.imports.finding import layout_of
from apps.activities.imports.setting import load
from apps.activities.imports.understanding import PARTS_OF_A_DAY, Understanding, columns_of
from apps.activities.models import Mapping
from apps.activities.rules import can_import
from apps.campaigns.models import Period
from apps.core.audit import action
from apps.offices.models import Cluster, Office
from apps.offices.roles import roles_of


@action
def save_mapping(
    *, understanding: Understanding, name: str, cluster: Cluster, period: Period, office: Office | None, by: User
) -> Mapping:
    """Remembers a layout for an office, or for the whole cluster (`office=None`), which only its secretariat does.

    Saved again it replaces what was remembered of the same headings. Refuses fields that the layout does not have.
    """
    held = roles_of(by)
    secretariat = held.is_secretariat(cluster.pk, period.year)
    if not can_import(by, cluster, period.year) or not (secretariat or (office and office.pk in held.entering_offices)):
        raise PermissionDenied
    setting = load(cluster=cluster, period=period, by=by)
    if office is not None and office.pk not in setting.offices:
        raise PermissionDenied
    layout = layout_of(understanding.layout, setting.figures_and_lists)
    if layout is None:
        raise ValidationError(_("Say what the rows of the sheet are."), code="layout")
    known = {"", *columns_of(layout), *PARTS_OF_A_DAY}
    unknown = {*understanding.columns.values(), *understanding.given} - known
    if unknown or len(understanding.columns) < 2:
        raise ValidationError(_("A column is mapped to a field that does not exist. Choose it anew."), code="field")
    side = {"@corner": understanding.corner, "@takes": list(understanding.takes)} if understanding.sideways else {}
    kept, _created = Mapping.objects.update_or_create(
        cluster=cluster, office=office, signature=understanding.signature,
        defaults={
            "name": name.strip() or layout.title, "layout": layout.slug, "columns": understanding.columns,
            "tiers": understanding.tiers, "sideways": understanding.sideways, "words": understanding.words,
            "given": {**understanding.given, **side}, "updated_at": timezone.now(), "updated_by": by,
        },
    )  # fmt: skip
    return kept


def _changeable(mapping_id: int, cluster: Cluster, year: int, by: User) -> Mapping:
    found = Mapping.objects.changeable_by(by, cluster, year).filter(pk=mapping_id).first()
    if found is None:
        raise PermissionDenied
    return found


@action
def rename_mapping(*, mapping_id: int, name: str, cluster: Cluster, year: int, by: User) -> None:
    found = _changeable(mapping_id, cluster, year, by)
    if not name.strip():
        raise ValidationError(_("Give it a name."), code="name")
    found.name = name.strip()[:200]
    found.save(update_fields=["name"])


@action
def forget_mapping(*, mapping_id: int, cluster: Cluster, year: int, by: User) -> None:
    """The next file of that layout is asked about again. Imports that were read by it keep how they were read."""
    _changeable(mapping_id, cluster, year, by).delete()
