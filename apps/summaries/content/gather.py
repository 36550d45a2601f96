"""Reading the facts of a period. The only place of `content` that asks the database for more than figures."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from django.db.models import Q

from apps.activities.enums import Kind, MeetingPhase
from apps.activities.models import Record
from apps.campaigns.enums import ConferenceKind, PeriodKind
from apps.campaigns.models import AssemblySession, Campaign, Conference, Period, Task
from apps.offices.enums import LeadershipKind
from apps.offices.letterhead import letterhead_of
from apps.offices.models import Leadership, Office
from apps.summaries.content.facts import (
    Chairing,
    Facts,
    Gift,
    Meeting,
    Member,
    Movement,
    Session,
    Shared,
)
from apps.summaries.content.figures import Reading, members_in, read, same_period_before
from apps.summaries.content.pledges import pledge_figures, read_pledges
from apps.summaries.content.progress import read_tasks, task_figures
from apps.summaries.content.tokens import plain
from apps.summaries.enums import Paper
from apps.summaries.models import Prose


def lines(text: str) -> tuple[str, ...]:
    return tuple(plain(line.strip()) for line in text.splitlines() if line.strip())


def following(period: Period) -> tuple[int, PeriodKind]:
    """The period for which this one's report sets the tasks: a half its next half, a year the next year."""
    if period.kind == PeriodKind.FIRST_HALF:
        return period.year, PeriodKind.SECOND_HALF
    if period.kind == PeriodKind.SECOND_HALF:
        return period.year + 1, PeriodKind.FIRST_HALF
    return period.year + 1, PeriodKind.YEAR


def gather(period: Period, paper: str, on: date) -> tuple[Facts, Reading]:
    """`on` is the day of the build, by which tasks are judged overdue."""
    members = members_in(period)
    reading = read(period, members, same_period_before(period))
    progress = read_tasks(period, members, on)
    if progress:
        reading = replace(reading, figures=reading.figures | task_figures(progress))
    promised = read_pledges(period, members)
    reading = replace(reading, figures=reading.figures | pledge_figures(period, promised))
    held = Conference.objects.filter(period=period).exclude(kind=ConferenceKind.PLEDGE)  # at its end, not its beginning
    conference = held.select_related("host").prefetch_related("chairs__office").first()
    day = conference.held_on if conference and paper == Paper.AFTER else period.ends_on
    posts = {
        kind: leadership.office_id
        for kind, leadership in Leadership.objects.posts_on(period.cluster, period.year, day).items()
    }
    named = {
        office.pk: Member(
            office.code,
            plain(getattr(office, "name_then", office.name)),
            plain(getattr(office, "short_name_then", office.short_name)),
        )
        for office in members
    }
    records = list(
        Record.objects.alive()
        .of(period.cluster, [office.pk for office in members])
        .counted_within(period.starts_on, period.ends_on)
        .filter(kind__in=[Kind.SOCIAL_WORK, Kind.EXPERIENCE])
        .select_related("social_work", "experience", "office", "host")
        .order_by("starts_on", "pk")
    )

    def name(office: Office | None) -> str:
        if office is None:
            return ""
        return named[office.pk].name if office.pk in named else plain(office.name)

    facts = Facts(
        paper=paper, kind=period.kind, year=period.year, starts_on=period.starts_on, ends_on=period.ends_on,
        cluster=plain(period.cluster.short_name), cluster_name=plain(period.cluster.name),
        managing_body=plain(period.cluster.managing_body),
        letterhead=letterhead_of(posts.get(LeadershipKind.LEADER), day),
        figures=reading.figures, members=tuple(named.values()),
        leader=named.get(posts.get(LeadershipKind.LEADER, 0)), deputy=named.get(posts.get(LeadershipKind.DEPUTY, 0)),
        meeting=_meeting(conference, {pk: member.name for pk, member in named.items()}) if conference else None,
        sessions=_sessions(period, members), drafts=_drafts(period, members),
        movements=tuple(
            Movement(
                plain(c.name), plain(c.theme), plain(c.launched_by), plain(c.partner),
                plain(c.parent.name) if c.parent else "",
            )
            for c in Campaign.objects.shown().of_year(period.cluster, period.year).select_related("parent")
        ),
        gifts=tuple(
            Gift(
                r.starts_on, plain(r.place), r.social_work.gifts, r.social_work.unit_value,
                plain(r.social_work.beneficiaries), plain(r.social_work.programme), name(r.office), name(r.host),
            )
            for r in records if r.kind == Kind.SOCIAL_WORK
        ),
        experiences=tuple(
            Shared(name(r.office), plain(r.title), plain(r.experience.summary), r.conference_id is not None)
            for r in records if r.kind == Kind.EXPERIENCE
        ),
        tasks=_tasks(period), progress=progress, pledges=promised, own=reading.own,
        prose={p.section: p.text for p in Prose.objects.filter(period=period) if p.text},
    )  # fmt: skip
    return facts, reading


def _meeting(conference: Conference, names: dict[int, str]) -> Meeting:
    return Meeting(
        title=plain(conference.title), held_on=conference.held_on, part_of_day=conference.part_of_day,
        place=plain(conference.place), host=names.get(conference.host_id or 0, ""),
        chairs=tuple(
            Chairing(names.get(chair.office_id, plain(chair.office.name)), plain(chair.person), plain(chair.post))
            for chair in sorted(conference.chairs.all(), key=lambda chair: chair.position)
        ),
        superiors=lines(conference.superiors), resolutions=lines(conference.resolutions),
    )  # fmt: skip


def _sessions(period: Period, members: list[Office]) -> tuple[Session, ...]:
    """Sessions named by the voter meetings; where only totals were stated, those that opened within the period."""
    rows = (
        Record.objects.alive()
        .of(period.cluster, [office.pk for office in members])
        .counted_within(period.starts_on, period.ends_on)
        .filter(voter_meeting__session__isnull=False)
        .order_by("voter_meeting__session")
        .values_list("voter_meeting__session", "voter_meeting__phase")
        .distinct()
    )
    phases: dict[int, set[str]] = {}
    for session, phase in rows:
        phases.setdefault(session, set()).add(phase)
    opened = Q(opens_on__range=(period.starts_on, period.ends_on))
    wanted = Q(pk__in=phases) if phases else opened
    both = {str(MeetingPhase.BEFORE), str(MeetingPhase.AFTER)}
    found = AssemblySession.objects.filter(wanted).select_related("term").order_by("term__number", "-kind", "number")
    return tuple(
        Session(
            each.number, each.term.roman,
            MeetingPhase.BEFORE in phases.get(each.pk, both), MeetingPhase.AFTER in phases.get(each.pk, both),
            each.is_extraordinary,
        )
        for each in found
    )  # fmt: skip


def _drafts(period: Period, members: list[Office]) -> tuple[str, ...]:
    rows = (
        Record.objects.alive()
        .of(period.cluster, [office.pk for office in members])
        .counted_within(period.starts_on, period.ends_on)
        .filter(kind=Kind.LAW_CONSULTATION)
        .order_by("law_consultation__draft__folded")
        .values_list("law_consultation__draft__name", "law_consultation__draft__folded")
        .distinct()
    )
    return tuple(plain(name) for name, _folded in rows)


def _tasks(period: Period) -> tuple[str, ...]:
    year, kind = following(period)
    rows = Task.objects.filter(period__cluster=period.cluster, period__year=year, period__kind=kind)
    return tuple(plain(task.text) for task in rows.order_by("position", "pk"))
