"""The pledges of the 2019 case. That there were such pledges is an example: contents, levels and persons are invented.

Five offices signed at a pledge conference in February; Bạc Liêu amended its pledge in May; Hậu Giang has a draft.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from django.db import transaction

from apps.accounts.models import User
from apps.campaigns import actions as campaigns
from apps.campaigns.enums import ConferenceKind, PartOfDay
from apps.campaigns.models import Conference, Period
from apps.demonstration import case
from apps.indicators.models import Indicator
from apps.offices.models import Cluster, Office
from apps.pledges import actions as pledges
from apps.pledges.enums import Comparison
from apps.pledges.models import Pledge, PledgeVersion
from apps.pledges.promised import Promise, Said
from apps.pledges.versions import said

SIGNED_ON, AMENDED_ON = date(2019, 2, 20), date(2019, 5, 15)
WITNESS, POST = "Trịnh Thị Chứng Kiến Mẫu", "Đại diện Công đoàn Văn phòng Quốc hội"
# Supervisions and voter meetings of the year; who signs, nobody where it is not signed yet.
OFFICES = {
    "ca-mau": (7, 30, "Phan Văn Điển Hình"),
    "kien-giang": (7, 32, "Huỳnh Thị Minh Họa"),
    "can-tho": (6, 28, "Ngô Văn Thử Nghiệm"),
    "bac-lieu": (6, 24, "Lê Văn Ví Dụ"),
    "soc-trang": (6, 26, "Đỗ Thị Giả Sử"),
    "hau-giang": (6, 24, ""),
}
CONTENTS = (
    "Tham mưu, phục vụ chu đáo hoạt động giám sát, khảo sát, tiếp xúc cử tri, tiếp công dân của Đoàn ĐBQH và ĐBQH.",
    "Tổ chức lấy ý kiến đóng góp các dự án luật đúng kế hoạch, có chất lượng.",
    "Giữ nghiêm kỷ luật, kỷ cương hành chính; thực hiện văn hóa công sở và quy chế dân chủ ở cơ sở.",
    "100% công chức, viên chức, người lao động đăng ký và thực hiện phong trào thi đua.",
    "Tham gia công tác xã hội, đền ơn đáp nghĩa, giúp đỡ hộ nghèo.",
)
ADDED = "Đổi mới hình thức và thành phần tiếp xúc cử tri; chia sẻ kinh nghiệm với các Văn phòng trong Cụm."
REASON = "Bổ sung nhiệm vụ đổi mới tiếp xúc cử tri theo kế hoạch của Đoàn ĐBQH."
IN_WORDS = ("Không có công chức, người lao động bị xử lý kỷ luật.", "Báo cáo đúng thời hạn, đúng mẫu.")

Say = Callable[[str], None]


@transaction.atomic
def pledge(say: Say) -> None:
    secretary = User.objects.get(username=case.PEOPLE[0].username)
    cluster = Cluster.objects.get(code=case.CLUSTER)
    if Pledge.objects.filter(cluster=cluster, year=case.YEAR).exists():
        return
    _conference(cluster, secretary)
    for code in OFFICES:
        _signed(cluster, code, secretary)
    say(f"{len(OFFICES)} pledges of {case.YEAR}")


def _conference(cluster: Cluster, by: User) -> None:
    if not Conference.objects.filter(cluster=cluster, kind=ConferenceKind.PLEDGE).exists():
        campaigns.save_conference(
            period=Period.objects.get(cluster=cluster, year=case.YEAR, kind="H1"), chairs=[], by=by,
            values={
                "kind": ConferenceKind.PLEDGE, "part_of_day": PartOfDay.MORNING, "held_on": SIGNED_ON,
                "title": "Hội nghị ký kết giao ước thi đua năm 2019", "place": "Cà Mau",
                "host": Office.objects.get(code=case.LEADER),
            },
        )  # fmt: skip


def _signed(cluster: Cluster, code: str, by: User) -> None:
    supervisions, meetings, signer = OFFICES[code]
    office = Office.objects.get(code=code)
    draft = pledges.start_pledge(cluster=cluster, year=case.YEAR, office=office, from_last_year=False, by=by)
    text = Said(draft.opening, CONTENTS, _targets(supervisions, meetings))
    draft = pledges.save_draft(version=draft, text=text, revision=draft.revision, by=by)
    if signer:
        _sign(draft, signer, SIGNED_ON, by)
    if code == "bac-lieu":
        second = pledges.amend_pledge(pledge=draft.pledge, reason=REASON, by=by)
        kept = said(PledgeVersion.objects.with_lines().get(pk=second.pk))
        text = Said(kept.opening, (*kept.contents, ADDED), _targets(supervisions, meetings + 6))
        second = pledges.save_draft(version=second, text=text, reason=REASON, revision=second.revision, by=by)
        _sign(second, signer, AMENDED_ON, by)


def _targets(supervisions: int, meetings: int) -> tuple[Promise, ...]:
    def least(code: str, value: int) -> Promise:
        indicator = Indicator.objects.get(code=code)
        return Promise(indicator.name, indicator, Comparison.AT_LEAST, value)

    rate = Indicator.objects.filter(numerator__code="registered").get()
    return (
        least("supervisions", supervisions), least("voter_meetings", meetings), least("law_consultations", 4),
        Promise(rate.name, rate, Comparison.PERCENTAGE, None, 100, 100), *(Promise(text) for text in IN_WORDS),
    )  # fmt: skip


def _sign(draft: PledgeVersion, signer: str, on: date, by: User) -> None:
    signing = pledges.Signing(
        signed_on=on, signer=signer, signed_as="CHÁNH VĂN PHÒNG", witness=WITNESS, witness_post=POST
    )
    pledges.sign_pledge(version=draft, signing=signing, revision=draft.revision, by=by)
