"""What the database refuses of pledges, their versions and lines, each by its name."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from apps.files.actions import store
from apps.indicators.models import Indicator
from apps.pledges.enums import Comparison
from apps.pledges.models import Pledge, PledgeContent, PledgeTarget, PledgeVersion
from apps.pledges.tests.pledged import SIGNED, conference, pledge, target
from tests.cast import Cast


@contextmanager
def refused(name: str) -> Iterator[None]:
    found = ""
    try:
        with transaction.atomic():
            yield
    except IntegrityError as error:
        found = getattr(error.__cause__, "diag").constraint_name  # noqa: B009 - psycopg2's own errors carry it
    assert found == name


def change(version: PledgeVersion, **values: Any) -> None:
    PledgeVersion.objects.filter(pk=version.pk).update(**values)


def sign(cast: Cast, version: PledgeVersion, **values: Any) -> None:
    given = {"signed_on": SIGNED, "signed_at": timezone.now(), "signed_by": cast.head, "signer": "Trần Thị Thí Dụ"}
    change(version, **{**given, **values})


def a_line(version: PledgeVersion, **values: Any) -> None:
    PledgeTarget.objects.create(**{"version": version, "position": 9, "text": "Chỉ tiêu", **values})


def on_indicator(comparison: str, **values: Any) -> dict[str, Any]:
    return {"indicator": Indicator.objects.get(code="supervisions"), "comparison": comparison, **values}


def of_another_cluster(cast: Cast) -> Any:
    met = conference(cast)
    met.cluster = cast.other_cluster
    met.save()
    return met


DRAFTS: list[tuple[str, Callable[[Cast, PledgeVersion], object]]] = [
    ("pledge_one_a_year", lambda cast, v: Pledge.objects.create(cluster=cast.cluster, office=cast.office, year=2019)
    ),
    ("pledge_year_plausible", lambda cast, v: Pledge.objects.create(cluster=cast.cluster, office=cast.office, year=19)
    ),
    ("pledge_amended_with_reason", lambda cast, v: change(v, reason="Vì sao")),
    ("pledge_amended_with_reason", lambda cast, v: change(v, number=2)),
    ("pledge_signed_by_whom", lambda cast, v: change(v, signed_on=SIGNED)),
    ("pledge_signed_by_whom", lambda cast, v: sign(cast, v, signer="")),
    ("pledge_signed_by_whom", lambda cast, v: sign(cast, v, signed_by=None)),
    ("pledge_signed_by_whom", lambda cast, v: change(v, witness="Ngô Thị Mẫu")),
    ("pledge_signed_by_whom", lambda cast, v: change(v, conference=conference(cast))),
    ("pledge_witness_with_name", lambda cast, v: change(v, witness_post="Chủ tịch Công đoàn")),
    ("pledge_scan_of_what_was_signed", lambda cast, v: change(v, scan=store(
        content=b"scan", name="a.pdf", content_type="application/pdf", by=None))),
    ("pledge_signed_for_its_year", lambda cast, v: sign(cast, v, signed_on=date(2017, 12, 31))),
    ("pledge_signed_for_its_year", lambda cast, v: sign(cast, v, signed_on=date(2020, 1, 1))),
    ("pledge_signed_at_its_conference", lambda cast, v: sign(cast, v, conference=cast.conference)),
    ("pledge_signed_at_its_conference", lambda cast, v: sign(cast, v, conference=of_another_cluster(cast))),
    ("pledge_version_number_once", lambda cast, v: PledgeVersion.objects.create(pledge=v.pledge, number=1)),
    ("pledge_content_text_given", lambda cast, v: PledgeContent.objects.create(version=v, position=9, text="")
    ),
    ("pledge_content_position_once", lambda cast, v: PledgeContent.objects.create(version=v, position=1, text="x")
    ),
    ("pledge_target_text_given", lambda cast, v: a_line(v, text="")),
    ("pledge_target_position_once", lambda cast, v: a_line(v, position=1)),
    *(("pledge_target_in_words_or_measured", lambda cast, v, wrong=wrong: a_line(v, **wrong())) for wrong in (
        lambda: {"value": 3},
        lambda: {"comparison": Comparison.AT_LEAST},
        lambda: on_indicator(""),
        lambda: on_indicator("somehow", value=3),
        lambda: on_indicator(Comparison.AT_LEAST),
        lambda: on_indicator(Comparison.AT_MOST, value=-1),
        lambda: on_indicator(Comparison.EXACTLY, value=3, numerator=1, denominator=2),
        lambda: on_indicator(Comparison.PERCENTAGE, value=3),
        lambda: on_indicator(Comparison.PERCENTAGE, numerator=3, denominator=2),
        lambda: on_indicator(Comparison.PERCENTAGE, numerator=0, denominator=0),
        lambda: on_indicator(Comparison.PERCENTAGE, numerator=1),
    )),
]  # fmt: skip


@pytest.mark.parametrize(("name", "wrong"), DRAFTS, ids=[f"{name}-{row}" for row, (name, _) in enumerate(DRAFTS)])
def test_the_database_refuses(cast: Cast, name: str, wrong: Callable[[Cast, PledgeVersion], object]) -> None:
    draft = pledge(cast, signed_on=None)
    with refused(name):
        wrong(cast, draft)


def test_at_most_one_draft(cast: Cast) -> None:
    first = pledge(cast)
    PledgeVersion.objects.create(pledge=first.pledge, number=3, reason="Vì sao")
    with refused("pledge_one_draft"):
        PledgeVersion.objects.create(pledge=first.pledge, number=2, reason="Vì sao")


def test_no_version_before_the_one_that_it_amends_is_signed(cast: Cast) -> None:
    draft = pledge(cast, signed_on=None)
    with refused("pledge_versions_in_order"):
        PledgeVersion.objects.create(pledge=draft.pledge, number=2, reason="Vì sao")


def test_no_version_is_signed_before_the_one_that_it_amends(cast: Cast) -> None:
    pledge(cast)
    second = pledge(cast, signed_on=None)
    with refused("pledge_versions_in_order"):
        sign(cast, second, signed_on=date(2019, 2, 19))
    sign(cast, second, signed_on=SIGNED)


SIGNED_ROWS: list[tuple[str, Callable[[PledgeVersion], object]]] = [
    ("pledge_version_as_it_was_signed", lambda v: change(v, signed_on=None, signed_at=None, signed_by=None, signer="")),
    ("pledge_version_as_it_was_signed", lambda v: change(v, opening="Khác")),
    ("pledge_version_as_it_was_signed", lambda v: change(v, witness="Người khác")),
    ("pledge_version_as_it_was_signed", lambda v: PledgeVersion.objects.filter(pk=v.pk)._raw_delete("default")),
    ("pledge_lines_as_they_were_signed", lambda v: v.contents.update(text="Khác")),
    ("pledge_lines_as_they_were_signed", lambda v: v.contents.all().delete()),
    ("pledge_lines_as_they_were_signed", lambda v: PledgeContent.objects.create(version=v, position=9, text="Thêm")),
    ("pledge_lines_as_they_were_signed", lambda v: v.targets.update(text="Khác")),
    ("pledge_lines_as_they_were_signed", lambda v: v.targets.all().delete()),
    ("pledge_lines_as_they_were_signed", lambda v: PledgeTarget.objects.create(version=v, position=9, **target())),
]


@pytest.mark.parametrize(("name", "wrong"), SIGNED_ROWS, ids=[f"{n}-{row}" for row, (n, _) in enumerate(SIGNED_ROWS)])
def test_what_was_signed_stays(cast: Cast, name: str, wrong: Callable[[PledgeVersion], object]) -> None:
    signed = pledge(cast)
    with refused(name):
        wrong(signed)


def test_lines_of_a_draft_do_not_move_into_what_was_signed(cast: Cast) -> None:
    signed, draft = pledge(cast), pledge(cast, signed_on=None)
    with refused("pledge_lines_as_they_were_signed"):
        PledgeContent.objects.filter(version=draft, position=2).update(version=signed, position=9)


def test_the_scan_comes_afterwards(cast: Cast) -> None:
    signed = pledge(cast)
    kept = store(content=b"scan", name="a.pdf", content_type="application/pdf", by=None)
    change(signed, scan=kept)
    signed.refresh_from_db()
    assert signed.scan == kept


def test_a_version_holds_from_its_day_until_the_next(cast: Cast) -> None:
    """A pledge amended in May: the report on March still reads the old version."""
    first = pledge(cast)
    second = pledge(cast, signed_on=date(2019, 5, 15))
    pledge(cast, signed_on=None)
    other = pledge(cast, cast.other_office, signed_on=date(2019, 3, 1))

    def held(on: date) -> set[int]:
        return set(PledgeVersion.objects.in_force(on).values_list("pk", flat=True))

    assert held(date(2019, 2, 19)) == set()
    assert held(SIGNED) == {first.pk}
    assert held(date(2019, 3, 31)) == held(date(2019, 5, 14)) == {first.pk, other.pk}
    assert held(date(2019, 5, 15)) == held(date(2019, 12, 31)) == {second.pk, other.pk}
