"""The people of one office of the case, what two of them hold, and what all register. Invented, and named so.

Their totals are those that the office states for 2019: thirteen counted, all registered, two for a higher title.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from django.db import transaction

from apps.accounts.models import User
from apps.demonstration import case
from apps.honours import actions as honours
from apps.honours.actions.lines import Line
from apps.honours.models import Decision, Honour
from apps.offices import actions as offices
from apps.offices.models import Cluster, Employment, Office, Person
from apps.pledges import actions as pledges
from apps.pledges.models import RegistrationRound, RegistrationSheet

Say = Callable[[str], None]
OFFICE = "bac-lieu"
DIVISION = "Phòng Công tác Quốc hội"
STAFF = (
    ("Lê Văn Ví Dụ", "Chánh Văn phòng", ""),
    ("Trần Thị Thí Dụ", "Chuyên viên", DIVISION),
    ("Phạm Văn Giả Định", "Phó Chánh Văn phòng", ""),
    ("Hồ Thị Tượng Trưng", "Trưởng phòng", DIVISION),
    ("Ngô Văn Thí Điểm", "Chuyên viên", DIVISION),
    ("Đỗ Thị Mẫu Mực", "Chuyên viên", DIVISION),
    ("Bùi Văn Minh Họa", "Chuyên viên", DIVISION),
    ("Võ Thị Phỏng Định", "Chuyên viên", DIVISION),
    ("Dương Văn Làm Mẫu", "Kế toán trưởng", "Phòng Hành chính - Tổ chức"),
    ("Mai Thị Bản Nháp", "Văn thư", "Phòng Hành chính - Tổ chức"),
    ("Lý Văn Tạm Đặt", "Lái xe", "Phòng Hành chính - Tổ chức"),
    ("Trịnh Thị Ước Lệ", "Chuyên viên", "Phòng Hành chính - Tổ chức"),
    ("Phan Văn Quy Ước", "Nhân viên phục vụ", "Phòng Hành chính - Tổ chức"),
)
NOT_COUNTED = ("Hoàng Văn Ngoại Lệ", "Chuyên viên", DIVISION, "nghỉ không hưởng lương từ ngày 01/02/2019")
CONTRACT = frozenset({"Lý Văn Tạm Đặt", "Phan Văn Quy Ước"})
FIGHTERS = {
    "Hồ Thị Tượng Trưng": "Sổ theo dõi kiến nghị cử tri",
    "Ngô Văn Thí Điểm": "Mẫu biên bản thống nhất",
}
CUT_OFF, DUE = date(2019, 3, 25), date(2019, 3, 30)
DECISIONS = ((2017, date(2017, 12, 18)), (2018, date(2018, 12, 20)))


@transaction.atomic
def fill(say: Say) -> None:
    """People, the register, registrations from draft to receipt. Repeating it does no harm."""
    cluster = Cluster.objects.get(code=case.CLUSTER)
    office = Office.objects.get(code=OFFICE)
    secretary, clerk, head = (
        User.objects.get(username=name) for name in ("thu.ky", "chuyen.vien.bac-lieu", "chanh.vp.bac-lieu")
    )
    people = _people(say, cluster, office, clerk)
    _held(say, cluster, office, people, clerk)
    if not RegistrationRound.objects.filter(cluster=cluster, year=case.YEAR).exists():
        pledges.save_round(cluster=cluster, year=case.YEAR, cut_off_on=CUT_OFF, due_on=DUE, by=secretary)
    if RegistrationSheet.objects.filter(cluster=cluster, year=case.YEAR, office=office).exists():
        return
    here: dict[str, Any] = {"cluster": cluster, "year": case.YEAR, "office": office}
    pledges.register_all(**here, honour="ldtt", by=clerk)
    for name, initiative in FIGHTERS.items():
        wish = pledges.Wish(("ldtt", "cstdcs"), initiative)
        pledges.register_person(**here, person=people[name], wish=wish, by=clerk)
    pledges.register_collective(**here, unit="", wish=pledges.Wish(("ttldtt",)), by=clerk)
    version = pledges.send(**here, by=head)
    pledges.receive(sheet=version.sheet, number=version.number, by=secretary)
    say(f"{office.short_name}: {version.registered}/{version.headcount} registered")


def _people(say: Say, cluster: Cluster, office: Office, by: User) -> dict[str, Person]:
    known = {
        row.person.full_name: row.person for row in Employment.objects.filter(office=office).select_related("person")
    }
    rows = [(*line, "") for line in STAFF] + [NOT_COUNTED]
    for name, position, unit, because in rows:
        if name not in known:
            employment = {
                "kind": "contract" if name in CONTRACT else "civil", "position": position, "unit": unit,
                "valid_from": case.FOUNDED, "is_counted": not because, "not_counted_because": because,
            }  # fmt: skip
            row = offices.add_person(
                cluster=cluster, office=office, person={"full_name": name}, employment=employment, by=by
            )
            known[name] = row.person
            say(f"person {name}")
    return known


def _held(say: Say, cluster: Cluster, office: Office, people: dict[str, Person], by: User) -> None:
    """Grassroots Emulation Fighter of 2017 and 2018: one of the two who aim for it again has both, one the last."""
    if Decision.objects.filter(office=office).exists():
        return
    fighter = Honour.objects.get(code="cstdcs")
    holders = {2017: ("Hồ Thị Tượng Trưng",), 2018: tuple(FIGHTERS)}
    for place, (year, signed_on) in enumerate(DECISIONS, start=1):
        lines = [Line(honour=fighter, year=year, person=people[name], office=office) for name in holders[year]]
        values = {
            "number": str(100 + place), "symbol": "QĐ-VPQH", "signed_on": signed_on, "body": "Văn phòng Quốc hội",
            "signer": "Nguyễn Văn Thí Dụ", "signer_post": "Chủ nhiệm",
        }  # fmt: skip
        honours.record_decision(cluster=cluster, office=office, values=values, lines=lines, by=by)
        say(f"decision {100 + place}/QĐ-VPQH")
    honours.state_known_since(cluster=cluster, office=office, year=case.FOUNDED.year, by=by)
