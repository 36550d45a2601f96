"""The objects of the permission table: what stands in an address.

Each place is a function of the world that returns the positional arguments of `reverse`. Its name says whose it is
(own: Bạc Liêu's; another's: Hậu Giang's; the cluster's) and its state (draft: in 2019, not published; published: in the
second half of 2018, whose report went to the members).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.utils import timezone

from apps.accounts.actions import invite
from apps.activities.enums import ImportState, PartKind
from apps.activities.models import Import, ImportPart, LegalLimit, Mapping, Recommendation, Record
from apps.activities.tests.factories import ExperienceFactory, SupervisionFactory
from apps.campaigns.enums import PeriodKind
from apps.campaigns.models import Period, Task
from apps.files.actions import store
from apps.offices.enums import LeadershipKind
from apps.offices.models import Leadership, Membership, OfficeName, Role
from apps.summaries import actions as summaries
from apps.summaries.models import Summary
from tests.cast import Cast, make_cast

Arguments = list[object]


@dataclass
class World:
    """The cast, a published half, and a record of everybody in both halves. `extra` is for what other parts add."""

    cast: Cast
    published: Period
    records: dict[str, Record] = field(default_factory=dict)
    extra: dict[str, object] = field(default_factory=dict)

    def at(self, period: Period, *more: object) -> Arguments:
        return [self.cast.cluster.code, period.code, *more]


def make_world() -> World:
    cast = make_cast()
    Leadership.objects.create(
        cluster=cast.cluster, year=2018, kind=LeadershipKind.LEADER, office=cast.offices["kien-giang"]
    )
    published = Period.objects.create(
        cluster=cast.cluster, year=2018, kind=PeriodKind.SECOND_HALF, starts_on=date(2018, 7, 1),
        ends_on=date(2018, 12, 31), published_on=date(2019, 1, 10),
    )  # fmt: skip
    world = World(cast, published)
    for state, day in (("draft", date(2019, 3, 1)), ("published", date(2018, 9, 3))):
        for whose, owner in (
            ("own", {"office": cast.office}),
            ("another's", {"office": cast.other_office}),
            ("the cluster's", {"cluster": cast.cluster}),
        ):
            made: Any = SupervisionFactory(
                record__starts_on=day, **{f"record__{name}": value for name, value in owner.items()}
            )
            world.records[f"{whose} {state} record"] = made.record
    return world


Place = Callable[[World], Arguments]
PLACES: dict[str, Place] = {}


def place(name: str) -> Callable[[Place], Place]:
    def keep(function: Place) -> Place:
        if name in PLACES:
            raise ValueError(f"{name!r} is there already")
        PLACES[name] = function
        return function

    return keep


@place("nothing")
def _nothing(world: World) -> Arguments:
    return []


@place("cluster")
def _cluster(world: World) -> Arguments:
    return [world.cast.cluster.code]


@place("draft period")
def _draft(world: World) -> Arguments:
    return world.at(world.cast.first_half)


@place("published period")
def _published(world: World) -> Arguments:
    return world.at(world.published)


@place("open invitation")
def _open_invitation(world: World) -> Arguments:
    if "token" not in world.extra:
        world.extra["token"] = invite(user=world.cast.clerk, by=None)
    return [world.extra["token"]]


@place("no invitation")
def _no_invitation(world: World) -> Arguments:
    return ["khong-co"]


@place("no mail")
def _no_mail(world: World) -> Arguments:
    return ["20190701-080000-1"]  # mails of tests are kept in memory


@place("a role of the demonstration")
def _demonstration(world: World) -> Arguments:
    return [world.cast.secretary.username]


@place("a link of no kind")
def _no_link(world: World) -> Arguments:
    return ["nothing", 1]


@place("no such period")
def _no_period(world: World) -> Arguments:
    return [world.cast.cluster.code, "1999H1"]


@place("draft figure")
def _draft_figure(world: World) -> Arguments:
    return world.at(world.cast.first_half, "supervisions")


@place("published figure")
def _published_figure(world: World) -> Arguments:
    return world.at(world.published, "supervisions")


@place("no such figure")
def _no_figure(world: World) -> Arguments:
    return world.at(world.cast.first_half, "nothing-of-the-kind")


@place("year of the cluster")
def _led(world: World) -> Arguments:
    return [world.cast.cluster.code, 2019]


@place("year of another cluster")
def _led_elsewhere(world: World) -> Arguments:
    Leadership.objects.get_or_create(
        cluster=world.cast.other_cluster, year=2019, kind=LeadershipKind.LEADER,
        defaults={"office": world.cast.foreign_office},
    )  # fmt: skip
    return [world.cast.other_cluster.code, 2019]


@place("cluster in a year nobody leads")
def _unled(world: World) -> Arguments:
    return [world.cast.cluster.code, 2030]


def _membership(office: str) -> Place:
    def arguments(world: World) -> Arguments:
        row = Membership.objects.get(office=getattr(world.cast, office))
        return [world.cast.cluster.code, row.pk]

    return arguments


PLACES["own membership"] = _membership("office")
PLACES["another's membership"] = _membership("other_office")
PLACES["membership of another cluster"] = _membership("foreign_office")


@place("name of own office")
def _office_name(world: World) -> Arguments:
    membership = Membership.objects.get(office=world.cast.office)
    return [world.cast.cluster.code, membership.pk, OfficeName.objects.get(office=world.cast.office).pk]


@place("own person")
def _person(world: World) -> Arguments:
    return [world.cast.cluster.code, world.cast.clerk.pk]


@place("person of another cluster")
def _stranger(world: World) -> Arguments:
    return [world.cast.cluster.code, world.cast.stranger.pk]


@place("own role")
def _own_role(world: World) -> Arguments:
    return [world.cast.cluster.code, Role.objects.get(user=world.cast.clerk).pk]


@place("role in another cluster")
def _foreign_role(world: World) -> Arguments:
    return [world.cast.cluster.code, Role.objects.get(user=world.cast.stranger).pk]


def _in_the_year(make: Callable[[World], object], year: int = 2019) -> Place:
    """An address of the calendar; what it names is made once."""

    def arguments(world: World) -> Arguments:
        return [world.cast.cluster.code, year, *([made.pk] if (made := make(world)) else [])]  # type: ignore[attr-defined]

    return arguments


PLACES["year"] = _in_the_year(lambda world: None)
PLACES["year of another's secretariat"] = _in_the_year(lambda world: None, 2018)
PLACES["own draft period of the calendar"] = _in_the_year(lambda world: world.cast.first_half)
PLACES["own conference"] = _in_the_year(lambda world: world.cast.conference)
PLACES["own task"] = _in_the_year(
    lambda world: Task.objects.get_or_create(period=world.cast.second_half, position=1, defaults={"text": "Việc"})[0]
)


@place("term")
def _term(world: World) -> Arguments:
    return [world.cast.cluster.code, world.cast.session.term.number]


@place("session")
def _session(world: World) -> Arguments:
    return [world.cast.cluster.code, world.cast.session.term.number, world.cast.session.kind, world.cast.session.number]


def _record(name: str) -> Place:
    def arguments(world: World) -> Arguments:
        period = world.published if "published" in name else world.cast.first_half
        return world.at(period, world.records[name].pk)

    return arguments


for _whose in ("own", "another's", "the cluster's"):
    for _state in ("draft", "published"):
        _name = f"{_whose} {_state} record"
        PLACES[_name] = _record(_name)


def _recommendation(name: str) -> Place:
    """A row of the record of that name."""

    def arguments(world: World) -> Arguments:
        period = world.published if "published" in name else world.cast.first_half
        record = world.records[name.replace("recommendation", "record")]
        row, _ = Recommendation.objects.get_or_create(record=record, addressee="UBND tỉnh", text="Kiến nghị thí dụ")
        return world.at(period, record.pk, row.pk)

    return arguments


for _whose in ("own", "another's", "the cluster's"):
    for _state in ("draft", "published"):
        _name = f"{_whose} {_state} recommendation"
        PLACES[_name] = _recommendation(_name)


@place("draft period, a limit")
def _limit(world: World) -> Arguments:
    return world.at(world.cast.first_half, LegalLimit.objects.filter(valid_to=None)[0].pk)


@place("published period, a limit")
def _limit_again(world: World) -> Arguments:
    return world.at(world.published, LegalLimit.objects.filter(valid_to=None)[0].pk)


def _experience(whose: str, state: str) -> Place:
    def arguments(world: World) -> Arguments:
        period = world.published if state == "published" else world.cast.first_half
        name = f"{whose} {state} experience"
        if name not in world.extra:
            office = world.cast.office if whose == "own" else world.cast.other_office
            day = world.records[f"own {state} record"].starts_on
            made: Any = ExperienceFactory(record__office=office, record__starts_on=day)
            world.extra[name] = made.record.pk
        return world.at(period, world.extra[name])

    return arguments


for _whose in ("own", "another's"):
    for _state in ("draft", "published"):
        PLACES[f"{_whose} {_state} experience"] = _experience(_whose, _state)


def _paper(state: str, *more: str) -> Place:
    """The report after the conference, built as a worker would."""

    def arguments(world: World) -> Arguments:
        period = world.published if state == "published" else world.cast.first_half
        if not Summary.objects.filter(period=period, built_at__isnull=False).exists():
            build = summaries.request_build(period=period, paper="after", by=None, start=False)
            assert summaries.run_build(build_id=build.pk)
            if state == "published":
                build.summary.published_at, build.summary.published_by = timezone.now(), world.cast.secretary
                build.summary.save(update_fields=["published_at", "published_by"])
        return world.at(period, "after", *more)

    return arguments


for _state in ("draft", "published"):
    PLACES[f"{_state} paper"] = _paper(_state)
    PLACES[f"{_state} paper, a figure"] = _paper(_state, "voter_meetings")
    PLACES[f"{_state} paper, a paragraph"] = _paper(_state, "situation.members")


@place("draft period, a kind")
def _draft_kind(world: World) -> Arguments:
    return world.at(world.cast.first_half, "supervision")


@place("draft period, no kind")
def _draft_no_kind(world: World) -> Arguments:
    return world.at(world.cast.first_half, "nonsense")


@place("published period, a kind")
def _published_kind(world: World) -> Arguments:
    return world.at(world.published, "supervision")


def _import(whose: str, state: str) -> Place:
    """A discarded import: its page is the same for everybody who may know of it, and applying it again is refused."""

    def arguments(world: World) -> Arguments:
        period = world.published if state == "published" else world.cast.first_half
        name = f"{whose} {state} import"
        if name not in world.extra:
            made = Import.objects.create(
                cluster=world.cast.cluster, period=period, state=ImportState.REFUSED, outcome={"name": "tep.xlsx"},
                file=store(content=name.encode(), name="tep.xlsx", content_type="text/plain", by=None),
                created_by=world.cast.clerk if whose == "own" else world.cast.other,
            )  # fmt: skip
            world.extra[name] = made.pk
        return world.at(period, world.extra[name])

    return arguments


def _sheet_of(name: str) -> Place:
    """A sheet of it that is to be mapped."""

    def arguments(world: World) -> Arguments:
        found: list[Any] = PLACES[name](world)
        lines = {"name": "Biểu", "why": "unknown", "as": "", "understanding": {}, "words": {}}
        rows = [[[0, "s", "Nội dung"], [1, "s", "Số liệu"]], [[0, "s", "Khảo sát"], [1, "n", 3]]]
        ImportPart.objects.get_or_create(
            origin_id=found[-1], what=PartKind.SAMPLE, position=1, defaults={"lines": {**lines, "rows": rows}}
        )
        return [*found, 1]

    return arguments


def _mapping(whose: str, state: str) -> Place:
    def arguments(world: World) -> Arguments:
        office = world.cast.office if whose == "own" else world.cast.other_office
        made, _created = Mapping.objects.get_or_create(
            cluster=world.cast.cluster, office=office, signature="s", defaults={"name": "Mẫu", "layout": "form"}
        )
        return world.at(world.published if state == "published" else world.cast.first_half, made.pk)

    return arguments


for _whose in ("own", "another's"):
    for _state in ("draft", "published"):
        PLACES[f"{_whose} {_state} import"] = _import(_whose, _state)
        PLACES[f"{_whose} {_state} import, a sheet"] = _sheet_of(f"{_whose} {_state} import")
        PLACES[f"{_whose} mapping, {_state} period"] = _mapping(_whose, _state)
