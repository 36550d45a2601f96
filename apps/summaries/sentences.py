"""The words of the paper, as data. The paper's language is Vietnamese whoever reads it, so nothing here is translated.

`{…}` is filled with data, `[[…]]` is a figure (apps.summaries.content.tokens). For each kind of work: what is said where
there is a number, where the offices counted zero, where they stated that nothing occurred, and where nobody reported.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Work:
    """How one kind of work is said. `parts` are (indicator, phrase); `topic` stands in “… chưa báo cáo số liệu …”.

    `none_at` and `zero_at` say after the names of some offices what `none` and `zero` say of all of them.
    """

    value: str
    zero: str
    none: str
    missing: str
    topic: str
    none_at: str
    zero_at: str
    parts: tuple[tuple[str, str], ...] = ()


HALF = {"H1": "6 tháng đầu năm {year}", "H2": "6 tháng cuối năm {year}", "Y": "năm {year}"}
NEXT = {"H1": "6 tháng cuối năm {year}", "H2": "6 tháng đầu năm {next_year}", "Y": "năm {next_year}"}
REVIEW = {"H1": "Sơ kết", "H2": "Kết quả", "Y": "Tổng kết"}

TITLE = "BÁO CÁO"
ABSTRACT = (
    "{review} phong trào thi đua và công tác khen thưởng {period},",
    "phương hướng, nhiệm vụ {next} của {cluster}",
)
INTRO = {
    "draft": "{cluster} báo cáo trình Hội nghị kết quả phong trào thi đua và công tác khen thưởng {period}, phương hướng, nhiệm vụ {next} như sau:",
    "after": "{cluster} báo cáo kết quả phong trào thi đua và công tác khen thưởng {period}, phương hướng, nhiệm vụ {next} như sau:",
}

# Headings ------------------------------------------------------------------------------------------------------------
CHAPTERS = {
    "situation": "ĐẶC ĐIỂM TÌNH HÌNH",
    "results": "KẾT QUẢ THỰC HIỆN NHIỆM VỤ",
    "pledges": "KẾT QUẢ THỰC HIỆN GIAO ƯỚC THI ĐUA",
    "emulation": "PHONG TRÀO THI ĐUA VÀ CÔNG TÁC KHEN THƯỞNG",
    "assessment": "ĐÁNH GIÁ CHUNG",
    "next": "PHƯƠNG HƯỚNG, NHIỆM VỤ {next}",
    "proposals": "KIẾN NGHỊ, ĐỀ XUẤT",
}
SECTIONS = {
    "law": "Tham mưu, phục vụ công tác xây dựng pháp luật",
    "supervision": "Giám sát, khảo sát",
    "voters": "Tiếp xúc cử tri; tổng hợp, chuyển và theo dõi việc trả lời kiến nghị của cử tri",
    "reception": "Tiếp công dân, xử lý đơn thư",
    "session-service": "Phục vụ kỳ họp; công tác hành chính, quản trị",
    "party-union": "Công tác Đảng, đoàn thể, an sinh xã hội",
    "own": "Các nhiệm vụ, chỉ tiêu riêng của Cụm",
    "launch": "Triển khai, phát động, đăng ký thi đua",
    "models": "Kết quả các phong trào, mô hình, sáng kiến, điển hình tiên tiến",
    "awards": "Kết quả khen thưởng trong kỳ",
    "cluster": "Hoạt động của Cụm",
    "strengths": "Ưu điểm",
    "limits": "Hạn chế",
    "causes": "Nguyên nhân",
    "lessons": "Bài học kinh nghiệm",
}

# I -------------------------------------------------------------------------------------------------------------------
MEMBERS = "{cluster_name} gồm {count} {kind}: {names}."
POSTS = "Năm {year}, {leader} là Cụm trưởng, {deputy} là Cụm phó."
LEADER_ONLY = "Năm {year}, {leader} là Cụm trưởng."
HEADCOUNT = "Tổng số cán bộ, công chức, người lao động của các Văn phòng trong Cụm là [[headcount]]."

# How a figure is said by its status: it happened, it is estimated for the days still to come, it is planned
DID = {"actual": "đã ", "estimated": "ước thực hiện ", "planned": "dự kiến "}
ESTIMATED_NOTE = " (số liệu có phần ước thực hiện)"

# II ------------------------------------------------------------------------------------------------------------------
WORK = {
    "law": Work(
        value="Các Văn phòng {did}tham mưu, phục vụ Đoàn ĐBQH lấy ý kiến đóng góp các dự án luật được [[law_consultations]]",
        parts=(
            ("law_conferences", "[[law_conferences|bare]] hội nghị"),
            ("law_written", "[[law_written|bare]] cuộc góp ý bằng văn bản"),
        ),
        zero="Trong kỳ, các Văn phòng không tổ chức lấy ý kiến đóng góp dự án luật.",
        none="Trong kỳ không phát sinh việc lấy ý kiến đóng góp dự án luật.",
        missing="Các Văn phòng chưa báo cáo số liệu lấy ý kiến đóng góp các dự án luật.",
        topic="lấy ý kiến dự án luật",
        none_at="không phát sinh việc lấy ý kiến dự án luật",
        zero_at="không tổ chức lấy ý kiến dự án luật",
    ),
    "supervision": Work(
        value="Các Văn phòng {did}tham mưu, phục vụ Đoàn ĐBQH tổ chức [[supervisions]] {word}",
        parts=(
            ("supervisions_thematic", "[[supervisions_thematic]] giám sát chuyên đề"),
            ("supervisions_complaints", "[[supervisions_complaints]] giám sát việc giải quyết khiếu nại, tố cáo"),
            ("surveys", "[[surveys]] khảo sát"),
        ),
        zero="Trong kỳ, các Đoàn ĐBQH không tổ chức giám sát, khảo sát.",
        none="Trong kỳ không phát sinh hoạt động giám sát, khảo sát.",
        missing="Các Văn phòng chưa báo cáo số liệu giám sát, khảo sát.",
        topic="giám sát, khảo sát",
        none_at="không phát sinh hoạt động giám sát, khảo sát",
        zero_at="không tổ chức giám sát, khảo sát",
    ),
    "voters": Work(
        value="{around}các Văn phòng {did}tham mưu, phục vụ đại biểu Quốc hội tiếp xúc cử tri được [[voter_meetings]]",
        parts=(
            ("voter_meetings_constituency", "[[voter_meetings_constituency]] tại nơi ứng cử"),
            ("voter_meetings_theme", "[[voter_meetings_theme]] theo chuyên đề"),
            ("voter_meetings_group", "[[voter_meetings_group]] theo nhóm đối tượng"),
        ),
        zero="Trong kỳ, các Đoàn ĐBQH không tổ chức tiếp xúc cử tri.",
        none="Trong kỳ không phát sinh hoạt động tiếp xúc cử tri.",
        missing="Các Văn phòng chưa báo cáo số liệu tiếp xúc cử tri.",
        topic="tiếp xúc cử tri",
        none_at="không phát sinh hoạt động tiếp xúc cử tri",
        zero_at="không tổ chức tiếp xúc cử tri",
    ),
    "reception": Work(
        value="Các Văn phòng {did}tham mưu, phục vụ Đoàn ĐBQH tiếp [[reception_visits]] công dân",
        zero="Trong kỳ, các Văn phòng có tổ chức tiếp công dân nhưng không có công dân đến.",
        none="Trong kỳ không phát sinh việc tiếp công dân.",
        missing="Các Văn phòng trong Cụm chưa báo cáo số liệu tiếp công dân.",
        topic="tiếp công dân",
        none_at="không phát sinh việc tiếp công dân",
        zero_at="có tổ chức tiếp công dân nhưng không có công dân đến",
    ),
}
CONSISTING = ", gồm {parts}"
AMONG = ", trong đó có {parts}"
WITH_LAW_OPINIONS = ", với [[law_opinions]] đóng góp"
ON_DRAFTS = "; đã góp ý vào [[draft_laws]] luật: {drafts}"
WITH_VOTERS = ", với [[voters]] cử tri tham dự"
PHASES = "Trong đó, trước {session} có [[voter_meetings_before]], sau {session} có [[voter_meetings_after]]."
BEFORE_AND_AFTER, BEFORE, AFTER = "Trước và sau {session}, ", "Trước {session}, ", "Sau {session}, "
SESSION, EXTRAORDINARY_SESSION = "Kỳ họp thứ {number}", "Kỳ họp bất thường lần thứ {number}"
SESSION_OF_TERM = "{session}, Quốc hội khóa {term}"
OPINIONS = "Qua tiếp xúc, đã tổng hợp [[opinions]], kiến nghị của cử tri"
OPINIONS_AMONG = ", trong đó {parts}"
OPINION_PARTS = (
    ("opinions_centre", "chuyển các cơ quan Trung ương [[opinions_centre]]"),
    ("opinions_province", "chuyển cơ quan có thẩm quyền ở địa phương [[opinions_province]]"),
    ("opinions_on_spot", "giải đáp ngay tại hội nghị tiếp xúc [[opinions_on_spot]]"),
)
OPINIONS_ANSWERED = (
    "Trong số ý kiến, kiến nghị chuyển địa phương, đã có [[opinions_answered]] được trả lời bằng văn bản."
)
OPINIONS_UNANSWERED = "Các ý kiến, kiến nghị chuyển địa phương chưa được trả lời bằng văn bản."
AT_OFFICES = "{names} {what}."
NOT_REPORTED = "{names} chưa báo cáo số liệu {topic}."
COMPARED = {
    "up": "; tăng [[{code}|delta]] ([[{code}|delta_percent]]) so với cùng kỳ năm {year}",
    "down": "; giảm [[{code}|delta]] ([[{code}|delta_percent]]) so với cùng kỳ năm {year}",
    "same": "; bằng cùng kỳ năm {year}",
    "from_nothing": "; cùng kỳ năm {year} không phát sinh",
}

# What the cluster itself defined
OWN_VALUE = "{name}: toàn Cụm {did} [[{code}]]"
OWN_DID = {"actual": "đã thực hiện", "estimated": "ước thực hiện", "planned": "dự kiến thực hiện"}
OWN_SUMS = " ({sums})"
OWN_SUM = "{name}: [[{code}]]"
OWN_PART = "{name} [[{code}]]"
OWN_ZERO = "{name}: trong kỳ các Văn phòng không thực hiện."
OWN_NONE = "{name}: trong kỳ không phát sinh."
OWN_MISSING = "{name}: các Văn phòng chưa báo cáo số liệu."
OWN_TOPIC = "về {name}"
OWN_NONE_AT, OWN_ZERO_AT = "không phát sinh", "không thực hiện"

# The tasks that were set for the period
PROGRESS_HEADING = "Kết quả thực hiện nhiệm vụ đề ra tại {conference}"
PROGRESS_HEADING_OPEN = "Kết quả thực hiện các nhiệm vụ đã đề ra"
PROGRESS = "Trong [[tasks]] đề ra cho {period}, {cluster} có {parts}{overdue}. Cụ thể:"
PROGRESS_ALL_DONE = "{cluster} đã hoàn thành toàn bộ [[tasks]] đề ra cho {period}. Cụ thể:"
PROGRESS_PARTS = {
    "tasks-done": "[[tasks-done]] đã hoàn thành",
    "tasks-under-way": "[[tasks-under-way]] đang thực hiện",
    "tasks-not-begun": "[[tasks-not-begun]] chưa thực hiện",
    "tasks-untold": "[[tasks-untold]] chưa có báo cáo tiến độ",
}
PROGRESS_OVERDUE = "; [[tasks-overdue]] đã quá hạn"
PROGRESS_FIGURES = {
    "tasks": "Nhiệm vụ đề ra cho kỳ",
    "tasks-done": "Nhiệm vụ đã hoàn thành",
    "tasks-under-way": "Nhiệm vụ đang thực hiện",
    "tasks-not-begun": "Nhiệm vụ chưa thực hiện",
    "tasks-untold": "Nhiệm vụ chưa có báo cáo tiến độ",
    "tasks-overdue": "Nhiệm vụ quá hạn",
}
TASK_UNIT = "nhiệm vụ"
TASK_LINE = "{text}{around}: {state}{overdue}"
TASK_OWNER, TASK_DUE, TASK_OVERDUE = "{owner} chủ trì", "hạn {day}", ", quá hạn"
TASK_EVERYBODY = "các Văn phòng {state}"
TASK_STATES = {
    "done": "đã hoàn thành", "under_way": "đang thực hiện", "not_begun": "chưa thực hiện",
    "": "chưa báo cáo tiến độ",
}  # fmt: skip

# Social work
GIFT = "Ngày {day}, {place}{who} đã trao [[gifts]]{each} cho {whom}{programme}."
GIFT_EACH = ", mỗi phần trị giá {unit_value} đồng, tổng trị giá [[gift_value]],"
GIFTS = "Trong kỳ, {who} đã trao [[gifts]], tổng trị giá [[gift_value]], cụ thể:"
GIFT_ITEM = "Ngày {day}, {place}{who} trao {count} phần quà{value} cho {whom}{programme};"
GIFT_ITEM_VALUE = ", mỗi phần {unit_value} đồng"
GIFT_PLACE = "tại {place}, "
GIFT_HOSTED = "{cluster} (do {host} chủ trì, phối hợp)"
GIFT_PROGRAMME = ", hưởng ứng chương trình “{programme}”"
GIFT_TO = "các đối tượng chính sách, hộ gia đình khó khăn"

# III -----------------------------------------------------------------------------------------------------------------
LAUNCHED = "Các Văn phòng {partner}triển khai, phát động {name}{theme}."
TAKEN_UP = "Các Văn phòng {partner}hưởng ứng, triển khai {name} do {launched_by} phát động{theme}."
CARRYING_OUT = "Thực hiện phong trào trên, {said}"
WITH_PARTNER = "đã phối hợp với {partner} "
WITHOUT_PARTNER = "đã "
WITH_THEME = ", với chủ đề “{theme}”"
REGISTERED_ALL = "Đã có [[registration_rate|ratio]] cán bộ, công chức, người lao động của các Văn phòng trong Cụm đăng ký thi đua, đạt tỷ lệ [[registration_rate|percent]]."
REGISTERED_MISSING = "Các Văn phòng chưa báo cáo số liệu đăng ký thi đua."
REGISTERED_TITLES = "Danh hiệu thi đua đăng ký: {titles}."
REGISTERED_TITLE_PARTS = (
    ("registered_ldtt", "“Lao động tiên tiến” [[registered_ldtt]]"),
    ("registered_cstdcs", "“Chiến sĩ thi đua cơ sở” [[registered_cstdcs]]"),
    ("registered_cstdcb", "Chiến sĩ thi đua cấp bộ [[registered_cstdcb]]"),
    ("registered_ttldtt", "“Tập thể lao động tiên tiến” [[registered_ttldtt]]"),
    ("registered_ttldxs", "“Tập thể lao động xuất sắc” [[registered_ttldxs]]"),
)
SHARED = "{office} chia sẻ kinh nghiệm “{title}”{summary}."
SHARED_AT_CONFERENCE = "Tại Hội nghị, {office} đã trao đổi, chia sẻ kinh nghiệm “{title}”{summary}."
CONFERENCE_HELD = "{when}, tại {place}, {cluster} đã tổ chức {title}{host}."
CONFERENCE_PLANNED = "Theo kế hoạch, {when_lower}, tại {place}, {cluster} sẽ tổ chức {title}{host}; tại Hội nghị, các Văn phòng thành viên sẽ thảo luận dự thảo báo cáo và trao đổi, chia sẻ kinh nghiệm."
HOSTED_BY = ", do {host} đăng cai"
CHAIRED = "{chairs} chủ trì Hội nghị."
TO_BE_CHAIRED = "Dự kiến {chairs} chủ trì Hội nghị."
SUPERIORS = "Dự và chỉ đạo Hội nghị có {superiors}."
SUPERIORS_INVITED = "Dự kiến dự và chỉ đạo Hội nghị có {superiors}."
RESOLVED = "Hội nghị thống nhất một số nội dung sau:"
WHEN = {"morning": "Sáng ngày {day}", "afternoon": "Chiều ngày {day}", "all_day": "Ngày {day}"}

# What the offices pledged: of a year a chapter, of a half one sentence
PLEDGE_FIGURES = {
    "pledges-signed": "Văn phòng đã ký giao ước thi đua",
    "pledges-targets": "Chỉ tiêu định lượng đã giao ước",
    "pledges-reached": "Chỉ tiêu giao ước đạt",
    "pledges-on-course": "Chỉ tiêu giao ước đúng tiến độ",
    "pledges-behind": "Chỉ tiêu giao ước không đạt hoặc chậm tiến độ",
    "pledges-no-data": "Chỉ tiêu giao ước chưa đủ số liệu để đánh giá",
    "pledges-in-words": "Chỉ tiêu định tính đã giao ước",
}
TARGET_UNIT = "chỉ tiêu"
PLEDGED = "{period}, [[pledges-signed|ratio]] Văn phòng trong Cụm đã ký giao ước thi đua, với {targets}."
PLEDGED_TARGETS = {
    "pledges-targets": "[[pledges-targets]] định lượng",
    "pledges-in-words": "[[pledges-in-words]] định tính",
}
PLEDGED_NOT = "{names} chưa ký giao ước thi đua."
PLEDGED_HALF = "Đã có [[pledges-signed|ratio]] Văn phòng trong Cụm ký giao ước thi đua{standing}."
PLEDGED_HALF_STANDING = "; hết {period}, trong [[pledges-targets]] định lượng có {parts}"
PLEDGED_STANDING = "Trong [[pledges-targets]] định lượng có {parts}{estimated}."
PLEDGED_PARTS = {
    "pledges-reached": "[[pledges-reached]] đạt",
    "pledges-on-course": "[[pledges-on-course]] đúng tiến độ",
    "pledges-behind": "[[pledges-behind]] {behind}",
    "pledges-no-data": "[[pledges-no-data]] chưa đủ số liệu để đánh giá",
}
PLEDGED_BEHIND = {True: "không đạt", False: "chậm tiến độ"}
PLEDGED_ALL = "Toàn bộ [[pledges-targets]] định lượng đều đạt{estimated}."
PLEDGED_WHOLE = "Các Văn phòng đạt toàn bộ chỉ tiêu định lượng đã giao ước: {names}."
PLEDGED_WHOLE_ONE = "Văn phòng đạt toàn bộ chỉ tiêu định lượng đã giao ước: {names}."
PLEDGED_WHOLE_NONE = "Chưa có Văn phòng nào đạt toàn bộ chỉ tiêu định lượng đã giao ước."
PLEDGED_BEHIND_LEAD = "Các chỉ tiêu {behind}:"
PLEDGED_NO_DATA_LEAD = "Các chỉ tiêu chưa đủ số liệu để đánh giá:"
PLEDGED_OFFICE = "{office}: {targets}"
PLEDGED_TARGET = "{text} (kết quả [[{code}]], giao ước {level})"
PLEDGED_TARGET_NO_DATA = "{text} (giao ước {level})"

# V, the end ----------------------------------------------------------------------------------------------------------
TASKS = "Trong {next}, {cluster} tập trung thực hiện các nhiệm vụ sau:"
NOTHING_TYPED = "{cluster} tiếp tục thực hiện chương trình công tác, phương hướng, nhiệm vụ đã đề ra."
SYMBOL = "BC-CTĐ"
SIGNED_AS = ("CỤM TRƯỞNG", "CHÁNH VĂN PHÒNG")
RECIPIENT_SUPERIOR = "{body} (để báo cáo)"
RECIPIENT_MEMBERS = "Các Văn phòng thành viên {cluster}"

# Annex I -------------------------------------------------------------------------------------------------------------
ANNEX_NUMBER = "Phụ lục I"
ANNEX_TITLE = "TỔNG HỢP KẾT QUẢ HOẠT ĐỘNG {period}"
ANNEX_ATTACHED = "(Kèm theo Báo cáo số       /BC-CTĐ ngày      tháng      năm {year} của {cluster})"
ANNEX_OWN = "Hoạt động chung của Cụm"
ANNEX_TOTAL = "Toàn Cụm"
ANNEX_OFFICE = "Văn phòng"
ANNEX_NUMBERED = "STT"
ANNEX_NONE, ANNEX_MISSING = "-", "…"
ANNEX_NOTE = "Ghi chú: “-” không phát sinh; “…” chưa báo cáo; số dự án luật của toàn Cụm tính các dự án khác nhau, không cộng dồn theo Văn phòng. Số liệu lấy đến {moment}."
