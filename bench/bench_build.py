"""Building a report against its floor: docxtpl and typst alone on a ready context."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.db import connection, transaction
from django.utils import timezone

from apps.activities.enums import Kind
from apps.activities.models import Record, Supervision, VoterMeeting
from apps.campaigns.enums import PeriodKind
from apps.campaigns.models import Period
from apps.offices.models import Cluster, Membership, Office, OfficeName
from apps.summaries.content.document import paper_context, write
from apps.summaries.enums import Paper
from apps.summaries.papers import pdf, word
from bench.harness import Pair

OFFICES, EACH = 6, 200


def _cluster() -> Period:
    """Six offices with 200 voter meetings and 200 supervisions each: ten times the case of 2019."""
    day = date(2019, 3, 1)
    cluster = Cluster.objects.create(code="bench-build", name="Cụm thi đua mẫu", short_name="Cụm thi đua mẫu")
    period = Period.objects.create(
        cluster=cluster, year=2019, kind=PeriodKind.FIRST_HALF, starts_on=date(2019, 1, 1), ends_on=date(2019, 6, 30)
    )
    for place in range(1, OFFICES + 1):
        name = f"Văn phòng mẫu số {place}"
        office = Office.objects.create(code=f"bench-build-{place}", name=name, short_name=f"Mẫu {place}")
        OfficeName.objects.create(office=office, name=name, short_name=office.short_name, valid_from=date(2016, 1, 1))
        Membership.objects.create(cluster=cluster, office=office, position=place, valid_from=date(2016, 1, 1))
        for kind, detail in ((Kind.SUPERVISION, Supervision), (Kind.VOTER_MEETING, VoterMeeting)):
            rows = Record.objects.bulk_create(
                [Record(kind=kind, office=office, title="Mẫu", starts_on=day, counted_on=day) for _ in range(EACH)]
            )
            manager: Any = detail._default_manager
            manager.bulk_create([detail(record=row) for row in rows])
    return period


def pairs() -> Iterator[Pair]:
    with transaction.atomic():
        period = _cluster()
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE activities_record")
        ready = paper_context(write(period, Paper.AFTER, timezone.now()), (), draft=True)

        def draw(context: dict[str, Any]) -> None:
            word.report(context)
            pdf.report(context)
            pdf.annex(context)

        yield Pair(
            name="build",
            ours=lambda: draw(paper_context(write(period, Paper.AFTER, timezone.now()), (), draft=True)),
            floor=lambda: draw(ready),
            note=f"figures, sentences, Word, PDF, annex over {OFFICES * EACH * 2} records; "
            "floor: docxtpl and typst alone on a ready context",
        )
        transaction.set_rollback(True)
