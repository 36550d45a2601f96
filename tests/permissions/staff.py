"""People of the offices: their names are for their office, the secretariat and the leaders, who only read."""

from __future__ import annotations

from datetime import date

from apps.offices.models import Employment, Office, Person, Removal
from tests.permissions.places import PLACES, Arguments, Place, World
from tests.permissions.words import LEADER, OFFICE, OTHER, READS_ALL, SECRETARY, Row, may


def _employment(world: World, office: Office) -> Employment:
    key = f"person of {office.code}"
    if key not in world.extra:
        person = Person.objects.create(full_name="Lê Thí Dụ", birth_year=1985)
        world.extra[key] = Employment.objects.create(
            person=person, office=office, kind="civil", valid_from=date(2019, 1, 1)
        )
    found = world.extra[key]
    assert isinstance(found, Employment)
    return found


def _people(attribute: str) -> Place:
    return lambda world: [world.cast.cluster.code, getattr(world.cast, attribute).code]


def _one(attribute: str, *, entry: bool = False, foreign: bool = False) -> Place:
    """`foreign`: a person of another office in this office's address."""

    def arguments(world: World) -> Arguments:
        office = getattr(world.cast, attribute)
        row = _employment(world, world.cast.other_office if foreign else office)
        return [world.cast.cluster.code, office.code, row.person_id, *([row.pk] if entry else [])]

    return arguments


def _removed(attribute: str) -> Place:
    def arguments(world: World) -> Arguments:
        office = getattr(world.cast, attribute)
        key = f"removed in {office.code}"
        if key not in world.extra:
            person = Person.objects.create(full_name="Trần Nhập Nhầm")
            made = Removal.objects.create(person=person, reason="Nhập trùng", removed_by=world.cast.secretary)
            Employment.objects.create(
                person=person, office=office, kind="civil", valid_from=date(2019, 1, 1), removal=made
            )
            world.extra[key] = made.pk
        return [world.cast.cluster.code, office.code, world.extra[key]]

    return arguments


PLACES["own removed entry"] = _removed("office")
PLACES["another's removed entry"] = _removed("other_office")
PLACES["people of own office"] = _people("office")
PLACES["people of another's office"] = _people("other_office")
PLACES["people of an office of another cluster"] = _people("foreign_office")
PLACES["own member of staff"] = _one("office")
PLACES["another's member of staff"] = _one("other_office")
PLACES["a person elsewhere in own office"] = _one("office", foreign=True)
PLACES["own entry of staff"] = _one("office", entry=True)
PLACES["another's entry of staff"] = _one("other_office", entry=True)

KEEPS = may(OFFICE | SECRETARY, refused=LEADER)
OTHER_KEEPS = may(OTHER | SECRETARY, refused=LEADER)
LISTS = ("staff", "staff_export")
FORMS = ("edit_person", "move_person", "end_employment", "set_counted", "remove_person")

STAFF: tuple[Row, ...] = (
    Row("offices:staff_offices", "cluster", get=may(OFFICE | OTHER | READS_ALL)),
    *(
        row
        for name in LISTS
        for row in (
            Row(f"offices:{name}", "people of own office", get=may(OFFICE | READS_ALL)),
            Row(f"offices:{name}", "people of own office", query="q=le", get=may(OFFICE | READS_ALL)),
            Row(f"offices:{name}", "people of another's office", get=may(OTHER | READS_ALL)),
            Row(f"offices:{name}", "people of an office of another cluster"),
        )
    ),
    Row("offices:staff_template", "people of own office", get=KEEPS),
    Row("offices:staff_template", "people of another's office", get=OTHER_KEEPS),
    Row("offices:staff_import", "people of own office", get=KEEPS, post=KEEPS),
    Row("offices:staff_import", "people of another's office", get=OTHER_KEEPS, post=OTHER_KEEPS),
    Row("offices:confirm_staff_import", "people of own office", post=KEEPS, data={"kept": "x"}),
    Row("offices:confirm_staff_import", "people of another's office", post=OTHER_KEEPS, data={"kept": "x"}),
    Row("offices:add_person", "people of own office", get=KEEPS, post=KEEPS),
    Row("offices:add_person", "people of another's office", get=OTHER_KEEPS, post=OTHER_KEEPS),
    Row("offices:staff_person", "own member of staff", get=may(OFFICE | READS_ALL)),
    Row("offices:staff_person", "another's member of staff", get=may(OTHER | READS_ALL)),
    Row("offices:staff_person", "a person elsewhere in own office"),
    *(
        row
        for name in FORMS
        for row in (
            Row(f"offices:{name}", "own member of staff", get=KEEPS, post=KEEPS, data={"on": "31/12/2030"}),
            Row(f"offices:{name}", "another's member of staff", get=OTHER_KEEPS, post=OTHER_KEEPS),
            Row(f"offices:{name}", "a person elsewhere in own office", get=may(frozenset(), refused=LEADER)),
        )
    ),
    Row("offices:correct_entry", "own entry of staff", get=KEEPS, post=KEEPS),
    Row("offices:correct_entry", "another's entry of staff", get=OTHER_KEEPS, post=OTHER_KEEPS),
    Row("offices:remove_entry", "own entry of staff", get=KEEPS, post=KEEPS),
    Row("offices:remove_entry", "another's entry of staff", get=OTHER_KEEPS, post=OTHER_KEEPS),
    Row("offices:undo_removal", "own removed entry", post=KEEPS),
    Row("offices:undo_removal", "another's removed entry", post=OTHER_KEEPS),
)
