"""What of the register rests on an entry among the people (a provider of `offices.holding`)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from apps.honours.models import Award, Discipline, InitiativeUse, KnownSince, Rating
from apps.honours.models.initiatives import Authorship
from apps.offices.holding import Hold, Removing


def held(what: Removing) -> Iterator[Hold]:
    """Awards, ratings, disciplines of the days that go; of the whole person also initiatives, and from which year on
    the register is complete. Three queries, six for the whole person."""
    person = what.person
    url = reverse("honours:person", args=[what.cluster.code, person.pk])
    for award in Award.objects.filter(person=person).order_by("year", "pk"):
        if what.takes_year(award.office_id, award.year):
            said = _("award: %(honour)s, %(year)s")
            yield Hold(said % {"honour": award.honour_name, "year": award.year}, url)
    for rating in Rating.objects.filter(person=person).order_by("year"):
        if what.takes_year(rating.office_id, rating.year):
            said = _("rating of %(year)s: %(level)s")
            yield Hold(said % {"year": rating.year, "level": rating.get_level_display()}, url)
    for discipline in Discipline.objects.filter(person=person).order_by("valid_from", "pk"):
        if what.takes(discipline.office_id, discipline.valid_from, discipline.valid_to or date.max):
            yield Hold(_("discipline: %(discipline)s") % {"discipline": discipline}, url)
    if not what.whole:
        return
    for authorship in Authorship.objects.filter(person=person).select_related("initiative").order_by("pk"):
        yield Hold(_("author of the initiative “%(title)s”") % {"title": authorship.initiative.title}, url)
    for use in InitiativeUse.objects.filter(person=person).select_related("initiative").order_by("year", "pk"):
        said = _("use of the initiative “%(title)s” in %(year)s")
        yield Hold(said % {"title": use.initiative.title, "year": use.year}, url)
    for known in KnownSince.objects.filter(person=person):
        yield Hold(_("register complete since %(year)s") % {"year": known.year}, url)
