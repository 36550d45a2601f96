"""The register: read by members, leaders and the secretariat; entered by offices for themselves, by the secretariat for
all. What people hold is seen by their office, the secretariat and leaders; what offices hold, by the whole cluster.

Bạc Liêu (own) and Hậu Giang (another's) each have a person with an award, an initiative and a discipline, by decisions
that the two offices entered themselves.
"""

from __future__ import annotations

from datetime import date

from apps.files.actions import store
from apps.honours import actions
from apps.honours.actions import Line
from apps.honours.enums import DisciplineKind
from apps.honours.models import Award, AwardSheet, Decision, Discipline, Honour, Initiative, Recognition
from apps.offices.enums import EmploymentKind
from apps.offices.models import Employment, Office, Person
from tests.permissions.places import PLACES, Arguments, Place, World
from tests.permissions.words import ADMINISTRATOR, KNOW_THE_CLUSTER, LEADER, OFFICE, OTHER, SECRETARY, Row, may

DAY = date(2020, 1, 15)
NUMBER = {"own": "1", "another's": "2"}


def _office(world: World, whose: str) -> Office:
    return world.cast.office if whose == "own" else world.cast.other_office


def _person(world: World, whose: str) -> Person:
    office, name = _office(world, whose), f"Lý Thị {NUMBER[whose]}"
    found = Person.objects.filter(full_name=name).first()
    if found is None:
        found = Person.objects.create(full_name=name)
        Employment.objects.create(
            person=found, office=office, kind=EmploymentKind.CIVIL_SERVANT, valid_from=date(2017, 1, 1)
        )
    return found


def _award(world: World, whose: str) -> Award:
    known = Award.objects.filter(decision__number=NUMBER[whose], decision__body="Văn phòng").first()
    if known:
        return known
    office, by = _office(world, whose), world.cast.clerk if whose == "own" else world.cast.other
    line = Line(honour=Honour.objects.get(code="ldtt"), year=2019, person=_person(world, whose), office=office)
    values = {"number": NUMBER[whose], "symbol": "QĐ-VP", "signed_on": DAY, "body": "Văn phòng"}
    recorded = actions.record_decision(cluster=world.cast.cluster, office=office, values=values, lines=[line], by=by)
    Decision.objects.filter(pk=recorded.decision.pk).update(
        scan=store(content=NUMBER[whose].encode(), name="quyet-dinh.pdf", content_type="application/pdf", by=None)
    )
    return recorded.made[0]


def _initiative(world: World, whose: str) -> Initiative:
    person = _person(world, whose)
    made, _created = Initiative.objects.get_or_create(
        title=f"Sáng kiến {whose}", office=_office(world, whose), year=2019
    )
    made.authorships.get_or_create(person=person)
    return made


def _recognition(world: World, whose: str) -> Recognition:
    made, _created = Recognition.objects.get_or_create(
        initiative=_initiative(world, whose), scope="base",
        defaults={"body": "Hội đồng", "number": "1", "signed_on": date(2019, 12, 1)},
    )  # fmt: skip
    return made


def _discipline(world: World, whose: str) -> Discipline:
    made, _created = Discipline.objects.get_or_create(
        person=_person(world, whose), office=_office(world, whose), kind=DisciplineKind.REPRIMAND,
        valid_from=date(2019, 3, 1), defaults={"decision": "QĐ 1"},
    )  # fmt: skip
    return made


def _sheet(world: World, whose: str) -> AwardSheet:
    by = world.cast.clerk if whose == "own" else world.cast.other
    known = AwardSheet.objects.filter(uploaded_by=by).first()
    if known:
        return known
    from apps.core.workbook import Sheet, workbook
    from apps.honours.sheets.columns import HEADINGS

    headings = [str(each) for each in HEADINGS.values()]
    book = workbook(Sheet(name="A", title="A", headings=headings, rows=[["", "Bạc Liêu", "", "x"]]))
    kept = store(content=book, name="khen.xlsx", content_type="application/octet-stream", by=None)
    office = _office(world, whose)
    return AwardSheet.objects.create(
        cluster=world.cast.cluster, office=office, file=kept, name="k.xlsx", uploaded_by=by
    )


def _places(whose: str) -> dict[str, Place]:
    def at(world: World, *more: object) -> Arguments:
        return [world.cast.cluster.code, *more]

    return {
        "office's register": lambda world: at(world, _office(world, whose).pk),
        "office's year": lambda world: at(world, _person(world, whose).employments.get().office_id, 2019),
        "person held": lambda world: at(world, _person(world, whose).pk),
        "award": lambda world: at(world, _award(world, whose).pk),
        "decision": lambda world: at(world, _award(world, whose).decision_id),
        "decision's scan": lambda world: ["award-decision", _award(world, whose).decision_id],
        "initiative": lambda world: at(world, _initiative(world, whose).pk),
        "recognition": lambda world: at(world, _initiative(world, whose).pk, _recognition(world, whose).pk),
        "discipline": lambda world: at(world, _discipline(world, whose).pk),
        "sheet": lambda world: at(world, _sheet(world, whose).pk),
    }


for _whose in NUMBER:
    for _name, _place in _places(_whose).items():
        PLACES[f"{_whose} {_name}"] = _place

READERS = SECRETARY | OFFICE | OTHER | LEADER
READ = may(READERS, refused=ADMINISTRATOR)
ENTER = may(SECRETARY | OFFICE | OTHER, refused=LEADER | ADMINISTRATOR)
SEES = {"own": SECRETARY | OFFICE | LEADER, "another's": SECRETARY | OTHER | LEADER}
ENTERS = {"own": SECRETARY | OFFICE, "another's": SECRETARY | OTHER}
MINE = {"own": frozenset({"clerk"}), "another's": OTHER}
LINES = {"line-TOTAL_FORMS": "0", "line-INITIAL_FORMS": "0", "line-MIN_NUM_FORMS": "0", "line-MAX_NUM_FORMS": "500"}


def _of(whose: str) -> tuple[Row, ...]:
    sees, enters = SEES[whose], ENTERS[whose]
    person = may(sees, refused=ADMINISTRATOR)
    written = may(enters, refused=(sees - enters) | ADMINISTRATOR)
    anybody = may(enters, refused=KNOW_THE_CLUSTER - enters)
    mine = MINE[whose]
    return (
        Row("honours:office", f"{whose} office's register", get=READ),
        Row("honours:known_office", f"{whose} office's register", post=anybody, data={"year": "2018"}),
        Row("honours:rating_grid", f"{whose} office's year", get=person, post=written),
        Row("honours:person", f"{whose} person held", get=person),
        Row(
            "honours:known_person", f"{whose} person held",
            post=may(enters, refused=LEADER | ADMINISTRATOR), data={"year": "2018"},
        ),
        Row("honours:decision", f"{whose} decision", get=person),
        Row("honours:more_awards", f"{whose} decision", get=written, post=written, data=LINES),
        Row("honours:correct_decision", f"{whose} decision", get=written, post=written),
        Row("honours:remove_decision", f"{whose} decision", post=written),
        Row("honours:revoke", f"{whose} award", get=written, post=written),
        Row("honours:remove_award", f"{whose} award", post=written),
        Row("honours:import_sheet", f"{whose} sheet", get=may(mine, refused=LEADER | ADMINISTRATOR),
            post=may(mine, refused=LEADER | ADMINISTRATOR)),
        Row("honours:undo_sheet", f"{whose} sheet", post=may(mine, refused=LEADER | ADMINISTRATOR)),
        Row("honours:initiative", f"{whose} initiative", get=person, post=written),
        Row("honours:change_initiative", f"{whose} initiative", get=written, post=written),
        Row("honours:withdraw_recognition", f"{whose} recognition", post=written),
        Row("honours:lift", f"{whose} discipline", get=written, post=written),
        Row("honours:remove_discipline", f"{whose} discipline", post=written),
        Row("files:file", f"{whose} decision's scan", get=may(sees)),
    )  # fmt: skip


HONOURS: tuple[Row, ...] = (
    Row("honours:register", "cluster", get=READ),
    Row("honours:register_excel", "cluster", get=READ),
    Row("honours:by_office", "cluster", get=READ),
    Row("honours:by_office_excel", "cluster", get=READ),
    Row("honours:catalogue", "cluster", get=READ),
    Row("honours:decisions", "cluster", get=READ),
    *(Row(f"honours:{name}_excel", "cluster", get=READ) for name in ("decisions", "ratings", "disciplines")),
    Row("honours:new_decision", "cluster", get=ENTER, post=ENTER, data=LINES),
    Row("honours:who", "cluster", query="q=mau", get=ENTER),
    Row("honours:imports", "cluster", get=ENTER, post=ENTER),
    Row("honours:import_workbook", "cluster", get=ENTER),
    Row("honours:initiatives", "cluster", get=READ),
    Row("honours:initiatives_excel", "cluster", get=READ),
    Row("honours:new_initiative", "cluster", get=ENTER, post=ENTER),
    Row("honours:ratings", "cluster", get=READ),
    Row("honours:disciplines", "cluster", get=READ),
    Row("honours:new_discipline", "cluster", get=ENTER, post=ENTER),
    *_of("own"),
    *_of("another's"),
)
