"""The fixed cast of every test: Cluster 9 in 2019, and the people who meet its pages.

secretary   holds the secretariat's desk of Cà Mau, the leading office of 2019
head, clerk of Bạc Liêu
other       clerk of Hậu Giang
leader      reads and comments, writes nothing
administrator looks after accounts
stranger    signed in, clerk of an office of another cluster
nobody      not signed in

Its periods of 2019 have no closing day, because tests enter figures today.
"""

from dataclasses import dataclass, field
from datetime import date

from apps.accounts.models import User
from apps.campaigns.enums import ConferenceKind, PeriodKind
from apps.campaigns.models import AssemblySession, AssemblyTerm, Chair, Conference, Period
from apps.offices.enums import LeadershipKind, RoleKind
from apps.offices.models import Cluster, Leadership, Membership, Office, OfficeName, Role

FOUNDED = date(2016, 1, 1)
OFFICES = (
    ("ca-mau", "Cà Mau", "tỉnh Cà Mau"),
    ("kien-giang", "Kiên Giang", "tỉnh Kiên Giang"),
    ("can-tho", "Cần Thơ", "thành phố Cần Thơ"),
    ("bac-lieu", "Bạc Liêu", "tỉnh Bạc Liêu"),
    ("soc-trang", "Sóc Trăng", "tỉnh Sóc Trăng"),
    ("hau-giang", "Hậu Giang", "tỉnh Hậu Giang"),
)


def make_user(username: str, full_name: str, **extra: object) -> User:
    user = User(username=username, full_name=full_name, **extra)
    user.set_password("mot-mat-khau-dai")
    user.save()
    return user


def make_office(code: str, short_name: str, province: str) -> Office:
    name = f"Văn phòng Đoàn ĐBQH {province}"
    office = Office.objects.create(code=code, name=name, short_name=short_name)
    OfficeName.objects.create(
        office=office, name=name, short_name=short_name, province=province,
        parent_body=f"ĐOÀN ĐẠI BIỂU QUỐC HỘI {province.upper()}",
        locality=short_name, managing_body="Văn phòng Quốc hội", valid_from=FOUNDED,
    )  # fmt: skip
    return office


@dataclass
class Cast:
    cluster: Cluster
    other_cluster: Cluster
    offices: dict[str, Office]
    foreign_office: Office
    first_half: Period
    second_half: Period
    year: Period
    conference: Conference
    session: AssemblySession
    secretary: User
    head: User
    clerk: User
    other: User
    leader: User
    administrator: User
    stranger: User
    people: dict[str, User | None] = field(default_factory=dict)

    @property
    def office(self) -> Office:
        """The office of `head` and `clerk`."""
        return self.offices["bac-lieu"]

    @property
    def other_office(self) -> Office:
        return self.offices["hau-giang"]


def make_cast() -> Cast:
    cluster = Cluster.objects.create(
        code="cum-9", name="Cụm thi đua số 9 các tỉnh, thành phố miền Tây", short_name="Cụm thi đua số 9", mark="9",
        region="miền Tây", managing_body="Văn phòng Quốc hội",
    )  # fmt: skip
    other_cluster = Cluster.objects.create(
        code="cum-1", name="Cụm thi đua số 1", short_name="Cụm thi đua số 1", mark="1"
    )
    offices = {code: make_office(code, short, province) for code, short, province in OFFICES}
    foreign = make_office("ha-giang", "Hà Giang", "tỉnh Hà Giang")
    for position, office in enumerate(offices.values(), start=1):
        Membership.objects.create(cluster=cluster, office=office, position=position, valid_from=FOUNDED)
    Membership.objects.create(cluster=other_cluster, office=foreign, position=1, valid_from=FOUNDED)
    for post, code in ((LeadershipKind.LEADER, "ca-mau"), (LeadershipKind.DEPUTY, "kien-giang")):
        Leadership.objects.create(cluster=cluster, year=2019, kind=post, office=offices[code])
    halves = [
        Period.objects.create(
            cluster=cluster,
            year=2019,
            kind=kind,
            starts_on=starts_on,
            ends_on=ends_on,
            due_on=ends_on,
        )
        for kind, starts_on, ends_on in (
            (PeriodKind.FIRST_HALF, date(2019, 1, 1), date(2019, 6, 30)),
            (PeriodKind.SECOND_HALF, date(2019, 7, 1), date(2019, 12, 31)),
            (PeriodKind.YEAR, date(2019, 1, 1), date(2019, 12, 31)),
        )
    ]
    conference = Conference.objects.create(
        cluster=cluster, period=halves[0], kind=ConferenceKind.REVIEW, title="Hội nghị sơ kết 6 tháng đầu năm 2019",
        held_on=date(2019, 7, 5), place="Hà Tiên, Kiên Giang", host=offices["kien-giang"],
    )  # fmt: skip
    Chair.objects.create(conference=conference, position=1, office=offices["ca-mau"])
    Chair.objects.create(conference=conference, position=2, office=offices["kien-giang"])
    term = AssemblyTerm.objects.create(number=14, starts_on=date(2016, 7, 20), ends_on=date(2021, 7, 19))
    session = AssemblySession.objects.create(
        term=term, number=7, opens_on=date(2019, 5, 20), closes_on=date(2019, 6, 14)
    )
    users = {
        "secretary": make_user("thu.ky", "Nguyễn Văn Mẫu"),
        "head": make_user("chanh.vp", "Trần Thị Thí Dụ"),
        "clerk": make_user("chuyen.vien", "Lê Văn Ví Dụ"),
        "other": make_user("chuyen.vien.2", "Phạm Thị Giả Định"),
        "leader": make_user("lanh.dao", "Võ Văn Minh Họa"),
        "administrator": make_user("quan.tri", "Đặng Thị Quản Trị Mẫu", is_administrator=True),
        "stranger": make_user("nguoi.la", "Hồ Văn Người Lạ"),
    }
    held: tuple[tuple[str, RoleKind, Office | None, Cluster | None], ...] = (
        ("secretary", RoleKind.SECRETARIAT, offices["ca-mau"], None),
        ("head", RoleKind.HEAD, offices["bac-lieu"], None),
        ("clerk", RoleKind.CLERK, offices["bac-lieu"], None),
        ("other", RoleKind.CLERK, offices["hau-giang"], None),
        ("leader", RoleKind.VIEWER, None, cluster),
        ("stranger", RoleKind.CLERK, foreign, None),
    )
    for name, kind, at, reads in held:
        Role.objects.create(user=users[name], kind=kind, office=at, cluster=reads, valid_from=date(2019, 1, 1))
    return Cast(
        cluster=cluster, other_cluster=other_cluster, offices=offices, foreign_office=foreign, first_half=halves[0],
        second_half=halves[1], year=halves[2], conference=conference, session=session,
        people={**users, "nobody": None}, **users,
    )  # fmt: skip
