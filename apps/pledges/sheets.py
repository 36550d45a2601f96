"""An office's registrations as they stand: from people, employments and registrations to `registered.Registered`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from django.db.models import OuterRef, Subquery

from apps.honours.models import HonourName
from apps.offices.models import Cluster, Employment, Office
from apps.pledges.models import Registration, RegistrationRound, RegistrationSheet
from apps.pledges.registered import Aim, Collective, LeftOut, Line, Registered


def cut_off(cluster: Cluster, year: int) -> date:
    """As of which day people are counted: as the round says, else the last day of March, when offices register."""
    found = RegistrationRound.objects.filter(cluster=cluster, year=year).values_list("cut_off_on", flat=True).first()
    return found or date(year, 3, 31)


def opens_later(cluster: Cluster, year: int, today: date) -> date | None:
    """The day on which registrations open, where it has not come; None where they are open."""
    rounds = RegistrationRound.objects.filter(cluster=cluster, year=year, opens_on__gt=today)
    return rounds.values_list("opens_on", flat=True).first()


def law_on(year: int) -> date:
    """The day whose law and names apply: dossiers are submitted at the end of the year."""
    return date(year, 12, 31)


def expected(cluster: Cluster, year: int, on: date) -> list[Office]:
    """Offices that register: the members on the cut-off day, in the cluster's order, under their names of that day."""
    return list(Office.objects.members_of(cluster, on, on).named_on(on))


def standing(cluster: Cluster, year: int, offices: Iterable[Office], on: date) -> dict[int, Registered]:
    """By office id, what is registered now. Two queries, however many offices and people.

    Only people counted on the cut-off day have lines: a registration of somebody who has left by then is left out, and
    comes back with them.
    """
    ids = [office.pk for office in offices]
    aims: dict[tuple[int, int], list[Aim]] = defaultdict(list)
    collectives: dict[int, dict[str, list[Aim]]] = defaultdict(lambda: defaultdict(list))
    then = HonourName.objects.filter(honour=OuterRef("honour"), valid_from__lte=law_on(year)).order_by("-valid_from")
    rows = (
        Registration.objects.filter(sheet__cluster=cluster, sheet__year=year, sheet__office__in=ids)
        .annotate(name_then=Subquery(then.values("name")[:1]))
        .order_by("honour__rank", "pk")
        .values_list("sheet__office_id", "person_id", "unit", "honour__code", "name_then", "initiative")
    )
    for office, person, unit, code, name, initiative in rows:
        aim = Aim(code, name or code, initiative)
        if person:
            aims[office, person].append(aim)
        else:
            collectives[office][unit].append(aim)
    people: dict[int, list[Line]] = defaultdict(list)
    left_out: dict[int, list[LeftOut]] = defaultdict(list)
    employed = Employment.objects.filter(office__in=ids).on(on).select_related("person").order_by("person__sort_key")
    for row in employed:
        if row.is_counted:
            held = tuple(aims[row.office_id, row.person_id])
            people[row.office_id].append(Line(row.person_id, row.person.full_name, row.position, row.unit, held))
        else:
            left_out[row.office_id].append(LeftOut(row.person.full_name, row.not_counted_because))
    return {
        office: Registered(
            on, tuple(people[office]),
            tuple(Collective(unit, tuple(found)) for unit, found in sorted(collectives[office].items())),
            tuple(left_out[office]),
        )
        for office in ids
    }  # fmt: skip


def sheet_of(cluster: Cluster, year: int, office: Office) -> RegistrationSheet:
    """The stored sheet, or one that is not stored yet: the first write stores it."""
    found = RegistrationSheet.objects.of_year(cluster, year).filter(office=office).first()
    return found or RegistrationSheet(cluster=cluster, office=office, year=year)
