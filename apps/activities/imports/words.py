"""Words that the files use for the choices of a record. The first of each is the one that messages name. Pure data."""

from __future__ import annotations

import re
from dataclasses import dataclass

from apps.activities.enums import (
    ConsultationMethod,
    Initiator,
    Level,
    MeetingForm,
    MeetingKind,
    MeetingMode,
    MeetingPhase,
    PaperState,
    PetitionSource,
    ReceptionKind,
    SupervisionKind,
)
from apps.activities.imports.faults import Problem
from apps.activities.imports.owners import plain
from apps.campaigns.enums import SessionKind

CHOICES: dict[str, dict[str, tuple[str, ...]]] = {
    "supervision_kind": {
        SupervisionKind.THEMATIC: ("Giám sát chuyên đề", "Chuyên đề", "Giám sát theo chuyên đề"),
        SupervisionKind.COMPLAINTS: (
            "Giám sát việc giải quyết khiếu nại, tố cáo", "Giám sát KNTC", "KNTC", "Khiếu nại, tố cáo",
            "Giám sát giải quyết khiếu nại, tố cáo", "Giám sát việc giải quyết KNTC", "Giám sát giải quyết KNTC",
        ),
        SupervisionKind.LEGAL_DOCUMENTS: ("Giám sát văn bản quy phạm pháp luật", "Giám sát văn bản QPPL", "Văn bản QPPL"),
        SupervisionKind.SURVEY: ("Khảo sát",),
        SupervisionKind.REGULAR: ("Giám sát thường xuyên", "Thường xuyên"),
    },
    "report_state": {
        PaperState.PLANNED: ("Chưa có", "Chưa xây dựng", "Chưa ban hành", "Chưa"),
        PaperState.DRAFTING: ("Đang hoàn thiện", "Đang xây dựng", "Đang dự thảo"),
        PaperState.ISSUED: ("Đã ban hành", "Đã có", "Đã báo cáo"),
    },
    "meeting_kind": {
        MeetingKind.CONSTITUENCY: ("Nơi ứng cử", "Tại nơi ứng cử", "Ở nơi ứng cử"),
        MeetingKind.THEME: ("Theo chuyên đề", "Chuyên đề", "Theo chuyên đề, lĩnh vực"),
        MeetingKind.GROUP: ("Theo nhóm đối tượng", "Nhóm đối tượng", "Theo đối tượng", "Đối tượng"),
        MeetingKind.RESIDENCE: ("Nơi cư trú", "Tại nơi cư trú"),
        MeetingKind.WORKPLACE: ("Nơi công tác", "Tại nơi công tác", "Nơi làm việc", "Tại nơi làm việc"),
        MeetingKind.OUTSIDE: ("Ngoài tỉnh", "Ngoài địa phương", "Ngoài tỉnh, thành phố nơi ứng cử"),
    },
    "method": {
        ConsultationMethod.CONFERENCE: ("Hội nghị", "Tổ chức hội nghị", "Bằng hội nghị"),
        ConsultationMethod.WRITTEN: ("Góp ý bằng văn bản", "Bằng văn bản", "Văn bản", "Lấy ý kiến bằng văn bản"),
        ConsultationMethod.SURVEY: ("Khảo sát", "Khảo sát ý kiến"),
        ConsultationMethod.WORKSHOP: ("Hội thảo", "Tọa đàm", "Hội thảo, tọa đàm"),
    },
    "initiator": {
        Initiator.DELEGATION: ("Đoàn ĐBQH", "Đoàn đại biểu Quốc hội"),
        Initiator.DEPUTY: ("Đại biểu Quốc hội", "ĐBQH"),
        Initiator.CENTRAL_TEAM: ("Tham gia đoàn của Trung ương", "Đoàn của Trung ương", "Trung ương"),
        Initiator.JOINT: ("Phối hợp với HĐND", "Phối hợp HĐND"),
    },
    "meeting_form": {
        MeetingForm.CONFERENCE: ("Hội nghị",),
        MeetingForm.INDIVIDUAL: ("Cá nhân hoặc nhóm", "Gặp gỡ cá nhân, nhóm cử tri", "Cá nhân", "Nhóm"),
    },
    "meeting_mode": {
        MeetingMode.IN_PERSON: ("Trực tiếp",),
        MeetingMode.ONLINE: ("Trực tuyến",),
        MeetingMode.MIXED: ("Trực tiếp kết hợp trực tuyến", "Kết hợp", "Trực tiếp và trực tuyến"),
    },
    "reception_kind": {
        ReceptionKind.PERIODIC: ("Định kỳ", "Tiếp công dân định kỳ", "Thường xuyên"),
        ReceptionKind.AD_HOC: ("Đột xuất", "Tiếp công dân đột xuất"),
    },
    "level": {
        Level.CENTRE: ("Trung ương", "TW", "Chuyển Trung ương", "Chuyển TW", "Cấp Trung ương"),
        Level.PROVINCE: ("Cấp tỉnh", "Tỉnh", "Địa phương", "Chuyển địa phương", "Tỉnh, thành phố"),
        Level.COMMUNE: ("Cấp xã", "Xã", "Xã, phường"),
        Level.ON_SPOT: ("Giải đáp tại hội nghị", "Giải đáp tại chỗ", "Tại hội nghị"),
        Level.PETITIONS: (
            "Khiếu nại, tố cáo chuyển xử lý đơn", "Chuyển xử lý đơn", "Khiếu nại, tố cáo", "Đơn thư", "KNTC",
        ),
    },
    "petition_source": {
        PetitionSource.POST: ("Qua bưu chính", "Bưu chính", "Qua bưu điện", "Bưu điện"),
        PetitionSource.RECEPTION: ("Tại buổi tiếp công dân", "Tiếp công dân", "Qua tiếp công dân"),
        PetitionSource.VOTER_MEETING: (
            "Tại hội nghị tiếp xúc cử tri", "Tiếp xúc cử tri", "TXCT", "Qua tiếp xúc cử tri",
        ),
        PetitionSource.ONLINE: ("Trực tuyến", "Qua mạng", "Thư điện tử"),
        PetitionSource.OTHER: (
            "Do đại biểu hoặc cơ quan khác chuyển đến", "Cơ quan khác chuyển đến", "Đại biểu chuyển đến", "Khác",
        ),
    },
}  # fmt: skip

_BY_WORD = {
    name: {plain(word): str(value) for value, spellings in values.items() for word in spellings}
    for name, values in CHOICES.items()
}
_ORDINALS = {
    word: number
    for number, word in enumerate(
        ("nhat", "hai", "ba", "tu", "nam", "sau", "bay", "tam", "chin", "muoi", "muoi mot", "muoi hai"), start=1
    )
} | {"bon": 4}
_EXTRAORDINARY = "bat thuong"
_PHASE = re.compile(r"(truoc|sau) (?:ky|ki) hop(?: (?:lan )?thu)?(?: (.+))?")
_OTHER = {"khac", "ngoai ky hop", "khong gan voi ky hop", "khong gan ky hop"}


def choice(name: str, text: str) -> str:
    """The stored value for a word; unknown ones are refused with the allowed words listed."""
    try:
        return _BY_WORD[name][plain(text)]
    except KeyError:
        allowed = "; ".join(f"“{spellings[0]}”" for spellings in CHOICES[name].values())
        raise Problem("unknown_word", allowed=allowed) from None


def one_of(choices: tuple[str, ...], text: str) -> str:
    """The word of a kind that a cluster defined, however it is typed; unknown ones are refused with all listed."""
    found = next((word for word in choices if plain(word) == plain(text)), None)
    if found is None:
        raise Problem("unknown_word", allowed="; ".join(f"“{word}”" for word in choices))
    return found


def written(name: str, value: str) -> str:
    """The word that a file writes for a stored value."""
    return CHOICES[name][value][0]


_YES, _NO = {"co", "x", "dung"}, {"khong", "0"}


def yes(text: str) -> bool:
    """ "Có" or "x"; a blank cell, which is not read here, says no."""
    words = plain(text)
    if words in _YES or text.strip() in {"✓", "✔"}:
        return True
    if words in _NO:
        return False
    raise Problem("unknown_word", allowed="“Có”; “Không”")


@dataclass(frozen=True)
class Phase:
    """Before or after a session, by its number; the number is None where the file names none."""

    phase: str
    session: int | None
    kind: str = SessionKind.REGULAR


def phase(text: str) -> Phase:
    """ "Trước Kỳ họp thứ 7", "sau kỳ họp thứ bảy", "Sau kỳ họp" (no number), "Trước Kỳ họp bất thường lần thứ 9",
    "Ngoài kỳ họp"."""
    regular = plain(text).replace(_EXTRAORDINARY, "")
    words = " ".join(regular.split())
    kind = SessionKind.REGULAR if regular == plain(text) else SessionKind.EXTRAORDINARY
    if words in _OTHER:
        return Phase(MeetingPhase.OTHER, None)
    match = _PHASE.match(words)
    if not match:
        raise Problem("unknown_phase")
    when = MeetingPhase.BEFORE if match[1] == "truoc" else MeetingPhase.AFTER
    if not match[2]:
        return Phase(when, None, kind)
    number = re.match(r"[0-9]+", match[2])
    spelled = next((n for word, n in sorted(_ORDINALS.items(), reverse=True) if match[2].startswith(word)), None)
    if not number and spelled is None:
        raise Problem("unknown_phase")
    return Phase(when, int(number[0]) if number else spelled, kind)
