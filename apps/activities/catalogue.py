"""The common catalogue of indicators. Missing rows are added after each migration; only the order is put right."""

from __future__ import annotations

from typing import Any

from apps.activities.enums import (
    ConsultationMethod,
    Kind,
    Level,
    MeetingKind,
    MeetingPhase,
    PetitionSource,
    SupervisionKind,
)
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
    ("forwarded_gathered", "Tổng hợp", "Kiến nghị cử tri tổng hợp theo đợt", "ý kiến", S, Kind.OPINIONS, "opinions", {}, "",
     "Ý kiến, kiến nghị được tổng hợp trong các đợt chuyển, kể cả giải đáp tại hội nghị. Cùng một ý kiến đã ghi ở cuộc tiếp xúc: hai chỉ tiêu đối chiếu với nhau, không cộng vào nhau."),
    ("forwarded_merged", "Trùng", "Kiến nghị trùng đã gộp", "ý kiến", S, Kind.OPINIONS, "merged", {}, "forwarded_gathered",
     "Trong số đã tổng hợp, những kiến nghị trùng nội dung được gộp lại nên không chuyển lần nữa."),
    ("forwarded_on_spot", "Giải đáp ngay", "Kiến nghị theo đợt đã giải đáp tại hội nghị", "ý kiến", S, Kind.OPINIONS, "sent", {"level": [Level.ON_SPOT]}, "forwarded_gathered",
     "Kiến nghị được giải đáp ngay tại hội nghị, ghi theo đợt; không phải chuyển."),
    ("forwarded_petitions", "Chuyển đơn", "Khiếu nại, tố cáo của cử tri chuyển xử lý đơn", "ý kiến", S, Kind.OPINIONS, "sent", {"level": [Level.PETITIONS]}, "forwarded_gathered",
     "Ý kiến là khiếu nại, tố cáo, không tính trùng, được chuyển sang xử lý đơn; không tính vào kiến nghị chuyển Trung ương, cấp tỉnh, cấp xã hoặc đã giải đáp tại hội nghị."),
    ("forwarded_sent", "Đã chuyển", "Kiến nghị đã chuyển theo đợt", "ý kiến", S, Kind.OPINIONS, "sent", {"level": [Level.CENTRE, Level.PROVINCE, Level.COMMUNE]}, "forwarded_gathered",
     "Kiến nghị tổng hợp trừ kiến nghị trùng, đã gửi cơ quan có thẩm quyền bằng báo cáo tổng hợp. Tính theo ngày của báo cáo."),
    ("forwarded_centre", "Đợt: TW", "Kiến nghị chuyển Trung ương theo đợt", "ý kiến", S, Kind.OPINIONS, "sent", {"level": [Level.CENTRE]}, "forwarded_sent",
     "Kiến nghị đã chuyển các cơ quan Trung ương, không tính kiến nghị trùng."),
    ("forwarded_province", "Đợt: cấp tỉnh", "Kiến nghị chuyển cấp tỉnh theo đợt", "ý kiến", S, Kind.OPINIONS, "sent", {"level": [Level.PROVINCE]}, "forwarded_sent",
     "Kiến nghị đã chuyển các cơ quan cấp tỉnh, không tính kiến nghị trùng."),
    ("forwarded_commune", "Đợt: cấp xã", "Kiến nghị chuyển cấp xã theo đợt", "ý kiến", S, Kind.OPINIONS, "sent", {"level": [Level.COMMUNE]}, "forwarded_sent",
     "Kiến nghị đã chuyển chính quyền cấp xã, không tính kiến nghị trùng."),
    ("forwarded_resolved", "Giải quyết xong", "Kiến nghị đã giải quyết xong", "ý kiến", S, Kind.OPINIONS, "resolved", {}, "forwarded_sent",
     "Trong số đã chuyển, kiến nghị được trả lời là đã giải quyết xong."),
    ("forwarded_in_progress", "Đang giải quyết", "Kiến nghị đang nghiên cứu, giải quyết", "ý kiến", S, Kind.OPINIONS, "in_progress", {}, "forwarded_sent",
     "Trong số đã chuyển, kiến nghị được trả lời là đang nghiên cứu, giải quyết, có lộ trình và thời gian."),
    ("forwarded_explained", "Giải trình", "Kiến nghị được giải trình, cung cấp thông tin", "ý kiến", S, Kind.OPINIONS, "explained", {}, "forwarded_sent",
     "Trong số đã chuyển, kiến nghị được giải trình hoặc cung cấp thông tin."),
    ("forwarded_overdue", "Quá hạn", "Kiến nghị quá hạn trả lời", "ý kiến", S, Kind.OPINIONS, "overdue", {}, "forwarded_sent",
     "Trong số đã chuyển, kiến nghị mà đến hôm nay đã quá hạn trả lời và chưa có văn bản trả lời. Số này đổi theo ngày xem; đợt không ghi hạn thì không tính."),
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
    ("petitions_received", "Đơn thư", "Đơn thư đã nhận", "đơn", S, Kind.PETITIONS, "received", {}, "",
     "Tổng số đơn đã nhận: đơn đủ điều kiện cộng đơn không đủ điều kiện xử lý. Một đơn gửi nhiều lần tính theo số lần nhận. Tính theo ngày đầu của đợt hoặc khoảng thời gian được ghi."),
    ("petitions_eligible", "Đủ điều kiện", "Đơn đủ điều kiện xử lý", "đơn", S, Kind.PETITIONS, "eligible", {}, "petitions_received",
     "Đơn đã chuyển, hướng dẫn, lưu, đang nghiên cứu và đưa vào giám sát."),
    ("petitions_forwarded", "Đã chuyển", "Đơn đã chuyển cơ quan có thẩm quyền", "đơn", S, Kind.PETITIONS, "forwarded", {}, "petitions_eligible",
     "Đơn đã chuyển: đã được trả lời, còn trong hạn và quá hạn."),
    ("petitions_answered", "Được trả lời", "Đơn đã chuyển, được trả lời", "đơn", S, Kind.PETITIONS, "answered", {}, "petitions_forwarded",
     "Đơn đã chuyển và đã có văn bản trả lời."),
    ("petitions_in_time", "Trong hạn", "Đơn đã chuyển, còn trong hạn", "đơn", S, Kind.PETITIONS, "in_time", {}, "petitions_forwarded",
     "Đơn đã chuyển, chưa được trả lời và chưa đến hạn."),
    ("petitions_overdue", "Quá hạn", "Đơn đã chuyển, quá hạn", "đơn", S, Kind.PETITIONS, "overdue", {}, "petitions_forwarded",
     "Đơn đã chuyển, quá hạn mà chưa được trả lời, vào lúc nhập hoặc sửa số liệu."),
    ("petitions_guided", "Hướng dẫn", "Đơn được hướng dẫn bằng văn bản", "đơn", S, Kind.PETITIONS, "guided", {}, "petitions_eligible",
     "Đơn được hướng dẫn gửi đúng cơ quan có thẩm quyền."),
    ("petitions_kept", "Lưu", "Đơn lưu", "đơn", S, Kind.PETITIONS, "kept", {}, "petitions_eligible",
     "Đơn đủ điều kiện, được lưu theo dõi."),
    ("petitions_studied", "Nghiên cứu", "Đơn đang nghiên cứu", "đơn", S, Kind.PETITIONS, "studied", {}, "petitions_eligible",
     "Đơn đang được nghiên cứu để xử lý."),
    ("petitions_supervised", "Giám sát", "Đơn đưa vào giám sát", "đơn", S, Kind.PETITIONS, "supervised", {}, "petitions_eligible",
     "Đơn mà việc giải quyết được Đoàn ĐBQH giám sát."),
    ("petitions_ineligible", "Không đủ ĐK", "Đơn không đủ điều kiện xử lý", "đơn", S, Kind.PETITIONS, "ineligible", {}, "petitions_received",
     "Đơn trùng, nặc danh, không rõ nội dung, không rõ địa chỉ, đã giải quyết xong hoặc đã gửi đúng nơi."),
    ("petitions_complaints", "Khiếu nại", "Đơn khiếu nại", "đơn", S, Kind.PETITIONS, "complaints", {}, "petitions_received",
     "Phân loại theo nội dung; một đơn có thể thuộc nhiều loại nên các loại cộng lại có thể lớn hơn tổng số."),
    ("petitions_denunciations", "Tố cáo", "Đơn tố cáo", "đơn", S, Kind.PETITIONS, "denunciations", {}, "petitions_received",
     "Phân loại theo nội dung; một đơn có thể thuộc nhiều loại nên các loại cộng lại có thể lớn hơn tổng số."),
    ("petitions_proposals", "Đơn kiến nghị", "Đơn kiến nghị", "đơn", S, Kind.PETITIONS, "proposals", {}, "petitions_received",
     "Phân loại theo nội dung; một đơn có thể thuộc nhiều loại nên các loại cộng lại có thể lớn hơn tổng số."),
    ("petitions_reflections", "Phản ánh", "Đơn phản ánh", "đơn", S, Kind.PETITIONS, "reflections", {}, "petitions_received",
     "Phân loại theo nội dung; một đơn có thể thuộc nhiều loại nên các loại cộng lại có thể lớn hơn tổng số."),
    ("petitions_by_post", "Bưu chính", "Đơn nhận qua bưu chính", "đơn", S, Kind.PETITIONS, "received", {"source": [PetitionSource.POST]}, "petitions_received",
     "Đơn đã nhận, theo nguồn đơn."),
    ("petitions_at_reception", "Tại tiếp dân", "Đơn nhận tại buổi tiếp công dân", "đơn", S, Kind.PETITIONS, "received", {"source": [PetitionSource.RECEPTION]}, "petitions_received",
     "Đơn đã nhận, theo nguồn đơn."),
    ("petitions_at_meetings", "Tại TXCT", "Đơn nhận tại hội nghị tiếp xúc cử tri", "đơn", S, Kind.PETITIONS, "received", {"source": [PetitionSource.VOTER_MEETING]}, "petitions_received",
     "Đơn đã nhận, theo nguồn đơn."),
    ("petitions_online", "Trực tuyến", "Đơn nhận trực tuyến", "đơn", S, Kind.PETITIONS, "received", {"source": [PetitionSource.ONLINE]}, "petitions_received",
     "Đơn đã nhận, theo nguồn đơn."),
    ("petitions_from_others", "Nơi khác chuyển", "Đơn do đại biểu, cơ quan khác chuyển đến", "đơn", S, Kind.PETITIONS, "received", {"source": [PetitionSource.OTHER]}, "petitions_received",
     "Đơn đã nhận, theo nguồn đơn."),
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
    _put_in_order()
    if "registration_rate" not in known:
        Indicator.objects.create(
            code="registration_rate", position=len(ROWS) * 10 + 10, name="Tỷ lệ đăng ký thi đua", short_name="Tỷ lệ đăng ký",
            unit="%", definition="Số người đăng ký thi đua chia cho số người được tính.", aggregation=Aggregation.RATIO,
            numerator_id=known["registered"], denominator_id=known["headcount"],
        )  # fmt: skip


def _put_in_order() -> None:
    """Rows added between others push them on; an order that stands already costs one query."""
    places = {row[0]: place * 10 for place, row in enumerate(ROWS, start=1)} | {
        "registration_rate": len(ROWS) * 10 + 10
    }
    moved = [each for each in Indicator.objects.filter(code__in=places) if each.position != places[each.code]]
    for each in moved:
        each.position = places[each.code]
    Indicator.objects.bulk_update(moved, ["position"])
