"""The kinds that a cluster defines: added, changed as far as their records allow, ended, continued."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from apps.accounts.models import User
from apps.activities.actions.kind_indicators import drop_indicators, keep_indicators, refuse_while_stated
from apps.activities.actions.own_indicators import (
    MESSAGES as INDICATOR_MESSAGES,
)
from apps.activities.actions.own_indicators import (
    code_for,
    locked,
    mark,
    refuse_overtaken,
    refuse_taken_names,
    refuse_unless_defining,
)
from apps.activities.defined.sources import source_of
from apps.activities.enums import SUMMABLE, FieldType, Kind
from apps.activities.models import Defined, DefinedField, DefinedKind
from apps.core.audit import action
from apps.core.constraints import explained
from apps.core.text import fold, nfc
from apps.core.words import number
from apps.offices.models import Cluster

MOST_FIELDS, MOST_CHOICES, LONGEST_CHOICE = 12, 30, 100
# What every list has: a field of the same name could not be told from it.
EVERY_LIST = frozenset({
    "stt", "tt", "van phong", "don vi", "ngay", "thoi gian", "noi dung", "dia diem", "gan voi hoi nghi", "ghi chu",
})  # fmt: skip
TAKEN_CODES = frozenset({*Kind.values, "experiences", "export", "new"})
MESSAGES = {"defined_kind_name_once": ("name", gettext_lazy("The cluster has a kind of this name already."))}


@dataclass(frozen=True, kw_only=True)
class FieldWish:
    """A field as it shall be; without `code` it is a new one."""

    code: str = ""
    label: str
    type: str
    required: bool = False
    choices: tuple[str, ...] = ()
    unit: str = ""
    summed: bool = False


def mark_of_kind(kind: DefinedKind) -> str:
    names = ("code", "label", "type", "required", "choices", "unit", "summed", "position")
    own = [kind.name, kind.unit, kind.definition, kind.position, kind.first_year, kind.last_year]
    return mark(own, [[getattr(each, name) for name in names] for each in kind.fields.all()])


def _refuse_badly_made(wishes: Sequence[FieldWish]) -> None:
    faults: list[str] = []
    if len(wishes) > MOST_FIELDS:
        faults.append(_("%(count)s fields are too many; expected at most %(most)s.") % {
            "count": len(wishes), "most": MOST_FIELDS,
        })  # fmt: skip
    labels = [fold(wish.label) for wish in wishes]
    for wish, label in zip(wishes, labels, strict=True):
        if label in EVERY_LIST:
            faults.append(_("“%(label)s” stands in every list already; choose another label.") % {"label": wish.label})
        if labels.count(label) > 1:
            faults.append(_("“%(label)s” is there twice; each field needs a label of its own.") % {"label": wish.label})
        if wish.type == FieldType.CHOICE:
            faults += _bad_choices(wish)
        if wish.summed and wish.type not in SUMMABLE:
            faults.append(_("“%(label)s” cannot be summed; only numbers and amounts can.") % {"label": wish.label})
    if faults:
        raise ValidationError(list(dict.fromkeys(faults)))


def _bad_choices(wish: FieldWish) -> list[str]:
    words = [fold(word) for word in wish.choices]
    if not 2 <= len(words) <= MOST_CHOICES:
        return [_("“%(label)s” needs from 2 to %(most)s words to choose from, one on each line.") % {
            "label": wish.label, "most": MOST_CHOICES,
        }]  # fmt: skip
    if len(set(words)) < len(words):
        return [_("“%(label)s” offers a word twice.") % {"label": wish.label}]
    return [
        _("“%(word)s…” is too long; expected at most %(limit)s characters.") % {"word": w[:30], "limit": LONGEST_CHOICE}
        for w in wish.choices
        if len(w) > LONGEST_CHOICE
    ]


def _used(kind: DefinedKind, **condition: Any) -> int:
    """Deleted records count: they may come back."""
    return Defined.objects.filter(defined_kind=kind, **condition).count()


def _held_back(count: int, text: str, **params: Any) -> str:
    records = ngettext("%(count)s record uses it", "%(count)s records use it", count) % {"count": number(count)}
    return text % {**params, "records": records}


def _refuse_what_records_use(kind: DefinedKind, wishes: Sequence[FieldWish]) -> None:
    """Labels, order and definitions change always; a type, or a field or a word that goes, only while no record has it;
    what becomes necessary, only where no record lacks it."""
    wished = {wish.code: wish for wish in wishes if wish.code}
    faults = []
    for field in kind.fields.all():
        wish, has = wished.get(field.code), {"values__has_key": field.code}
        if wish is None or wish.type != field.type:
            if count := _used(kind, **has):
                text = _("“%(label)s” cannot be removed: %(records)s.") if wish is None else _(
                    "“%(label)s” cannot hold something else: %(records)s."
                )  # fmt: skip
                faults.append(_held_back(count, text, label=field.label))
            continue
        for word in set(field.choices) - set(wish.choices):
            if count := _used(kind, **{f"values__{field.code}": word}):
                faults.append(_held_back(count, _("The word “%(word)s” cannot go: %(records)s."), word=word))
        if wish.required and not field.required and field.type != FieldType.YES:
            faults += _lacking(field.label, _used(kind) - _used(kind, **has))
    for wish in wishes:
        if not wish.code and wish.required and wish.type != FieldType.YES:
            faults += _lacking(wish.label, _used(kind))
    if faults:
        raise ValidationError(faults)


def _lacking(label: str, count: int) -> list[str]:
    if not count:
        return []
    return [
        ngettext(
            "“%(label)s” cannot be required: %(count)s record has nothing there.",
            "“%(label)s” cannot be required: %(count)s records have nothing there.",
            count,
        )
        % {"label": label, "count": number(count)}
    ]


def _refuse_foreign(kind: DefinedKind, cluster: Cluster) -> None:
    if kind.cluster_id != cluster.pk:
        raise PermissionDenied


@action
def save_kind(
    *, kind: DefinedKind | None = None, cluster: Cluster, year: int, values: Mapping[str, Any],
    fields: Sequence[FieldWish], seen: str = "", by: User,
) -> DefinedKind:  # fmt: skip
    """A new kind of the cluster from `year` on, or a changed one, with its fields in order and its indicators.

    `values`: name, unit, definition, place (1–99) and last_year (None: until it is ended).
    """
    refuse_unless_defining(by, cluster, year)
    locked(cluster)
    row = DefinedKind(cluster=cluster, first_year=year, created_by=by)
    if kind is not None:
        _refuse_foreign(kind, cluster)
        row = DefinedKind.objects.select_for_update().get(pk=kind.pk)
        refuse_overtaken(seen, mark_of_kind(row))
    _refuse_badly_made(fields)
    refuse_taken_names(cluster, {"name": values["name"]}, source=source_of(row) if row.pk else "")
    if row.pk:
        _refuse_what_records_use(row, fields)
    row.name, row.unit, row.definition = values["name"], values["unit"], values["definition"]
    row.position, row.last_year = int(values["place"]), values["last_year"]
    if not row.pk:
        row.code = code_for(row.name, {*TAKEN_CODES, *DefinedKind.objects.values_list("code", flat=True)})
    row.clean_fields(exclude=["created_by"])
    with explained(MESSAGES):
        row.save()
    _write_fields(row, fields)
    with explained(INDICATOR_MESSAGES):
        keep_indicators(row)
    return row


def _write_fields(kind: DefinedKind, wishes: Sequence[FieldWish]) -> None:
    known = {field.code: field for field in kind.fields.all()}
    if foreign := {wish.code for wish in wishes if wish.code} - set(known):
        raise PermissionDenied(foreign)
    kept = {wish.code for wish in wishes}
    for code, field in known.items():
        if code not in kept:
            refuse_while_stated(kind, code)
            field.delete()
    for position, wish in enumerate(wishes, start=1):
        field = known.get(wish.code) or DefinedField(kind=kind, code=code_for(wish.label, known))
        known[field.code] = field
        if field.summed and not wish.summed:
            refuse_while_stated(kind, field.code)
        field.position, field.label, field.type = position, nfc(wish.label), wish.type
        field.required, field.unit, field.summed = wish.required, nfc(wish.unit), wish.summed
        field.choices = [nfc(word) for word in wish.choices] if wish.type == FieldType.CHOICE else []
        field.clean_fields()
        field.save()


@action
def end_kind(*, kind: DefinedKind, cluster: Cluster, year: int, by: User) -> None:
    """In use up to `year`, and no longer; its records stay and are read in their years. Repeating it does no harm."""
    refuse_unless_defining(by, cluster, year)
    _refuse_foreign(kind, cluster)
    later = Q(last_year=None) | Q(last_year__gt=year)
    DefinedKind.objects.filter(later, pk=kind.pk, first_year__lte=year).update(last_year=year)
    keep_indicators(DefinedKind.objects.get(pk=kind.pk))


@action
def continue_kind(*, kind: DefinedKind, cluster: Cluster, year: int, by: User) -> None:
    """In use in `year` as well. Repeating it does no harm."""
    refuse_unless_defining(by, cluster, year)
    _refuse_foreign(kind, cluster)
    DefinedKind.objects.filter(pk=kind.pk, last_year__lt=year).update(last_year=year)
    keep_indicators(DefinedKind.objects.get(pk=kind.pk))


@action
def delete_kind(*, kind: DefinedKind, cluster: Cluster, year: int, by: User) -> None:
    """Only a kind that nobody used is taken away; otherwise refused with how many records there are."""
    refuse_unless_defining(by, cluster, year)
    _refuse_foreign(kind, cluster)
    locked(cluster)
    row = DefinedKind.objects.select_for_update().get(pk=kind.pk)
    if count := _used(row):
        raise ValidationError(
            _held_back(count, _("“%(name)s” cannot be deleted: %(records)s. End it instead."), name=row.name),
            code="used",
        )
    drop_indicators(row)
    row.delete()
