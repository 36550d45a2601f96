"""The indicators of a defined kind: one counts its records, one sums each field that is summed. Their only writer."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from apps.activities.actions.own_indicators import KINDS_FROM, code_for
from apps.activities.defined.sources import source_of
from apps.activities.enums import FieldType
from apps.activities.models import DefinedKind, DirectFigure
from apps.core.words import number, uncapitalised
from apps.indicators.enums import Aggregation
from apps.indicators.models import Indicator

STEP = 50  # places between two kinds: more than a kind has fields


def keep_indicators(kind: DefinedKind) -> None:
    """Makes, changes and takes away, so that they say what the definition says. Repeating it changes nothing."""
    there = {each.measure: each for each in Indicator.objects.filter(source=source_of(kind))}
    fields = {field.code: field for field in kind.fields.all() if field.summed}
    wanted: dict[str, tuple[str, str, str]] = {"": (kind.name, kind.name, kind.unit)}
    for code, field in fields.items():
        unit = field.unit or ("đồng" if field.type == FieldType.MONEY else kind.unit)
        wanted[code] = (f"{kind.name}: {uncapitalised(field.label)}", field.label, unit)
    for code, gone in there.items():
        if code not in wanted:
            gone.delete()
    for place, (code, (name, short_name, unit)) in enumerate(wanted.items()):
        row = there.get(code) or Indicator(
            cluster_id=kind.cluster_id, source=source_of(kind), measure=code,
            aggregation=Aggregation.SUM if code else Aggregation.COUNT,
            code=code_for(
                f"{kind.code} {code}" if code else kind.name, Indicator.objects.values_list("code", flat=True), 60
            ),
        )  # fmt: skip
        row.name, row.short_name, row.unit = name[:200], short_name[:60], unit
        row.definition, row.position = kind.definition, KINDS_FROM + kind.position * STEP + place
        row.first_year, row.last_year = kind.first_year, kind.last_year
        row.save()


def refuse_while_stated(kind: DefinedKind, measure: str) -> None:
    """An indicator for which an office has stated a total cannot go."""
    rows = DirectFigure.objects.filter(indicator__source=source_of(kind), indicator__measure=measure)
    if count := rows.count():
        raise ValidationError(
            _("Figures have been stated for its sum (%(count)s), so it has to stay."),
            params={"count": number(count)}, code="stated",
        )  # fmt: skip


def drop_indicators(kind: DefinedKind) -> None:
    found = Indicator.objects.filter(source=source_of(kind))
    if count := DirectFigure.objects.filter(indicator__in=found).count():
        raise ValidationError(
            _("“%(name)s” cannot be deleted: figures have been stated for it (%(count)s). End it instead."),
            params={"name": kind.name, "count": number(count)}, code="stated",
        )  # fmt: skip
    found.delete()
