"""The common catalogue of indicators. Rows that are missing are added after each migration; nothing is overwritten."""

from __future__ import annotations

from typing import Any

from apps.activities.enums import ConsultationMethod, Kind, MeetingKind, MeetingPhase, SupervisionKind
from apps.indicators.enums import Aggregation
from apps.indicators.models import Indicator

C, S, D, A = Aggregation.COUNT, Aggregation.SUM, Aggregation.DISTINCT, Aggregation.AS_OF

# code, short name, name, unit, aggregation, kind, measure, filters, parent, definition
Row = tuple[str, str, str, str, Aggregation, str, str, dict[str, list[str]], str, str]
_WHAT_COUNTS = "Tính theo ngày diễn ra; việc gắn với hội nghị tính vào kỳ của hội nghị."

ROWS: tuple[Row, ...] = (
    ("supervisions", "Giám sát", "Giám sát, khảo sát", "cuộc", C, Kind.SUPERVISION, "", {}, "",
     "Mỗi cuộc giám sát hoặc khảo sát do Đoàn ĐBQH chủ trì, hoặc tham gia với đoàn của Trung ương, là một cuộc, dù làm việc trong nhiều ngày. " + _WHAT_COUNTS),
    ("supervisions_thematic", "Chuyên đề", "Giám sát chuyên đề", "cuộc", C, Kind.SUPERVISION, "", {"kind": [SupervisionKind.THEMATIC]}, "supervisions",
     "Giám sát việc thi hành pháp luật theo chuyên đề."),
    ("supervisions_complaints", "KNTC", "Giám sát việc giải quyết khiếu nại, tố cáo", "cuộc", C, Kind.SUPERVISION, "", {"kind": [SupervisionKind.COMPLAINTS]}, "supervisions",
     "Giám sát việc giải quyết khiếu nại, tố cáo do Đoàn ĐBQH chuyển."),
    ("surveys", "Khảo sát", "Khảo sát", "cuộc", C, Kind.SUPERVISION, "", {"kind": [SupervisionKind.SURVEY]}, "supervisions",
     "Khảo sát phục vụ giám sát hoặc xây dựng pháp luật."),
    ("voter_meetings", "TXCT", "Tiếp xúc cử tri", "cuộc", C, Kind.VOTER_MEETING, "", {}, "",
     "Mỗi hội nghị tại một địa điểm, trong một buổi, là một cuộc, dù có nhiều đại biểu cùng dự. " + _WHAT_COUNTS),
    ("voter_meetings_before", "Trước kỳ họp", "Tiếp xúc cử tri trước kỳ họp", "cuộc", C, Kind.VOTER_MEETING, "", {"phase": [MeetingPhase.BEFORE]}, "voter_meetings",
     "Các cuộc tiếp xúc cử tri trước kỳ họp Quốc hội."),
    ("voter_meetings_after", "Sau kỳ họp", "Tiếp xúc cử tri sau kỳ họp", "cuộc", C, Kind.VOTER_MEETING, "", {"phase": [MeetingPhase.AFTER]}, "voter_meetings",
     "Các cuộc tiếp xúc cử tri sau kỳ họp Quốc hội."),
    ("voter_meetings_constituency", "Nơi ứng cử", "Tiếp xúc cử tri nơi ứng cử", "cuộc", C, Kind.VOTER_MEETING, "", {"kind": [MeetingKind.CONSTITUENCY]}, "voter_meetings",
     "Tại tỉnh, thành phố nơi đại biểu ứng cử hoặc được chuyển sinh hoạt đến."),
    ("voter_meetings_theme", "Chuyên đề", "Tiếp xúc cử tri theo chuyên đề", "cuộc", C, Kind.VOTER_MEETING, "", {"kind": [MeetingKind.THEME]}, "voter_meetings",
     "Theo chuyên đề, lĩnh vực."),
    ("voter_meetings_group", "Nhóm đối tượng", "Tiếp xúc cử tri theo nhóm đối tượng", "cuộc", C, Kind.VOTER_MEETING, "", {"kind": [MeetingKind.GROUP]}, "voter_meetings",
     "Theo đối tượng cử tri."),
    ("voters", "Lượt cử tri", "Lượt cử tri dự tiếp xúc", "lượt", S, Kind.VOTER_MEETING, "voters", {}, "",
     "Tổng số lượt cử tri dự các cuộc tiếp xúc."),
    ("opinions", "Kiến nghị", "Ý kiến, kiến nghị của cử tri", "ý kiến", S, Kind.VOTER_MEETING, "opinions", {}, "",
     "Ý kiến, kiến nghị ghi trong biên bản các cuộc tiếp xúc cử tri."),
    ("opinions_centre", "Chuyển TW", "Kiến nghị chuyển Trung ương", "ý kiến", S, Kind.VOTER_MEETING, "to_centre", {}, "opinions",
     "Kiến nghị thuộc thẩm quyền các cơ quan Trung ương."),
    ("opinions_province", "Chuyển ĐP", "Kiến nghị chuyển địa phương", "ý kiến", S, Kind.VOTER_MEETING, "to_province", {}, "opinions",
     "Kiến nghị thuộc thẩm quyền của địa phương."),
    ("opinions_on_spot", "Tại chỗ", "Kiến nghị giải đáp tại hội nghị", "ý kiến", S, Kind.VOTER_MEETING, "answered_on_spot", {}, "opinions",
     "Kiến nghị được giải đáp ngay tại hội nghị tiếp xúc."),
    ("opinions_answered", "ĐP trả lời", "Kiến nghị được địa phương trả lời bằng văn bản", "ý kiến", S, Kind.VOTER_MEETING, "answered_in_writing", {}, "opinions_province",
     "Trong số kiến nghị chuyển địa phương, số đã được trả lời bằng văn bản."),
    ("law_consultations", "Dự án luật", "Lấy ý kiến dự án luật", "cuộc", C, Kind.LAW_CONSULTATION, "", {}, "",
     "Mỗi lần lấy ý kiến về một dự án, bằng hội nghị hoặc bằng văn bản, là một cuộc. " + _WHAT_COUNTS),
    ("law_conferences", "Hội nghị", "Hội nghị lấy ý kiến dự án luật", "cuộc", C, Kind.LAW_CONSULTATION, "", {"method": [ConsultationMethod.CONFERENCE]}, "law_consultations",
     "Lấy ý kiến bằng hội nghị."),
    ("law_written", "Bằng văn bản", "Lấy ý kiến dự án luật bằng văn bản", "cuộc", C, Kind.LAW_CONSULTATION, "", {"method": [ConsultationMethod.WRITTEN]}, "law_consultations",
     "Lấy ý kiến bằng văn bản."),
    ("draft_laws", "Số dự án", "Dự án luật được lấy ý kiến", "dự án", D, Kind.LAW_CONSULTATION, "draft", {}, "",
     "Số dự án khác nhau; nhiều văn phòng cùng góp ý một dự án thì toàn cụm vẫn tính một."),
    ("law_opinions", "Ý kiến góp", "Ý kiến góp vào dự án luật", "ý kiến", S, Kind.LAW_CONSULTATION, "opinions", {}, "",
     "Tổng số ý kiến đóng góp."),
    ("reception_visits", "Tiếp công dân", "Tiếp công dân", "lượt", S, Kind.CITIZEN_RECEPTION, "visits", {}, "",
     "Số lượt công dân được tiếp tại nơi tiếp công dân của Đoàn ĐBQH."),
    ("gifts", "Phần quà", "Phần quà an sinh xã hội", "phần quà", S, Kind.SOCIAL_WORK, "gifts", {}, "",
     "Số phần quà đã trao. " + _WHAT_COUNTS),
    ("gift_value", "Giá trị quà", "Giá trị quà an sinh xã hội", "đồng", S, Kind.SOCIAL_WORK, "total", {}, "",
     "Số phần quà nhân giá trị mỗi phần."),
    ("experiences", "Kinh nghiệm", "Kinh nghiệm, cách làm hay", "kinh nghiệm", C, Kind.EXPERIENCE, "", {}, "",
     "Kinh nghiệm được chia sẻ trong cụm. " + _WHAT_COUNTS),
    ("headcount", "Số người", "Cán bộ, công chức, người lao động", "người", A, "", "", {}, "",
     "Số người được tính của văn phòng vào ngày chốt số liệu."),
    ("registered", "Đăng ký", "Người đăng ký thi đua", "người", A, "", "", {}, "",
     "Số người đăng ký thi đua trong năm, trên số người được tính."),
    ("registered_ldtt", "LĐTT", "Đăng ký “Lao động tiên tiến”", "người", A, "", "", {}, "registered", "Số người đăng ký danh hiệu."),
    ("registered_cstdcs", "CSTĐCS", "Đăng ký “Chiến sĩ thi đua cơ sở”", "người", A, "", "", {}, "registered", "Số người đăng ký danh hiệu."),
    ("registered_cstdcb", "CSTĐ cấp bộ", "Đăng ký Chiến sĩ thi đua cấp bộ", "người", A, "", "", {}, "registered", "Số người đăng ký danh hiệu."),
    ("registered_ttldtt", "TTLĐTT", "Đăng ký “Tập thể lao động tiên tiến”", "tập thể", A, "", "", {}, "", "Số tập thể đăng ký danh hiệu."),
    ("registered_ttldxs", "TTLĐXS", "Đăng ký “Tập thể lao động xuất sắc”", "tập thể", A, "", "", {}, "", "Số tập thể đăng ký danh hiệu."),
)  # fmt: skip


def install(**_signal: Any) -> None:
    """Adds what is missing. Runs after each migration (`post_migrate`), so that a test database has it as well."""
    known = dict(Indicator.objects.values_list("code", "pk"))
    for position, (code, short, name, unit, how, kind, measure, filters, parent, definition) in enumerate(
        ROWS, start=1
    ):
        if code not in known:
            known[code] = Indicator.objects.create(
                code=code, position=position * 10, name=name, short_name=short, unit=unit, definition=definition,
                aggregation=how, source=kind, measure=measure, filters=filters, parent_id=known.get(parent),
            ).pk  # fmt: skip
    if "registration_rate" not in known:
        Indicator.objects.create(
            code="registration_rate", position=len(ROWS) * 10 + 10, name="Tỷ lệ đăng ký thi đua", short_name="Tỷ lệ đăng ký",
            unit="%", definition="Số người đăng ký thi đua chia cho số người được tính.", aggregation=Aggregation.RATIO,
            numerator_id=known["registered"], denominator_id=known["headcount"],
        )  # fmt: skip
