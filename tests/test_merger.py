"""Six offices became three on 1 July 2025: what was said of 2019 stands byte for byte; 2025 expects six, then three."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from apps.campaigns.enums import PeriodKind
from apps.campaigns.models import Period
from apps.indicators.models import Indicator
from apps.indicators.reading import Window, figures
from apps.offices import actions
from apps.offices.enums import LeadershipKind
from apps.offices.models import Leadership, Office
from apps.pledges import actions as pledges
from apps.pledges.tests.house import staffed
from apps.pledges.tests.pledged import pledge
from apps.reports.expected import expected_offices
from apps.reports.tests import cycles
from tests.cast import Cast

pytestmark = pytest.mark.django_db
ON = date(2025, 7, 1)
MADE_AT = datetime(2026, 1, 5, 2, 0, tzinfo=UTC)
MERGERS = (
    (("ca-mau", "bac-lieu"), "ca-mau-2025", "tỉnh Cà Mau", None),
    (("can-tho", "soc-trang", "hau-giang"), "can-tho-2025", "thành phố Cần Thơ", None),
    (("kien-giang",), "an-giang-2025", "tỉnh An Giang", "an-giang"),
)
PAGES = (
    "/c/cum-9/2019H1/",
    cycles.LIST,
    cycles.OWN,
    f"{cycles.OWN}versions/1/",
    "/c/cum-9/2019H1/figures/voter_meetings/",
    "/c/cum-9/2019H1/records/",
    "/c/cum-9/pledges/2019/",
    "/c/cum-9/pledges/2019/offices/bac-lieu/",
    "/c/cum-9/pledges/2019/offices/bac-lieu/progress/",
    "/c/cum-9/registrations/2019/",
    "/c/cum-9/registrations/2019/offices/bac-lieu/",
)
EXPORTS = (
    f"{cycles.OWN}versions/1/export/",
    f"{cycles.OWN}versions/1/word/",
    f"{cycles.OWN}versions/1/pdf/",
    f"{cycles.LIST}completeness/export/",
    "/c/cum-9/pledges/2019/offices/bac-lieu/pledge.docx",
    "/c/cum-9/pledges/2019/offices/bac-lieu/pledge.pdf",
    "/c/cum-9/registrations/2019/annex.xlsx",
    "/c/cum-9/registrations/2019/offices/bac-lieu/excel/",
    "/c/cum-9/honours/excel/?on=31/12/2019",
)
CHANGING = re.compile(r'(name="csrfmiddlewaretoken" value|nonce)="[^"]*"')


def merge_all(cast: Cast) -> None:
    for codes, code, province, outsider in MERGERS:
        name = f"Văn phòng Đoàn ĐBQH và HĐND {province}"
        values = {"code": code, "name": name, "short_name": province.split(" ", 1)[-1]}
        actions.merge_offices(
            cluster=cast.cluster, predecessors=[cast.offices[each] for each in codes], on=ON, values=values,
            outsider={"code": outsider, "name": "Văn phòng Đoàn ĐBQH tỉnh An Giang", "short_name": "An Giang (cũ)"}
            if outsider else None,
            instrument="Nghị quyết số 202/2025/QH15", by=cast.administrator,
        )  # fmt: skip


def main_of(client: Client, address: str) -> str:
    """What a page says, without the frame around it: the reader's own office changes its name there."""
    answer = client.get(address)
    assert answer.status_code == 200, address
    page = answer.content.decode()
    return CHANGING.sub("", page[page.index("<main") : page.index("</main>")])


def unpacked(content: bytes) -> dict[str, bytes] | bytes:
    if not content.startswith(b"PK"):
        return content
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def half(cast: Cast, kind: PeriodKind, starts_on: date, ends_on: date) -> Period:
    return Period.objects.create(cluster=cast.cluster, year=2025, kind=kind, starts_on=starts_on, ends_on=ends_on)


def test_2019_stands_as_it_was(cast: Cast, client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    cycles.prepared(cast)
    cycles.send(cast)
    cycles.receive(cast)
    pledge(cast)
    staffed(cast.office)
    target: dict[str, Any] = {"cluster": cast.cluster, "year": 2019, "office": cast.office}
    pledges.register_all(**target, honour="ldtt", by=cast.clerk)
    pledges.send(**target, by=cast.head)
    monkeypatch.setattr(timezone, "now", lambda: MADE_AT)
    client.force_login(cast.leader)
    pages = {address: main_of(client, address) for address in PAGES}
    exports = {address: unpacked(client.get(address).content) for address in EXPORTS}
    merge_all(cast)
    for address, before in pages.items():
        assert main_of(client, address) == before, address
    for address, content in exports.items():
        assert unpacked(client.get(address).content) == content, address


def test_2025_expects_six_reports_and_then_three(cast: Cast) -> None:
    first = half(cast, PeriodKind.FIRST_HALF, date(2025, 1, 1), date(2025, 6, 30))
    second = half(cast, PeriodKind.SECOND_HALF, date(2025, 7, 1), date(2025, 12, 31))
    assert len(expected_offices(second)) == 6
    merge_all(cast)
    assert [office.code for office in expected_offices(first)] == list(cast.offices)
    assert [office.code for office in expected_offices(second)] == ["ca-mau-2025", "an-giang-2025", "can-tho-2025"]
    assert not Office.objects.members_of(cast.cluster, ON, date(2099, 1, 1)).filter(code="an-giang").exists()


def test_the_successor_s_people_finish_the_first_half(cast: Cast, client: Client) -> None:
    """Its report is due in July: the head of Bạc Liêu, now of the one office, still prepares it, and no other's."""
    Leadership.objects.create(
        cluster=cast.cluster, year=2025, kind=LeadershipKind.LEADER, office=cast.offices["kien-giang"]
    )
    half(cast, PeriodKind.FIRST_HALF, date(2025, 1, 1), date(2025, 6, 30))
    merge_all(cast)
    client.force_login(cast.head)
    assert client.get("/c/cum-9/2025H1/reports/offices/bac-lieu/").status_code == 200
    assert client.get("/c/cum-9/2025H1/reports/offices/ca-mau/").status_code == 200
    assert client.get("/c/cum-9/2025H1/reports/offices/hau-giang/").status_code == 404


CODES = ("headcount", "registered", "registered_cstdcs", "registered_ttldtt")
SECOND_HALF = Window(ON, date(2025, 12, 31))
WHOLE_YEAR = Window(date(2025, 1, 1), date(2025, 12, 31))


def registered(cast: Cast, *codes: str, people: int = 2) -> None:
    """Offices of the cast that sent their registrations of 2025, counted on 31 March: one CSTĐCS, one collective."""
    if not Leadership.objects.filter(cluster=cast.cluster, year=2025).exists():
        Leadership.objects.create(
            cluster=cast.cluster, year=2025, kind=LeadershipKind.LEADER, office=cast.offices["ca-mau"]
        )
    for code in codes:
        first, *_rest = staffed(cast.offices[code], people)
        here: dict[str, Any] = {
            "cluster": cast.cluster, "year": 2025, "office": cast.offices[code], "by": cast.secretary
        }  # fmt: skip
        pledges.register_person(**here, person=first, wish=pledges.Wish(("cstdcs",)))
        pledges.register_all(**here, honour="ldtt")
        pledges.register_collective(**here, unit="", wish=pledges.Wish(("ttldtt",)))
        pledges.send(**here)


def counted(cast: Cast, window: Window, *offices: Office) -> list[tuple[int | None, ...]]:
    """Of each office, and of all of them."""
    indicators = Indicator.objects.filter(code__in=CODES)
    found = figures(indicators, cluster=cast.cluster, offices=[each.pk for each in offices], windows=[window])
    owners = [tuple(found.of(code, each.pk).value for code in CODES) for each in offices]
    return [*owners, tuple(found.total(code).value for code in CODES)]


def test_a_successor_s_registrations_are_what_its_predecessors_sent(cast: Cast, client: Client) -> None:
    """Their people moved. Each is counted once, also where predecessors and successor are asked for together."""
    registered(cast, "ca-mau", "bac-lieu")
    merge_all(cast)
    new = Office.objects.get(code="ca-mau-2025")
    assert counted(cast, SECOND_HALF, new) == [(4, 4, 2, 2), (4, 4, 2, 2)]
    old = [cast.offices["ca-mau"], cast.offices["bac-lieu"]]
    assert counted(cast, WHOLE_YEAR, *old, new) == [(2, 2, 1, 1), (2, 2, 1, 1), (None,) * 4, (4, 4, 2, 2)]
    first_half = Window(date(2025, 1, 1), date(2025, 6, 30))
    assert counted(cast, first_half, new)[0] == (None,) * 4
    half(cast, PeriodKind.SECOND_HALF, ON, date(2025, 12, 31))
    client.force_login(cast.secretary)
    page = client.get("/c/cum-9/2025H2/figures/headcount/").content.decode()
    assert page.count("Lê Thí Dụ") == 2
    client.force_login(cast.other)
    assert "Lê Thí Dụ" not in client.get("/c/cum-9/2025H2/figures/headcount/").content.decode()


def test_where_one_of_them_sent_nothing_there_is_no_figure_and_the_list_says_why(cast: Cast, client: Client) -> None:
    """Also where an outsider went into it, of which the cluster knows nothing."""
    registered(cast, "ca-mau", "bac-lieu", "can-tho", "kien-giang")
    merge_all(cast)
    for code in ("can-tho-2025", "an-giang-2025"):
        assert counted(cast, SECOND_HALF, Office.objects.get(code=code))[0] == (None,) * 4
    client.force_login(cast.leader)
    page = client.get("/c/cum-9/registrations/2025/").content.decode()
    for words in (
        "là tổng số mà Cà Mau, Bạc Liêu đã gửi", "vì Sóc Trăng, Hậu Giang chưa gửi đăng ký",
        "vì An Giang (cũ) không thuộc Cụm vào ngày chốt danh sách",
    ):  # fmt: skip
        assert words in page, words


def test_a_successor_that_sends_its_own_counts_alone(cast: Cast) -> None:
    registered(cast, "ca-mau", "bac-lieu")
    merge_all(cast)
    days: dict[str, Any] = {"cluster": cast.cluster, "year": 2025, "cut_off_on": date(2025, 7, 10), "due_on": None}
    pledges.save_round(**days, by=cast.secretary)
    new = Office.objects.get(code="ca-mau-2025")
    here: dict[str, Any] = {"cluster": cast.cluster, "year": 2025, "office": new, "by": cast.secretary}
    pledges.register_all(**here, honour="ldtt")
    pledges.send(**here)
    old = [cast.offices["ca-mau"], cast.offices["bac-lieu"]]
    assert counted(cast, SECOND_HALF, new)[0] == (4, 4, 0, 0)
    assert counted(cast, WHOLE_YEAR, *old, new)[-1] == (4, 4, 0, 0)
