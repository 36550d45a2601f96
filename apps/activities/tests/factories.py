"""Records for tests, through the same tables as the product."""

from datetime import date
from typing import Any

import factory

from apps.activities import enums
from apps.activities.models import (
    CitizenReception,
    DraftLaw,
    Experience,
    LawConsultation,
    Opinions,
    Petitions,
    Record,
    SocialWork,
    Supervision,
    VoterMeeting,
)
from apps.core.text import fold
from apps.indicators.enums import Aggregation
from apps.indicators.models import Indicator


class RecordFactory(factory.django.DjangoModelFactory[Record]):
    """Give `office` or `cluster`, and the day; `counted_on` follows it."""

    class Meta:
        model = Record

    kind = enums.Kind.SUPERVISION
    title = factory.Sequence(lambda n: f"Việc số {n}")
    starts_on = date(2019, 3, 1)
    counted_on = factory.SelfAttribute("starts_on")


class DetailFactory(factory.django.DjangoModelFactory[Any]):
    """`office`, `cluster`, `starts_on`, `title` … go to the record: SupervisionFactory(record__office=office)."""

    class Meta:
        abstract = True


class SupervisionFactory(DetailFactory):
    class Meta:
        model = Supervision

    record = factory.SubFactory(RecordFactory, kind=enums.Kind.SUPERVISION)


class VoterMeetingFactory(DetailFactory):
    class Meta:
        model = VoterMeeting

    record = factory.SubFactory(RecordFactory, kind=enums.Kind.VOTER_MEETING)


class DraftLawFactory(factory.django.DjangoModelFactory[DraftLaw]):
    class Meta:
        model = DraftLaw

    name = factory.Sequence(lambda n: f"Luật số {n}")
    folded = factory.LazyAttribute(lambda draft: fold(draft.name))


class LawConsultationFactory(DetailFactory):
    class Meta:
        model = LawConsultation

    record = factory.SubFactory(RecordFactory, kind=enums.Kind.LAW_CONSULTATION)
    draft = factory.SubFactory(DraftLawFactory)


class CitizenReceptionFactory(DetailFactory):
    class Meta:
        model = CitizenReception

    record = factory.SubFactory(RecordFactory, kind=enums.Kind.CITIZEN_RECEPTION)


class SocialWorkFactory(DetailFactory):
    class Meta:
        model = SocialWork

    record = factory.SubFactory(RecordFactory, kind=enums.Kind.SOCIAL_WORK)


class ExperienceFactory(DetailFactory):
    class Meta:
        model = Experience

    record = factory.SubFactory(RecordFactory, kind=enums.Kind.EXPERIENCE)
    summary = "Nội dung"


class OwnIndicatorFactory(factory.django.DjangoModelFactory[Indicator]):
    """Stated by the offices; give the `cluster`."""

    class Meta:
        model = Indicator

    code = factory.Sequence(lambda n: f"own_{n}")
    name = factory.Sequence(lambda n: f"Chỉ tiêu riêng số {n}")
    short_name = factory.Sequence(lambda n: f"Riêng {n}")
    unit = "tin, bài"
    definition = "Đếm theo số đã đăng."
    aggregation = Aggregation.DIRECT
    position = factory.Sequence(lambda n: 10_001 + n)
    first_year = 2019


class OpinionsFactory(DetailFactory):
    class Meta:
        model = Opinions

    record = factory.SubFactory(RecordFactory, kind=enums.Kind.OPINIONS)
    level = enums.Level.CENTRE
    opinions = 5


class PetitionsFactory(DetailFactory):
    class Meta:
        model = Petitions

    record = factory.SubFactory(RecordFactory, kind=enums.Kind.PETITIONS)
    source = enums.PetitionSource.POST
