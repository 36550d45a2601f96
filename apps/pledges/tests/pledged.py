"""Pledges as tests need them: written straight into the tables, signed where a day is given."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.utils import timezone

from apps.campaigns.enums import ConferenceKind
from apps.campaigns.models import Conference
from apps.indicators.models import Indicator
from apps.offices.models import Office
from apps.pledges.enums import Comparison
from apps.pledges.models import Pledge, PledgeContent, PledgeTarget, PledgeVersion
from tests.cast import Cast

CONTENTS = ("Thực hiện tốt nhiệm vụ được giao.", "Giữ nghiêm kỷ luật, kỷ cương hành chính.")
SIGNED = date(2019, 2, 20)


def conference(cast: Cast, held_on: date = SIGNED) -> Conference:
    return Conference.objects.create(
        cluster=cast.cluster, period=cast.first_half, kind=ConferenceKind.PLEDGE, held_on=held_on,
        title="Hội nghị ký kết giao ước thi đua năm 2019", place="Cà Mau",
    )  # fmt: skip


def target(code: str = "", level: int = 0, comparison: str = Comparison.AT_LEAST, text: str = "") -> dict[str, Any]:
    """`level` of a percentage is in hundredths; without a code it is a target in words."""
    if not code:
        return {"text": text or "Không có cán bộ vi phạm kỷ luật"}
    indicator = Indicator.objects.get(code=code)
    named = {"text": text or indicator.name, "indicator": indicator, "comparison": comparison}
    if comparison == Comparison.PERCENTAGE:
        return {**named, "numerator": level, "denominator": 100}
    return {**named, "value": level}


def pledge(
    cast: Cast, office: Office | None = None, *, signed_on: date | None = SIGNED, reason: str = "",
    contents: Sequence[str] = CONTENTS, targets: Sequence[dict[str, Any]] = (), year: int = 2019, **values: Any,
) -> PledgeVersion:  # fmt: skip
    """The next version of an office's pledge; without an office of Bạc Liêu's."""
    made, _created = Pledge.objects.get_or_create(cluster=cast.cluster, office=office or cast.office, year=year)
    number = made.versions.count() + 1
    version = PledgeVersion.objects.create(
        pledge=made, number=number, reason=reason or ("Điều chỉnh nhiệm vụ" if number > 1 else ""),
        opening="Hưởng ứng phong trào thi đua năm 2019.", created_by=cast.clerk,
    )  # fmt: skip
    for position, text in enumerate(contents, start=1):
        PledgeContent.objects.create(version=version, position=position, text=text)
    for position, line in enumerate(targets or [target("supervisions", 4), target()], start=1):
        PledgeTarget.objects.create(version=version, position=position, **line)
    if signed_on is not None:
        given = {"signer": "Trần Thị Thí Dụ", "signed_as": "CHÁNH VĂN PHÒNG", **values}
        PledgeVersion.objects.filter(pk=version.pk).update(
            signed_on=signed_on, signed_at=timezone.now(), signed_by=cast.head, **given
        )
        version.refresh_from_db()
    return version
