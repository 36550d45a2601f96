"""Sets the 2019 case up by the same actions as a user would. Each step looks first: repeating it does no harm."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from django.db import transaction

from apps.accounts import actions as accounts
from apps.accounts.models import User
from apps.activities import imports
from apps.activities.enums import ImportState
from apps.activities.models import Import, Record
from apps.campaigns import actions as campaigns
from apps.campaigns.enums import ConferenceKind, PartOfDay, PeriodKind
from apps.campaigns.models import AssemblySession, AssemblyTerm, Campaign, Conference, Period, Task
from apps.demonstration import case
from apps.offices import actions as offices
from apps.offices.enums import LeadershipKind, RoleKind
from apps.offices.models import Cluster, Leadership, Membership, Office
from apps.summaries import actions as summaries
from apps.summaries.enums import Paper
from apps.summaries.models import Prose, Summary

Say = Callable[[str], None]


@transaction.atomic
def set_up(say: Say) -> None:
    """Cluster, offices, people, calendar. Without the records: `take_lists_in` brings them."""
    administrator = _administrator(say)
    cluster = _cluster(say, administrator)
    members = _members(say, cluster, administrator)
    _leadership(say, cluster, members, administrator)
    _people(say, cluster, members, administrator)
    secretary = User.objects.get(username=case.PEOPLE[0].username)
    _assembly(say, secretary)
    _calendar(say, cluster, members, secretary)


def _open_account(user: User, token: str) -> None:
    """As the person would: through the link."""
    invitation = user.invitations.get(token_hash=accounts.token_hash(token))
    accounts.accept_invitation(invitation=invitation, password=case.PASSWORD)


def _administrator(say: Say) -> User:
    person = case.ADMINISTRATOR
    found = User.objects.filter(username=person.username).first()
    if found is not None:
        return found
    user = accounts.create_user(
        username=person.username, full_name=person.full_name, position=person.position, is_administrator=True, by=None
    )
    _open_account(user, accounts.invite(user=user, by=None))
    say(f"account {user.username}")
    return user


def _cluster(say: Say, by: User) -> Cluster:
    found = Cluster.objects.filter(code=case.CLUSTER).first()
    if found is not None:
        return found
    say("Cụm thi đua số 9")
    return offices.create_cluster(
        code=case.CLUSTER,
        name="Cụm thi đua số 9 các tỉnh, thành phố miền Tây",
        short_name="Cụm thi đua số 9",
        mark="9",
        region="miền Tây",
        managing_body="Văn phòng Quốc hội",
        by=by,
    )


def _members(say: Say, cluster: Cluster, by: User) -> dict[str, Office]:
    found: dict[str, Office] = {}
    for code, short_name, province in case.OFFICES:
        office = Office.objects.filter(code=code).first()
        if office is None:
            office = offices.create_office(
                cluster=cluster,
                code=code,
                name=f"Văn phòng Đoàn ĐBQH {province}",
                short_name=short_name,
                province=province,
                parent_body=f"ĐOÀN ĐẠI BIỂU QUỐC HỘI {province.upper()}",
                locality=short_name,
                managing_body="Văn phòng Quốc hội",
                valid_from=case.FOUNDED,
                by=by,
            )
            say(f"office {short_name}")
        if not Membership.objects.filter(cluster=cluster, office=office).exists():
            offices.add_member(cluster=cluster, office=office, valid_from=case.FOUNDED, by=by)
        found[code] = office
    return found


def _leadership(say: Say, cluster: Cluster, members: dict[str, Office], by: User) -> None:
    if Leadership.objects.filter(cluster=cluster, year=case.YEAR, kind=LeadershipKind.LEADER).exists():
        return
    leader, deputy = members[case.LEADER], members[case.DEPUTY]
    offices.appoint(cluster=cluster, year=case.YEAR, leader=leader, deputy=deputy, by=by)
    say(f"{case.YEAR}: Cụm trưởng {leader}, Cụm phó {deputy}")


def _people(say: Say, cluster: Cluster, members: dict[str, Office], by: User) -> None:
    for person in case.PEOPLE:
        if User.objects.filter(username=person.username).exists() or person.role is None:
            continue
        invited = offices.invite_person(
            cluster=cluster,
            username=person.username,
            full_name=person.full_name,
            position=person.position,
            kind=person.role,
            office=members.get(person.office),
            valid_from=case.FOUNDED.replace(year=case.YEAR),
            by=by,
        )
        _open_account(invited.user, invited.token)
        say(f"account {person.username}")


def _assembly(say: Say, by: User) -> None:
    number, starts_on, ends_on = case.TERM
    term = AssemblyTerm.objects.filter(number=number).first()
    if term is None:
        term = campaigns.save_term(number=number, starts_on=starts_on, ends_on=ends_on, by=by)
    for session, opens_on, closes_on in case.SESSIONS:
        if not AssemblySession.objects.filter(term=term, number=session).exists():
            campaigns.save_session(term=term, number=session, opens_on=opens_on, closes_on=closes_on, by=by)
            say(f"Kỳ họp thứ {session}, Quốc hội khóa {term.roman}")


def _calendar(say: Say, cluster: Cluster, members: dict[str, Office], by: User) -> None:
    above = _movement(say, cluster, members, by, case.MOVEMENT, case.LAUNCHED_ON)
    _movement(say, cluster, members, by, {**case.OWN_MOVEMENT, "parent": above}, case.OWN_LAUNCHED_ON)
    if not above.papers.exists():
        campaigns.save_campaign_paper(campaign=above, values=case.LAUNCHING_PAPER, by=by)
    for period in campaigns.set_up_year(cluster=cluster, year=case.YEAR, by=by):
        say(f"period {period.code}")
    periods = {period.code: period for period in Period.objects.filter(cluster=cluster, year=case.YEAR)}
    first, second = periods["2019H1"], periods["2019H2"]
    conference = Conference.objects.filter(period=first, kind=ConferenceKind.REVIEW).first()
    if conference is None:
        conference = campaigns.save_conference(
            period=first,
            values={
                **case.CONFERENCE,
                "kind": ConferenceKind.REVIEW,
                "part_of_day": PartOfDay.MORNING,
                "host": members[case.DEPUTY],
            },
            chairs=[
                campaigns.ChairLine(office=members[code], person=person, post=post)
                for code, person, post in case.CHAIRS
            ],
            by=by,
        )
        say(f"{conference.title}, {conference.place}")
    if not Task.objects.filter(period=second).exists():
        for text in case.TASKS:
            campaigns.add_task(period=second, text=text, conference=conference, by=by)
        say(f"{len(case.TASKS)} tasks of {second.code}")


def _movement(
    say: Say, cluster: Cluster, members: dict[str, Office], by: User, values: Mapping[str, Any], on: date
) -> Campaign:
    """Launched, and confirmed by every member: by its head who has an account, else noted by the secretariat."""
    found = Campaign.objects.filter(cluster=cluster, year=case.YEAR, name=values["name"]).first()
    if found is None or found.is_draft:
        parts = campaigns.Parts(phases=case.PHASES, criteria=case.CRITERIA)
        found = campaigns.save_campaign(
            campaign=found, cluster=cluster, year=case.YEAR, values=values, parts=parts, by=by
        )
        found = campaigns.launch_campaign(campaign=found, on=on, by=by)
        say(found.name)
    heads = {person.office: person.username for person in case.PEOPLE if person.role == RoleKind.HEAD}
    for code, office in members.items():
        head = User.objects.filter(username=heads.get(code)).first()
        campaigns.confirm_campaign(
            campaign=found, office=office, version=found.version, note=case.CONFIRMED, by=head or by
        )
    return found


def take_lists_in(say: Say) -> None:
    """The lists of the first half, through the same preview and confirmation as in the browser."""
    secretary = User.objects.get(username=case.PEOPLE[0].username)
    period = _first_half()
    if Import.objects.filter(period=period, state=ImportState.APPLIED).exists():
        return
    found = imports.preview(
        content=case.LISTS.read_bytes(), name=case.LISTS.name, cluster=period.cluster, period=period, by=secretary
    )
    imports.apply(import_id=found.pk, by=secretary)
    say(f"{case.LISTS.name}: {Record.objects.alive().filter(imported_by=found).count()} records")


@transaction.atomic
def type_prose(say: Say) -> None:
    secretary = User.objects.get(username=case.PEOPLE[0].username)
    period = _first_half()
    for section, text in case.PROSE.items():
        if not Prose.objects.filter(period=period, section=section).exists():
            summaries.write_prose(period=period, section=section, text=text, by=secretary)
            say(f"prose {section}")


def ask_for_papers(say: Say) -> None:
    """Queues both papers of the first half; a worker writes them."""
    secretary = User.objects.get(username=case.PEOPLE[0].username)
    period = _first_half()
    for paper in Paper.values:
        if not Summary.objects.filter(period=period, paper=paper).exists():
            summaries.request_build(period=period, paper=paper, by=secretary)
            say(f"paper {paper} asked for")


def _first_half() -> Period:
    return Period.objects.select_related("cluster").get(
        cluster__code=case.CLUSTER, year=case.YEAR, kind=PeriodKind.FIRST_HALF
    )
