"""The columns of the workbook. Its language is Vietnamese, whoever downloads it: it goes from office to office."""

from __future__ import annotations

from apps.offices.enums import EmploymentKind, Gender

NAME, BORN, GENDER, UNIT, POSITION, KIND, FROM, COUNTED, WHY = (
    "Họ và tên", "Năm sinh", "Giới tính", "Phòng, bộ phận", "Chức vụ", "Đối tượng", "Từ ngày", "Tính vào tổng số",
    "Lý do không tính",
)  # fmt: skip
NUMBER, ID = "STT", "Mã dòng"
HEADINGS = (NUMBER, NAME, BORN, GENDER, UNIT, POSITION, KIND, FROM, COUNTED, WHY, ID)
ASKED = (NAME, KIND, FROM)  # a sheet without one of them is not the list

GENDERS = {Gender.WOMAN: "Nữ", Gender.MAN: "Nam"}
KINDS = {
    EmploymentKind.CIVIL_SERVANT: "Cán bộ, công chức",
    EmploymentKind.PUBLIC_EMPLOYEE: "Viên chức",
    EmploymentKind.CONTRACT: "Lao động hợp đồng",
}
YES, NO = "Có", "Không"
# What offices write instead, without accents.
ALSO_KINDS = {
    "cong chuc": EmploymentKind.CIVIL_SERVANT,
    "can bo": EmploymentKind.CIVIL_SERVANT,
    "hop dong": EmploymentKind.CONTRACT,
    "nguoi lao dong": EmploymentKind.CONTRACT,
    "hop dong lao dong": EmploymentKind.CONTRACT,
}
