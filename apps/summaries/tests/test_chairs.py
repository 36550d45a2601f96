"""Who chairs is said once, whatever the post already says."""

from datetime import date

import pytest

from apps.offices.letterhead import Letterhead
from apps.summaries.content.facts import Chairing, Facts, Meeting, Member
from apps.summaries.content.outline.emulation import chairs_of

OFFICE = "Văn phòng Đoàn ĐBQH tỉnh Cà Mau"


@pytest.mark.parametrize(
    ("person", "post", "said"),
    [
        ("", "", f"{OFFICE}, Cụm trưởng"),
        ("Nguyễn Văn Mẫu", "", f"đồng chí Nguyễn Văn Mẫu, {OFFICE}, Cụm trưởng"),
        ("Nguyễn Văn Mẫu", "Chánh Văn phòng", f"đồng chí Nguyễn Văn Mẫu, Chánh Văn phòng, {OFFICE}, Cụm trưởng"),
        (
            "Nguyễn Văn Mẫu",
            "Chánh Văn phòng Đoàn ĐBQH tỉnh Cà Mau, Cụm trưởng",
            "đồng chí Nguyễn Văn Mẫu, Chánh Văn phòng Đoàn ĐBQH tỉnh Cà Mau, Cụm trưởng",
        ),
        (
            "Nguyễn Văn Mẫu",
            "Chánh Văn phòng Đoàn ĐBQH tỉnh Cà Mau",
            "đồng chí Nguyễn Văn Mẫu, Chánh Văn phòng Đoàn ĐBQH tỉnh Cà Mau, Cụm trưởng",
        ),
    ],
)
def test_nothing_is_said_twice(person: str, post: str, said: str) -> None:
    leader = Member(code="ca-mau", name=OFFICE, short_name="Cà Mau")
    meeting = Meeting(
        title="Hội nghị", held_on=date(2019, 7, 5), part_of_day="morning", place="Hà Tiên",
        chairs=(Chairing(OFFICE, person, post),),
    )  # fmt: skip
    facts = Facts(
        paper="after", kind="H1", year=2019, starts_on=date(2019, 1, 1), ends_on=date(2019, 6, 30), cluster="Cụm",
        cluster_name="Cụm", managing_body="", letterhead=Letterhead(), figures={}, leader=leader,
    )  # fmt: skip
    assert chairs_of(facts, meeting) == said
