"""What the trail of a figure calls its records."""

from typing import Any

import pytest

from apps.activities.enums import MeetingPhase
from apps.activities.models import Record
from apps.activities.tests.factories import CitizenReceptionFactory, SocialWorkFactory, VoterMeetingFactory
from apps.campaigns.models import AssemblySession
from apps.indicators.sources import family
from tests.cast import Cast


def words_of(made: Any) -> tuple[str, tuple[str, ...]]:
    kin = family("records")
    said = kin.describe(kin.listed(Record.objects.all()).get(pk=made.record.pk))
    return said.title, said.words


def meeting(cast: Cast, **more: Any) -> Any:
    return VoterMeetingFactory(record__office=cast.office, record__title="", **more)


@pytest.mark.parametrize(
    ("voters", "title"),
    [
        (1276, "Nơi ứng cử, trước Kỳ họp thứ 7 · 1.276 lượt cử tri"),
        (0, "Nơi ứng cử, trước Kỳ họp thứ 7 · 0 lượt cử tri"),
        (None, "Nơi ứng cử, trước Kỳ họp thứ 7"),
    ],
)
def test_a_meeting_without_topic_and_place_is_told_by_its_kind(cast: Cast, voters: int | None, title: str) -> None:
    made = meeting(cast, session=cast.session, phase=MeetingPhase.BEFORE, voters=voters)
    assert words_of(made) == (title, ())


def test_a_meeting_with_a_place_keeps_it_as_its_title(cast: Cast) -> None:
    made = meeting(cast, record__place="Phường 1", session=cast.session, phase=MeetingPhase.AFTER)
    assert words_of(made) == ("Phường 1", ("Nơi ứng cử", "Sau Kỳ họp thứ 7"))


def test_a_meeting_around_an_extraordinary_session(cast: Cast) -> None:
    session = AssemblySession.objects.create(term=cast.session.term, kind="extraordinary", number=9)
    made = meeting(cast, record__place="Phường 1", session=session, phase=MeetingPhase.BEFORE)
    assert words_of(made) == ("Phường 1", ("Nơi ứng cử", "Trước Kỳ họp bất thường lần thứ 9"))


def test_a_meeting_tied_to_no_session(cast: Cast) -> None:
    assert words_of(meeting(cast, voters=5)) == ("Nơi ứng cử, không gắn kỳ họp · 5 lượt cử tri", ())


def test_receptions_and_gifts_without_topic(cast: Cast) -> None:
    reception = CitizenReceptionFactory(record__office=cast.office, record__title="", visits=12)
    assert words_of(reception) == ("Tiếp công dân, định kỳ · 12 lượt công dân", ())
    gifts = SocialWorkFactory(record__office=cast.office, record__title="", beneficiaries="Hộ nghèo", gifts=5)
    assert words_of(gifts) == ("Hộ nghèo · 5 phần quà", ())
