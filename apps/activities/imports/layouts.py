"""The tables that are understood: the lists of a secretariat, and the offices' one-row forms. Pure data.

A heading is compared without accents, case and punctuation; two tiers are written "upper / lower". The first spelling of
each column is the one that messages name and that our own workbooks print.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum

from apps.activities.enums import Kind

SMALL, LARGE, MONEY = 32_767, 2_147_483_647, 9_000_000_000_000_000


class Reads(Enum):
    """How a column's cells are read."""

    NUMBERING = "numbering"
    OWNER = "owner"
    HOST = "host"
    DAY = "day"
    TEXT = "text"
    NUMBER = "number"
    MONEY = "money"
    CHOICE = "choice"
    PHASE = "phase"
    DRAFT = "draft"
    CONFERENCE = "conference"
    YES = "yes"  # "có", "x" or blank
    SUM = "sum"  # a number that the program computes itself: checked against its parts, never stored
    COMPUTED = "computed"  # known, and left to the program
    FIGURE = "figure"


@dataclass(frozen=True)
class Column:
    """`field` names a field of the record, with a dot one of its detail row, or an indicator's code.

    `needed`: without the column the sheet is not imported. `filled`: no cell of it may be blank. `rare`: stands in the
    lists that this program writes, and nobody misses it in others. `choices` are the words of a column whose words are
    not the program's own.
    """

    field: str
    reads: Reads
    headings: tuple[str, ...]
    needed: bool = False
    filled: bool = False
    limit: int = LARGE
    words: str = ""
    rare: bool = False
    choices: tuple[str, ...] = ()

    @property
    def heading(self) -> str:
        return self.headings[0]

    @property
    def is_common(self) -> bool:
        """Stands in every kind of list, so it tells none from another."""
        return self.reads in {Reads.NUMBERING, Reads.OWNER, Reads.CONFERENCE} or self.field in {
            "starts_on", "ends_on", "place", "note",
        }  # fmt: skip


@dataclass(frozen=True)
class Layout:
    """`kind` is set for lists of records; without it the rows state figures of the period, one office a row."""

    slug: str
    title: str
    columns: tuple[Column, ...]
    kind: Kind | None = None
    defined: int = 0  # the id of the kind, where the cluster defined it
    code: str = ""  # what names that kind in addresses

    @property
    def list_code(self) -> str:
        return self.code or (self.kind.value if self.kind else "")

    @property
    def states_figures(self) -> bool:
        return self.kind is None


R = Reads
_NUMBERING = Column("", R.NUMBERING, ("STT", "TT", "Số TT", "Số thứ tự"))
_OWNER = Column(
    "owner",
    R.OWNER,
    ("Văn phòng", "Đơn vị", "Tên đơn vị", "Tên văn phòng", "Văn phòng Đoàn ĐBQH", "Cơ quan", "Đoàn ĐBQH", "Địa phương"),
    needed=True,
    filled=True,
)
_DAY = Column(
    "starts_on",
    R.DAY,
    (
        "Ngày",
        "Ngày tổ chức",
        "Ngày thực hiện",
        "Thời gian",
        "Ngày tháng",
        "Ngày, tháng, năm",
        "Thời gian tổ chức",
        "Thời gian thực hiện",
    ),
    needed=True,
    filled=True,
)
_NOTE = Column("note", R.TEXT, ("Ghi chú",))
_PLACE = Column("place", R.TEXT, ("Địa điểm", "Nơi tổ chức", "Địa điểm tổ chức"), limit=300)
_CONFERENCE = Column("conference", R.CONFERENCE, ("Gắn với hội nghị", "Thuộc hội nghị", "Hội nghị gắn với"))
_END = Column("ends_on", R.DAY, ("Ngày kết thúc", "Đến ngày"), rare=True)
_RARE_CONFERENCE = replace(_CONFERENCE, rare=True)


def _rare(field: str, reads: Reads, *headings: str, limit: int = LARGE, words: str = "") -> Column:
    return Column(field, reads, headings, limit=limit, words=words, rare=True)


_CONTENT = Column("title", R.TEXT, ("Nội dung", "Tên hoạt động", "Nội dung hoạt động"), limit=500)
# What a list of a kind that a cluster defined has beside its own fields: before, content, place, after.
EVERY_LIST = ((_NUMBERING, _OWNER, _DAY), _CONTENT, _PLACE, (_RARE_CONFERENCE, _NOTE))

SUPERVISIONS = Layout("supervisions", "Giám sát, khảo sát", kind=Kind.SUPERVISION, columns=(
    _NUMBERING, _OWNER, _DAY,
    Column("title", R.TEXT, ("Chuyên đề", "Nội dung", "Nội dung giám sát", "Chuyên đề giám sát", "Tên chuyên đề", "Nội dung giám sát, khảo sát"), needed=True, filled=True, limit=500),
    Column("supervision.kind", R.CHOICE, ("Loại", "Loại giám sát", "Loại hình", "Hình thức giám sát", "Hình thức"), needed=True, filled=True, words="supervision_kind"),
    Column("supervision.bodies", R.NUMBER, ("Số cơ quan, đơn vị chịu sự giám sát", "Số cơ quan, đơn vị", "Số đơn vị được giám sát", "Số cơ quan chịu sự giám sát"), limit=SMALL),
    Column("supervision.report_state", R.CHOICE, ("Báo cáo kết quả", "Báo cáo", "Tình trạng báo cáo"), words="report_state"),
    _END, _PLACE, _RARE_CONFERENCE,
    _rare("supervision.initiator", R.CHOICE, "Chủ trì", words="initiator"),
    _rare("supervision.decision_number", R.TEXT, "Số quyết định", limit=60),
    _rare("supervision.decided_on", R.DAY, "Ngày quyết định"),
    _rare("supervision.notified_on", R.DAY, "Ngày gửi thông báo"),
    _rare("supervision.team_head", R.TEXT, "Trưởng đoàn", limit=160),
    _rare("supervision.deputies", R.NUMBER, "Số ĐBQH trong đoàn", limit=SMALL),
    _rare("supervision.invited", R.TEXT, "Thành phần mời tham gia đoàn", limit=300),
    _rare("supervision.legal_field", R.TEXT, "Lĩnh vực pháp luật", limit=200),
    _rare("supervision.examined_from", R.DAY, "Thời kỳ giám sát từ ngày"),
    _rare("supervision.examined_to", R.DAY, "Thời kỳ giám sát đến ngày"),
    _rare("supervision.bodies_named", R.TEXT, "Các cơ quan, đơn vị chịu sự giám sát", limit=10_000),
    _rare("supervision.information_from", R.TEXT, "Cơ quan được yêu cầu cung cấp thông tin", limit=300),
    _rare("supervision.information_asked_on", R.DAY, "Ngày yêu cầu cung cấp thông tin"),
    _rare("supervision.information_answered_on", R.DAY, "Ngày cung cấp thông tin"),
    _rare("supervision.reported_on", R.DAY, "Ngày báo cáo"),
    _rare("supervision.recommendations", R.NUMBER, "Số kiến nghị", limit=SMALL),
    _rare("supervision.recommendations_answered", R.NUMBER, "Kiến nghị đã được trả lời", limit=SMALL),
    _NOTE,
))  # fmt: skip
VOTER_MEETINGS = Layout("voter_meetings", "Tiếp xúc cử tri", kind=Kind.VOTER_MEETING, columns=(
    _NUMBERING, _OWNER, _DAY, _PLACE,
    Column("voter_meeting.phase", R.PHASE, ("Thời điểm", "Trước, sau kỳ họp", "Trước/sau kỳ họp", "Thời điểm tiếp xúc"), needed=True, filled=True),
    Column("voter_meeting.kind", R.CHOICE, ("Loại hội nghị", "Hình thức tiếp xúc", "Loại hình tiếp xúc", "Loại tiếp xúc"), needed=True, filled=True, words="meeting_kind"),
    Column("voter_meeting.voters", R.NUMBER, ("Số lượt cử tri", "Lượt cử tri", "Số cử tri", "Số cử tri tham dự"), needed=True),
    Column("voter_meeting.opinions", R.NUMBER, ("Số ý kiến, kiến nghị", "Ý kiến, kiến nghị", "Số ý kiến", "Số kiến nghị", "Tổng số ý kiến, kiến nghị"), needed=True),
    Column("voter_meeting.to_centre", R.NUMBER, ("Chuyển Trung ương", "Chuyển TW", "Ý kiến, kiến nghị / Chuyển TW"), needed=True),
    Column("voter_meeting.to_province", R.NUMBER, ("Chuyển địa phương", "Chuyển ĐP", "Ý kiến, kiến nghị / Chuyển ĐP"), needed=True),
    Column("voter_meeting.answered_on_spot", R.NUMBER, ("Giải đáp tại hội nghị", "Giải đáp tại chỗ", "Trả lời tại hội nghị"), needed=True),
    Column("voter_meeting.answered_in_writing", R.NUMBER, ("Địa phương đã trả lời bằng văn bản", "Đã trả lời bằng văn bản", "ĐP đã trả lời", "Địa phương đã trả lời"), needed=True),
    _rare("title", R.TEXT, "Nội dung", "Chuyên đề", limit=500),
    _rare("voter_meeting.form", R.CHOICE, "Hình thức", words="meeting_form"),
    _rare("voter_meeting.mode", R.CHOICE, "Phương thức", words="meeting_mode"),
    _rare("voter_meeting.joint", R.YES, "Cùng đại biểu HĐND"),
    _rare("voter_meeting.deputies", R.TEXT, "ĐBQH tham dự", limit=300),
    _rare("voter_meeting.speakers", R.NUMBER, "Số lượt phát biểu"),
    _rare("voter_meeting.bodies_present", R.TEXT, "Cơ quan, báo chí tham dự", limit=300),
    _rare("voter_meeting.minutes", R.YES, "Có biên bản"),
    _rare("voter_meeting.announced_on", R.DAY, "Ngày thông báo kế hoạch"),
    _rare("voter_meeting.notified_on", R.DAY, "Ngày thông báo cho nơi tiếp xúc ngoài tỉnh"),
    _rare("voter_meeting.requested_on", R.DAY, "Ngày đề nghị tiếp xúc"),
    _rare("voter_meeting.replied_on", R.DAY, "Ngày trả lời đề nghị tiếp xúc"),
    _rare("voter_meeting.synthesised_on", R.DAY, "Ngày tổng hợp ý kiến, kiến nghị"),
    _RARE_CONFERENCE, _NOTE,
))  # fmt: skip
LAW_CONSULTATIONS = Layout("law_consultations", "Lấy ý kiến dự án luật", kind=Kind.LAW_CONSULTATION, columns=(
    _NUMBERING, _OWNER, _DAY, _PLACE,
    Column("law_consultation.draft", R.DRAFT, ("Dự án luật", "Tên dự án luật", "Dự án", "Dự thảo luật", "Dự án luật, pháp lệnh"), needed=True, filled=True, limit=300),
    Column("law_consultation.method", R.CHOICE, ("Hình thức", "Hình thức lấy ý kiến", "Hình thức góp ý"), needed=True, filled=True, words="method"),
    Column("people_present", R.NUMBER, ("Số đại biểu tham dự", "Số đại biểu", "Số người tham dự", "Số người dự")),
    Column("law_consultation.opinions", R.NUMBER, ("Số ý kiến đóng góp", "Số ý kiến", "Số ý kiến góp ý", "Ý kiến đóng góp"), needed=True),
    _rare("law_consultation.requester", R.TEXT, "Cơ quan đề nghị", limit=200),
    _rare("law_consultation.synthesis_number", R.TEXT, "Số báo cáo tổng hợp", limit=60),
    _rare("law_consultation.synthesised_on", R.DAY, "Ngày báo cáo tổng hợp"),
    _rare("law_consultation.articles", R.NUMBER, "Số điều được góp ý"),
    _rare("law_consultation.invited", R.TEXT, "Cơ quan, chuyên gia được mời", limit=300),
    _rare("law_consultation.due_on", R.DAY, "Hạn góp ý"),
    _RARE_CONFERENCE, _NOTE,
))  # fmt: skip
CITIZEN_RECEPTIONS = Layout("citizen_receptions", "Tiếp công dân", kind=Kind.CITIZEN_RECEPTION, columns=(
    _NUMBERING, _OWNER, _DAY, _PLACE,
    Column("citizen_reception.kind", R.CHOICE, ("Hình thức tiếp", "Loại tiếp công dân", "Hình thức tiếp công dân"), words="reception_kind"),
    Column("citizen_reception.visits", R.NUMBER, ("Số lượt công dân", "Số lượt", "Lượt công dân", "Số lượt tiếp"), needed=True),
    Column("citizen_reception.persons", R.NUMBER, ("Số người được tiếp", "Số người")),
    Column("citizen_reception.large_groups", R.NUMBER, ("Số đoàn đông người", "Đoàn đông người"), limit=SMALL),
    Column("citizen_reception.petitions", R.NUMBER, ("Số đơn tiếp nhận", "Số đơn", "Đơn tiếp nhận")),
    _rare("citizen_reception.received_by", R.TEXT, "Người tiếp", limit=200),
    _rare("citizen_reception.content", R.TEXT, "Nội dung vụ việc", limit=200),
    _rare("citizen_reception.guided", R.NUMBER, "Hướng dẫn tại chỗ"),
    _rare("citizen_reception.scheduled_on", R.DAY, "Ngày báo lịch cho đại biểu"),
    _RARE_CONFERENCE, _NOTE,
))  # fmt: skip
OPINIONS = Layout("opinions", "Kiến nghị cử tri chuyển theo đợt", kind=Kind.OPINIONS, columns=(
    _NUMBERING, _OWNER,
    replace(_DAY, headings=("Ngày", "Ngày báo cáo", "Ngày chuyển", *_DAY.headings[1:])),
    Column("opinions.phase", R.PHASE, ("Thời điểm", "Trước, sau kỳ họp", "Trước/sau kỳ họp"), needed=True),
    Column("opinions.level", R.CHOICE, ("Cấp giải quyết", "Thẩm quyền", "Cấp", "Thẩm quyền giải quyết"), needed=True, filled=True, words="level"),
    Column("opinions.report_number", R.TEXT, ("Số báo cáo tổng hợp", "Số báo cáo", "Báo cáo tổng hợp"), limit=60),
    Column("opinions.addressee", R.TEXT, ("Nơi nhận", "Cơ quan nhận", "Gửi đến", "Cơ quan giải quyết"), limit=300),
    Column("opinions.opinions", R.NUMBER, ("Số kiến nghị tổng hợp", "Số ý kiến tổng hợp", "Số kiến nghị", "Số ý kiến"), needed=True, filled=True),
    Column("opinions.merged", R.NUMBER, ("Trùng, đã gộp", "Số trùng", "Trùng lặp")),
    Column("opinions.sent", R.SUM, ("Số kiến nghị đã chuyển", "Đã chuyển", "Số đã chuyển"), rare=True),
    Column("opinions.due_on", R.DAY, ("Hạn trả lời", "Thời hạn trả lời")),
    _rare("opinions.answer_number", R.TEXT, "Số văn bản trả lời", limit=60),
    Column("opinions.answered_on", R.DAY, ("Ngày trả lời", "Ngày văn bản trả lời"), rare=True),
    Column("opinions.resolved", R.NUMBER, ("Đã giải quyết xong", "Giải quyết xong")),
    Column("opinions.in_progress", R.NUMBER, ("Đang giải quyết", "Đang nghiên cứu, giải quyết")),
    Column("opinions.explained", R.NUMBER, ("Giải trình, cung cấp thông tin", "Đã giải trình")),
    _rare("", R.COMPUTED, "Tình trạng trả lời"),
    _rare("title", R.TEXT, "Lĩnh vực, nội dung", "Lĩnh vực", "Nội dung", limit=500),
    _RARE_CONFERENCE, _NOTE,
))  # fmt: skip
PETITIONS = Layout("petitions", "Đơn thư", kind=Kind.PETITIONS, columns=(
    _NUMBERING, _OWNER, replace(_DAY, headings=("Ngày", "Từ ngày", *_DAY.headings[1:])), _END,
    Column("petitions.source", R.CHOICE, ("Nguồn đơn", "Nguồn", "Hình thức tiếp nhận"), needed=True, filled=True, words="petition_source"),
    Column("petitions.received", R.SUM, ("Tổng số đơn nhận", "Tổng số đơn", "Số đơn nhận", "Đã nhận"), rare=True),
    Column("petitions.eligible", R.SUM, ("Đủ điều kiện xử lý", "Đủ điều kiện"), rare=True),
    Column("petitions.ineligible", R.NUMBER, ("Không đủ điều kiện xử lý", "Không đủ điều kiện"), needed=True),
    Column("petitions.forwarded", R.SUM, ("Số đơn đã chuyển", "Đã chuyển", "Chuyển cơ quan có thẩm quyền"), rare=True),
    Column("petitions.answered", R.NUMBER, ("Đã chuyển, được trả lời", "Đã trả lời", "Được trả lời"), needed=True),
    Column("petitions.in_time", R.NUMBER, ("Đã chuyển, còn trong hạn", "Trong hạn", "Còn trong hạn"), needed=True),
    Column("petitions.overdue", R.NUMBER, ("Đã chuyển, quá hạn", "Quá hạn"), needed=True),
    Column("petitions.guided", R.NUMBER, ("Hướng dẫn bằng văn bản", "Hướng dẫn"), needed=True),
    Column("petitions.kept", R.NUMBER, ("Lưu đơn", "Lưu"), needed=True),
    Column("petitions.studied", R.NUMBER, ("Đang nghiên cứu", "Nghiên cứu"), needed=True),
    Column("petitions.supervised", R.NUMBER, ("Đưa vào giám sát", "Đang giám sát", "Giám sát"), needed=True),
    Column("petitions.complaints", R.NUMBER, ("Đơn khiếu nại", "Khiếu nại")),
    Column("petitions.denunciations", R.NUMBER, ("Đơn tố cáo", "Tố cáo")),
    Column("petitions.proposals", R.NUMBER, ("Đơn kiến nghị", "Kiến nghị")),
    Column("petitions.reflections", R.NUMBER, ("Đơn phản ánh", "Phản ánh")),
    _RARE_CONFERENCE, _NOTE,
))  # fmt: skip
SOCIAL_WORK = Layout("social_work", "An sinh xã hội", kind=Kind.SOCIAL_WORK, columns=(
    _NUMBERING,
    Column("owner", R.OWNER, ("Đơn vị tổ chức", *_OWNER.headings), needed=True, filled=True),
    Column("host", R.HOST, ("Đơn vị chủ trì, phối hợp", "Đơn vị phối hợp", "Đơn vị chủ trì")),
    _DAY, _PLACE,
    Column("social_work.beneficiaries", R.TEXT, ("Đối tượng", "Đối tượng thụ hưởng", "Đối tượng nhận quà"), limit=200),
    Column("social_work.gifts", R.NUMBER, ("Số phần quà", "Số suất quà", "Số quà"), needed=True),
    Column("social_work.unit_value", R.MONEY, ("Giá trị mỗi phần (đồng)", "Giá trị mỗi phần", "Giá trị mỗi suất (đồng)", "Giá trị mỗi suất", "Đơn giá (đồng)"), needed=True, limit=MONEY),
    _CONFERENCE,
    Column("social_work.programme", R.TEXT, ("Hưởng ứng chương trình", "Chương trình, phong trào", "Chương trình")),
    _rare("title", R.TEXT, "Nội dung", limit=500),
    _rare("", R.COMPUTED, "Tổng giá trị (đồng)", "Tổng giá trị", "Thành tiền"),
    _rare("social_work.funding", R.TEXT, "Nguồn kinh phí", limit=200),
    _NOTE,
))  # fmt: skip
EXPERIENCES = Layout("experiences", "Kinh nghiệm, cách làm hay", kind=Kind.EXPERIENCE, columns=(
    _NUMBERING, _OWNER, _DAY,
    Column("title", R.TEXT, ("Tên kinh nghiệm", "Kinh nghiệm", "Tên kinh nghiệm, cách làm hay", "Cách làm hay"), needed=True, filled=True, limit=500),
    Column("experience.summary", R.TEXT, ("Nội dung chính", "Nội dung kinh nghiệm", "Tóm tắt nội dung"), needed=True, filled=True),
    Column("experience.presenter", R.TEXT, ("Người trình bày", "Người báo cáo"), limit=160),
    _PLACE, _CONFERENCE, _NOTE,
))  # fmt: skip


def _figure(code: str, *headings: str, needed: bool = False) -> Column:
    return Column(code, R.FIGURE, headings, needed=needed)


REGISTRATIONS = Layout("registrations", "Đăng ký thi đua", columns=(
    _NUMBERING, _OWNER,
    _figure("headcount", "Tổng số cán bộ, công chức, người lao động", "Tổng số CBCC, NLĐ", "Tổng số CBCCVC, NLĐ", "Tổng số cán bộ, công chức, viên chức, người lao động", needed=True),
    _figure("registered", "Số người đăng ký thi đua", "Số người đăng ký", "Số người ĐK", needed=True),
    _figure("registered_ldtt", "Lao động tiên tiến", "LĐTT"),
    _figure("registered_cstdcs", "Chiến sĩ thi đua cơ sở", "CSTĐCS", "CSTĐ cơ sở"),
    _figure("registered_cstdcb", "Chiến sĩ thi đua cấp bộ", "CSTĐ cấp bộ", "Chiến sĩ thi đua Bộ, ban, ngành, tỉnh"),
    _figure("registered_ttldtt", "Tập thể lao động tiên tiến", "TTLĐTT", "Tập thể LĐTT"),
    _figure("registered_ttldxs", "Tập thể lao động xuất sắc", "TTLĐXS", "Tập thể LĐXS"),
    _NOTE,
))  # fmt: skip

# Upper headings of the forms, with their other spellings.
_GS, _TX = ("Giám sát, khảo sát", "Giám sát"), ("Tiếp xúc cử tri", "TXCT")
_YK, _DL = ("Ý kiến, kiến nghị", "Kiến nghị cử tri"), ("Lấy ý kiến dự án luật", "Góp ý dự án luật", "Dự án luật")
_TCD, _DK = ("Tiếp công dân", "TCD"), ("Đăng ký thi đua", "Đăng ký")
_ALL = ("Tổng số", "Tổng", "Tổng cộng", "Số cuộc", "Cộng")


def _under(code: str, upper: tuple[str, ...], lower: tuple[str, ...], *alone: str) -> Column:
    """Headings in two tiers; `alone` are spellings that need no upper one."""
    return _figure(code, *(f"{group} / {part}" for group in upper for part in lower), *alone)


FORM = Layout("form", "Biểu tổng hợp của văn phòng", columns=(
    _NUMBERING, _OWNER,
    _under("supervisions", _GS, _ALL, "Giám sát, khảo sát", "Số cuộc giám sát, khảo sát"),
    _under("supervisions_thematic", _GS, ("Giám sát chuyên đề", "Chuyên đề"), "Giám sát chuyên đề"),
    _under("supervisions_complaints", _GS, ("Giám sát KNTC", "KNTC", "Giám sát khiếu nại, tố cáo"), "Giám sát KNTC"),
    _under("surveys", _GS, ("Khảo sát",), "Số cuộc khảo sát"),
    _under("voter_meetings", _TX, _ALL, "Tiếp xúc cử tri", "Số cuộc tiếp xúc cử tri"),
    _under("voter_meetings_before", _TX, ("Trước kỳ họp", "Trước KH"), "Trước kỳ họp"),
    _under("voter_meetings_after", _TX, ("Sau kỳ họp", "Sau KH"), "Sau kỳ họp"),
    _under("voter_meetings_constituency", _TX, ("Nơi ứng cử", "Tại nơi ứng cử"), "Nơi ứng cử"),
    _under("voter_meetings_theme", _TX, ("Chuyên đề", "Theo chuyên đề")),
    _under("voter_meetings_group", _TX, ("Nhóm đối tượng", "Theo nhóm đối tượng", "Đối tượng"), "Nhóm đối tượng"),
    _under("voters", (*_YK, *_TX), ("Lượt cử tri", "Số lượt cử tri"), "Lượt cử tri", "Số lượt cử tri"),
    _under("opinions", _YK, ("Tổng số", "Tổng", "Tổng cộng", "Số ý kiến"), "Ý kiến, kiến nghị", "Số ý kiến, kiến nghị"),
    _under("opinions_centre", _YK, ("Chuyển TW", "Chuyển Trung ương"), "Chuyển TW", "Chuyển Trung ương"),
    _under("opinions_province", _YK, ("Chuyển ĐP", "Chuyển địa phương"), "Chuyển ĐP", "Chuyển địa phương"),
    _under("opinions_on_spot", _YK, ("Giải đáp tại chỗ", "Giải đáp tại hội nghị"), "Giải đáp tại chỗ", "Giải đáp tại hội nghị"),
    _under("opinions_answered", _YK, ("ĐP đã trả lời", "Địa phương đã trả lời"), "ĐP đã trả lời", "Địa phương đã trả lời"),
    _under("law_consultations", _DL, ("Số cuộc", "Tổng số", "Số lần", "Số dự án"), "Lấy ý kiến dự án luật"),
    _under("law_opinions", _DL, ("Số ý kiến", "Số ý kiến góp ý", "Số ý kiến đóng góp"), "Số ý kiến góp ý"),
    _under("reception_visits", _TCD, ("Số lượt", "Lượt", "Số lượt tiếp"), "Tiếp công dân", "Số lượt tiếp công dân"),
    _under("headcount", _DK, ("Tổng số CBCC, NLĐ", "Tổng số cán bộ, công chức, người lao động", "Tổng số"), "Tổng số CBCC, NLĐ"),
    _under("registered", _DK, ("Số người ĐK", "Số người đăng ký", "Số đăng ký"), "Số người ĐK", "Số người đăng ký"),
    _NOTE,
))  # fmt: skip

LISTS = (
    SUPERVISIONS, VOTER_MEETINGS, OPINIONS, LAW_CONSULTATIONS, CITIZEN_RECEPTIONS, PETITIONS, REGISTRATIONS, SOCIAL_WORK,
    EXPERIENCES,
)  # fmt: skip
LAYOUTS: tuple[Layout, ...] = (*LISTS, FORM)
BY_SLUG = {layout.slug: layout for layout in LAYOUTS}

# Parts never exceed their total: (total, parts). Checked in each row of figures, where all are given.
PARTS = (
    ("supervisions", ("supervisions_thematic", "supervisions_complaints", "surveys")),
    ("voter_meetings", ("voter_meetings_before", "voter_meetings_after")),
    ("voter_meetings", ("voter_meetings_constituency", "voter_meetings_theme", "voter_meetings_group")),
    ("opinions", ("opinions_centre", "opinions_province", "opinions_on_spot")),
    ("opinions_province", ("opinions_answered",)),
)

# Which figures a note of a form is about, by its words; a note with none of them stands beside all.
NOTED = (
    (("txct", "tiep xuc", "cu tri"), ("voter_meetings", "voters", "opinions")),
    (("giam sat", "khao sat"), ("supervisions", "surveys")),
    (("du an luat", "gop y"), ("law_",)),
    (("tiep cong dan", "tcd"), ("reception_",)),
    (("dang ky", "thi dua"), ("headcount", "registered")),
)
