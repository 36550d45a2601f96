"""Movements: drafts are their secretariat's alone; everybody of the cluster reads what was launched, heads confirm.

The movement of the cast is launched to the six members; the year of another's secretariat is that of Kiên Giang.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from django.utils import timezone

from apps.campaigns.models import (
    Campaign,
    CampaignOffice,
    CampaignPaper,
    CampaignVersion,
)
from apps.campaigns.movement import content_of
from apps.files.actions import store
from tests.permissions.places import PLACES, Arguments, Place, World
from tests.permissions.words import (
    CLOSED,
    HEAD,
    KNOW_THE_CLUSTER,
    MEMBERS,
    NO_ONE,
    SECRETARY,
    Row,
    may,
)

DAYS: dict[str, Any] = {"starts_on": date(2019, 1, 1), "ends_on": date(2019, 12, 31)}


def _draft(world: World) -> Campaign:
    made, _created = Campaign.objects.get_or_create(
        cluster=world.cast.cluster, year=2019, name="Bản nháp", defaults=DAYS
    )
    return made


def _launched(world: World) -> Campaign:
    found = Campaign.objects.filter(cluster=world.cast.cluster, year=2019, name="Đã phát động").first()
    if found is not None:
        return found
    by = world.cast.secretary
    row = Campaign.objects.create(
        cluster=world.cast.cluster, year=2019, name="Đã phát động", theme="Chủ đề", launched_by="Cụm", state="launched",
        version=1, launched_on=date(2019, 1, 10), launched_at=timezone.now(), launcher=by, **DAYS,
    )  # fmt: skip
    for office in world.cast.offices.values():
        CampaignOffice.objects.create(campaign=row, office=office)
    CampaignVersion.objects.create(campaign=row, number=1, content=content_of(row), made_by=by)
    return row


def _paper(campaign: Campaign) -> CampaignPaper:
    scan = store(content=b"scan", name="ke-hoach.txt", content_type="text/plain", by=None)
    made, _created = CampaignPaper.objects.get_or_create(campaign=campaign, title="Kế hoạch", defaults={"scan": scan})
    return made


def _in(campaign: Campaign, *more: object) -> Arguments:
    return [campaign.cluster.code, campaign.year, campaign.pk, *more]


def _with_paper(which: Any) -> Place:
    return lambda world: _in(which(world), _paper(which(world)).pk)


PLACES["own draft movement"] = lambda world: _in(_draft(world))
PLACES["own launched movement"] = lambda world: _in(_launched(world))
PLACES["own draft movement's paper"] = _with_paper(_draft)
PLACES["own launched movement's paper"] = _with_paper(_launched)
PLACES["own launched movement's version"] = lambda world: _in(_launched(world), 1)
PLACES["own draft movement's scan"] = lambda world: ["campaign-paper", _paper(_draft(world)).pk]
PLACES["own launched movement's scan"] = lambda world: ["campaign-paper", _paper(_launched(world)).pk]

ONE_CLUSTER = "a movement belongs to the cluster"
DRAFT, LAUNCHED = "own draft movement", "own launched movement"
ITS_OWN = may(SECRETARY)
PLANNED = may(SECRETARY, refused=KNOW_THE_CLUSTER - SECRETARY)
NO_ROWS = {
    f"{prefix}-{name}_FORMS": "0" for prefix in ("phases", "criteria", "prizes") for name in ("TOTAL", "INITIAL")
}

MOVEMENTS: tuple[Row, ...] = (
    Row("campaigns:movements_at_hand", "cluster", get=may(KNOW_THE_CLUSTER)),
    Row("campaigns:movements", "year", get=may(KNOW_THE_CLUSTER)),
    Row("campaigns:movements", "year of another's secretariat", get=may(KNOW_THE_CLUSTER)),
    Row("campaigns:new_campaign", "year", get=PLANNED, post=PLANNED, data=NO_ROWS),
    Row("campaigns:new_campaign", "year of another's secretariat",
        get=may(NO_ONE, refused=KNOW_THE_CLUSTER), post=may(NO_ONE, refused=KNOW_THE_CLUSTER)),
    Row("campaigns:next_year", "year", get=PLANNED, post=PLANNED),
    Row("campaigns:next_year", "year of another's secretariat",
        get=may(NO_ONE, refused=KNOW_THE_CLUSTER), post=may(NO_ONE, refused=KNOW_THE_CLUSTER)),
    Row("campaigns:campaign", DRAFT, get=ITS_OWN, why_not=ONE_CLUSTER),
    Row("campaigns:campaign", LAUNCHED, get=may(KNOW_THE_CLUSTER), why_not=ONE_CLUSTER),
    *(
        row
        for name, data in (
            ("edit_campaign", NO_ROWS), ("launch_campaign", {"on": "10/01/2019"}),
            ("close_campaign", {"on": "31/12/2019", "outcome": "Xong"}), ("remove_campaign", {}),
        )
        for row in (
            Row(f"campaigns:{name}", DRAFT, get=ITS_OWN if name.startswith("edit") else CLOSED, post=ITS_OWN,
                data=data, why_not=ONE_CLUSTER),
            Row(f"campaigns:{name}", LAUNCHED, get=PLANNED if name.startswith("edit") else CLOSED, post=PLANNED,
                data=data, why_not=ONE_CLUSTER),
        )
    ),
    Row("campaigns:confirm_campaign", DRAFT, post=may(NO_ONE, refused=SECRETARY), why_not=ONE_CLUSTER),
    Row("campaigns:confirm_campaign", LAUNCHED, why_not=ONE_CLUSTER,
        post=may(SECRETARY | HEAD, refused=KNOW_THE_CLUSTER - SECRETARY - HEAD)),
    Row("campaigns:campaign_version", "own launched movement's version", get=may(KNOW_THE_CLUSTER),
        why_not=ONE_CLUSTER),
    Row("campaigns:new_campaign_paper", DRAFT, get=ITS_OWN, post=ITS_OWN, why_not=ONE_CLUSTER),
    Row("campaigns:new_campaign_paper", LAUNCHED, get=PLANNED, post=PLANNED, why_not=ONE_CLUSTER),
    Row("campaigns:campaign_paper", "own draft movement's paper", get=ITS_OWN, post=ITS_OWN, why_not=ONE_CLUSTER),
    Row("campaigns:campaign_paper", "own launched movement's paper", get=PLANNED, post=PLANNED, why_not=ONE_CLUSTER),
    Row("campaigns:remove_campaign_paper", "own draft movement's paper", post=ITS_OWN, why_not=ONE_CLUSTER),
    Row("campaigns:remove_campaign_paper", "own launched movement's paper", post=PLANNED, why_not=ONE_CLUSTER),
    Row("files:file", "own draft movement's scan", get=ITS_OWN),
    Row("files:file", "own launched movement's scan", get=may(MEMBERS)),
)  # fmt: skip
