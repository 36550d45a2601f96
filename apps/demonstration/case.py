"""The 2019 case of Cluster 9, as data. Facts of the published account; persons and every other detail are invented."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from apps.campaigns.enums import CampaignLevel, CampaignPaperKind
from apps.campaigns.movement import CriterionLine, PhaseLine
from apps.offices.enums import RoleKind

DATA = Path(__file__).parent / "data"
LISTS = DATA / "cluster9-2019h1.xlsx"
PASSWORD = "cum-thi-dua-2019"
CLUSTER = "cum-9"
YEAR = 2019
FOUNDED = date(2016, 1, 1)

# In the cluster's own order.
OFFICES = (
    ("ca-mau", "Cà Mau", "tỉnh Cà Mau"),
    ("kien-giang", "Kiên Giang", "tỉnh Kiên Giang"),
    ("can-tho", "Cần Thơ", "thành phố Cần Thơ"),
    ("bac-lieu", "Bạc Liêu", "tỉnh Bạc Liêu"),
    ("soc-trang", "Sóc Trăng", "tỉnh Sóc Trăng"),
    ("hau-giang", "Hậu Giang", "tỉnh Hậu Giang"),
)
LEADER, DEPUTY = "ca-mau", "kien-giang"


@dataclass(frozen=True, kw_only=True)
class Person:
    """`role` is None for the administrator; `label` stands on the sign-in page."""

    username: str
    full_name: str
    position: str
    label: str | Promise
    note: str
    role: RoleKind | None
    office: str = ""


ADMINISTRATOR = Person(
    username="quan.tri", full_name="Đặng Thị Quản Trị Mẫu", position="Quản trị viên", label=_("Administrator"),
    note="Tài khoản, cụm, văn phòng", role=None,
)  # fmt: skip
PEOPLE = (
    Person(
        username="thu.ky", full_name="Nguyễn Văn Mẫu", position="Chuyên viên", label=_("Cluster secretariat"),
        note="Cà Mau · Cụm trưởng năm 2019", role=RoleKind.SECRETARIAT, office="ca-mau",
    ),
    Person(
        username="chuyen.vien.bac-lieu", full_name="Trần Thị Thí Dụ", position="Chuyên viên", label=_("Office clerk"),
        note="Bạc Liêu", role=RoleKind.CLERK, office="bac-lieu",
    ),
    Person(
        username="chanh.vp.bac-lieu", full_name="Lê Văn Ví Dụ", position="Chánh Văn phòng", label=_("Office head"),
        note="Bạc Liêu", role=RoleKind.HEAD, office="bac-lieu",
    ),
    Person(
        username="chuyen.vien.hau-giang", full_name="Phạm Thị Giả Định", position="Chuyên viên",
        label=_("Office clerk"), note="Hậu Giang", role=RoleKind.CLERK, office="hau-giang",
    ),
    Person(
        username="lanh.dao", full_name="Võ Văn Tưởng Tượng", position="Lãnh đạo Cụm", label=_("Leader"),
        note="Xem số liệu, góp ý báo cáo", role=RoleKind.VIEWER,
    ),
)  # fmt: skip

TERM = (14, date(2016, 7, 20), date(2021, 7, 19))
SESSIONS = ((7, date(2019, 5, 20), date(2019, 6, 14)), (8, date(2019, 10, 21), date(2019, 11, 27)))

# Of the account: the movement, its theme, who launched it. Its days, phases, criteria and papers are examples, and
# so is the cluster's own movement under it.
MOVEMENT = {
    "name": "Phong trào thi đua năm 2019 của Văn phòng Quốc hội",
    "level": CampaignLevel.MANAGING_BODY,
    "theme": (
        "Công chức, viên chức, lao động hợp đồng Văn phòng Quốc hội đoàn kết, kỷ cương, liêm chính, hành động, "
        "sáng tạo, phấn đấu hoàn thành xuất sắc nhiệm vụ được giao"
    ),
    "launched_by": "Văn phòng Quốc hội",
    "partner": "Công đoàn cơ sở",
    "scope": "Công chức, viên chức, lao động hợp đồng của Văn phòng Quốc hội và các Văn phòng Đoàn ĐBQH.",
    "starts_on": date(2019, 1, 1),
    "ends_on": date(2019, 12, 31),
}
LAUNCHED_ON = date(2019, 1, 10)
OWN_MOVEMENT = {
    "name": "Phong trào thi đua năm 2019 của Cụm thi đua số 9",
    "level": CampaignLevel.CLUSTER,
    "theme": MOVEMENT["theme"],
    "launched_by": "Cụm thi đua số 9",
    "partner": "",
    "scope": "Công chức, người lao động của sáu Văn phòng Đoàn ĐBQH trong Cụm.",
    "starts_on": date(2019, 1, 1),
    "ends_on": date(2019, 12, 31),
}
OWN_LAUNCHED_ON = date(2019, 1, 25)
PHASES = (
    PhaseLine(
        name="Đợt 1", starts_on=date(2019, 1, 1), ends_on=date(2019, 6, 30),
        content="Phát động, đăng ký thi đua, tổ chức thực hiện; sơ kết 6 tháng đầu năm.",
    ),
    PhaseLine(
        name="Đợt 2", starts_on=date(2019, 7, 1), ends_on=date(2019, 12, 31),
        content="Tiếp tục thực hiện; tổng kết, bình xét danh hiệu, đề nghị khen thưởng.",
    ),
)  # fmt: skip
CRITERIA = (
    CriterionLine(text="Cán bộ, công chức, người lao động đăng ký thi đua", target="100%"),
    CriterionLine(text="Tham mưu, phục vụ hoạt động giám sát, khảo sát, tiếp xúc cử tri, góp ý dự án luật"),
    CriterionLine(text="Thực hiện quy chế dân chủ ở cơ sở, kỷ luật, kỷ cương hành chính và văn hóa công sở"),
)
LAUNCHING_PAPER = {
    "kind": CampaignPaperKind.JOINT_PLAN,
    "title": "Phát động phong trào thi đua năm 2019",
    "body": "Văn phòng Quốc hội, Công đoàn cơ sở",
    "number": 12,
    "symbol": "KHLT-VPQH-CĐCS",
    "signed_on": date(2019, 1, 10),
    "signer": "Bùi Văn Thí Điểm",
}
CONFIRMED = "Xác nhận tại Hội nghị ký kết giao ước thi đua đầu năm 2019."

CONFERENCE = {
    "title": "Hội nghị sơ kết 6 tháng đầu năm 2019",
    "held_on": date(2019, 7, 5),
    "place": "Hà Tiên, tỉnh Kiên Giang",
    "resolutions": "\n".join(
        (
            "Thống nhất kết quả 6 tháng đầu năm và nhiệm vụ trọng tâm 6 tháng cuối năm 2019 của Cụm.",
            "Trao đổi, nhân rộng kinh nghiệm của Văn phòng Đoàn ĐBQH tỉnh Bạc Liêu về đổi mới hình thức và thành phần "
            "tiếp xúc cử tri.",
            "Các Văn phòng thành viên chuẩn bị tổng kết phong trào thi đua, bình xét danh hiệu, đề nghị khen thưởng và "
            "báo cáo đúng thời hạn.",
        )
    ),
}
CHAIRS = (
    ("ca-mau", "Phan Văn Điển Hình", "Chánh Văn phòng Đoàn ĐBQH tỉnh Cà Mau, Cụm trưởng"),
    ("kien-giang", "Huỳnh Thị Minh Họa", "Chánh Văn phòng Đoàn ĐBQH tỉnh Kiên Giang, Cụm phó"),
)

TASKS = (
    "Tham mưu, phục vụ Đoàn ĐBQH lấy ý kiến đóng góp các dự án luật trình Kỳ họp thứ 8, Quốc hội khóa XIV.",
    "Tham mưu, phục vụ Đoàn ĐBQH thực hiện chương trình giám sát, khảo sát 6 tháng cuối năm 2019.",
    "Phục vụ ĐBQH tiếp xúc cử tri trước và sau Kỳ họp thứ 8, Quốc hội khóa XIV; tổng hợp, chuyển và theo dõi việc "
    "giải quyết ý kiến, kiến nghị của cử tri.",
    "Phục vụ ĐBQH tiếp công dân; tiếp nhận, xử lý và theo dõi việc giải quyết đơn thư của công dân.",
    "Tổng kết phong trào thi đua năm 2019; bình xét danh hiệu thi đua, đề nghị khen thưởng và báo cáo theo quy định.",
)

# What the secretariat types. The account says that democracy, discipline and office culture were kept; the wording and
# everything else here is an example.
PROSE = {
    "situation": (
        "Các Văn phòng thành viên được sự quan tâm, chỉ đạo của lãnh đạo Văn phòng Quốc hội, lãnh đạo Đoàn ĐBQH; "
        "tập thể cán bộ, công chức, người lao động đoàn kết, chủ động. Khối lượng công việc phục vụ Kỳ họp thứ 7 lớn "
        "trong khi biên chế của mỗi Văn phòng còn ít."
    ),
    "session-service": (
        "Các Văn phòng tham mưu, phục vụ chu đáo hoạt động của Đoàn ĐBQH và ĐBQH tại Kỳ họp thứ 7, Quốc hội khóa XIV; "
        "công tác hành chính, quản trị được bảo đảm."
    ),
    "assessment": (
        "Các Văn phòng thành viên thực hiện tốt quy chế dân chủ ở cơ sở; chấp hành nghiêm kỷ luật, kỷ cương hành "
        "chính; giữ gìn văn hóa công sở. Phong trào thi đua gắn với nhiệm vụ chuyên môn, hoàn thành tốt nhiệm vụ "
        "6 tháng đầu năm."
    ),
    "limits": "Việc trao đổi kinh nghiệm giữa các Văn phòng thành viên chưa được thường xuyên.",
    "causes": "Các Văn phòng ở cách xa nhau; nhiều nhiệm vụ đột xuất trùng thời gian.",
    "lessons": (
        "Phát huy vai trò người đứng đầu; phối hợp chặt chẽ giữa chính quyền và Công đoàn trong phát động, kiểm tra, "
        "đôn đốc phong trào thi đua."
    ),
    "proposals": "Đề nghị Văn phòng Quốc hội tiếp tục quan tâm hướng dẫn, bồi dưỡng nghiệp vụ thi đua, khen thưởng.",
}
