"""What of the registrations rests on an entry among the people (a provider of `offices.holding`)."""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models import Q
from django.utils.translation import gettext as _

from apps.offices.holding import Hold, Removing
from apps.pledges.models import Registration, RegistrationSheet
from apps.pledges.places import sheet_url


def held(what: Removing) -> Iterator[Hold]:
    """Registrations of the years that go, as they stand and as they were sent last. Two queries."""
    person = what.person.pk
    sent = Q(current__content__people__contains=[{"person": person}])
    drafts = set(Registration.objects.filter(person=person).values_list("sheet", flat=True))
    rows = RegistrationSheet.objects.filter(Q(pk__in=drafts) | sent).select_related("cluster", "office", "current")
    for sheet in rows.order_by("year", "pk"):
        if not what.takes_year(sheet.office_id, sheet.year):
            continue
        if sheet.current is not None and _registered(sheet, person):
            said = _("registration of %(year)s, sent by %(office)s")
        elif sheet.pk in drafts:
            said = _("registration of %(year)s, %(office)s")
        else:
            continue  # counted then, and registered for nothing: the next sending shows the difference
        url = sheet_url(sheet.cluster, sheet.year, sheet.office)
        yield Hold(said % {"year": sheet.year, "office": sheet.office}, url)


def _registered(sheet: RegistrationSheet, person: int) -> bool:
    assert sheet.current is not None
    return any(line["person"] == person and line["aims"] for line in sheet.current.content["people"])
